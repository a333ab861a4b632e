"""A thread is as urgent as its oldest message that waits."""

from datetime import UTC, datetime, timedelta

from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.domain.thread import thread_standing

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
WAITING = Standing(State.WAITING)
TO_CONFIRM = Standing(State.TO_CONFIRM, at=NOON)
SETTLED = Standing(State.SETTLED, How.REPLIED, NOON)
NONE = Standing(State.NONE)


def test_the_oldest_waiting_message_sets_the_clock_and_not_the_newest() -> None:
    whole = thread_standing(
        [(NOON + 2 * HOUR, WAITING), (NOON, WAITING), (NOON - HOUR, SETTLED)]
    )
    assert (whole.state, whole.waiting) == (State.WAITING, 2)
    assert whole.received_at == NOON
    assert whole.due_at == NOON + timedelta(hours=24)


def test_a_waiting_message_outweighs_older_ones_that_are_to_be_confirmed() -> None:
    whole = thread_standing([(NOON - HOUR, TO_CONFIRM), (NOON, WAITING)])
    assert (whole.state, whole.to_confirm) == (State.WAITING, 1)
    assert whole.received_at == NOON


def test_the_clock_of_a_message_to_be_confirmed_keeps_running() -> None:
    whole = thread_standing([(NOON, TO_CONFIRM), (NOON - HOUR, SETTLED)])
    assert whole.state is State.TO_CONFIRM
    assert whole.due_at == NOON + timedelta(hours=24)


def test_a_settled_thread_has_no_clock() -> None:
    whole = thread_standing([(NOON, SETTLED), (NOON, NONE)])
    assert (whole.state, whole.received_at, whole.due_at) == (State.SETTLED, None, None)


def test_a_thread_of_notices_never_waited() -> None:
    assert thread_standing([(NOON, NONE)]).state is State.NONE
    assert thread_standing([]).state is State.NONE


def test_one_reply_that_came_back_marks_the_whole_thread() -> None:
    back = Standing(State.WAITING, sent_back=True)
    assert thread_standing([(NOON, SETTLED), (NOON, back)]).sent_back
    assert not thread_standing([(NOON, WAITING)]).sent_back


def test_a_thread_counts_as_answered_elsewhere_by_its_newest_waiting_message() -> None:
    marked = Standing(State.WAITING, answered_elsewhere_at=NOON)
    earlier = (NOON - HOUR, WAITING)
    assert thread_standing([(NOON, marked), earlier]).answered_elsewhere_at == NOON
    later = (NOON + HOUR, WAITING)
    assert thread_standing([later, (NOON, marked)]).answered_elsewhere_at is None
    settled = (NOON + HOUR, SETTLED)
    assert thread_standing([(NOON, marked), settled]).answered_elsewhere_at == NOON
