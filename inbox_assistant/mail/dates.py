"""The times that a mail states."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from inbox_assistant.mail.headers import Headers

_LONGEST = 200
_WIDEST_OFFSET = 24 * 3600
_MOST_STAMPS = 30


def read_date(value: str) -> datetime | None:
    """Return the time that *value* states, in UTC; ``None`` where it is none.

    A time without a zone is taken as UTC, as RFC 5322 wants ``-0000`` to be read.
    """
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
