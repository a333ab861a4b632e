"""The one place that reads the computer's clock."""

from datetime import UTC, timedelta

from inbox_assistant.domain.clock import system_clock


def test_the_time_is_aware_and_in_utc_and_never_runs_backwards_at_rest() -> None:
    first, second = system_clock(), system_clock()
    assert first.tzinfo is UTC
    assert timedelta() <= second - first < timedelta(minutes=1)
