"""When a person is reminded of a thread before its time is over.

A thread has a few *leads*, such as 6 hours, 2 hours and 30 minutes before it is due.
Whoever looks often enough is told once for each lead. Quiet hours and a pause between
two reminders hold the earlier ones back, and they are told together later; the last
lead waits for nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from inbox_assistant.domain.deadline import RESPONSE_WINDOW
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.quiet_hours import QuietHours

_LEAD = re.compile(r"\s*(\d{1,4})\s*(h|min)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """The last lead that was told of a thread, and which due time it was about."""

    due_at: datetime
    lead: timedelta


@dataclass(frozen=True, slots=True)
class Pending:
    """A thread whose clock runs; ``told`` is what was said of it so far."""

    thread: str
    due_at: datetime
    told: Told | None = None
    asleep_until: datetime | None = None
    """An agent put it off until then."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thread to tell of; ``is_last`` says that no further one will come."""

    thread: str
    due_at: datetime
    lead: timedelta
    is_last: bool


@dataclass(frozen=True, slots=True)
class ReminderPlan:
    """When to tell: the longest of the *leads* first; without any, nothing is told."""

    leads: tuple[timedelta, ...]
    quiet: QuietHours = field(default_factory=QuietHours)
    pause: timedelta = timedelta(minutes=10)
    """How long one reminder stands for others that come up, but for the last ones."""


def due_reminders(
    pending: Iterable[Pending],
    plan: ReminderPlan,
    now: datetime,
    last_told_at: datetime | None = None,
) -> tuple[Reminder, ...]:
    """Return what is to be told at *now*, together, the most urgent thread first.

    Once a last reminder is due, the last ones of the coming pause are told with it,
    so that many threads in a row make few reminders. A thread whose last lead passed
    while nobody looked is told of however late it is.
    """
    if not plan.leads:
        return ()
    found = [
        reminder
        for one in pending
        if (reminder := _reminder(one, plan, now)) is not None
    ]
    last = [one for one in found if one.is_last]
    if not any(one.due_at - now <= one.lead for one in last):
        # Those of the coming pause are in time when their own moment comes.
        found = [one for one in found if not one.is_last]
        if _is_held(plan, now, last_told_at):
            return ()
    elif plan.quiet.holds(now):
        found = last
    return tuple(sorted(found, key=lambda one: (one.due_at, one.thread)))


def parse_leads(text: str) -> tuple[timedelta, ...]:
    """Return the leads that are written like ``6 h, 2 h, 30 min``, the longest first.

    An empty *text* means none. Raises InputError when it cannot be understood or when
    a lead is not shorter than the time that there is to respond.
    """
    leads = {_lead(part) for part in text.split(",") if part.strip()}
    return tuple(sorted(leads, reverse=True))


def _reminder(one: Pending, plan: ReminderPlan, now: datetime) -> Reminder | None:
    left = one.due_at - now
    last = plan.leads[-1]
    lead = last if left <= last + plan.pause else _reached(plan.leads, left)
    if lead is None or _was_told(one, lead):
        return None
    if lead > last and one.asleep_until is not None and one.asleep_until > now:
        return None
    return Reminder(one.thread, one.due_at, lead, is_last=lead == last)


def _reached(leads: tuple[timedelta, ...], left: timedelta) -> timedelta | None:
    """Return the shortest of *leads* that is not shorter than what is *left*."""
    return min((lead for lead in leads if left <= lead), default=None)


def _was_told(one: Pending, lead: timedelta) -> bool:
    told = one.told
    return told is not None and told.due_at == one.due_at and told.lead <= lead


def _is_held(plan: ReminderPlan, now: datetime, last_told_at: datetime | None) -> bool:
    if plan.quiet.holds(now):
        return True
    # A moment that is still to come was written before the clock was put back.
    return last_told_at is not None and last_told_at <= now < last_told_at + plan.pause


def _lead(part: str) -> timedelta:
    match = _LEAD.fullmatch(part)
    count = int(match[1]) if match else 0
    is_hours = match is not None and match[2].lower() == "h"
    lead = timedelta(hours=count) if is_hours else timedelta(minutes=count)
    if not timedelta() < lead < RESPONSE_WINDOW:
        raise InputError(
            f"“{part.strip()}” is no time before a deadline.",
            "Write the times like 6 h, 2 h, 30 min, each below 24 h.",
        )
    return lead
