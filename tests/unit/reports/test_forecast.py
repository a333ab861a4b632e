"""What breaches is known in advance, and work can only make it less."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.office import parse_office
from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.forecast import (
    OpenMessage,
    breaching,
    breaching_despite_work,
    choice,
)
from inbox_assistant.reports.response_times import Figures

FRIDAY = datetime(2026, 3, 6, 16, 0, tzinfo=UTC)
MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
OFFICE = parse_office("Mon-Fri 09:00-17:00", UTC)
ALWAYS = parse_office("Mon-Sun 00:00-24:00", UTC)


def message(hours: float) -> OpenMessage:
    due_at = FRIDAY + hours * HOUR
    return OpenMessage(f"k{hours}", 1, due_at - 24 * HOUR, due_at)


def test_what_breaches_over_a_weekend_is_listed_by_its_deadline() -> None:
    messages = [message(hours) for hours in (20, -1, 3, 64.9, 65)]
    found = breaching(messages, FRIDAY, MONDAY)
    assert [one.key for one in found] == ["k3", "k20", "k64.9"]


def test_an_hour_of_work_saves_what_can_be_answered_in_it() -> None:
    messages = [message(hours) for hours in (3, 4, 20)]
    lost = breaching_despite_work(messages, FRIDAY, MONDAY, OFFICE, pace=2)
    assert [one.key for one in lost] == ["k20"]


def test_what_is_overdue_already_is_answered_first() -> None:
    messages = [message(-1), message(-2), message(3)]
    lost = breaching_despite_work(messages, FRIDAY, MONDAY, OFFICE, pace=2)
    assert [one.key for one in lost] == ["k3"]


HOURS = st.lists(st.integers(-30, 70), max_size=30, unique=True)


@given(HOURS, st.floats(0.2, 20))
def test_work_never_makes_it_worse_and_a_faster_pace_never_either(
    hours: list[int], pace: float
) -> None:
    messages = [message(one) for one in hours]
    alone = set(breaching(messages, FRIDAY, MONDAY))
    slow = set(breaching_despite_work(messages, FRIDAY, MONDAY, ALWAYS, pace))
    fast = set(breaching_despite_work(messages, FRIDAY, MONDAY, ALWAYS, 2 * pace))
    assert slow <= alone
    assert len(fast) <= len(slow)


def figures(in_time: int, late: int, silent: int, still: int) -> Figures:
    made = Figures()
    buckets = (Bucket.IN_TIME, Bucket.LATE, Bucket.NO_RESPONSE, Bucket.OPEN)
    for bucket, count in zip(buckets, (in_time, late, silent, still), strict=True):
        made.add(bucket, count, 0)
    return made


def test_answering_keeps_the_rate_and_leaving_makes_it_worse() -> None:
    chosen = [message(1), message(2), message(3)]
    found = choice(figures(90, 3, 1, 6), chosen, FRIDAY + 4 * HOUR, FRIDAY)
    assert (found.answering, found.leaving) == (0.04, 0.07)


def test_what_is_overdue_already_cannot_be_saved() -> None:
    found = choice(figures(9, 0, 1, 0), [message(-1)], FRIDAY + HOUR, FRIDAY)
    assert found.answering == found.leaving == 0.1


def test_a_window_without_messages_has_no_rates() -> None:
    found = choice(Figures(), [], FRIDAY + HOUR, FRIDAY)
    assert found.answering is None
    assert found.leaving is None
