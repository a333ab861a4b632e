"""Moments as they are written down: ISO 8601 in UTC."""

from datetime import UTC, datetime


def iso(moment: datetime | None) -> str | None:
    """Return *moment* as ISO 8601 in UTC ending in ``Z``; ``None`` stays ``None``.

    Fractions of a second are left out where they are zero.
    """
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def from_iso(text: str) -> datetime:
    """Return the aware UTC moment written in *text*; a time without zone is UTC.

    Raises ValueError when *text* is no ISO 8601 time.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{text} lies outside the calendar in UTC.") from error


def told_moment(told: object) -> datetime | None:
    """Return the moment that an entry of the journal tells as *told*.

    ``None`` where there is none or it cannot be read: one damaged entry must not keep
    all others from being reckoned with.
    """
    if not isinstance(told, str):
        return None
    try:
        return from_iso(told)
    except ValueError:
        return None
