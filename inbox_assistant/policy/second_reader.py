"""A second reader beside the rules: a model that has read thousands of sentences.

It never flags by itself. Where it sees nothing wrong in the sentence of a rule's hit,
the hit is told as a hint, or not at all; a wide rule counts only where it agrees; and
what no rule knows it may hint at.
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.meanings import NONE, Meanings
from inbox_assistant.policy.signs import SignReader, Signs
from inbox_assistant.policy.surroundings import Surroundings
from inbox_assistant.policy.table import Known, Table

_MEMO = 2_048
_LEAST_KNOWN = 12
"""Signs; of a sentence with fewer that it knows the reader says nothing."""
_RULED_OUT = -5.0
"""Where what is doubted is not worth a hint, as the logarithm of odds: one in 150."""
_DISGUISED = re.compile(
    r"[^\W\d_]\d|\d[^\W\d_]|[^\W_][@$|*+._·•][^\W_]"
    r"|(?<!\w)[^\W\d_](?:[\s*-][^\W\d_](?!\w)){2}|[\u00ad\u200b-\u200f\u2060\ufeff]"
)
"""Figures or signs within words, letters set apart, signs that nobody sees."""


class Doubt(Enum):
    """What the reader thinks of what a rule has found."""

    NONE = auto()
    SOME = auto()
    """It may be right; it is worth a hint."""
    FULL = auto()
    """Next to never was anything right that read like this."""


class _Read(NamedTuple):
    """A sentence that was read; the last ones are remembered."""

    known: Known
    values: dict[str, float]
    """What speaks for each category that was asked about."""
    hints: dict[tuple[str, ...], tuple[str, ...]]
    """Which of several categories it looks like, for those asked about."""


class SecondReader:
    """Says how much speaks for a category in one sentence; several threads may ask."""

    def __init__(self, table: Table, meanings: Meanings = NONE) -> None:
        self._table = table
        self._marks = table.head.marks
        self._read: dict[tuple[str, Surroundings], _Read] = {}
        self._signs: dict[tuple[str, str | None], Signs] = {}
        self._reader = SignReader(meanings, table.place)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return those that enough was read of."""
        return self._table.head.languages

    def trust(self, rule: str) -> float:
        """Return how much likelier than others a *rule* was right where that is known.

        It is the logarithm of odds; 0.0 says that nothing tells it from others of its
        category.
        """
        return self._table.head.trust.get(rule, 0.0)

    def doubt(
        self,
        category: str,
        stretch: str,
        sentence: str,
        where: Surroundings,
        trust: float = 0.0,
    ) -> Doubt:
        """Return how much there is to doubt about *category* in *sentence*.

        *stretch* is what a rule has found there; what was disguised is never doubted,
        for the reader does not see through it. The more *trust* the rule deserves, the
        less is it doubted.
        """
        value = self._value(category, self._reading(sentence, where))
        if value is None or value + trust >= self._marks[category][0]:
            return Doubt.NONE
        if _DISGUISED.search(stretch):
            return Doubt.NONE
        return Doubt.FULL if value + trust < _RULED_OUT else Doubt.SOME

    def reads(self, languages: Iterable[str]) -> bool:
        """Return whether enough was read of each of *languages* to doubt a rule."""
        return set(languages) <= set(self.languages)

    def is_sure(self, category: str, sentence: str, where: Surroundings) -> bool:
        """Return whether *sentence* looks like *category* without any rule."""
        value = self._value(category, self._reading(sentence, where))
        return value is not None and value >= self._marks[category][2]

    def hints(
        self, categories: tuple[str, ...], sentence: str, where: Surroundings
    ) -> tuple[str, ...]:
        """Return those of *categories* that *sentence* looks enough like for a hint."""
        read = self._reading(sentence, where)
        hints = read.hints.get(categories)
        if hints is None:
            hints = tuple(
                category
                for category in categories
                if (value := self._value(category, read)) is not None
                and value >= self._marks[category][1]
            )
            read.hints[categories] = hints
        return hints

    def forget(self) -> None:
        """Forget every sentence that was read."""
        self._read.clear()
        self._signs.clear()

    def _reading(self, sentence: str, where: Surroundings) -> _Read:
        """Return, and remember, what there is to know of a sentence."""
        key = (sentence, where)
        read = self._read.get(key)
        if read is None:
            if len(self._read) >= _MEMO:
                self._read.clear()
            read = self._read[key] = _Read(self._known(sentence, where), {}, {})
        return read

    def _value(self, category: str, read: _Read) -> float | None:
        """Return how much speaks for *category*; ``None`` where it cannot be told."""
        value = read.values.get(category)
        if value is not None:
            return value
        if category not in self._marks or len(read.known.places) < _LEAST_KNOWN:
            return None
        value = read.values[category] = self._table.value(read.known, category)
        return value

    def _known(self, sentence: str, where: Surroundings) -> Known:
        """Return what the table knows of a sentence."""
        own, before = (
            self._signs_of(one, where.language) for one in (sentence, where.before)
        )
        return self._table.known(self._reader.together(own, before, where))

    def _signs_of(self, sentence: str, language: str | None) -> Signs:
        """Return the signs of a sentence, which is looked at twice: itself, and before.

        Those of the last are remembered.
        """
        key = (sentence, language)
        signs = self._signs.get(key)
        if signs is None:
            if len(self._signs) >= _MEMO:
                self._signs.clear()
            signs = self._reader.read(fold_text(sentence), language)
            self._signs[key] = signs
        return signs
