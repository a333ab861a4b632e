"""Quiet hours follow the clock on the wall and may span midnight."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.quiet_hours import QuietHours, parse_quiet_hours

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = parse_quiet_hours("22:00-07:00", BERLIN)
MINUTES = st.integers(0, 24 * 60 - 1)


@pytest.mark.parametrize(
    ("hour", "minute", "is_quiet"),
    [(21, 59, False), (22, 0, True), (0, 0, True), (6, 59, True), (7, 0, False)],
)
def test_a_night_spans_midnight(hour: int, minute: int, is_quiet: bool) -> None:  # noqa: FBT001
    now = datetime(2026, 3, 2, hour, minute, tzinfo=BERLIN)
    assert NIGHT.holds(now) is is_quiet


def test_the_night_is_that_of_the_zone_when_the_clocks_change() -> None:
    assert not NIGHT.holds(datetime(2026, 3, 28, 20, 59, tzinfo=UTC))
    assert NIGHT.holds(datetime(2026, 3, 29, 20, 1, tzinfo=UTC))


def test_a_span_of_one_day_is_quiet_in_between_alone() -> None:
    noon = parse_quiet_hours(" 12:00 - 13:30 ", UTC)
    day = datetime(2026, 3, 2, tzinfo=UTC)
    quiet = [m for m in range(24 * 60) if noon.holds(day + timedelta(minutes=m))]
    assert quiet == list(range(720, 810))


@given(MINUTES, MINUTES)
def test_of_a_day_exactly_the_hours_between_are_quiet(start: int, end: int) -> None:
    quiet = QuietHours(start, end, UTC)
    day = datetime(2026, 3, 2, tzinfo=UTC)
    held = sum(quiet.holds(day + timedelta(minutes=one)) for one in range(24 * 60))
    assert held == (end - start) % (24 * 60)


def test_no_hours_are_never_quiet() -> None:
    assert parse_quiet_hours("  ") == QuietHours()
    assert not QuietHours(zone=UTC).holds(datetime(2026, 3, 2, tzinfo=UTC))


@pytest.mark.parametrize("text", ["22-7", "22:00", "24:00-07:00", "22:00-07:60", "x"])
def test_hours_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="are no quiet hours"):
        parse_quiet_hours(text)
