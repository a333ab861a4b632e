"""When the silence of a mailbox means that it is no longer read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

_GRACE = timedelta(minutes=10)
"""How long a start, or a computer that wakes, has for reading a mailbox again."""


@dataclass(frozen=True, slots=True)
class Intake:
    """One mailbox as its reading went: when it last worked, and what is wrong now."""

    account: str
    worked_at: datetime | None = None
    """``None`` where it has never worked."""
    problem: str = ""
    """Why the last try failed; empty where nothing is known of a failure."""
    told_of: datetime | None = None
    """The silence that was told already, by when it began."""


@dataclass(frozen=True, slots=True)
class IntakeAlarm:
    """A mailbox that has not been read since *since*."""

    account: str
    since: datetime
    problem: str


def intake_alarms(
    intakes: Iterable[Intake],
    watched_since: datetime,
    patience: timedelta,
    now: datetime,
) -> tuple[IntakeAlarm, ...]:
    """Return the mailboxes that have been silent for *patience*, the longest first.

    *watched_since* is when this program began to read them without a break. A silence
    is told once; one that was told already is left out. A patience of zero asks for
    no alarms.
    """
    if not patience:
        return ()
    found = [
        IntakeAlarm(one.account, since, one.problem)
        for one in intakes
        if (since := silent_since(one, watched_since, patience, now)) is not None
        and since != one.told_of
    ]
    return tuple(sorted(found, key=lambda alarm: (alarm.since, alarm.account)))


def silent_since(
    intake: Intake, watched_since: datetime, patience: timedelta, now: datetime
) -> datetime | None:
    """Return when the silence of *intake* began, or ``None`` while all is well."""
    since = intake.worked_at or watched_since
    is_tried = now - watched_since >= _GRACE
    return since if is_tried and now - since >= patience else None
