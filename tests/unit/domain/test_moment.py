"""Moments are written in UTC and read back as the same moment."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.moment import from_iso, iso

moments = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001 - the zone comes from the strategy
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.timezones(),
)


@given(moments)
def test_a_moment_of_any_zone_is_read_back_as_itself(moment: datetime) -> None:
    written = iso(moment)
    assert written is not None
    assert written.endswith("Z")
    # Python never calls a time equal that the clocks of its zone show twice.
    assert from_iso(written) == moment.astimezone(UTC)
    assert from_iso(written).tzinfo is UTC


def test_whole_seconds_are_written_without_fractions() -> None:
    east = timezone(timedelta(hours=2))
    assert iso(datetime(2026, 7, 1, 0, 30, tzinfo=east)) == "2026-06-30T22:30:00Z"


def test_an_unknown_moment_stays_unknown() -> None:
    assert iso(None) is None


def test_a_time_without_a_zone_is_utc() -> None:
    assert from_iso("2026-03-02T09:00:00") == datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-13-01T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_iso(text)
