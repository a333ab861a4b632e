"""Learn from labelled replies what is wrong with a sentence, and say how well.

    python packaging/learn_replies.py [FOLDER ...] [--out FILE]

Without folders it reads ``tests/corpus`` and ``tests/corpus/learning``; the table is
written beside the shipped packs. Where the marks are set is told by models that have
not seen what they judge, a quarter at a time. Needs the packages of the extra
``learn``.
"""

import argparse
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from labelled import PACKS, REPLIES
from learning import in_steps, known_features, matrix
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from inbox_assistant.policy.engine import TABLE
from inbox_assistant.policy.evaluation import places_of, records
from inbox_assistant.policy.examples import read_example
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.pack import LoadedPacks, load_packs
from inbox_assistant.policy.rule import Rule, Section
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.surroundings import (
    signs_of,
    surroundings_of,
    together,
)
from inbox_assistant.policy.table import Head, write_table
from inbox_assistant.policy.whole_text import HINTS

COLUMNS = (
    "buyer-pressure",
    "contact-details",
    "off-amazon",
    "order-notice",
    "personal-data",
    "product-guidance",
    "promotion",
    "review-manipulation",
    "review-request",
    "sensitive-content",
    "stock-delay",
)
DEPENDING = ("order-notice", "product-guidance", "stock-delay")
"""Those that the buyer's question may excuse."""
LENGTH = "length"
FOLDS = 4
STRENGTH = 20.0
"""How freely weights grow (the inverse of the regularisation)."""
FAINT = 2
"""A sign whose every weight is fewer steps than this is left out."""
BITS = 18
ENOUGH = 300
"""So many labelled replies make a language one that rules may be doubted in."""
DOUBTED = -2.5
"""Where doubt ends, as the logarithm of odds: one in thirteen."""
NEVER = -1e9
CERTAIN = frozenset({"sensitive-content"})
"""What is said in sentences like any other, by a single word: it is never doubted."""
HINTED = 0.005
"""The share of clean replies, for each category, that may get a hint."""
AGREED = 0.004
"""The same, for what a wide rule may count in."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and which of the columns a person has marked in it."""

    signs: frozenset[int]
    wrong: frozenset[str]
    unsaid: frozenset[str]
    """Columns that nobody says anything about: the buyer asked, so it is allowed."""
    group: str
    """What answers one message is judged by one model."""
    clean: str = ""
    """The reply, where nothing in it is wrong."""


@dataclass(slots=True)
class Texts:
    """What is learned from."""

    sentences: list[Sentence] = field(default_factory=list)
    replies: Counter[str] = field(default_factory=Counter)
    """How many there are of each language."""


def main() -> None:
    """Write the table and print where its marks are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--out", type=Path, default=PACKS / TABLE)
    chosen = parser.parse_args()
    texts = read_texts(chosen.folders or REPLIES)
    print(f"{sum(texts.replies.values())} replies, {len(texts.sentences)} sentences")
    content, kept = learned(texts)
    chosen.out.write_bytes(content)
    print(f"{chosen.out}: {kept} signs, {len(content)} bytes")


def read_texts(folders: Iterable[Path]) -> Texts:
    """Return the sentences of all labelled replies, and of the rules' examples."""
    packs = load_packs([PACKS])
    excuses = {
        name: frozenset(one.unless_buyer_asked)
        for name, one in packs.categories.items()
    }
    texts, seen = Texts(), set()
    for path in (
        one for folder in folders for one in sorted(folder.glob("repl*.jsonl"))
    ):
        for item in records(path):
            if item["reply"] not in seen:
                seen.add(item["reply"])
                texts.replies[item["lang"]] += 1
                texts.sentences.extend(sentences_of(item, excuses))
    texts.sentences.extend(examples(packs))
    return texts


def sentences_of(
    item: dict[str, object], excuses: dict[str, frozenset[str]]
) -> Iterator[Sentence]:
    """Yield the sentences of one labelled reply."""
    text, buyer, labels = str(item["reply"]), item["buyer"], item["findings"]
    topics = frozenset(item.get("buyer_topics") or ())  # type: ignore[call-overload]
    unsaid = frozenset(name for name in COLUMNS if excuses[name] & topics)
    marked = [
        (label["category"], *place)
        for label in labels  # type: ignore[attr-defined]
        for place in places_of(label["text"], text)
    ]
    for (start, end), signs in signs_in(text, proactive=buyer is None):
        yield Sentence(
            signs=signs,
            wrong=frozenset(
                name for name, first, last in marked if first < end and start < last
            ),
            unsaid=unsaid,
            group=str(buyer or item["id"]),
            clean="" if labels else f"{item['lang']} {item['id']}",
        )


def signs_in(
    text: str, *, proactive: bool
) -> Iterator[tuple[tuple[int, int], frozenset[int]]]:
    """Yield where each sentence of *text* stands, and the signs the reader sees."""
    spans = split_sentences(text)
    before = signs_of("")
    for at, (start, end) in enumerate(spans):
        own = signs_of(fold_text(text[start:end]))
        where = surroundings_of(text, spans, at, proactive=proactive)
        yield (start, end), together(own, before, where)
        before = own


