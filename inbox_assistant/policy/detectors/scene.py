"""What a detector is given and what it gives back."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from inbox_assistant.policy.fold import Folded, fold
from inbox_assistant.policy.tokens import Words, has_ideographs, read_words

if TYPE_CHECKING:
    from inbox_assistant.domain.finding import Fix
    from inbox_assistant.policy.detectors.addresses import Address


class Scene:
    """One sentence: as written, folded, and by its words; each when first asked for."""

    __slots__ = ("_folded", "_words", "addresses", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._folded: Folded | None = None
        self._words: Words | None = None
        self.addresses: list[list[Address]] = []
        """The addresses in it, once some detector has looked for them."""

    @property
    def folded(self) -> Folded:
        """Return the sentence folded."""
        if self._folded is None:
            self._folded = fold(self.source)
        return self._folded

    @property
    def words(self) -> Words:
        """Return the words of the folded sentence."""
        if self._words is None:
            self._words = read_words(self.folded.text)
        return self._words


class Detected(NamedTuple):
    """A stretch of the sentence as written, and fixes of the detector's own."""

    start: int
    end: int
    fixes: "tuple[Fix, ...]" = ()


Detect = Callable[[Scene], list[Detected]]
Options = Mapping[str, object]


class Detector(NamedTuple):
    """A way to look, and what must be there for it to be worth looking.

    A sentence is looked at when it holds one of ``signs`` or one of ``words``, or a
    sign from ``beyond`` upwards where that is set, or something of that ``shape``
    without a blank in it, or always where ``always`` is, and with ``stops`` also where
    a full stop ends a word before the last. Where ``least`` is set, its signs must be
    that many, by the lane of evidence that counts them.
    """

    detect: Detect
    signs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    beyond: str = ""
    shape: re.Pattern[str] | None = None
    always: bool = False
    least: tuple[int, int] | None = None
    stops: bool = False


DIGITS = frozenset("0123456789")
LOUD = re.compile("[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻĞİŞŐŰ]{5}")
"""A word in capitals that is hardly an abbreviation."""


class Lore(NamedTuple):
    """What detectors know from tables, of all languages together."""

    digits: Mapping[str, str] = MappingProxyType({})
    """A word and the digits it stands for."""
    doubles: frozenset[str] = frozenset()
    """Words that say the next digit twice."""
    ats: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Words after which an ``at`` tells a place: ``look at example dot com``."""
    dots: Mapping[str, frozenset[str] | None] = MappingProxyType({})
    """A word for a dot, and the endings it may stand before; ``None``: all."""
    spots: Mapping[str, frozenset[str]] = MappingProxyType({})
    """A word for a dot, and after which words it is none: ``up to this point``."""
    phone: frozenset[str] = frozenset()
    """Words that announce a telephone number."""
    other: frozenset[str] = frozenset()
    """Words that announce a number of another kind."""
    carriers: Mapping[str, str] = MappingProxyType({})
    """Carriers' names by the domains of their tracking pages."""


def lore_of(stored: Mapping[str, Any]) -> Lore:
    """Return what was stored of the tables."""
    sets = ("doubles", "ats", "places", "phone", "other")
    dots = {
        word: None if endings is None else frozenset(endings)
        for word, endings in stored["dots"].items()
    }
    return Lore(
        digits=stored["digits"],
        dots=dots,
        spots={word: frozenset(before) for word, before in stored["spots"].items()},
        carriers=stored["carriers"],
        **{name: frozenset(stored[name]) for name in sets},
    )


def texts(options: Options, name: str) -> tuple[str, ...]:
    """Return an option that is a list of texts; empty where it is missing."""
    value = options.get(name, ())
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def announces(word: str, cues: frozenset[str]) -> bool:
    """Return whether *word* is one of *cues*, or a clause without blanks holds one."""
    return word in cues or (
        has_ideographs(word) and any(cue in word for cue in cues if has_ideographs(cue))
    )


def unfolded(scene: Scene, start: int, end: int) -> Detected:
    """Return a stretch of the folded sentence as one of the sentence as written."""
    first, last = scene.folded.span(start, end)
    return Detected(first, last)
