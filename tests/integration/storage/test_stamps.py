"""Moments are kept to the microsecond, whatever zone they came in."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp

zones = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
moments = st.datetimes(
    min_value=datetime(2, 1, 1),  # noqa: DTZ001 - the zone comes from the strategy
    max_value=datetime(9998, 1, 1),  # noqa: DTZ001
    timezones=zones,
)


@given(moments)
def test_a_moment_is_read_back_as_itself_in_utc(moment: datetime) -> None:
    stamp = to_stamp(moment)
    assert stamp is not None
    assert from_stamp(stamp) == certain(stamp) == moment
    assert certain(stamp).tzinfo is UTC


@given(moments, moments)
def test_stamps_stand_in_the_order_of_their_moments(
    one: datetime, two: datetime
) -> None:
    assert ((to_stamp(one) or 0) < (to_stamp(two) or 0)) == (one < two)


def test_an_unknown_moment_stays_unknown() -> None:
    assert to_stamp(None) is None
    assert from_stamp(None) is None
