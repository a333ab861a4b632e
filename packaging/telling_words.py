"""Brings up to date which words tell a language: ``python packaging/telling_words.py``.

Counts the words of the labelled texts in ``tests/corpus`` and writes those that one
language has nearly alone behind ``telling`` in ``resources/policy/any/languages.toml``.
The small words of a language stand there too, behind ``words``, and are chosen by hand.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from labelled import CORPUS, PACKS

from inbox_assistant.policy.evaluation import records
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.tokens import read_words
from inbox_assistant.policy.toml_tables import read_tables

TABLES = PACKS / "any" / "languages.toml"

LEAST_TEXTS = 3
"""In how many texts of its language a word must stand."""
LEAST_SHARE = 0.9
"""How much of a word's use must be in that language."""
SHORTEST = 3
FEWEST_TEXTS = 300
"""How many texts a language needs before its words are counted."""


def main() -> int:
    """Write the words into the tables of languages."""
    counts, texts = counted()
    source = TABLES.read_text("utf-8")
    tables = [(table.path[1], table) for table in read_tables(source, "").found]
    chosen = {
        fold_text(word) for _, table in tables for word in table.values["words"].split()
    }
    for language, _ in tables:
        if texts[language] >= FEWEST_TEXTS:
            words = sorted(telling(language, counts, texts) - chosen)
            source = with_line(source, language, f'telling = "{" ".join(words)}"')
            print(f"{language}: {len(words)} words")
    TABLES.write_text(source, "utf-8", newline="\n")
    return 0


def counted() -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return in how many texts of each language a word stands, and how many it has."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    texts: Counter[str] = Counter()
    for language, text in labelled_texts():
        texts[language] += 1
        for word in set(read_words(fold_text(text)).words):
            counts[word][language] += 1
    return counts, texts


def labelled_texts() -> Iterator[tuple[str, str]]:
    """Yield the language and the words of each text of the corpus."""
    for path in sorted(CORPUS.glob("*.jsonl")):
        for item in records(path):
            for key in ("text", "reply", "buyer"):
                if item.get(key):
                    yield item["lang"], item[key]


def telling(
    language: str, counts: dict[str, Counter[str]], texts: Counter[str]
) -> set[str]:
    """Return the words that *language* has nearly alone."""

    def share(of: Counter[str]) -> float:
        rates = {code: of[code] / many for code, many in texts.items()}
        return rates[language] / sum(rates.values())

    return {
        word
        for word, of in counts.items()
        if len(word) >= SHORTEST
        and word.isalpha()
        and of[language] >= LEAST_TEXTS
        and share(of) >= LEAST_SHARE
    }


def with_line(source: str, language: str, line: str) -> str:
    """Return *source* with *line* in the place of the one of its table and key."""
    head, table, rest = source.partition(f"[language.{language}]\n")
    body, mark, below = rest.partition("\n[")
    kept = [one for one in body.splitlines() if not one.startswith("telling = ")]
    lines = "\n".join([*kept, line])
    return f"{head}{table}{lines}\n{mark[1:]}{below}"


if __name__ == "__main__":
    sys.exit(main())
