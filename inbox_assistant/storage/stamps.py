"""Moments as the file keeps them: microseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_stamp(moment: datetime | None) -> int | None:
    """Return *moment* in microseconds since 1970; ``None`` stays ``None``."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def from_stamp(stamp: int | None) -> datetime | None:
    """Return the aware UTC moment of *stamp*; ``None`` stays ``None``."""
    return None if stamp is None else _EPOCH + timedelta(microseconds=stamp)


def certain(stamp: int) -> datetime:
    """Return the aware UTC moment of a *stamp* that is never missing."""
    return _EPOCH + timedelta(microseconds=stamp)
