"""Whether Amazon has said that a reply reached it.

Amazon mails a copy of each reply it took, if the seller switched that on. A reply
without its copy, where copies normally come, may not have arrived.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

COPY_WITHIN = timedelta(minutes=30)
"""Copies come within minutes; later than this nobody should count on one."""

LOOKED_AT = 20
"""How many of an account's last replies say whether copies normally come."""

_ENOUGH = 3
_MOST_SILENT = timedelta(days=7)
"""What is older is not asked about any more."""


@dataclass(frozen=True, slots=True)
class Left:
    """A reply that the mail server took; ``handed_over_at`` is aware UTC."""

    reply_id: str
    thread: str
    handed_over_at: datetime
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Copies:
    """What an account's last replies tell of Amazon's copies."""

    missing: tuple[Left, ...] = ()
    """Replies whose copy should have come."""
    seem_off: bool = False
    """Whether no copy ever came though there were enough replies."""


def copies_of(replies: Sequence[Left], now: datetime) -> Copies:
    """Return what the last *replies* of one account tell of Amazon's copies.

    Copies come normally where at least three, and half of the replies that could have
    one, have it.
    """
    settled = [one for one in replies if now - one.handed_over_at > COPY_WITHIN]
    confirmed = [one for one in replies if one.is_confirmed]
    silent = [one for one in settled if not one.is_confirmed]
    if not confirmed:
        return Copies(seem_off=len(silent) >= _ENOUGH)
    if len(confirmed) < _ENOUGH or len(confirmed) < len(silent):
        return Copies()
    return Copies(
        tuple(one for one in silent if now - one.handed_over_at <= _MOST_SILENT)
    )
