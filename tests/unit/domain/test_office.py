"""Office hours are read as written and follow the clock of their zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.office import Shift, parse_office, zone_named

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)
MONDAY = datetime(2026, 3, 2, 0, 0, tzinfo=BERLIN)
USUAL = parse_office("Mon-Fri 09:00-17:00", BERLIN)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(  # noqa: DTZ001
    lambda one: one.replace(tzinfo=UTC)
)


def test_a_week_has_as_many_hours_as_written() -> None:
    assert USUAL.worked(MONDAY, MONDAY + 7 * 24 * HOUR) == 40 * HOUR


def test_stretches_may_be_several_and_wrap_around_the_week() -> None:
    office = parse_office("sat-mon 10:00-12:00, Mon 11:00-13:30, Thu 0:00-24:00")
    assert office.shifts == (
        Shift(0, 600, 810),
        Shift(3, 0, 1440),
        Shift(5, 600, 720),
        Shift(6, 600, 720),
    )


def test_nobody_works_in_an_office_without_hours() -> None:
    office = parse_office("")
    assert office.next_opening(MONDAY) is None
    assert office.after_work(MONDAY, HOUR) is None
    assert office.worked(MONDAY, MONDAY + 999 * HOUR) == timedelta()


@pytest.mark.parametrize(
    "text",
    [
        "Mon 9-17",
        "Foo 09:00-17:00",
        "Mon 17:00-09:00",
        "Mon 09:00-25:00",
        "Mon 09:61-10:00",
    ],
)
def test_hours_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="are no office hours"):
        parse_office(text)


def test_work_begun_on_a_friday_goes_on_on_monday() -> None:
    friday = datetime(2026, 3, 6, 16, 0, tzinfo=BERLIN)
    done = USUAL.after_work(friday, 2 * HOUR)
    assert done == datetime(2026, 3, 9, 10, 0, tzinfo=BERLIN)
    assert USUAL.next_opening(friday) == datetime(2026, 3, 9, 9, 0, tzinfo=BERLIN)


def test_an_office_opens_at_the_same_hour_when_the_clocks_change() -> None:
    sunday = datetime(2026, 3, 29, 0, 0, tzinfo=BERLIN)
    office = parse_office("Sun 00:00-24:00", BERLIN)
    assert office.worked(sunday, sunday + 40 * HOUR) == 23 * HOUR
    opening = USUAL.next_opening(sunday)
    assert opening == datetime(2026, 3, 30, 7, 0, tzinfo=UTC)


@given(MOMENTS, st.integers(0, 300), st.integers(0, 300))
def test_hours_of_two_spans_are_the_hours_of_both(
    start: datetime, first: int, second: int
) -> None:
    middle = start + first * HOUR
    end = middle + second * HOUR
    both = USUAL.worked(start, middle) + USUAL.worked(middle, end)
    assert USUAL.worked(start, end) == both


@given(MOMENTS, st.integers(1, 60 * 60))
def test_after_so_much_work_exactly_so_much_was_worked(
    start: datetime, minutes: int
) -> None:
    span = timedelta(minutes=minutes)
    done = USUAL.after_work(start, span)
    assert done is not None
    assert USUAL.worked(start, done) == span


def test_zones_are_named_as_everywhere() -> None:
    assert zone_named("Europe/Berlin") == BERLIN
    assert zone_named("") is None
    for name in ("Berlin", "../etc", "Mars/Olympus"):
        with pytest.raises(InputError, match="is no time zone"):
            zone_named(name)


def test_without_a_zone_the_clock_of_the_system_counts() -> None:
    office = parse_office("Mon-Sun 00:00-24:00")
    assert office.worked(MONDAY, MONDAY + 30 * HOUR) == 30 * HOUR
