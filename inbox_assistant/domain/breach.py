"""Breaches: buyer messages that nobody answered within the window, and why."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from inbox_assistant.domain.deadline import deadline_of
from inbox_assistant.domain.journal import Action, Entry, in_force
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State


class Cause(StrEnum):
    """Why a message was not answered in time, in the order of their keys 1 to 6."""

    NEVER_SEEN = "never seen"
    WAREHOUSE = "waiting for warehouse"
    INTAKE_DELAY = "intake delay"
    SENT_BACK = "sent back"
    NOT_CONFIRMED = "not confirmed"
    OTHER = "other"


_BY_NAME: dict[object, Cause] = {one.value: one for one in Cause}


class Breach(StrEnum):
    """In which way the window was missed."""

    NO_RESPONSE = "no response"
    LATE = "answered late"
    CONFIRMED_LATE = "confirmed late"
    """Marked on Amazon as needing no response, but after the window."""
    TOLD_LATE = "told late"
    """Said to have been answered in time elsewhere, but only after the window; Amazon
    may know better, so it stays in the review."""


def breach_of(
    received_at: datetime, standing: Standing, now: datetime
) -> Breach | None:
    """Return in which way a message missed its window by *now*, if it did.

    What was settled together with the older ones waited before the program knew of
    it and is no breach of this desk.
    """
    deadline = deadline_of(received_at)
    if standing.state in {State.WAITING, State.TO_CONFIRM}:
        return Breach.NO_RESPONSE if deadline.is_overdue(now) else None
    if standing.at is None or standing.how is How.OLDER:
        return None
    if deadline.is_overdue(standing.at):
        if standing.how is How.NO_RESPONSE_NECESSARY:
            return Breach.CONFIRMED_LATE
        return Breach.LATE
    if standing.how is How.REPLIED_ELSEWHERE and standing.told_at is not None:
        return Breach.TOLD_LATE if deadline.is_overdue(standing.told_at) else None
    return None


def causes_named(entries: Iterable[Entry]) -> dict[str, Cause]:
    """Return the cause last given for each message that has one."""
    found: dict[str, Cause] = {}
    for entry in in_force(list(entries)):
        if entry.action is Action.BREACH_EXPLAINED:
            for key in entry.messages:
                # One that a newer program gave counts, under a name known here.
                found[key] = _BY_NAME.get(entry.data.get("cause"), Cause.OTHER)
    return found
