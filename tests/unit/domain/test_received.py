"""The time of receipt is the pessimistic end of what is known."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.received import (
    OLDEST_BELIEVED,
    Received,
    Times,
    TimeSource,
    received,
)

KEPT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_date_counts_when_it_is_earlier_than_the_arrival() -> None:
    times = Times(KEPT, dated_at=KEPT - 3 * HOUR, arrived_at=KEPT - HOUR)
    assert received(times) == Received(KEPT - 3 * HOUR, TimeSource.DATE)


def test_the_arrival_counts_when_the_date_is_later() -> None:
    times = Times(KEPT, dated_at=KEPT - HOUR, arrived_at=KEPT - 2 * HOUR)
    assert received(times) == Received(KEPT - 2 * HOUR, TimeSource.SERVER)


def test_a_date_two_days_before_the_arrival_is_believed_and_no_older_one() -> None:
    arrival = KEPT - HOUR
    edge = arrival - OLDEST_BELIEVED
    assert received(Times(KEPT, edge, arrival)).at == edge
    beyond = Times(KEPT, edge - timedelta(microseconds=1), arrival)
    assert received(beyond) == Received(arrival, TimeSource.SERVER)


def test_the_earlier_of_both_records_of_arrival_counts() -> None:
    times = Times(KEPT, arrived_at=KEPT - HOUR, stamped_at=KEPT - 2 * HOUR)
    assert received(times) == Received(KEPT - 2 * HOUR, TimeSource.STAMP)


def test_what_lies_in_the_future_is_not_believed() -> None:
    later = KEPT + HOUR
    times = Times(KEPT, later, later, later, later)
    assert received(times) == Received(KEPT, TimeSource.KEPT)


def test_a_copied_file_says_nothing_against_the_date() -> None:
    long_ago = KEPT - timedelta(days=400)
    times = Times(KEPT, dated_at=long_ago, placed_at=KEPT - HOUR)
    assert received(times) == Received(long_ago, TimeSource.DATE)


def test_the_hint_of_a_file_is_better_than_the_time_of_the_import() -> None:
    times = Times(KEPT, placed_at=KEPT - HOUR)
    assert received(times) == Received(KEPT - HOUR, TimeSource.PLACE)


around = st.none() | st.timedeltas(timedelta(days=-9), timedelta(days=3)).map(
    KEPT.__add__
)


@given(around, around, around, around)
def test_no_message_is_received_after_it_was_kept_or_at_a_time_nobody_named(
    dated: datetime | None,
    arrived: datetime | None,
    stamped: datetime | None,
    placed: datetime | None,
) -> None:
    result = received(Times(KEPT, dated, arrived, stamped, placed))
    assert result.at <= KEPT
    assert result.at in {dated, arrived, stamped, placed, KEPT}
    arrivals = [at for at in (arrived, stamped) if at is not None and at <= KEPT]
    # Later than a believable arrival would hide hours of Amazon's clock.
    assert all(result.at <= at for at in arrivals)
