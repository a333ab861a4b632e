"""What the page of today's work says of each pile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from inbox_assistant.domain.view import View

if TYPE_CHECKING:
    from inbox_assistant.services.todays_work import Pile


class PileWords(NamedTuple):
    """The name of a pile, what it is about, its icon and the colour of its number."""

    name: str
    hint: str
    icon: str
    colour: str


def pile_words(pile: Pile) -> PileWords:
    """Return what is said of *pile*."""
    translate = QCoreApplication.translate
    words = {
        View.DUE_SOON: PileWords(
            translate("Today", "Breaching soon"),
            translate("Today", "Still in time if answered now"),
            "due-soon",
            "soon",
        ),
        View.OVERDUE: PileWords(
            translate("Today", "Overdue"),
            translate("Today", "Late beats no response"),
            "overdue",
            "overdue",
        ),
        View.TO_CONFIRM: PileWords(
            translate("Today", "To confirm"),
            translate("Today", "Amazon's clock runs until it is marked there"),
            "to-confirm",
            "accent",
        ),
        View.SENT_BACK: PileWords(
            translate("Today", "Sent back"),
            translate("Today", "The buyer has not read the reply"),
            "sent-back",
            "overdue",
        ),
        View.PROMISES: PileWords(
            translate("Today", "Promises due"),
            _of_promises(pile),
            "promises",
            "overdue" if pile.missed else "accent",
        ),
        None: PileWords(
            translate("Today", "Notices and unsorted"),
            translate("Today", "Claims, and mails that nobody could sort"),
            "incoming",
            "text",
        ),
        View.WAITING: PileWords(
            translate("Today", "Everything that waits"),
            translate("Today", "The most urgent first"),
            "waiting",
            "text",
        ),
    }
    return words[pile.view]


def _of_promises(pile: Pile) -> str:
    translate = QCoreApplication.translate
    if pile.missed:
        return translate("Today", "{count} overdue").format(count=pile.missed)
    if not pile.later:
        return translate("Today", "Buyers were told by when they hear again")
    words = translate("Today", "Within a day; {count} more later")
    return words.format(count=pile.later)
