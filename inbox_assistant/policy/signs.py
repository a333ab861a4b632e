"""What a learned reader sees of one sentence of a reply, as numbers.

The sentence's own features, the words of the sentence before it, and where it stands:
"use it within a month" says one thing behind a repair and another behind a voucher.
Each is known by a check sum of 32 bits, so that the stored model needs no words. The
same words come again and again, so what each stands for is worked out once.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple
from zlib import crc32

from inbox_assistant.policy.features import features_of, is_ideographic, pieces_of
from inbox_assistant.policy.meanings import NONE, Meanings, Meant, Place
from inbox_assistant.policy.surroundings import Surroundings

_BEFORE = 1
"""Where the check sums of the words before begin, so that they differ from own ones."""
_MARKS = (b"<proactive>", b"<first>", b"<last>")
_MEMO = 20_000

Known = Callable[[int], int | None]
"""What a check sum is to the one who reads; ``None`` where it is nothing."""


class Signs(NamedTuple):
    """The numbers that stand for one sentence."""

    own: frozenset[int]
    """As the sentence that is read."""
    before: frozenset[int]
    """As the one before it: words alone and what they mean, with other numbers."""


class _Meaning(NamedTuple):
    """What words mean, as numbers."""

    own: tuple[int, ...]
    before: tuple[int, ...]


class _Word(NamedTuple):
    """One word, as numbers."""

    own: tuple[int, ...]
    before: tuple[int, ...]
    sum: int | None
    """Its check sum, on which that of a pair goes on; ``None`` where it has no pair."""


class SignReader:
    """Tells which numbers stand for a sentence; several threads may ask."""

    def __init__(
        self, meanings: Meanings = NONE, known: Known = lambda number: number
    ) -> None:
        """Take what words mean; signs that are not *known* are left out."""
        self._meanings = meanings
        self._known = known
        self._words: dict[str, _Word] = {}
        self._pairs: dict[tuple[int, str], tuple[int, ...]] = {}
        self._meant: dict[tuple[Meant, Meant], _Meaning] = {}
        marks = [known(crc32(mark)) for mark in _MARKS]
        self._proactive, self._first, self._last = marks

    def read(self, folded: str, language: str | None) -> Signs:
        """Return the signs of a *folded* sentence in a *language*."""
        own: set[int] = set()
        before: set[int] = set()
        self._add_words(pieces_of(folded), own, before)
        self._add_meanings(self._meanings.meant(folded, language), own, before)
        return Signs(frozenset(own), frozenset(before))

    def together(
        self, sentence: Signs, before: Signs, where: Surroundings
    ) -> frozenset[int]:
        """Return the signs of a *sentence* behind another, and of where it stands."""
        marks = (
            (self._proactive, where.proactive),
            (self._first, where.first),
            (self._last, where.last),
        )
        there = {mark for mark, stands in marks if stands and mark is not None}
        return sentence.own | before.before | there

    def _add_words(self, words: Iterable[str], own: set[int], before: set[int]) -> None:
        """Add what *words* are, alone and with the one before each."""
        last: int | None = None
        for written in words:
            word = self._words.get(written) or self._learn(written)
            own.update(word.own)
            before.update(word.before)
            if last is not None and word.sum is not None:
                pair = self._pairs.get((last, written))
                own.update(self._learn_pair(last, written) if pair is None else pair)
            last = word.sum

    def _add_meanings(
        self, meanings: Iterable[Place], own: set[int], before: set[int]
    ) -> None:
        """Add what words mean, alone and with what the one before each means."""
        last: Meant = ()
        for meant, *_ in meanings:
            numbers = self._meant.get((last, meant)) or self._learn_meant(last, meant)
            own.update(numbers.own)
            before.update(numbers.before)
            last = meant

    def _learn(self, written: str) -> _Word:
        """Return, and remember, what one word is."""
        features = list(features_of(written))
        alone = [one for one in features if not one.endswith("*")]
        word = _Word(
            own=self._numbers(features),
            before=self._numbers(alone, _BEFORE),
            sum=None if is_ideographic(written) else crc32(written.encode()),
        )
        if len(self._words) >= _MEMO:
            self._words.clear()
        self._words[written] = word
        return word

    def _learn_pair(self, before: int, written: str) -> tuple[int, ...]:
        """Return, and remember, what a word is behind one with that check sum."""
        pair = self._numbers([f" {written}"], before)
        if len(self._pairs) >= _MEMO:
            self._pairs.clear()
        self._pairs[before, written] = pair
        return pair

    def _learn_meant(self, before: Meant, meant: Meant) -> _Meaning:
        """Return, and remember, what meanings are behind others."""
        alone = [f"#{one}" for one in meant]
        pairs = [f"#{other} {one}" for other in before for one in meant]
        meaning = _Meaning(
            self._numbers([*alone, *pairs]), self._numbers(alone, _BEFORE)
        )
        if len(self._meant) >= _MEMO:
            self._meant.clear()
        self._meant[before, meant] = meaning
        return meaning

    def _numbers(self, features: Iterable[str], begin: int = 0) -> tuple[int, ...]:
        """Return what is known of the check sums of *features*."""
        sums = [crc32(feature.encode(), begin) for feature in features]
        return tuple(one for one in map(self._known, sums) if one is not None)
