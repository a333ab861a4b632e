"""What other seats marked in the mailbox, as the window tells it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit, QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.marks import ANOTHER_SEAT
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.services.marks_seen import SEEN
from inbox_assistant.services.scribe import Author, Scribe
from inbox_assistant.services.standing_changes import Decisions
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.composer.gate_dialog import GateDialog
from inbox_assistant.ui.elsewhere_dialog import ElsewhereDialog

Wait = Callable[[], QDialog]
Press = Callable[..., None]
AN_HOUR_AGO = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)  # noqa: TID251 - the window's clock is real


@pytest.fixture
def row(workplace: Workplace, qtbot: QtBot) -> QueueRow:
    """Return the row of the thread that is open, whose reply has not come back."""
    workplace.window.queue.step(1)
    qtbot.waitUntil(lambda: _is_plain(workplace.correspondence.row))
    opened = workplace.correspondence.row
    assert opened is not None
    return opened


def _is_plain(row: QueueRow | None) -> bool:
    return row is not None and not row.sent_back


def see(
    workplace: Workplace, profile: paths.Profile, row: QueueRow, action: Action
) -> None:
    """Let a mark of another seat be read, on all that waits in the thread of *row*."""
    with open_program(profile) as program, program.store.transaction():
        author = Author("desk", ANOTHER_SEAT)
        scribe = Scribe(program.store, lambda: AN_HOUR_AGO, author)
        keys = program.reading.waiting_keys(row.thread)
        Decisions(program.store, scribe).write(action, row.thread, keys, data=SEEN)
    workplace.bus.changed.emit(Changes(threads=frozenset({row.thread})))


def now(workplace: Workplace, row: QueueRow) -> QueueRow:
    found = workplace.correspondence.desk.reading.row(row.thread)
    assert found is not None
    return found


def test_an_answer_of_another_program_is_told_above_the_messages_and_in_the_queue(
    workplace: Workplace, profile: paths.Profile, row: QueueRow, qtbot: QtBot
) -> None:
    banner = workplace.window.banner
    assert not banner.isVisible()
    see(workplace, profile, row, Action.ANSWERED_SEEN)
    qtbot.waitUntil(banner.isVisible)
    assert "the clock runs on" in banner.words
    assert not banner.wait_again.isVisible()
    assert now(workplace, row).state is State.WAITING
    assert workplace.window.composer.send.isVisible()


def test_a_second_reply_is_asked_about_once_and_leaves_then(
    workplace: Workplace, profile: paths.Profile, row: QueueRow, qtbot: QtBot
) -> None:
    see(workplace, profile, row, Action.ANSWERED_SEEN)
    qtbot.waitUntil(workplace.window.banner.isVisible)
    workplace.window.composer.editor.insertPlainText("Yes, it fits.")
    workplace.correspondence.send()
    found: list[GateDialog] = []

    def asks() -> bool:
        found[:] = workplace.window.findChildren(GateDialog)
        return bool(found) and found[0].isVisible()

    qtbot.waitUntil(asks)
    (gate,) = found
    assert gate.windowTitle() == "Look again"
    with qtbot.waitSignal(workplace.correspondence.sent):
        gate.send.click()


def test_the_time_of_that_answer_is_filled_in_where_it_is_settled(
    workplace: Workplace,
    profile: paths.Profile,
    row: QueueRow,
    qtbot: QtBot,
    dialog: Wait,
    press: Press,
) -> None:
    see(workplace, profile, row, Action.ANSWERED_SEEN)
    qtbot.waitUntil(workplace.window.banner.isVisible)
    workplace.decisions.elsewhere()
    asked = dialog()
    assert isinstance(asked, ElsewhereDialog)
    edit = asked.findChild(QDateTimeEdit)
    assert edit is not None
    assert edit.dateTime().toSecsSinceEpoch() == int(AN_HOUR_AGO.timestamp())
    press(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: now(workplace, row).state is State.SETTLED)


def test_what_another_seat_settled_can_be_made_to_wait_again(
    workplace: Workplace, profile: paths.Profile, row: QueueRow, qtbot: QtBot
) -> None:
    window = workplace.window
    window.composer.editor.setFocus()
    qtbot.keyClicks(window.composer.editor, "Half a sentence")
    see(workplace, profile, row, Action.NO_RESPONSE_SEEN)
    qtbot.waitUntil(window.banner.wait_again.isVisible)
    assert "Another seat" in window.banner.words
    assert now(workplace, row).state is State.SETTLED
    window.banner.wait_again.click()
    qtbot.waitUntil(lambda: "waits as before" in window.notice.words)
    assert now(workplace, row).state is State.WAITING


def test_what_was_not_settled_so_cannot(
    workplace: Workplace, row: QueueRow, qtbot: QtBot
) -> None:
    workplace.window.commands.action("wait-again").trigger()
    qtbot.waitUntil(lambda: "No other seat" in workplace.window.notice.words)
    assert now(workplace, row).state is row.state
    assert workplace.window.problems.problems == ()
