"""What is marked is acted on together, and one Z takes all of it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.query import parse_query
from inbox_assistant.domain.view import View
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.label_dialog import LabelDialog

Press = Callable[..., None]
Wait = Callable[[], QDialog]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hand(press: Press, dialog: Wait) -> tuple[Press, Wait]:
    """Return what presses a key and what waits for a dialog."""
    return press, dialog


def found(workplace: Workplace, query: str) -> int:
    desk = workplace.correspondence.desk
    asked = parse_query(query)
    return len(desk.reading.matching(View.ALL, asked, desk.clock()))


def mark_three(workplace: Workplace, press: Press, qtbot: QtBot) -> None:
    """Mark the last three of the list, which have the most time left."""
    queue = workplace.window.queue
    press(queue, Qt.Key.Key_End)
    press(queue, Qt.Key.Key_Up, SHIFT)
    press(queue, Qt.Key.Key_Up, SHIFT)
    assert len(queue.marked) == 3
    assert workplace.window.filters.words.text() == "3 marked"
    qtbot.waitUntil(workplace.window.composer.isEnabled)


def answer(asked: QDialog, press: Press, text: str) -> None:
    """Type *text* and Enter into the dialog that asks, where its keyboard is."""
    for letter in text:
        place = asked.focusWidget()
        assert place is not None
        press(place, letter)
    place = asked.focusWidget()
    assert place is not None
    press(place, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("keys", "text", "query"),
    [
        ((Qt.Key.Key_N,), "1", "is:to-confirm"),
        ((Qt.Key.Key_A,), "", "is:claimed"),
        ((Qt.Key.Key_A, SHIFT), "ben", "agent:ben"),
        ((Qt.Key.Key_L,), "vip", "tag:vip"),
        ((Qt.Key.Key_S,), "1", "is:snoozed"),
    ],
)
def test_three_marked_threads_are_acted_on_and_one_z_takes_it_back(
    workplace: Workplace,
    hand: tuple[Press, Wait],
    qtbot: QtBot,
    keys: tuple[object, ...],
    text: str,
    query: str,
) -> None:
    press, dialog = hand
    queue = workplace.window.queue
    mark_three(workplace, press, qtbot)
    press(queue, *keys)
    if text:
        answer(dialog(), press, text)
    qtbot.waitUntil(lambda: found(workplace, query) == 3)
    qtbot.waitUntil(lambda: queue.marked == frozenset())
    assert workplace.window.filters.words.text() == ""
    press(queue, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: found(workplace, query) == 0)


def test_what_was_confirmed_together_is_taken_back_together(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    window = workplace.window
    mark_three(workplace, press, qtbot)
    press(window.queue, Qt.Key.Key_N)
    answer(dialog(), press, "2")
    qtbot.waitUntil(lambda: found(workplace, "is:to-confirm") == 3)
    settled = found(workplace, "is:settled")
    window.commands.action("view-4").trigger()
    qtbot.waitUntil(lambda: window.queue.count == 3)
    press(window.queue, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(window.queue, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: found(workplace, "is:settled") == settled + 3)
    qtbot.waitUntil(lambda: window.queue.count == 0)
    press(window.queue, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: found(workplace, "is:to-confirm") == 3)


def test_what_was_answered_in_seller_central_is_told_of_three_at_once(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    queue, settled = workplace.window.queue, found(workplace, "is:settled")
    mark_three(workplace, press, qtbot)
    press(queue, Qt.Key.Key_Return, SHIFT | Qt.KeyboardModifier.ControlModifier)
    asked = dialog()
    [names] = [
        label for label in asked.findChildren(QLabel) if label.text().count("\n") == 2
    ]
    assert names.isVisible()
    press(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found(workplace, "is:settled") == settled + 3)
    qtbot.waitUntil(lambda: queue.marked == frozenset())
    press(queue, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: found(workplace, "is:settled") == settled)


def test_where_nothing_fits_it_is_said(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    notice = workplace.window.notice
    mark_three(workplace, press, qtbot)
    for name, words in (
        ("confirm", "waits to be marked"),
        ("drop-promise", "Nothing is promised"),
        ("amazon", "one thread at a time"),
    ):
        workplace.window.commands.action(name).trigger()
        assert words in notice.words
    assert QApplication.activeModalWidget() is None


def test_a_tag_in_use_is_taken_by_arrows_and_taken_off_by_a_minus(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    queue = workplace.window.queue
    press(queue, Qt.Key.Key_L)
    answer(dialog(), press, "vip")
    qtbot.waitUntil(lambda: found(workplace, "tag:vip") == 1)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    press(queue, Qt.Key.Key_L)
    asked = dialog()
    assert isinstance(asked, LabelDialog)
    qtbot.waitUntil(lambda: asked.list.count() == 1)
    press(asked.field, "-")
    press(asked.field, Qt.Key.Key_Down)
    assert asked.field.text() == "-vip"
    press(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found(workplace, "tag:vip") == 0)


def test_a_tag_may_be_followed_by_the_next_thread_and_a_decision_at_once(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    queue = workplace.window.queue
    press(queue, Qt.Key.Key_L)
    answer(dialog(), press, "vip")
    qtbot.waitUntil(lambda: workplace.window.undo.can_undo)
    before = workplace.correspondence.row
    press(queue, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: workplace.correspondence.row not in (before, None))
    press(queue, Qt.Key.Key_N)
    dialog().reject()
    assert workplace.window.notice.words == ""
