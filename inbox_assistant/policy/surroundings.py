"""What a learned reader sees of one sentence of a reply, as numbers.

The sentence's own features, the words of the sentence before it, and where it stands:
"use it within a month" says one thing behind a repair and another behind a voucher.
Each is known by a check sum, so that the stored model needs no words.
"""

from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from inbox_assistant.policy.features import features_of

_BEFORE = 1
"""Where the check sums of the words before begin, so that they differ from own ones."""
_MORE_THAN_A_WORD = (" ", "*")
_PROACTIVE, _FIRST, _LAST = map(crc32, (b"<proactive>", b"<first>", b"<last>"))


class Surroundings(NamedTuple):
    """Where a sentence stands."""

    before: str = ""
    """The sentence before it, as written."""
    first: bool = True
    last: bool = True
    proactive: bool = False
    """Whether the whole message answers nothing."""


def surroundings_of(
    text: str, spans: Sequence[tuple[int, int]], at: int, *, proactive: bool
) -> Surroundings:
    """Return where the sentence stands that is number *at* of the *spans* of *text*."""
    before = "" if at == 0 else text[slice(*spans[at - 1])]
    return Surroundings(
        before, first=at == 0, last=at == len(spans) - 1, proactive=proactive
    )


class Signs(NamedTuple):
    """The numbers that stand for one sentence."""

    own: frozenset[int]
    """As the sentence that is read."""
    before: frozenset[int]
    """As the one before it: its words alone, with other numbers."""


def signs_of(folded: str) -> Signs:
    """Return the numbers, of 32 bits, that stand for a *folded* sentence."""
    features = features_of(folded)
    return Signs(
        frozenset([crc32(feature.encode()) for feature in features]),
        frozenset(
            [
                crc32(feature.encode(), _BEFORE)
                for feature in features
                if not any(mark in feature for mark in _MORE_THAN_A_WORD)
            ]
        ),
    )


def together(sentence: Signs, before: Signs, where: Surroundings) -> frozenset[int]:
    """Return the numbers of a *sentence* behind another, and of where it stands."""
    marks = (
        (_PROACTIVE, where.proactive),
        (_FIRST, where.first),
        (_LAST, where.last),
    )
    return sentence.own | before.before | {mark for mark, there in marks if there}
