"""Stand-ins that many tests share; in memory, and without a mock library."""

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday, nine o'clock: when a FakeClock starts unless it is told otherwise."""


class FakeClock:
    """A clock that moves only when a test moves it; call it for the time."""

    def __init__(self, now: datetime = MORNING) -> None:
        if now.tzinfo is None:
            message = "A clock needs a time zone."
            raise ValueError(message)
        self.now = now.astimezone(UTC)

    def __call__(self) -> datetime:
        """Return the time that the clock shows, as aware UTC."""
        return self.now

    def advance(self, span: timedelta) -> datetime:
        """Move the clock by *span* and return the new time."""
        self.now += span
        return self.now
