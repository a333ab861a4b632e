"""The words for the time left and for the time since."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.countdown import (
    Urgency,
    clock_face,
    countdown,
    urgency,
)

DUE = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "words", "face"),
    [
        (timedelta(days=2, hours=5, minutes=12), "2 d 5 h", "53:12"),
        (timedelta(hours=47, minutes=59), "47 h 59 min", "47:59"),
        (timedelta(hours=3, minutes=12, seconds=59), "3 h 12 min", "3:12"),
        (timedelta(hours=1), "1 h 0 min", "1:00"),
        (timedelta(minutes=42, seconds=59), "42 min", "0:42"),
        (timedelta(minutes=10), "10 min", "0:10"),
        (timedelta(minutes=9, seconds=59), "9 min 59 s", "0:09"),
        (timedelta(minutes=4, seconds=10), "4 min 10 s", "0:04"),
        (timedelta(seconds=50, milliseconds=900), "50 s", "0:00"),
        (timedelta(), "0 s", "0:00"),
        (timedelta(milliseconds=-1), "overdue by 0:00", "-0:00"),
        (timedelta(minutes=-4, seconds=-59), "overdue by 0:04", "-0:04"),
        (timedelta(hours=-47, minutes=-59), "overdue by 47:59", "-47:59"),
        (timedelta(days=-5, hours=-3, minutes=-10), "overdue by 5 d 3 h", "-123:10"),
    ],
)
def test_the_time_left_reads_as_documented(
    left: timedelta, words: str, face: str
) -> None:
    now = DUE - left
    assert countdown(DUE, now) == words
    assert clock_face(DUE, now) == face


def test_a_deadline_is_soon_from_four_hours_and_overdue_once_passed() -> None:
    def at(left: timedelta) -> Urgency:
        return urgency(DUE, DUE - left)

    assert at(timedelta(hours=4, seconds=1)) is Urgency.LATER
    assert at(timedelta(hours=4)) is Urgency.SOON
    assert at(timedelta()) is Urgency.SOON
    assert at(timedelta(microseconds=-1)) is Urgency.OVERDUE


def test_the_hours_that_count_as_soon_can_be_chosen() -> None:
    now = DUE - timedelta(hours=5)
    assert urgency(DUE, now, soon=timedelta(hours=6)) is Urgency.SOON


@given(st.timedeltas(timedelta(0), timedelta(days=40)))
def test_the_words_never_promise_more_than_there_is(left: timedelta) -> None:
    number, unit, *rest = countdown(DUE, DUE - left).split()
    units = {
        "d": timedelta(days=1),
        "h": timedelta(hours=1),
        "min": timedelta(minutes=1),
        "s": timedelta(seconds=1),
    }
    promised = int(number) * units[unit]
    if rest:
        promised += int(rest[0]) * units[rest[1]]
    assert promised <= left
