"""The times that a mail states."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from inbox_assistant.mail.headers import Headers

_LONGEST = 200
_WIDEST_OFFSET = 24 * 3600
_MOST_STAMPS = 30
_MONTHS = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]
_MONTH = {name: number for number, name in enumerate(_MONTHS, start=1)}
_USUAL = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?"
    r"([0-9]{1,2}) ([A-Z][a-z]{2}) ((?:19|20)[0-9]{2}) "
    r"([0-9]{2}):([0-9]{2}):([0-9]{2}) ([+-])([01][0-9])([0-5][0-9])"
)
"""The form that nearly all have; any other is left to the standard library."""


def read_date(value: str) -> datetime | None:
    """Return the time that *value* states, in UTC; ``None`` where it is none.

    A time without a zone is taken as UTC, as RFC 5322 wants ``-0000`` to be read.
    """
    if (usual := _USUAL.fullmatch(value)) and usual[2] in _MONTH:
        return _read_usual(usual)
    try:
        fields = parsedate_tz(value[:_LONGEST])
    except (ValueError, IndexError, TypeError, OverflowError, AttributeError):
        return None
    if fields is None:
        return None
    offset = fields[9] or 0
    if abs(offset) >= _WIDEST_OFFSET:
        return None
    zone = timezone(timedelta(seconds=offset))
    try:
        # 60 is a leap second, which datetime does not know.
        moment = datetime(*fields[:5], min(fields[5], 59), tzinfo=zone)
        return moment.astimezone(UTC)
    except (ValueError, OverflowError, TypeError):
        return None


def _read_usual(usual: re.Match[str]) -> datetime | None:
    day, month, year, hour, minute, second, sign, hours, minutes = usual.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    try:
        moment = datetime(
            *(int(year), _MONTH[month], int(day), int(hour), int(minute)),
            min(int(second), 59),
            tzinfo=UTC,
        )
        return moment + offset if sign == "-" else moment - offset
    except (ValueError, OverflowError):
        return None


def dated_at(headers: Headers) -> datetime | None:
    """Return the time in ``Date:``."""
    return read_date(headers.text("date"))


def stamped_at(headers: Headers) -> datetime | None:
    """Return the time in the topmost ``Received:`` that has one."""
    for value in headers.raws("received")[:_MOST_STAMPS]:
        moment = read_date(value.rpartition(";")[2].strip())
        if moment is not None:
            return moment
    return None
