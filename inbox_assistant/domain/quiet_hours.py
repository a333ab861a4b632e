"""Hours of the day in which nobody is to be disturbed."""

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from inbox_assistant.domain.errors import InputError

_SPAN = re.compile(r"\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*")
_HOUR = 60
_LAST_HOUR = 23


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From *start* to just before *end*, in minutes of the day; may span midnight.

    Where both are the same no hour is quiet. A *zone* of ``None`` is the system's.
    """

    start: int = 0
    end: int = 0
    zone: tzinfo | None = None

    def holds(self, now: datetime) -> bool:
        """Return whether it is quiet at *now*."""
        local = now.astimezone(self.zone)
        minute = local.hour * _HOUR + local.minute
        if self.start <= self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


def parse_quiet_hours(text: str, zone: tzinfo | None = None) -> QuietHours:
    """Return the hours that are written like ``22:00-07:00``; empty: none.

    Raises InputError when they cannot be understood.
    """
    if not text.strip():
        return QuietHours(zone=zone)
    match = _SPAN.fullmatch(text)
    start_hour, start, end_hour, end = map(int, match.groups()) if match else (99,) * 4
    if max(start_hour, end_hour) > _LAST_HOUR or max(start, end) >= _HOUR:
        raise InputError(
            f"“{text.strip()}” are no quiet hours.", "Write them like 22:00-07:00."
        )
    return QuietHours(start_hour * _HOUR + start, end_hour * _HOUR + end, zone)
