"""What was decided and done, one entry each, never changed afterwards."""

from collections import defaultdict
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
    NO_RESPONSE_SEEN = "no-response-seen"
    """Another seat marked it in the mailbox as needing no response."""
    REPLIED_ELSEWHERE = "replied-elsewhere"
    ANSWERED_SEEN = "answered-seen"
    """Another program marked it in the mailbox as answered."""
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
    ASSIGNED = "assigned"
    TAGGED = "tagged"
    UNTAGGED = "untagged"
    SNOOZED = "snoozed"
    VIEW_SAVED = "view-saved"
    VIEW_REMOVED = "view-removed"
    BREACH_EXPLAINED = "breach-explained"
    AMAZON_FIGURE_NOTED = "amazon-figure-noted"
    FINDING_DISMISSED = "finding-dismissed"
    NOTE_WRITTEN = "note-written"
    PROMISE_MADE = "promise-made"
    PROMISE_DROPPED = "promise-dropped"
    TEMPLATE_SAVED = "template-saved"
    TEMPLATE_REMOVED = "template-removed"
    CORRESPONDENCE_PURGED = "correspondence-purged"
    SETTING_CHANGED = "setting-changed"
    RULES_CHANGED = "rules-changed"
    PROFILE_RECOVERED = "profile-recovered"
    UNDONE = "undone"


UNDOABLE = frozenset(
    {
        Action.NO_RESPONSE_DECIDED,
        Action.NO_RESPONSE_CONFIRMED,
        Action.NO_RESPONSE_SEEN,
        Action.REPLIED_ELSEWHERE,
        Action.OLDER_SETTLED,
        Action.BREACH_EXPLAINED,
        Action.ASSIGNED,
        Action.TAGGED,
        Action.UNTAGGED,
        Action.SNOOZED,
        Action.PROMISE_DROPPED,
    }
)
"""Decisions that can be taken back; what has left the house cannot."""

_NEVER_SAID = frozenset(
    {Action.REPLY_WITHDRAWN, Action.REPLY_REFUSED, Action.REPLY_SENT_BACK}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of state.

    ``entry_id`` is unique in the world and ``desk`` names the installation, so that
    the journals of several desks can be joined. ``at`` is aware UTC. ``messages``
    are message keys, in what tells of a reply always those that the reply answers;
    ``undoes`` is the entry that an ``UNDONE`` takes back. ``data`` holds plain JSON
    values.
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

    An undo may itself be undone. Which entry takes back which is written in them, so
    the clocks play no part: one that was set back must not bring a decision to life
    again.
    """
    if not entries:
        return []
    undos: dict[str, list[str]] = defaultdict(list)
    reached: list[str] = []
    for entry in entries:
        if entry.action is not Action.UNDONE:
            reached.append(entry.entry_id)
        elif entry.undoes is not None:
            undos[entry.undoes].append(entry.entry_id)
    for name in reached:  # grows while it is read: each undo after what it takes back
        reached.extend(undos.get(name, ()))
    stands: dict[str, bool] = {}
    for name in reversed(reached):
        stands[name] = not any(stands[undo] for undo in undos.get(name, ()))
    return [
        entry
        for entry in in_order(entries)
        if entry.action is not Action.UNDONE and stands[entry.entry_id]
    ]


def never_said(entries: Iterable[Entry]) -> frozenset[object]:
    """Return the message ids of the replies that the buyer has never read.

    *entries* are those that count, of one thread: what such a reply brought with it,
    a promise or a tag, came to nothing.
    """
    told = (
        entry.data.get("message_id") for entry in entries if entry.action in _NEVER_SAID
    )
    return frozenset(one for one in told if one is not None)