def examples(packs: LoadedPacks) -> Iterator[Sentence]:
    """Yield the examples of the rules, which are labelled texts as well.

    What a rule allows is right under all rules; of what it flags nobody says what else
    is wrong with it.
    """
    for rule in packs.rules:
        if rule.section is not Section.RULE:
            continue
        for text in rule.allows:
            yield from _allowed(text, excused(rule), rule.id)
        if rule.category not in COLUMNS or rule.detector == HINTS:
            continue
        others = frozenset(COLUMNS) - {rule.category}
        for flag in rule.flags:
            yield from _example(read_example(flag).text, rule.category, others, rule.id)


def excused(rule: Rule) -> frozenset[str]:
    """Return the columns that the buyer's question excuses in a rule's examples."""
    if rule.asked or rule.category in DEPENDING:
        return frozenset(DEPENDING) - {rule.category}
    return frozenset(DEPENDING)


def _allowed(text: str, unsaid: frozenset[str], group: str) -> Iterator[Sentence]:
    """Yield the sentences of an example in which nothing is wrong."""
    for _, signs in signs_in(text, proactive=False):
        yield Sentence(signs, frozenset(), unsaid, group)


def _example(
    text: str, category: str, others: frozenset[str], group: str
) -> Iterator[Sentence]:
    """Yield the one sentence of an example; of more it is not said which is wrong."""
    sentences = list(signs_in(text, proactive=False))
    if len(sentences) == 1:
        [(_, signs)] = sentences
        yield Sentence(signs, frozenset({category}), others, group)


def learned(texts: Texts) -> tuple[bytes, int]:
    """Return the file, and how many signs it knows."""
    sentences = texts.sentences
    seen = [one.signs for one in sentences]
    known, rarity = known_features(seen)
    table = matrix(seen, known, rarity)
    groups = {name: at for at, name in enumerate(sorted({s.group for s in sentences}))}
    fold = np.array([groups[one.group] * 7 % 31 % FOLDS for one in sentences])
    with ProcessPoolExecutor() as pool:
        one_column = partial(regression, table, sentences, fold)
        columns = list(pool.map(one_column, COLUMNS))
    weights = [coefficients * rarity for coefficients, _, _ in columns] + [rarity**2]
    scales, steps = in_steps(weights)
    strength = np.abs(steps[:-1]).max(axis=0)
    order = sorted(range(len(known)), key=lambda at: (-strength[at], known[at]))
    head = Head(
        columns=(*COLUMNS, LENGTH),
        biases=(*(round(bias, 4) for _, bias, _ in columns), 0.0),
        scales=tuple(scales),
        marks={
            name: marks for name, (_, _, marks) in zip(COLUMNS, columns, strict=True)
        },
        languages=tuple(
            sorted(name for name, count in texts.replies.items() if count >= ENOUGH)
        ),
        bits=BITS,
    )
    rows = {known[at]: steps[:, at].tolist() for at in order if strength[at] >= FAINT}
    return write_table(head, rows), len(rows)


def regression(
    table: csr_matrix, sentences: Sequence[Sentence], fold: np.ndarray, column: str
) -> tuple[np.ndarray, float, tuple[float, float, float]]:
    """Return the weights, the bias and the marks of one column.

    *fold* is the number of the model that has not seen a sentence.
    """
    wrong = np.array([column in one.wrong for one in sentences])
    said = np.array([column not in one.unsaid for one in sentences])
    unseen = np.zeros(len(sentences))
    for number in range(FOLDS):
        model = fitted(table[said & (fold != number)], wrong[said & (fold != number)])
        unseen[fold == number] = model.decision_function(table[fold == number])
    doubt = NEVER if column in CERTAIN else DOUBTED
    hint, sure = marks_of(unseen, said, sentences)
    marks = (doubt, max(doubt, hint), max(doubt, sure))
    model = fitted(table[said], wrong[said])
    found = float(((unseen > 0) & wrong & said).sum()) / max(
        1, int((wrong & said).sum())
    )
    shown = ", ".join(f"{mark:.2f}" for mark in marks)
    print(f"{column:20} {int((wrong & said).sum()):6} marks {shown}; alone {found:.2f}")
    return model.coef_[0], float(model.intercept_[0]), marks


def fitted(table: csr_matrix, wrong: np.ndarray) -> LogisticRegression:
    """Return a regression that has read *table*."""
    return LogisticRegression(C=STRENGTH, max_iter=500).fit(table, wrong)


def marks_of(
    unseen: np.ndarray,
    said: np.ndarray,
    sentences: Sequence[Sentence],
) -> tuple[float, float]:
    """Return where a hint begins, and agreement."""
    worst: dict[str, float] = {}
    for at, one in enumerate(sentences):
        if one.clean and said[at]:
            worst[one.clean] = max(worst.get(one.clean, -math.inf), unseen[at])
    clean = np.array(list(worst.values()))
    hint, sure = (float(np.quantile(clean, 1 - one)) for one in (HINTED, AGREED))
    return round(hint, 4), round(sure, 4)


if __name__ == "__main__":
    main()
