"""A buyer message has twenty-four hours, whatever the calendar says."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from inbox_assistant.domain.deadline import Deadline, deadline_of

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)


def test_a_message_is_due_a_day_after_it_was_received_on_a_weekend_too() -> None:
    assert deadline_of(NOON) == Deadline(NOON + timedelta(days=1))


def test_at_the_very_moment_the_window_is_still_open() -> None:
    deadline = Deadline(NOON)
    assert not deadline.is_overdue(NOON)
    assert deadline.is_overdue(NOON + timedelta(microseconds=1))


def test_the_time_left_turns_negative() -> None:
    deadline = Deadline(NOON)
    assert deadline.remaining(NOON - timedelta(hours=3)) == timedelta(hours=3)
    assert deadline.remaining(NOON + timedelta(hours=3)) == timedelta(hours=-3)


def test_the_change_to_summer_time_takes_no_hour_away() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    evening = datetime(2026, 3, 28, 20, 0, tzinfo=berlin).astimezone(UTC)
    due = deadline_of(evening).due_at.astimezone(berlin)
    assert (due.day, due.hour) == (29, 21)
