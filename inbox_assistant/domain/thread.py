"""One thread seen as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.deadline import deadline_of
from inbox_assistant.domain.settlement import Standing
from inbox_assistant.domain.state import State


@dataclass(frozen=True, slots=True)
class ThreadStanding:
    """Where a thread stands.

    ``received_at`` and ``due_at`` belong to its oldest message that still waits,
    or, where none waits, to the oldest that is to be confirmed.
    ``answered_elsewhere_at`` is set where the newest message that waits bears the mark
    of an answer: an answer to it would answer the earlier ones too.
    """

    state: State
    waiting: int
    to_confirm: int
    received_at: datetime | None
    due_at: datetime | None
    sent_back: bool
    answered_elsewhere_at: datetime | None = None


def thread_standing(
    messages: Iterable[tuple[datetime, Standing]],
) -> ThreadStanding:
    """Return where a thread stands, from each message's receipt and standing."""
    listed = sorted(messages, key=lambda one: one[0])
    waiting = [at for at, one in listed if one.state is State.WAITING]
    undecided = [at for at, one in listed if one.state is State.TO_CONFIRM]
    newest = next(
        (one for _, one in reversed(listed) if one.state is State.WAITING), None
    )
    ever_waited = any(one.state is not State.NONE for _, one in listed)
    oldest = min(waiting or undecided, default=None)
    if waiting:
        state = State.WAITING
    elif undecided:
        state = State.TO_CONFIRM
    else:
        state = State.SETTLED if ever_waited else State.NONE
    return ThreadStanding(
        state=state,
        waiting=len(waiting),
        to_confirm=len(undecided),
        received_at=oldest,
        due_at=None if oldest is None else deadline_of(oldest).due_at,
        sent_back=any(one.sent_back for _, one in listed),
        answered_elsewhere_at=None if newest is None else newest.answered_elsewhere_at,
    )
