"""No response necessary, confirmed, answered elsewhere, and taking it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.state import State
from inbox_assistant.domain.view import View
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.confirm_dialog import ConfirmDialog
from inbox_assistant.ui.reason_picker import ReasonPicker

Wait = Callable[[], QDialog]
Press = Callable[..., None]


def state_of(workplace: Workplace, thread: str) -> State:
    row = workplace.correspondence.desk.reading.row(thread)
    assert row is not None
    return row.state


def count(workplace: Workplace, view: View) -> int:
    desk = workplace.correspondence.desk
    return len(desk.reading.ids(view, desk.clock()))


def shows_another(workplace: Workplace, thread: str) -> bool:
    row = workplace.correspondence.row
    ready = workplace.window.composer.isEnabled()
    return ready and row is not None and row.thread != thread


def decide(workplace: Workplace, press: Press, dialog: Wait) -> None:
    """Press N, 1 and Enter."""
    press(workplace.window.queue, Qt.Key.Key_N)
    picker = dialog()
    assert isinstance(picker, ReasonPicker)
    press(picker.choices, Qt.Key.Key_1)
    press(picker.choices, Qt.Key.Key_Return)


def test_n_a_digit_and_enter_decide_once_and_the_next_thread_comes(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    row = workplace.correspondence.row
    assert row is not None
    decide(workplace, press, dialog)
    qtbot.waitUntil(lambda: state_of(workplace, row.thread) is State.TO_CONFIRM)
    qtbot.waitUntil(lambda: workplace.window.queue.current_number() != row.number)
    assert workplace.window.problems.problems == ()
    assert count(workplace, View.TO_CONFIRM) == 1


def test_a_key_pressed_too_soon_does_not_act_on_the_thread_that_has_just_come(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    window, open_one = workplace.window, workplace.correspondence
    row = open_one.row
    assert row is not None
    decide(workplace, press, dialog)
    qtbot.waitUntil(lambda: shows_another(workplace, row.thread))
    workplace.decisions.no_response()
    assert "just come up" in window.notice.words
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(lambda: not open_one.is_unseen)
    press(window.queue, Qt.Key.Key_N)
    dialog().reject()


def test_the_order_number_is_on_the_clipboard_for_the_second_step(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    row = workplace.correspondence.row
    assert row is not None
    decide(workplace, press, dialog)
    qtbot.waitUntil(lambda: bool(workplace.window.notice.words))
    assert QGuiApplication.clipboard().text() == row.order_id


def test_what_is_to_confirm_keeps_its_clock_until_c_is_pressed(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    row = workplace.correspondence.row
    assert row is not None
    decide(workplace, press, dialog)
    qtbot.waitUntil(lambda: state_of(workplace, row.thread) is State.TO_CONFIRM)
    workplace.window.commands.action("view-4").trigger()
    qtbot.waitUntil(
        lambda: (
            workplace.correspondence.row is not None
            and workplace.correspondence.row.thread == row.thread
        )
    )
    assert workplace.correspondence.row is not None
    assert workplace.correspondence.row.due_at == row.due_at

    def is_settled() -> bool:
        # A key that comes at once might be meant for the thread before and is
        # refused; whoever is told so presses it again.
        if state_of(workplace, row.thread) is State.SETTLED:
            return True
        if not workplace.correspondence.is_unseen:
            press(workplace.window.queue, Qt.Key.Key_C)
        return False

    qtbot.waitUntil(is_settled)


def test_z_takes_decisions_back_one_after_the_other(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    for left in (1, 2):
        row = workplace.correspondence.row
        assert row is not None
        decide(workplace, press, dialog)
        qtbot.waitUntil(lambda left=left: count(workplace, View.TO_CONFIRM) == left)
        qtbot.waitUntil(lambda row=row: shows_another(workplace, row.thread))
        qtbot.waitUntil(lambda: not workplace.correspondence.is_unseen)
    for left in (1, 0):
        press(workplace.window.queue, Qt.Key.Key_Z)
        qtbot.waitUntil(lambda left=left: count(workplace, View.TO_CONFIRM) == left)
    press(workplace.window.queue, Qt.Key.Key_Z)
    qtbot.waitUntil(
        lambda: workplace.window.notice.words == "There is nothing to take back."
    )


def test_marked_threads_are_decided_together_after_being_listed(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    queue = workplace.window.queue
    press(queue, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    press(queue, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert len(queue.marked) == 3
    decide(workplace, press, dialog)
    qtbot.waitUntil(lambda: count(workplace, View.TO_CONFIRM) == 3)
    # The window hears of the decision after the store has it.
    qtbot.waitUntil(lambda: queue.marked == frozenset())


def test_a_single_mark_is_what_is_acted_on_and_not_the_open_thread(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    queue, opened = workplace.window.queue, workplace.correspondence.row
    assert opened is not None
    queue.toggle_mark()
    marked = queue.current_number()
    queue.step(3)
    qtbot.waitUntil(workplace.window.composer.isEnabled)
    decide(workplace, press, dialog)
    qtbot.waitUntil(lambda: state_of(workplace, opened.thread) is State.TO_CONFIRM)
    assert marked == opened.number
    assert count(workplace, View.TO_CONFIRM) == 1


@pytest.mark.parametrize("is_sure", [True, False])
def test_the_older_threads_are_settled_together_after_one_question(
    workplace: Workplace,
    press: Press,
    qtbot: QtBot,
    dialog: Wait,
    is_sure: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    before = count(workplace, View.OLDER)
    assert before > 0
    workplace.window.commands.action("view-6").trigger()
    qtbot.waitUntil(workplace.window.older.isVisible)
    workplace.window.older.button.click()
    asked = dialog()
    assert isinstance(asked, ConfirmDialog)
    if is_sure:
        asked.yes.click()
        qtbot.waitUntil(lambda: count(workplace, View.OLDER) == 0)
        qtbot.waitUntil(lambda: not workplace.window.older.isVisible())
    else:
        press(asked, Qt.Key.Key_Return)
        assert not asked.isVisible()
        assert count(workplace, View.OLDER) == before


def test_answered_in_seller_central_settles_at_the_time_that_is_told(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    row = workplace.correspondence.row
    assert row is not None
    workplace.window.commands.action("elsewhere").trigger()
    asked = dialog()
    press(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state_of(workplace, row.thread) is State.SETTLED)
