"""Write the wide rules: the words that what is forbidden is hardly said without.

    python packaging/wide_rules.py [FOLDER ...]

For each language and category it gathers, from the labelled replies that the second
reader learns from as well, the words that stand in nearly every marked sentence and are
several times rarer in others. By themselves they mean nothing; a wide rule counts only
where the second reader is sure. Writes ``resources/policy/<language>/wide.toml``, after
``learn_replies.py`` has written the table. Needs no more than the program itself.
"""

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from labelled import PACKS, REPLIES

from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import Engine, load_engine
from inbox_assistant.policy.evaluation import records
from inbox_assistant.policy.fold import fold, fold_text
from inbox_assistant.policy.pack import load_packs
from inbox_assistant.policy.second_reader import SecondReader
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.surroundings import Written
from inbox_assistant.policy.tokens import has_ideographs, read_words

CATEGORIES = (
    "buyer-pressure",
    "contact-details",
    "off-amazon",
    "personal-data",
    "product-guidance",
    "promotion",
    "review-manipulation",
    "review-request",
    "sensitive-content",
)
CHECKED = "2026-11-30"
LEAST_LIFT = 5.0
"""How many times more often a word stands in marked sentences than in others."""
LEAST_TIMES = 3
COVERED = 0.97
MOST_WORDS = 150
RUNS = (2, 3, 4)
"""How many signs of a script without blanks are taken for a word."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_DISGUISED = re.compile(r"\w[@.*\d-]\w|\b\w \w \w\b")
_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff]+")
_HEAVY = re.compile("[\u30a1-\u30fa\u3400-\u9fff]")
"""What endings and particles are not written in."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a labelled reply."""

    text: str
    words: frozenset[str]
    wrong: frozenset[str]
    alone: bool
    """Whether the reply is no longer than this."""


def main() -> None:
    """Write a file for every language that the table knows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    chosen = parser.parse_args()
    engine = load_engine(PACKS)
    reader = engine.second_reader
    if reader is None:
        raise SystemExit("There is no table; run packaging/learn_replies.py first.")
    folders = chosen.folders or REPLIES
    for language in reader.languages:
        paths = [folder / f"replies-{language}.jsonl" for folder in folders]
        sentences = read_sentences(path for path in paths if path.exists())
        allowed = [
            text
            for rule in engine.rules
            if language in (rule.languages or (language,)) and ".wide." not in rule.id
            for text in rule.allows
        ]
        text = pack(
            language, sentences, Refusal(reader, language, tuple(allowed)), engine
        )
        (PACKS / language / "wide.toml").write_text(text, "utf-8")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Knows the words with which the reader would take what is allowed for wrong."""

    reader: SecondReader
    language: str
    allowed: tuple[str, ...]
    """What the rules' examples allow."""

    def sentences(self, category: str) -> list[str]:
        """Return the allowed sentences that look like *category*, folded."""
        found: list[str] = []
        for text in self.allowed:
            written = Written(text, split_sentences(text), language=self.language)
            for sentence, where in zip(written.sentences, written.places, strict=True):
                if self.reader.is_sure(category, sentence, where):
                    found.append(fold_text(sentence))
        return found


def read_sentences(paths: Iterable[Path]) -> list[Sentence]:
    """Return the sentences of the labelled replies in *paths*."""
    found = []
    for item in (one for path in paths for one in records(path)):
        text = item["reply"]
        spans = split_sentences(text)
        for start, end in spans:
            sentence = text[start:end]
            wrong = {
                label["category"]
                for label in item["findings"]
                if label["text"] in sentence or sentence in label["text"]
            }
            words = words_of(sentence)
            found.append(
                Sentence(sentence, words, frozenset(wrong), alone=len(spans) == 1)
            )
    return found


def words_of(sentence: str) -> frozenset[str]:
    """Return the words of a sentence that may be cues: small ones never are."""
    folded = fold_text(sentence)
    if has_ideographs(folded):
        parts = (
            run[at : at + length]
            for run in _RUN.findall(folded)
            for length in RUNS
            for at in range(len(run) - length + 1)
        )
        return frozenset(part for part in parts if _HEAVY.search(part))
    words = read_words(folded).words
    return frozenset(one for one in words if _WORD.fullmatch(one)) - small_words()


@cache
def small_words() -> frozenset[str]:
    """Return the small words of all languages."""
    tables = load_packs([PACKS]).data["language"].values()
    return frozenset(
        fold_text(word) for table in tables for word in table["words"].split()
    )


