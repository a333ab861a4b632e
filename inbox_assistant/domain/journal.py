"""What was decided and done, one entry each, never changed afterwards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

SCHEMA = 1
"""The version of an entry's ``data``."""


class Action(StrEnum):
    """What an entry records."""

    MAILS_KEPT = "mails-kept"
    NO_RESPONSE_DECIDED = "no-response-decided"
    NO_RESPONSE_CONFIRMED = "no-response-confirmed"
    REPLIED_ELSEWHERE = "replied-elsewhere"
    OLDER_SETTLED = "older-settled"
    REPLY_QUEUED = "reply-queued"
    REPLY_WITHDRAWN = "reply-withdrawn"
    REPLY_SENDING = "reply-sending"
    REPLY_HANDED_OVER = "reply-handed-over"
    REPLY_DELAYED = "reply-delayed"
    REPLY_REFUSED = "reply-refused"
    REPLY_UNSURE = "reply-unsure"
    REPLY_SENT_BACK = "reply-sent-back"
    FINDINGS_OVERRIDDEN = "findings-overridden"
    SETTING_CHANGED = "setting-changed"
    UNDONE = "undone"


UNDOABLE = frozenset(
    {
        Action.NO_RESPONSE_DECIDED,
        Action.NO_RESPONSE_CONFIRMED,
        Action.REPLIED_ELSEWHERE,
        Action.OLDER_SETTLED,
    }
)
"""Decisions that can be taken back; what has left the house cannot."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of state.

    ``entry_id`` is unique in the world and ``desk`` names the installation, so that
    the journals of several desks can be joined. ``at`` is aware UTC. ``messages``
    are message keys; ``undoes`` is the entry that an ``UNDONE`` takes back.
    ``data`` holds plain JSON values.
    """

    entry_id: str
    desk: str
    agent: str
    at: datetime
    action: Action
    thread: str | None = None
    messages: tuple[str, ...] = ()
    undoes: str | None = None
    data: Mapping[str, object] = field(default_factory=dict)
    schema: int = SCHEMA


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return *entries* as they happened, alike on every desk."""
    return sorted(entries, key=lambda entry: (entry.at, entry.entry_id))


def in_force(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that count: those not undone, in order.

    An undo may itself be undone, so the last word is read first.
    """
    undone: set[str] = set()
    kept: list[Entry] = []
    for entry in reversed(in_order(entries)):
        if entry.entry_id in undone:
            continue
        if entry.action is Action.UNDONE:
            if entry.undoes is not None:
                undone.add(entry.undoes)
            continue
        kept.append(entry)
    return kept[::-1]
