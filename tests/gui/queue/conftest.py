"""What tests of the queue share: invented rows and a list of them."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.view import View
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.queue.model import QueueModel
from inbox_assistant.ui.queue.view import QueueView
from tests.fakes import FakeClock


class FakeRows:
    """Rows kept in memory, ordered as they were put in."""

    def __init__(self) -> None:
        self.kept: dict[int, QueueRow] = {}
        self.asked: list[list[int]] = []
        self.turn: datetime | None = None

    def put(self, row: QueueRow) -> None:
        """Keep *row*, in place of the one with its number."""
        self.kept[row.number] = row

    def ids(self, view: View, now: datetime) -> "array[int]":
        """Return every number, whatever the view."""
        del view, now
        return array("q", self.kept)

    def next_turn(self, view: View, now: datetime) -> datetime | None:
        """Return what the test set."""
        del view, now
        return self.turn

    def rows(self, numbers: Sequence[int]) -> list[QueueRow]:
        """Return the rows that are still there, and remember the question."""
        self.asked.append(list(numbers))
        return [self.kept[number] for number in numbers if number in self.kept]


@pytest.fixture
def rows(clock: FakeClock) -> FakeRows:
    """Return a thousand rows, one due every ten minutes from now on."""
    rows = FakeRows()
    for number in range(1, 1001):
        row = QueueRow(
            number=number,
            thread=f"t{number}",
            buyer=f"Buyer {number}",
            subject=f"Question {number}",
            preview="Where is it?",
            waiting=1,
            due_at=clock.now + timedelta(minutes=10 * number),
        )
        rows.put(row)
    return rows


@pytest.fixture
def model(rows: FakeRows, clock: FakeClock) -> QueueModel:
    """Return a model without rows."""
    return QueueModel(rows, clock.now)


@pytest.fixture
def view(
    model: QueueModel,
    rows: FakeRows,
    icons: Icons,
    shown: Callable[[QWidget], None],
) -> QueueView:
    """Return the list, shown, with a thousand rows."""
    view = QueueView(model, icons)
    view.resize(420, 600)
    view.start(array("q", rows.kept))
    shown(view)
    return view
