"""How a screen reader says the time left until a deadline.

Whole words and whole minutes: what is said changes once a minute at most.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from inbox_assistant.domain.countdown import DAYS_FROM

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)

Count = Callable[[int], str]
"""Says how many there are of a unit, such as ``1 hour`` and ``2 hours``."""


class SpokenPhrases(NamedTuple):
    """How units and spans are said in one language."""

    days: Count
    hours: Count
    minutes: Count
    both: str
    """Two units after each other: ``{more}`` and ``{less}``."""
    left: str
    overdue: str
    moment: str


def spoken_countdown(due_at: datetime, now: datetime, phrases: SpokenPhrases) -> str:
    """Return the time left until *due_at*, or the time since, as it is said."""
    remaining = due_at - now
    if remaining < timedelta():
        return phrases.overdue.format(span=_span(-remaining, phrases))
    if remaining < _MINUTE:
        return phrases.moment
    return phrases.left.format(span=_span(remaining, phrases))


def _span(span: timedelta, phrases: SpokenPhrases) -> str:
    """Return the units of *span* that matter; of none of a unit nothing is said."""
    if span >= DAYS_FROM:
        more, less = span // _DAY, span % _DAY // _HOUR
        words = phrases.days(more), phrases.hours(less)
    else:
        more, less = span // _HOUR, span % _HOUR // _MINUTE
        words = phrases.hours(more), phrases.minutes(less)
    if more and less:
        return phrases.both.format(more=words[0], less=words[1])
    return words[0] if more else words[1]
