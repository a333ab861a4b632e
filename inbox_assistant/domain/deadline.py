"""How long a buyer message may still wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta

RESPONSE_WINDOW = timedelta(hours=24)
"""Amazon counts wall-clock hours, weekends and holidays included."""

OLDER_AFTER = timedelta(hours=72)
"""Past this age a waiting message of a first import is *older*."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment by which a message must be answered."""

    due_at: datetime

    def remaining(self, now: datetime) -> timedelta:
        """Return the time left; negative once the deadline has passed."""
        return self.due_at - now

    def is_overdue(self, now: datetime) -> bool:
        """Return whether the window has closed; at the very moment it has not."""
        return now > self.due_at


def deadline_of(received_at: datetime) -> Deadline:
    """Return the deadline of a message received at *received_at*."""
    return Deadline(received_at + RESPONSE_WINDOW)
