"""Which marks of other programs are news, and what ends with them."""

from datetime import UTC, datetime, timedelta

import pytest

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.marks import (
    ACTIONS,
    Mark,
    is_news,
    marks_of,
    taken_back_by_its_end,
)
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
WAITING = Standing(State.WAITING)


def entry(
    action: Action, name: str = "e", key: str = "q", undoes: str | None = None
) -> Entry:
    return Entry(name, "d", "a", NOON, action, "t", (key,), undoes)


def test_marks_are_read_whatever_their_letters() -> None:
    flags = ["\\Seen", "\\ANSWERED", "$noresponseneeded", "Junk"]
    assert marks_of(flags) == {Mark.ANSWERED, Mark.NO_RESPONSE}
    assert marks_of(["\\Seen", "Answered"]) == frozenset()


@pytest.mark.parametrize("mark", Mark)
@pytest.mark.parametrize("state", State)
def test_a_mark_is_news_on_what_wants_a_response(mark: Mark, state: State) -> None:
    is_open = state in {State.WAITING, State.TO_CONFIRM}
    assert is_news(mark, "q", Standing(state), []) is is_open
    assert not is_news(mark, "q", Standing(State.SETTLED, How.REPLIED), [])


def test_an_answer_from_here_bears_our_own_mark_though_it_came_back() -> None:
    left = entry(Action.REPLY_HANDED_OVER)
    waits = Standing(State.WAITING, sent_back=True)
    assert not is_news(Mark.ANSWERED, "q", waits, [left])
    assert is_news(Mark.ANSWERED, "other", waits, [left])
    assert is_news(Mark.NO_RESPONSE, "q", waits, [left])


def test_an_answer_is_told_once_and_again_once_its_mark_had_gone() -> None:
    seen = entry(Action.ANSWERED_SEEN)
    assert not is_news(Mark.ANSWERED, "q", WAITING, [seen])
    gone = entry(Action.UNDONE, "u", undoes="e")
    assert is_news(Mark.ANSWERED, "q", WAITING, [seen, gone])


@pytest.mark.parametrize("mark", Mark)
def test_with_a_mark_ends_what_followed_from_it_and_no_decision(mark: Mark) -> None:
    seen = entry(ACTIONS[mark], "s")
    others = [
        entry(Action.NO_RESPONSE_CONFIRMED, "c"),
        entry(ACTIONS[mark], "o", key="other"),
        *(entry(ACTIONS[one], one.value) for one in Mark if one is not mark),
    ]
    assert taken_back_by_its_end(mark, "q", [*others, seen]) == [seen]
    gone = Entry("u", "d", "a", NOON + timedelta(1), Action.UNDONE, undoes="s")
    assert taken_back_by_its_end(mark, "q", [*others, seen, gone]) == []
