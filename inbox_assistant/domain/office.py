"""When an office works: its hours through the week, on its own clock."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from inbox_assistant.domain.errors import InputError

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PART = re.compile(
    r"\s*([a-z]{3})(?:\s*-\s*([a-z]{3}))?\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*",
    re.IGNORECASE,
)
_DAY_MINUTES = 24 * 60
_LOOKED_AHEAD = 60
"""Days in which an office that ever opens has opened long since."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One stretch of work on one weekday, Monday being 0, in minutes of the day."""

    weekday: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Office:
    """The shifts of a week; a *zone* of ``None`` is the system's."""

    shifts: tuple[Shift, ...]
    zone: tzinfo | None = None

    def stretches(
        self, since: datetime, until: datetime
    ) -> Iterator[tuple[datetime, datetime]]:
        """Yield when the office is open between two moments, in order, in UTC."""
        day = since.astimezone(self.zone).date() - timedelta(days=1)
        last = until.astimezone(self.zone).date()
        while day <= last:
            for shift in self.shifts:
                if shift.weekday == day.weekday():
                    start = max(since, self._moment(day, shift.start))
                    end = min(until, self._moment(day, shift.end))
                    if start < end:
                        yield start, end
            day += timedelta(days=1)

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """Return for how long the office is open between two moments."""
        spans = (end - start for start, end in self.stretches(since, until))
        return sum(spans, timedelta())

    def next_opening(self, now: datetime) -> datetime | None:
        """Return when the office opens next after *now*, or ``None`` for never."""
        ahead = now + timedelta(days=_LOOKED_AHEAD)
        return next(
            (start for start, _ in self.stretches(now, ahead) if start > now), None
        )

    def after_work(self, now: datetime, span: timedelta) -> datetime | None:
        """Return when *span* of open hours has passed since *now*, if ever."""
        left = span
        for start, end in self.stretches(now, now + timedelta(days=_LOOKED_AHEAD)):
            if left <= end - start:
                return start + left
            left -= end - start
        return None

    def _moment(self, day: date, minute: int) -> datetime:
        # Midnight at the end of a day is the beginning of the next.
        days, rest = divmod(minute, _DAY_MINUTES)
        at = time(rest // 60, rest % 60)
        local = datetime.combine(day + timedelta(days=days), at, self.zone)
        # Without a zone, Python takes a time to be the system's.
        return local.astimezone(UTC)


def parse_office(text: str, zone: tzinfo | None = None) -> Office:
    """Return the office whose hours are written like ``Mon-Fri 09:00-17:00``.

    Several stretches are separated by commas; an empty *text* is an office that never
    opens. Raises InputError when it cannot be understood.
    """
    shifts: list[Shift] = []
    for part in filter(str.strip, text.split(",")):
        shifts.extend(_shifts(part))
    shifts.sort(key=lambda shift: (shift.weekday, shift.start))
    return Office(_joined(shifts), zone)


def zone_named(name: str) -> tzinfo | None:
    """Return the time zone called *name*; an empty name is the system's, ``None``.

    Raises InputError when there is no zone of that name.
    """
    if not name.strip():
        return None
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputError(
            f"“{name}” is no time zone.", "Write it like Europe/Berlin."
        ) from error


def _shifts(part: str) -> Iterator[Shift]:
    match = _PART.fullmatch(part)
    if match is None:
        raise _unreadable(part)
    first, last = match[1].title(), (match[2] or match[1]).title()
    if first not in DAY_NAMES or last not in DAY_NAMES:
        raise _unreadable(part)
    start = int(match[3]) * 60 + int(match[4])
    end = int(match[5]) * 60 + int(match[6])
    is_time = int(match[4]) < 60 and int(match[6]) < 60  # noqa: PLR2004 - minutes
    if not (is_time and start < end <= _DAY_MINUTES):
        raise _unreadable(part)
    begin = DAY_NAMES.index(first)
    count = (DAY_NAMES.index(last) - begin) % 7 + 1
    for number in range(count):
        yield Shift((begin + number) % 7, start, end)


def _joined(shifts: list[Shift]) -> tuple[Shift, ...]:
    """Return sorted *shifts* with those that overlap made one."""
    joined: list[Shift] = []
    for shift in shifts:
        last = joined[-1] if joined else None
        if last and last.weekday == shift.weekday and shift.start <= last.end:
            joined[-1] = Shift(last.weekday, last.start, max(last.end, shift.end))
        else:
            joined.append(shift)
    return tuple(joined)


def _unreadable(part: str) -> InputError:
    return InputError(
        f"“{part.strip()}” are no office hours.",
        "Write them like Mon-Fri 09:00-17:00, Sat 10:00-14:00.",
    )
