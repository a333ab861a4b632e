"""What other programs mark on the mails of a mailbox, and what of that is news here.

A mark is a flag or a keyword as RFC 3501 section 2.3.2 has them. It says that somebody
did something somewhere; of our own marks, which come back as everybody's do, nothing
is learned.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from inbox_assistant.domain.journal import Action, Entry, in_force
from inbox_assistant.domain.settlement import Standing
from inbox_assistant.domain.state import State

KEYWORD = "$NoResponseNeeded"
"""Set by the program on the mails of what was confirmed as needing no response."""
ANOTHER_SEAT = "another seat"
"""Who wrote an entry that follows from a mark of another program."""


class Mark(StrEnum):
    """One thing that a mailbox may say of a mail."""

    ANSWERED = "answered"
    """Somebody began an answer; whether Amazon took it is not known."""
    NO_RESPONSE = "no response"
    """Somebody confirmed on Amazon that no response is necessary."""


ACTIONS = {
    Mark.ANSWERED: Action.ANSWERED_SEEN,
    Mark.NO_RESPONSE: Action.NO_RESPONSE_SEEN,
}
"""The entry that a mark leads to."""

_FLAGS = {"\\answered": Mark.ANSWERED, KEYWORD.lower(): Mark.NO_RESPONSE}
_OPEN = frozenset({State.WAITING, State.TO_CONFIRM})


def marks_of(flags: Iterable[str]) -> frozenset[Mark]:
    """Return the marks among *flags*, whose letters may be large or small."""
    found = {_FLAGS.get(flag.lower()) for flag in flags}
    return frozenset(mark for mark in found if mark is not None)


def is_news(mark: Mark, key: str, standing: Standing, entries: Iterable[Entry]) -> bool:
    """Return whether *mark*, new on the message *key*, changes anything here.

    *standing* is where the message stands by *entries*, those about it. A message that
    was answered from here bears our own mark, even where that answer came back.
    """
    if standing.state not in _OPEN:
        return False
    if mark is Mark.NO_RESPONSE:
        return True
    return not any(
        entry.action in {Action.REPLY_HANDED_OVER, Action.ANSWERED_SEEN}
        and key in entry.messages
        for entry in in_force(list(entries))
    )


def taken_back_by_its_end(
    mark: Mark, key: str, entries: Sequence[Entry]
) -> list[Entry]:
    """Return what no longer counts once *mark* is gone from the message *key*.

    Only what followed from the mark itself: a decision made here stands.
    """
    return [
        entry
        for entry in in_force(entries)
        if entry.action is ACTIONS[mark] and key in entry.messages
    ]
