"""What a learned reader sees of one sentence of a reply, as numbers.

The sentence's own features, the words of the sentence before it, and where it stands:
"use it within a month" says one thing behind a repair and another behind a voucher.
Each is known by a check sum, so that the stored model needs no words.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

_BEFORE = 1
"""Where the check sums of the words before begin, so that they differ from own ones."""
_PAIR, _BEGINNING = b" ", b"*"
"""What stands in a feature that is more, or less, than a word."""
_PROACTIVE, _FIRST, _LAST = map(crc32, (b"<proactive>", b"<first>", b"<last>"))


class Surroundings(NamedTuple):
    """Where a sentence stands."""

    before: str = ""
    """The sentence before it, as written."""
    first: bool = True
    last: bool = True
    proactive: bool = False
    """Whether the whole message answers nothing."""
    language: str | None = None
    """The one the whole message is written in, where it is known."""


class Written(NamedTuple):
    """A whole message as its sentences are read."""

    text: str
    spans: Sequence[tuple[int, int]]
    """Where its sentences stand."""
    proactive: bool = False
    language: str | None = None

    def sentence(self, at: int) -> str:
        """Return the sentence that is number *at*."""
        start, end = self.spans[at]
        return self.text[start:end]

    def around(self, at: int) -> Surroundings:
        """Return where the sentence stands that is number *at*."""
        return Surroundings(
            self.sentence(at - 1) if at else "",
            first=at == 0,
            last=at == len(self.spans) - 1,
            proactive=self.proactive,
            language=self.language,
        )


class Signs(NamedTuple):
    """The numbers that stand for one sentence."""

    own: frozenset[int]
    """As the sentence that is read."""
    before: frozenset[int]
    """As the one before it: words alone and what they mean, with other numbers."""


def signs_of(features: Iterable[str]) -> Signs:
    """Return the numbers, of 32 bits, that stand for a sentence with *features*."""
    written = [feature.encode() for feature in features]
    alone = [one for one in written if _PAIR not in one and _BEGINNING not in one]
    return Signs(
        frozenset(map(crc32, written)),
        frozenset([crc32(feature, _BEFORE) for feature in alone]),
    )


def together(sentence: Signs, before: Signs, where: Surroundings) -> frozenset[int]:
    """Return the numbers of a *sentence* behind another, and of where it stands."""
    marks = (
        (_PROACTIVE, where.proactive),
        (_FIRST, where.first),
        (_LAST, where.last),
    )
    return sentence.own | before.before | {mark for mark, there in marks if there}
