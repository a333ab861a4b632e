"""The model fetches what is looked at, by the page, and speaks in sentences."""

from array import array
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.ui.moments import local_time
from inbox_assistant.ui.queue.model import QueueModel
from inbox_assistant.ui.queue.pages import KEPT, PAGE, Pages
from tests.fakes import FakeClock
from tests.gui.queue.fake_rows import FakeRows


def test_qt_finds_nothing_wrong_with_the_model(
    model: QueueModel, rows: FakeRows, qtmodeltester: ModelTester
) -> None:
    model.replace(array("q", rows.kept))
    qtmodeltester.check(model)
    model.replace(array("q", [3, 1, 2]))
    qtmodeltester.check(model)
    model.replace(array("q"))
    qtmodeltester.check(model)


def test_nothing_is_fetched_before_it_is_looked_at(
    model: QueueModel, rows: FakeRows
) -> None:
    model.replace(array("q", rows.kept))
    assert rows.asked == []
    model.index(PAGE + 5, 0).data(Qt.ItemDataRole.UserRole)
    assert rows.asked == [list(range(PAGE + 1, 2 * PAGE + 1))]


def test_a_page_is_fetched_once_and_pages_not_seen_lately_are_forgotten(
    rows: FakeRows,
) -> None:
    pages = Pages(rows)
    pages.replace(array("q", range(1, (KEPT + 1) * PAGE + 1)))
    for place in (0, 1, PAGE, 2):
        pages.row(place)
    assert len(rows.asked) == 2
    for page in range(2, KEPT + 1):
        pages.row(page * PAGE)
    pages.row(0)
    assert len(rows.asked) == KEPT + 1
    pages.row(PAGE)
    assert len(rows.asked) == KEPT + 2


def test_a_row_that_is_gone_is_empty_and_breaks_nothing(
    model: QueueModel, rows: FakeRows
) -> None:
    model.replace(array("q", [1, 99999, 2]))
    assert model.row_at(1) is None
    assert model.index(1, 0).data() == ""
    assert model.row_at(2) is rows.kept[2]


def test_the_same_list_again_shows_what_changed_without_a_reset(
    model: QueueModel, rows: FakeRows, qtbot: QtBot
) -> None:
    ids = array("q", rows.kept)
    model.replace(ids)
    assert model.row_at(0) is rows.kept[1]
    rows.put(replace(rows.kept[1], subject="Another question"))
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged),
    ):
        model.replace(array("q", ids))
    row = model.row_at(0)
    assert row is not None
    assert row.subject == "Another question"


@pytest.mark.usefixtures("english")
def test_a_row_is_one_sentence_for_a_screen_reader(
    model: QueueModel, rows: FakeRows, clock: FakeClock
) -> None:
    rows.put(
        QueueRow(
            number=7,
            thread="t7",
            buyer="Marta Lindqvist",
            subject="Where is my parcel?",
            preview="It should have come on Friday.",
            topics=("delivery", "other"),
            marketplace="SE",
            order_id="302-1234567-7654321",
            waiting=2,
            due_at=clock.now - timedelta(minutes=4),
            sent_back=True,
        )
    )
    model.replace(array("q", [7]))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Marta Lindqvist, 4 minutes overdue, Delivery, SE, "
        "order 302-1234567-7654321, Sent back, 2 waiting. "
        "It should have come on Friday."
    )


def test_the_column_has_a_name_and_the_rows_have_none(
    model: QueueModel, rows: FakeRows
) -> None:
    model.replace(array("q", rows.kept))
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Messages"
    assert model.headerData(3, Qt.Orientation.Vertical) == ""
    assert model.data(QModelIndex()) is None


def test_the_tooltip_tells_when_it_was_received_and_is_due(
    model: QueueModel, rows: FakeRows, clock: FakeClock
) -> None:
    received = clock.now - timedelta(hours=1)
    due = received + timedelta(hours=24)
    rows.put(QueueRow(number=7, thread="t7", received_at=received, due_at=due))
    model.replace(array("q", [7]))
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == (
        f"Received {local_time(received)}\nAnswer by {local_time(due)}"
    )
