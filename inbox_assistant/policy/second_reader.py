"""A second reader beside the rules: a model that has read thousands of sentences.

It never flags by itself. Where it sees nothing wrong in the sentence of a rule's hit,
the hit is told as a hint; a wide rule counts only where it agrees; and what no rule
knows it may hint at.
"""

import re
from collections.abc import Iterable, Iterator

from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.surroundings import Surroundings, signs_of
from inbox_assistant.policy.table import Table

_MEMO = 2_048
_LEAST_KNOWN = 12
"""Signs; of a sentence with fewer that it knows the reader says nothing."""
_DISGUISED = re.compile(
    r"[^\W\d_]\d|\d[^\W\d_]|[^\W_][@$|*+._·•][^\W_]"
    r"|(?<!\w)[^\W\d_](?:[\s*-][^\W\d_](?!\w)){2}|[\u00ad\u200b-\u200f\u2060\ufeff]"
)
"""Figures or signs within words, letters set apart, signs that nobody sees."""


class SecondReader:
    """Says how much speaks for a category in one sentence; several threads may ask."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._marks = table.head.marks
        self._places: dict[tuple[str, Surroundings], list[int]] = {}

    def doubts(
        self, category: str, stretch: str, sentence: str, where: Surroundings
    ) -> bool:
        """Return whether next to nothing speaks for *category* in *sentence*.

        *stretch* is what a rule has found there; what was disguised is never doubted,
        for the reader does not see through it.
        """
        value = self._value(category, sentence, where)
        return (
            value is not None
            and value < self._marks[category][0]
            and not _DISGUISED.search(stretch)
        )

    def reads(self, languages: Iterable[str]) -> bool:
        """Return whether enough was read of each of *languages* to doubt a rule."""
        return set(languages) <= set(self._table.head.languages)

    def is_sure(self, category: str, sentence: str, where: Surroundings) -> bool:
        """Return whether *sentence* looks like *category* without any rule."""
        value = self._value(category, sentence, where)
        return value is not None and value >= self._marks[category][2]

    def hints(
        self, categories: Iterable[str], sentence: str, where: Surroundings
    ) -> Iterator[str]:
        """Yield those of *categories* that *sentence* looks enough like for a hint."""
        for category in categories:
            value = self._value(category, sentence, where)
            if value is not None and value >= self._marks[category][1]:
                yield category

    def _value(self, category: str, sentence: str, where: Surroundings) -> float | None:
        """Return how much speaks for *category*; ``None`` where it cannot be told."""
        places = self._known(sentence, where)
        if category not in self._marks or len(places) < _LEAST_KNOWN:
            return None
        return self._table.value(places, category)

    def _known(self, sentence: str, where: Surroundings) -> list[int]:
        """Return the table's places of a sentence; those of the last are remembered."""
        key = (sentence, where)
        places = self._places.get(key)
        if places is None:
            if len(self._places) >= _MEMO:
                self._places.clear()
            signs = signs_of(fold_text(sentence), fold_text(where.before), where)
            places = self._places[key] = self._table.known(signs)
        return places
