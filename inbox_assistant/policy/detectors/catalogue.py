"""The detectors that packs can name.

Their modules are only read when a sentence holds something to look at: what stands
here is what must be there for that.
"""

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from inbox_assistant.policy.detectors.scene import (
    DIGITS,
    LOUD,
    Detect,
    Detected,
    Detector,
    Lore,
    Options,
    Scene,
)
from inbox_assistant.policy.evidence import DIGITS as DIGIT_LANE
from inbox_assistant.policy.evidence import MARKS

_HERE = "inbox_assistant.policy.detectors."


class Kind(NamedTuple):
    """Where a detector is, and what must be there for it to look."""

    module: str
    maker: str
    signs: str = ""
    words: Callable[[Lore], frozenset[str]] = lambda _: frozenset()
    beyond: str = ""
    shape: re.Pattern[str] | None = None
    least: tuple[int, int] | None = None
    stops: bool = False


def _address_words(lore: Lore) -> frozenset[str]:
    """Return the words that may spell out an address."""
    return frozenset(lore.dots) | {"www", "com"}


def _digit_words(lore: Lore) -> frozenset[str]:
    """Return the words that spell out digits."""
    return frozenset(lore.digits)


_ADDRESS = re.compile(
    r"^[.。．｡]|[.。．｡]\s?[^\W\d]|@|://|www|h(?:tt|xx)p|[\[({]\.|[·•]|[,*]com"
)
"""What an address has, written plainly or with its signs set apart."""
_NUMBERS = "".join(sorted(DIGITS))
KINDS = {
    "link": Kind(
        "links", "find_links", words=_address_words, shape=_ADDRESS, stops=True
    ),
    "email": Kind(
        "links", "find_emails", words=_address_words, shape=_ADDRESS, stops=True
    ),
    "handle": Kind("links", "find_handles", "@"),
    "phone": Kind(
        "phones", "find_phones", _NUMBERS, _digit_words, least=(DIGIT_LANE, 5)
    ),
    "emoji": Kind("pictures", "find_emoji", beyond="\u203c"),
    "emoticon": Kind(
        "pictures",
        "find_emoticons",
        ":;=<^_（¯",
        lambda _: frozenset({"xd", "xdd", "xddd", "xp", "8d"}),
    ),
    "placeholder": Kind(
        "slots", "find_placeholders", "[{<%$#@_(X|", lambda _: frozenset({"lorem"})
    ),
    "markup": Kind("shape", "find_markup", "<["),
    "marks": Kind("shape", "find_marks", "!?！？", least=(MARKS, 3)),
    "capitals": Kind("shape", "find_capitals", shape=LOUD),
    "card": Kind("accounts", "find_cards", _NUMBERS, least=(DIGIT_LANE, 15)),
    "account": Kind("accounts", "find_accounts", _NUMBERS, least=(DIGIT_LANE, 9)),
}
"""Detectors of a sentence, by the name that a rule gives."""

TEXT_DETECTORS = frozenset({"length", "wrong-language", "thanks-only", "hints"})
"""Detectors of a whole text, which the engine itself carries out."""


def make_detector(name: str, options: Options, lore: Lore) -> Detector:
    """Return the detector called *name*."""
    kind = KINDS[name]
    return Detector(
        _late(kind.module, kind.maker, options, lore),
        frozenset(kind.signs),
        kind.words(lore),
        kind.beyond,
        kind.shape,
        least=kind.least,
        stops=kind.stops,
    )


def make_regex_detector(source: str, script: str, signs: str = "") -> Detector:
    """Return a detector of a rule's own regular expression.

    With *script*, a range of letters, or with *signs*, it is only tried where one of
    them stands.
    """
    options = {"source": source, "script": script}
    return Detector(
        _late("regex", "find_pattern", options, Lore()),
        frozenset(signs),
        beyond=script[1:2],
        always=not script and not signs,
    )


def _late(module: str, maker: str, options: Options, lore: Lore) -> Detect:
    """Return a detector that is made when it is first used."""
    made: list[Detect] = []

    def detect(scene: Scene) -> list[Detected]:
        if not made:
            made.append(getattr(import_module(_HERE + module), maker)(options, lore))
        return made[0](scene)

    return detect
