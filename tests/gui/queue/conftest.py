"""What tests of the queue share: invented rows and a list of them."""

from array import array
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.queue.model import QueueModel
from inbox_assistant.ui.queue.view import QueueView
from tests.fakes import FakeClock
from tests.gui.queue.fake_rows import FakeRows


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
