"""Where the time comes from."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment, aware and in UTC."""


def system_clock() -> datetime:
    """Return the computer's time in UTC; handed to whoever needs a clock."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the clock
