"""A message counts in one of Amazon's buckets, and the border is exact."""

from datetime import UTC, datetime, timedelta

import pytest

from inbox_assistant.domain.response import Bucket, bucket_of, response_seconds
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
INSTANT = timedelta(microseconds=1)
DUE = NOON + 24 * HOUR


def settled(how: How, at: datetime) -> Standing:
    return Standing(State.SETTLED, how, at)


@pytest.mark.parametrize("how", [How.REPLIED, How.REPLIED_ELSEWHERE])
def test_an_answer_is_late_only_after_the_very_moment(how: How) -> None:
    assert bucket_of(NOON, settled(how, DUE), DUE) is Bucket.IN_TIME
    assert bucket_of(NOON, settled(how, DUE + INSTANT), DUE) is Bucket.LATE


@pytest.mark.parametrize("state", [State.WAITING, State.TO_CONFIRM])
def test_what_is_open_counts_as_no_response_only_after_the_very_moment(
    state: State,
) -> None:
    assert bucket_of(NOON, Standing(state), DUE) is Bucket.OPEN
    assert bucket_of(NOON, Standing(state), DUE + INSTANT) is Bucket.NO_RESPONSE


def test_what_is_marked_on_amazon_is_left_out_however_late_that_was() -> None:
    late = settled(How.NO_RESPONSE_NECESSARY, DUE + 50 * HOUR)
    assert bucket_of(NOON, late, DUE + 60 * HOUR) is Bucket.DISMISSED


def test_what_was_settled_with_the_older_ones_has_a_bucket_of_its_own() -> None:
    assert bucket_of(NOON, settled(How.OLDER, DUE), DUE) is Bucket.SET_ASIDE


def test_an_answer_that_a_set_back_clock_dates_before_its_question_took_no_time() -> (
    None
):
    assert response_seconds(NOON, NOON - HOUR) == 0
    assert response_seconds(NOON, NOON + HOUR - INSTANT) == 3599
