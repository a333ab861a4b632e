"""How a saved reply stands, in words and with a sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.template import (
    AGENT,
    FIRST_NAME,
    ORDER_NUMBER,
    PRODUCT,
    PROMISED_DATE,
)

if TYPE_CHECKING:
    from inbox_assistant.services.templating import Offered


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of a saved reply; ``icon`` is also the name of its colour."""

    words: str
    icon: str
    is_to_look_at: bool = False


def standing_of(one: Offered) -> Standing:
    """Return how *one* stands by its last check."""
    translate = QCoreApplication.translate
    if one.reply is None or one.proactive is None:
        return Standing(translate("Templates", "not checked yet"), "note")
    if one.reply is Verdict.BLOCK:
        words = translate("Templates", "would be held back")
        return Standing(words, "block", is_to_look_at=True)
    if one.proactive is Verdict.BLOCK:
        words = translate("Templates", "only as an answer")
        return Standing(words, "warn", is_to_look_at=True)
    if Verdict.WARN in {one.reply, one.proactive}:
        words = translate("Templates", "to look at")
        return Standing(words, "warn", is_to_look_at=True)
    return Standing(translate("Templates", "clean"), "ok")


def slot_names() -> dict[str, str]:
    """Return what fills each slot that a thread fills, in the window's language."""
    translate = QCoreApplication.translate
    return {
        FIRST_NAME: translate("Templates", "Buyer's first name"),
        ORDER_NUMBER: translate("Templates", "Order number"),
        PRODUCT: translate("Templates", "Product"),
        PROMISED_DATE: translate("Templates", "Promised day"),
        AGENT: translate("Templates", "Your name"),
    }
