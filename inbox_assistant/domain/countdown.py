"""How the time left until a deadline is put into words.

=====================  =========================  ===================
time left              words                      short (status bar)
=====================  =========================  ===================
2 days or more         ``2 d 5 h``                ``53:12``
1 hour or more         ``3 h 12 min``             ``3:12``
10 minutes or more     ``42 min``                 ``0:42``
less than 10 minutes   ``4 min 10 s``             ``0:04``
less than a minute     ``50 s``                   ``0:00``
over since 4 minutes   ``overdue by 0:04``        ``-0:04``
over since 5 days      ``overdue by 5 d 3 h``     ``-123:10``
=====================  =========================  ===================

Time left is rounded down, so that the words never promise more than there is; time
over is counted up in hours and minutes. Seconds appear only where they matter.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

SOON = timedelta(hours=4)
"""From here on a deadline is *soon*, unless a setting says otherwise."""

DAYS_FROM = timedelta(days=2)
"""From here on days and hours are told in place of hours and minutes."""

_SECONDS_FROM = timedelta(minutes=10)
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


class Urgency(StrEnum):
    """How pressing a deadline is."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


class Phrases(NamedTuple):
    """The patterns that the words are made from, so that they can be translated."""

    days: str = "{days} d {hours} h"
    hours: str = "{hours} h {minutes} min"
    minutes: str = "{minutes} min"
    minutes_seconds: str = "{minutes} min {seconds} s"
    seconds: str = "{seconds} s"
    over: str = "{hours}:{minutes:02d}"
    over_days: str = "{days} d {hours} h"
    overdue: str = "overdue by {span}"


ENGLISH = Phrases()


def urgency(due_at: datetime, now: datetime, soon: timedelta = SOON) -> Urgency:
    """Return how pressing *due_at* is at *now*."""
    remaining = due_at - now
    if remaining < timedelta():
        return Urgency.OVERDUE
    return Urgency.SOON if remaining <= soon else Urgency.LATER


def countdown(due_at: datetime, now: datetime, phrases: Phrases = ENGLISH) -> str:
    """Return the time left until *due_at*, or the time since, in words."""
    remaining = due_at - now
    if remaining < timedelta():
        return phrases.overdue.format(span=_span_over(-remaining, phrases))
    return _span_left(remaining, phrases)


def clock_face(due_at: datetime, now: datetime) -> str:
    """Return the time left as ``h:mm``, with a minus sign once it is over."""
    remaining = due_at - now
    if remaining < timedelta():
        return "-" + _hours_and_minutes(-remaining)
    return _hours_and_minutes(remaining)


def _span_over(over: timedelta, phrases: Phrases) -> str:
    if over >= DAYS_FROM:
        return phrases.over_days.format(days=over // _DAY, hours=over % _DAY // _HOUR)
    return phrases.over.format(hours=over // _HOUR, minutes=over % _HOUR // _MINUTE)


def _span_left(left: timedelta, phrases: Phrases) -> str:
    if left >= DAYS_FROM:
        return phrases.days.format(days=left // _DAY, hours=left % _DAY // _HOUR)
    if left >= _HOUR:
        return phrases.hours.format(
            hours=left // _HOUR, minutes=left % _HOUR // _MINUTE
        )
    if left >= _SECONDS_FROM:
        return phrases.minutes.format(minutes=left // _MINUTE)
    seconds = left % _MINUTE // _SECOND
    if left >= _MINUTE:
        return phrases.minutes_seconds.format(minutes=left // _MINUTE, seconds=seconds)
    return phrases.seconds.format(seconds=seconds)


def _hours_and_minutes(span: timedelta) -> str:
    return f"{span // _HOUR}:{span % _HOUR // _MINUTE:02d}"