def pack(
    language: str, sentences: list[Sentence], refusal: Refusal, engine: Engine
) -> str:
    """Return the file of one language."""
    parts = [
        "# Words that what is forbidden is hardly said without. They mean nothing by",
        "# themselves: these rules count only where the second reader is sure.",
        "# Written by packaging/wide_rules.py from the labelled replies.",
        "",
        "[pack]",
        f"checked = {CHECKED}",
        *(f'denied  = ["@{name}"]' for name in refusal_words(language)),
    ]
    for category in CATEGORIES:
        words = cues(category, sentences, refusal.sentences(category))
        example = examples(category, words, sentences, engine)
        if example is None:
            print(f"{language} {category}: no example, no rule")
            continue
        flagged, allowed = example
        parts += [
            "",
            f"[rule.{category}]",
            f'category = "{category}"',
            "wide     = true",
            "phrases  = [",
            *(f"  {quoted('|'.join(line))}," for line in lines(sorted(words))),
            "]",
            f"flags    = [{quoted(flagged)}]",
            f"allows   = [{quoted(allowed)}]",
        ]
    return "\n".join(parts) + "\n"


def refusal_words(language: str) -> list[str]:
    """Return the names under which *language* says how sellers decline."""
    words = (PACKS / language / "words.toml").read_text("utf-8")
    return re.findall(r"^(refuse|ablehnen|declined)\b", words, re.MULTILINE)


def cues(category: str, sentences: list[Sentence], refused: list[str]) -> list[str]:
    """Return the words that together stand in nearly every sentence of *category*.

    None of those that stand in a sentence of *refused* is among them.
    """
    wrong = [one.words for one in sentences if category in one.wrong]
    right = [one.words for one in sentences if not one.wrong]
    there = Counter(word for words in wrong for word in words)
    elsewhere = Counter(word for words in right for word in words)
    lift = {
        word: (count / len(wrong)) / ((elsewhere[word] + 1) / len(right))
        for word, count in there.items()
        if count >= LEAST_TIMES and not any(word in one for one in refused)
    }
    known = [word for word in sorted(lift) if lift[word] >= LEAST_LIFT]
    found: list[str] = []
    left = wrong
    while known and len(left) > (1 - COVERED) * len(wrong) and len(found) < MOST_WORDS:
        gain = Counter(word for words in left for word in words & frozenset(known))
        best = max(known, key=lambda word: (gain[word] * math.log(lift[word]), word))
        if not gain[best]:
            break
        found.append(best)
        known.remove(best)
        left = [words for words in left if best not in words]
    share = 1 - len(left) / len(wrong)
    print(f"{category}: {len(found)} words in {share:.0%} of {len(wrong)}")
    return found


def examples(
    category: str, words: list[str], sentences: list[Sentence], engine: Engine
) -> tuple[str, str] | None:
    """Return a sentence with one cue, that marked, and one that is all right."""
    cue_set = frozenset(words)
    flagged = min(
        (
            one
            for one in sentences
            if one.wrong == {category}
            and not _DISGUISED.search(one.text)
            and len(marked(one.text, words)) == 1
        ),
        key=lambda one: abs(len(one.text) - 50),
        default=None,
    )
    allowed = next(
        (
            one
            for one in sorted(sentences, key=lambda one: abs(len(one.text) - 60))
            if one.alone
            and not one.wrong
            and not one.words & cue_set
            and not engine.check(one.text, Context(buyer_topics=("other",)))
        ),
        None,
    )
    if flagged is None or allowed is None:
        return None
    [(start, end)] = marked(flagged.text, words)
    text = flagged.text
    return f"{text[:start]}«{text[start:end]}»{text[end:]}", allowed.text


def marked(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Return where one of *words* stands in *text*; those within others left out."""
    folded = fold(text)
    found = set()
    for word in words:
        edge = "" if has_ideographs(word) else r"(?<![^\W_])|(?![^\W_])"
        before, _, after = edge.partition("|")
        for place in re.finditer(f"{before}{re.escape(word)}{after}", folded.text):
            found.update(folded.spans([place.span()]))
    return [
        (start, end)
        for start, end in sorted(found)
        if not any(
            (first, last) != (start, end) and first <= start and end <= last
            for first, last in found
        )
    ]


def lines(words: list[str]) -> Iterable[list[str]]:
    """Yield *words* in lines that are not too long."""
    line: list[str] = []
    for word in words:
        if sum(map(len, line)) + len(line) + len(word) > 84:  # noqa: PLR2004 - columns
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def quoted(text: str) -> str:
    """Return *text* as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()
