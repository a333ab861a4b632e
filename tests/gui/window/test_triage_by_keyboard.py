"""A morning's triage by keys alone: each act is followed by the next thread.

``python -m tests.bench.triage_by_keyboard`` does the same for 40 threads with the keys
of an X server, from outside.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.application import Workplace
from tests.gui.window.triage_script import STEPS, Triage

NAMES = {
    "Return": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "End": Qt.Key.Key_End,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "ctrl": Qt.KeyboardModifier.ControlModifier,
}


class QtHand:
    """Presses keys where the keyboard is, and nowhere else."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self._workplace = workplace
        self._qtbot = qtbot

    def press(self, *keys: str) -> None:
        """Press *keys*, each into whatever has the keyboard then."""
        for combined in keys:
            *held, key = combined.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for name in held:
                modifiers |= NAMES[name]
            QTest.keyClick(self._place(), NAMES.get(key, key), modifiers)

    def write(self, text: str) -> None:
        """Type *text* letter by letter."""
        for letter in text:
            QTest.keyClick(self._place(), letter)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until *holds*."""
        try:
            self._qtbot.waitUntil(holds, timeout=20_000)
        except Exception as error:
            raise AssertionError(what) from error

    def see(self, thread: str | None = None) -> None:
        """Wait until the list is as in the file, and *thread* open and not new."""
        self.until(
            lambda: (
                QApplication.activeModalWidget() is None
                and self._has_list()
                and thread in {None, self._open_thread()}
            ),
            f"{thread} open",
        )

    def _has_list(self) -> bool:
        view, desk = self._workplace.loader.view, self._workplace.correspondence.desk
        assert view is not None
        wanted = list(desk.reading.ids(view, desk.clock()))
        return self._workplace.window.queue.numbers() == wanted

    def _open_thread(self) -> str | None:
        opened = self._workplace.correspondence
        is_ready = self._workplace.window.composer.isEnabled()
        if opened.row is None or opened.is_unseen or not is_ready:
            return None
        return opened.row.thread

    def _place(self) -> QWidget:
        """Return what has the keyboard, as soon as a window has it."""
        self.until(lambda: self._of_active() is not None, "a place for keys")
        place = self._of_active()
        assert place is not None
        return place

    def _of_active(self) -> QWidget | None:
        modal = QApplication.activeModalWidget()
        window = modal or self._workplace.window
        if not window.isActiveWindow():
            window.activateWindow()
            return None
        return window.focusWidget()


def test_a_morning_of_triage_by_keys_leaves_what_was_meant(
    workplace: Workplace, qtbot: QtBot
) -> None:
    desk = workplace.correspondence.desk
    triage = Triage(QtHand(workplace, qtbot), desk.reading, desk.clock)
    taken = triage.run(2 * len(STEPS))
    assert sum(taken.values()) == 2 * len(STEPS)
    triage.take_back_and_repeat()
    triage.confirm_all()
    assert triage.problems() == []
