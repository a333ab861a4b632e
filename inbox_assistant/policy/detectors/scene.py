"""What a detector is given and what it gives back."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from inbox_assistant.policy.fold import Folded
from inbox_assistant.policy.tokens import Words, has_ideographs

if TYPE_CHECKING:
    from inbox_assistant.domain.finding import Fix
    from inbox_assistant.policy.detectors.addresses import Address


class Scene:
    """One sentence: as written, folded, and by its words."""

    __slots__ = ("addresses", "folded", "source", "words")

    def __init__(self, source: str, folded: Folded, words: Words) -> None:
        self.source = source
        self.folded = folded
        self.words = words
        self.addresses: list[list[Address]] = []
        """The addresses in it, once some detector has looked for them."""


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
    sign from ``beyond`` upwards where that is set, or always where ``always`` is.
    """

    detect: Detect
    signs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    beyond: str = ""
    always: bool = False


DIGITS = frozenset("0123456789")


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
