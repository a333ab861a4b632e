"""When a mail was received: the pessimistic end of what is known.

Amazon's clock starts when Amazon receives the message, which nothing in a mail states
exactly. The earlier of the sender's ``Date:`` and the server's arrival time is
taken, so that the true deadline is never later than the one shown. A ``Date:`` in the
future or more than 48 hours before the arrival is not believed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

OLDEST_BELIEVED = timedelta(hours=48)
"""How long before its arrival a mail may say it was written."""


class TimeSource(StrEnum):
    """Where a time of receipt was read."""

    DATE = "date-header"
    SERVER = "mail-server"
    STAMP = "received-header"
    PLACE = "file"
    KEPT = "import"


@dataclass(frozen=True, slots=True)
class Received:
    """The moment a mail was received (aware UTC) and where that was read."""

    at: datetime
    source: TimeSource


@dataclass(frozen=True, slots=True)
class Times:
    """All that is known about the time of one delivery of one mail.

    ``dated_at`` is ``Date:``; ``arrived_at`` the mail server's own record;
    ``stamped_at`` the topmost ``Received:``; ``placed_at`` a weak hint of a file
    (mbox separator, Maildir name); ``kept_at`` when it came into the program.
    """

    kept_at: datetime
    dated_at: datetime | None = None
    arrived_at: datetime | None = None
    stamped_at: datetime | None = None
    placed_at: datetime | None = None


def received(times: Times) -> Received:
    """Return when the mail was received; never later than it was kept.

    A weak hint never discredits ``Date:``: archives are copied, and a copied file
    says nothing about the day the mail came.
    """
    arrival = _arrival(times)
    date = times.dated_at
    if date is not None and date <= times.kept_at:
        if arrival is None:
            return Received(date, TimeSource.DATE)
        if arrival.at - OLDEST_BELIEVED <= date <= arrival.at:
            return Received(date, TimeSource.DATE)
    if arrival is not None:
        return arrival
    if times.placed_at is not None and times.placed_at <= times.kept_at:
        return Received(times.placed_at, TimeSource.PLACE)
    return Received(times.kept_at, TimeSource.KEPT)


def _arrival(times: Times) -> Received | None:
    """Return when a mail server took the mail, as the earliest one says."""
    found: Received | None = None
    for at, source in (
        (times.arrived_at, TimeSource.SERVER),
        (times.stamped_at, TimeSource.STAMP),
    ):
        if at is None or at > times.kept_at:
            continue
        if found is None or at < found.at:
            found = Received(at, source)
    return found
