"""What breaches if nobody works, or at the usual pace, and what answering saves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from inbox_assistant.domain.office import Office
from inbox_assistant.domain.response import FAILED, Bucket
from inbox_assistant.reports.response_times import Figures


@dataclass(frozen=True, slots=True)
class OpenMessage:
    """One message that nobody has answered; ``thread`` is a number."""

    key: str
    thread: int
    received_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Forecast:
    """What happens between ``now`` and ``until``; messages are ordered by due time.

    ``unattended`` breach if nobody works, ``despite_work`` even if the office works at
    ``pace`` (answers an hour of open office, ``None`` while nothing is measured).
    """

    now: datetime
    until: datetime
    unattended: tuple[OpenMessage, ...]
    despite_work: tuple[OpenMessage, ...]
    pace: float | None

    @property
    def first_at(self) -> datetime | None:
        """Return when the first message breaches if nobody works."""
        return self.unattended[0].due_at if self.unattended else None


@dataclass(frozen=True, slots=True)
class Choice:
    """The late response rates at ``at``: with some answered now, and with them left."""

    at: datetime
    answering: float | None
    leaving: float | None


def breaching(
    messages: Sequence[OpenMessage], now: datetime, until: datetime
) -> tuple[OpenMessage, ...]:
    """Return what passes its deadline from *now* on and before *until*, in order."""
    found = [one for one in messages if now <= one.due_at < until]
    return tuple(sorted(found, key=lambda one: (one.due_at, one.key)))


def breaching_despite_work(
    messages: Sequence[OpenMessage],
    now: datetime,
    until: datetime,
    office: Office,
    pace: float,
) -> tuple[OpenMessage, ...]:
    """Return what breaches although the office answers *pace* messages an hour.

    It answers in the order of the deadlines, in its hours alone.
    """
    lost = []
    each = timedelta(hours=1 / pace)
    done = 0
    for one in sorted(messages, key=lambda one: (one.due_at, one.key)):
        if one.due_at < now:
            done += 1
            continue
        answered_at = office.after_work(now, (done + 1) * each)
        if answered_at is not None and answered_at <= one.due_at:
            done += 1
        elif one.due_at < until:
            # Nobody works on what is lost while others can still be saved.
            lost.append(one)
    return tuple(lost)


def choice(
    figures: Figures, chosen: Collection[OpenMessage], at: datetime, now: datetime
) -> Choice:
    """Return what answering *chosen* now makes of the rate at *at*.

    *figures* count the messages of the window that ends then, as they stand *now*;
    whatever else is still in time is taken to be answered in time.
    """
    failed = figures.count(*FAILED)
    counted = failed + figures.count(Bucket.IN_TIME, Bucket.OPEN)
    at_stake = sum(1 for one in chosen if now <= one.due_at < at)
    if not counted:
        return Choice(at, None, None)
    return Choice(at, failed / counted, (failed + at_stake) / counted)
