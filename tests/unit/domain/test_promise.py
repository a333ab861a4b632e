"""A promise is kept by the next reply in time, and is nothing where it never left."""

from datetime import UTC, datetime, timedelta

import pytest

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.promise import PromiseState, promises

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DUE = NOON + 48 * HOUR


def entry(name: str, action: Action, hours: float = 0, **data: object) -> Entry:
    return Entry(name, "d", "anna", NOON + hours * HOUR, action, "t", data=data)


MADE = entry(
    "p",
    Action.PROMISE_MADE,
    message_id="<1>",
    due_at="2026-03-04T12:00:00Z",
    words="soon",
)
LEFT = entry("h", Action.REPLY_HANDED_OVER, 0.1, message_id="<1>")


def test_the_reply_that_promises_does_not_keep_the_promise() -> None:
    [one] = promises([MADE, LEFT])
    assert one.state is PromiseState.OPEN
    assert (one.due_at, one.words, one.thread) == (DUE, "soon", "t")
    assert not one.is_overdue(DUE)
    assert one.is_overdue(DUE + HOUR)


@pytest.mark.parametrize(
    ("hours", "state"),
    [(48, PromiseState.KEPT), (48.1, PromiseState.BROKEN)],
)
def test_the_next_reply_keeps_it_in_time_and_breaks_it_later(
    hours: float, state: PromiseState
) -> None:
    answer = entry("a", Action.REPLY_HANDED_OVER, hours, message_id="<2>")
    [one] = promises([MADE, LEFT, answer])
    assert one.state is state
    assert one.ended_at == NOON + hours * HOUR
    assert not one.is_overdue(DUE + 99 * HOUR)


def test_an_answer_elsewhere_keeps_it_at_the_time_it_was_given() -> None:
    told = entry(
        "a", Action.REPLIED_ELSEWHERE, 90, replied_at="2026-03-03T12:00:00+00:00"
    )
    assert promises([MADE, told])[0].state is PromiseState.KEPT
    untold = entry("a", Action.REPLIED_ELSEWHERE, 90)
    assert promises([MADE, untold])[0].state is PromiseState.BROKEN


def test_a_reply_written_elsewhere_and_seen_as_a_mail_keeps_it() -> None:
    assert promises([MADE], [NOON - HOUR])[0].state is PromiseState.OPEN
    assert promises([MADE], [NOON + HOUR])[0].state is PromiseState.KEPT


@pytest.mark.parametrize(
    "action", [Action.REPLY_WITHDRAWN, Action.REPLY_REFUSED, Action.REPLY_SENT_BACK]
)
def test_what_the_buyer_never_read_was_no_promise(action: Action) -> None:
    assert promises([MADE, LEFT, entry("w", action, 1, message_id="<1>")]) == ()


def test_an_answer_that_came_back_keeps_nothing() -> None:
    answer = entry("a", Action.REPLY_HANDED_OVER, 5, message_id="<2>")
    back = entry("b", Action.REPLY_SENT_BACK, 6, message_id="<2>")
    assert promises([MADE, LEFT, answer, back])[0].state is PromiseState.OPEN


def test_a_promise_given_up_stays_given_up() -> None:
    dropped = entry("x", Action.PROMISE_DROPPED, 3, promise="p", reason="solved")
    late = entry("a", Action.REPLY_HANDED_OVER, 99, message_id="<2>")
    [one] = promises([MADE, dropped, late])
    assert one.state is PromiseState.DROPPED
    assert one.ended_at == NOON + 3 * HOUR


@pytest.mark.parametrize("told", [{}, {"due_at": "2026-0\x00-04"}, {"due_at": 7}])
def test_a_promise_whose_time_is_damaged_is_due_at_once(
    told: dict[str, object],
) -> None:
    [one] = promises([entry("p", Action.PROMISE_MADE, message_id="<1>", **told)])
    assert one.due_at == NOON
    assert one.is_overdue(NOON + HOUR)


def test_a_damaged_end_of_a_promise_ends_none() -> None:
    [one] = promises([MADE, LEFT, entry("x", Action.PROMISE_DROPPED, 1, propise="p")])
    assert one.state is PromiseState.OPEN


def test_a_damaged_time_of_an_answer_is_the_time_it_was_told() -> None:
    elsewhere = entry("e", Action.REPLIED_ELSEWHERE, 5, replied_at="soon")
    [one] = promises([MADE, LEFT, elsewhere])
    assert one.ended_at == NOON + 5 * HOUR
