"""What a buyer was promised: that they would hear from the seller again by a time.

A promise is made when the reply that says so is stored, and is nothing where that
reply was called back, refused or returned. It is kept by the next reply that leaves;
one that comes after its time broke it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inbox_assistant.domain.journal import Action, Entry, in_force, never_said
from inbox_assistant.domain.moment import told_moment


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    """The buyer heard from the seller, but later than promised."""
    DROPPED = "dropped"
    """Somebody said, with a reason, that it is no longer needed."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise; moments are aware UTC.

    ``promise_id`` is that of its journal entry; ``message_id`` names the reply that
    told the buyer. ``ended_at`` is when it stopped being open.
    """

    promise_id: str
    thread: str
    due_at: datetime
    words: str
    made_at: datetime
    message_id: str = ""
    state: PromiseState = PromiseState.OPEN
    ended_at: datetime | None = None

    def is_overdue(self, now: datetime) -> bool:
        """Return whether the buyer still waits for what was promised until before."""
        return self.state is PromiseState.OPEN and now > self.due_at


def promises(
    entries: Iterable[Entry], heard_at: Iterable[datetime] = ()
) -> tuple[Promise, ...]:
    """Return the promises in *entries* about one thread, as they were made.

    *heard_at* are the moments at which the buyer heard from the seller by replies
    that were not written here.
    """
    counting = in_force(list(entries))
    if not counting:
        return ()
    unsaid = never_said(counting)
    heard = sorted(
        [*_replies(counting, unsaid), *((at, None) for at in heard_at)],
        key=lambda one: one[0],
    )
    dropped = {
        str(entry.data.get("promise")): entry.at
        for entry in counting
        if entry.action is Action.PROMISE_DROPPED
    }
    return tuple(
        _promise(entry, heard, dropped)
        for entry in counting
        if entry.action is Action.PROMISE_MADE
        and entry.data.get("message_id") not in unsaid
    )


def _replies(
    entries: Sequence[Entry], unsaid: frozenset[object]
) -> list[tuple[datetime, object]]:
    """Return when the buyer heard from the seller, and by which reply."""
    heard: list[tuple[datetime, object]] = []
    for entry in entries:
        said = entry.data.get("message_id")
        if entry.action is Action.REPLY_HANDED_OVER and said not in unsaid:
            heard.append((entry.at, said))
        elif entry.action is Action.REPLIED_ELSEWHERE:
            heard.append((told_moment(entry.data.get("replied_at")) or entry.at, None))
    return heard


def _promise(
    entry: Entry,
    heard: Sequence[tuple[datetime, object]],
    dropped: dict[str, datetime],
) -> Promise:
    # A promise whose time cannot be read is better kept too early than forgotten.
    due_at = told_moment(entry.data.get("due_at")) or entry.at
    message_id = entry.data.get("message_id")
    answered = next(
        (at for at, said in heard if at > entry.at and said != message_id), None
    )
    state, ended_at = PromiseState.OPEN, None
    given_up = dropped.get(entry.entry_id)
    if given_up is not None and (answered is None or given_up < answered):
        state, ended_at = PromiseState.DROPPED, given_up
    elif answered is not None:
        state = PromiseState.KEPT if answered <= due_at else PromiseState.BROKEN
        ended_at = answered
    return Promise(
        promise_id=entry.entry_id,
        thread=entry.thread or "",
        due_at=due_at,
        words=str(entry.data.get("words", "")),
        made_at=entry.at,
        message_id=str(message_id or ""),
        state=state,
        ended_at=ended_at,
    )
