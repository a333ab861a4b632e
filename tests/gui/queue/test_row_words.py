"""What a row says of its deadline and of what was promised."""

from datetime import UTC, datetime, timedelta

import pytest

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.ui.queue.row_words import RowWords

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
NEAR, FAR = NOON + HOUR, NOON + 30 * HOUR


def words(row: QueueRow, *, by_promise: bool) -> str:
    said = RowWords()
    said.by_promise = by_promise
    return said.sign(row, NOON).words


@pytest.mark.parametrize(
    ("due_at", "promised_at", "of_waiting", "of_promises"),
    [
        (NEAR, FAR, "1 h 0 min", "1 h 0 min"),
        (FAR, NEAR, "30 h 0 min", "1 h 0 min"),
        (NEAR, None, "1 h 0 min", "1 h 0 min"),
    ],
)
def test_a_promise_is_counted_down_in_its_view_and_never_hides_a_deadline(
    due_at: datetime,
    promised_at: datetime | None,
    of_waiting: str,
    of_promises: str,
) -> None:
    row = QueueRow(1, "t", due_at=due_at, promised_at=promised_at)
    assert words(row, by_promise=False) == of_waiting
    assert words(row, by_promise=True) == of_promises


@pytest.mark.usefixtures("english")
def test_what_is_settled_counts_down_to_its_promise_everywhere() -> None:
    row = QueueRow(1, "t", state=State.SETTLED, promised_at=NOON - HOUR)
    for by_promise in (False, True):
        assert words(row, by_promise=by_promise) == "overdue by 1:00"
    assert "1 hour overdue" in RowWords().sentence(row, NOON)


def test_the_badge_says_by_when_after_what_is_more_serious() -> None:
    row = QueueRow(1, "t", promised_at=FAR, sent_back=True, draft=True)
    first, second, third = (badge.words for badge in RowWords().badges(row))
    assert (first, third) == ("Sent back", "Draft")
    assert second.startswith("Promised by Tue 1 Dec")


@pytest.mark.usefixtures("english")
def test_an_answer_of_another_program_is_a_question_and_hides_no_deadline() -> None:
    row = QueueRow(1, "t", due_at=NEAR, answered_elsewhere_at=NOON)
    assert [badge.words for badge in RowWords().badges(row)] == ["Answered elsewhere?"]
    assert RowWords().sign(row, NOON).words == "1 h 0 min"
    assert "Another program answered" in RowWords().times(row)
