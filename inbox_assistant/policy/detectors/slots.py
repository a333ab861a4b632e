"""Slots of a template that nobody filled in."""

import re

from inbox_assistant.policy.detectors.scene import (
    Detect,
    Detected,
    Lore,
    Options,
    Scene,
    texts,
)
from inbox_assistant.policy.fold import fold_text

_SLOT = re.compile(
    r"\$?\{\{?\{?(?=[^{}\n]{0,50}\w)[^{}\n]{1,50}\}\}?\}?"
    r"|\[\[[^\[\]\n]{1,50}\]\]"
    r"|<<[^<>\n]{1,50}>>"
    r"|\*\|[^|\n]{1,30}\|\*"
    r"|(?<![\d\w])%%?[^\W\d][\w .\-]{1,30}%%?(?!\w)"
    r"|(?<!\w)\$[A-Z][A-Z_]{2,30}\$?(?!\w)"
    r"|(?<!\w)(?:#{1,2}|@@|__)[A-Z][A-Z_]{2,30}(?:#{1,2}|@@|__)"
    r"|(?<![\w\-.])X{3,}(?![\w\-]|\.\w)"
    r"|(?<![\w\-.])X{1,4}(?:[/.]X{1,4}){2}(?!\w)"
    r"|(?<![\w\-./])XX[/.\-]XX(?![\w/\-])"
    r"|(?<!\w)_{3,}(?!\w)"
    r"|(?i:\blorem ipsum\b[^.!?\n]{0,80}[.!?]?)"
)
_BRACKETED = re.compile(
    r"\[(?P<square>[^\[\]\n]{2,50})\]|<(?P<angle>[^\W\d][^<>\n]{1,50})>|\((?P<round>[^()\n]{3,50})\)"
)
_CAPITALS = re.compile(r"[A-ZÀ-ÞĄĆĘŁŃŚŹŻĞİŞ][A-ZÀ-ÞĄĆĘŁŃŚŹŻĞİŞ0-9 _'’/\-]{2,}")
_TAGS = frozenset("DIV SPAN STRONG FONT CENTER TABLE HTML BODY IMG".split())  # noqa: SIM905
_SLOT_HINT = re.compile(r"[\[{<%$#@_X*]|lorem", re.IGNORECASE)
_HINT = re.compile(r"[\[{<%$#@_(X*]|lorem", re.IGNORECASE)


def find_placeholders(options: Options, lore: Lore) -> Detect:
    """Return a detector of unfilled slots.

    ``words`` lists what slots are called, for brackets that honest text uses too;
    ``orders`` lists words that tell the agent to fill in something.
    """
    del lore
    words = frozenset(fold_text(word) for word in texts(options, "words"))
    orders = frozenset(fold_text(word) for word in texts(options, "orders"))

    def detect(scene: Scene) -> list[Detected]:
        source = scene.source
        if not _HINT.search(source):
            return []
        slots = _SLOT.finditer(source) if _SLOT_HINT.search(source) else ()
        found = [
            Detected(*slot.span()) for slot in slots if not _is_percentage(slot.group())
        ]
        found.extend(
            Detected(*slot.span())
            for slot in _BRACKETED.finditer(source)
            if _is_slot(slot, words, orders)
        )
        return found

    return detect


def _is_percentage(slot: str) -> bool:
    """Return whether a slot in percent signs is only two percentages."""
    return slot[0] == "%" and (" " in slot and slot[1] == " ")


def _is_slot(
    slot: re.Match[str], words: frozenset[str], orders: frozenset[str]
) -> bool:
    """Return whether a bracket holds the name of something to fill in."""
    inside = slot["square"] or slot["angle"] or slot["round"]
    named = {word for word in re.split(r"[\W_]+", fold_text(inside)) if word}
    if slot["round"] is not None:
        return bool(named & orders and named & words)
    if _CAPITALS.fullmatch(inside) and not (slot["angle"] and inside in _TAGS):
        return True
    if "/" in inside[:1]:
        return False
    return bool(named & words or named & orders) and len(named) <= len("abcdef")
