"""The time left and the time since, as a screen reader says them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.spoken_countdown import (
    Count,
    SpokenPhrases,
    spoken_countdown,
)

DUE = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def counted(unit: str) -> Count:
    """Return how English counts *unit*."""
    return lambda count: f"{count} {unit}" if count == 1 else f"{count} {unit}s"


ENGLISH = SpokenPhrases(
    days=counted("day"),
    hours=counted("hour"),
    minutes=counted("minute"),
    both="{more} {less}",
    left="{span} left",
    overdue="{span} overdue",
    moment="less than a minute left",
)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=2, hours=5, minutes=12), "2 days 5 hours left"),
        (timedelta(days=3), "3 days left"),
        (timedelta(hours=47, minutes=1), "47 hours 1 minute left"),
        (timedelta(hours=1, minutes=12, seconds=59), "1 hour 12 minutes left"),
        (timedelta(hours=1), "1 hour left"),
        (timedelta(minutes=59, seconds=59), "59 minutes left"),
        (timedelta(minutes=1), "1 minute left"),
        (timedelta(seconds=59), "less than a minute left"),
        (timedelta(seconds=-1), "0 minutes overdue"),
        (timedelta(minutes=-4, seconds=-9), "4 minutes overdue"),
        (timedelta(days=-3, hours=-1), "3 days 1 hour overdue"),
    ],
)
def test_the_time_is_said_in_whole_words(left: timedelta, words: str) -> None:
    assert spoken_countdown(DUE, DUE - left, ENGLISH) == words


@given(st.integers(0, 59))
def test_what_is_said_does_not_change_within_a_minute(second: int) -> None:
    now = DUE - timedelta(minutes=7, seconds=second)
    assert spoken_countdown(DUE, now, ENGLISH) == "7 minutes left"
