"""Letters typed too early are text and no commands."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.early_typing import EarlyTyping


@pytest.fixture
def done() -> list[str]:
    """Return the list of the commands that were carried out."""
    return []


@pytest.fixture
def listener(
    qtbot: QtBot, shown: Callable[[QWidget], None], done: list[str]
) -> Iterator[QListWidget]:
    """Yield a list in a window that has the command N."""
    window = QMainWindow()
    listener = QListWidget()
    window.setCentralWidget(listener)
    action = QAction("N", window)
    action.setShortcut("N")
    action.triggered.connect(lambda: done.append("N"))
    window.addAction(action)
    shown(window)
    window.activateWindow()
    listener.setFocus()
    qtbot.waitUntil(listener.hasFocus)
    yield listener
    window.close()


def test_what_is_typed_too_early_is_given_back_as_text(
    listener: QListWidget, qtbot: QtBot, done: list[str]
) -> None:
    early = EarlyTyping(listener)
    early.begin()
    qtbot.keyClicks(listener, "No, Jonn")
    qtbot.keyClick(listener, Qt.Key.Key_Backspace)
    assert early.is_kept
    editor = QPlainTextEdit()
    early.deliver(editor)
    assert editor.toPlainText() == "No, Jon"
    assert done == []
    qtbot.keyClick(listener, Qt.Key.Key_N)
    assert done == ["N"]
    assert not early.is_kept


def test_a_command_waits_and_what_is_typed_after_it_is_no_part_of_the_reply(
    listener: QListWidget, qtbot: QtBot, done: list[str]
) -> None:
    early, editor = EarlyTyping(listener), QPlainTextEdit()
    early.begin()
    qtbot.keyClicks(listener, "Dear")
    early.keep(lambda: done.append("earlier"))
    early.keep(lambda: done.append("later"))
    qtbot.keyClicks(listener, "n")
    assert done == []
    early.deliver(editor)
    assert editor.toPlainText() == "Dear"
    assert done == ["later"]
    early.deliver(editor)
    assert done == ["later"]


def test_a_command_alone_writes_nothing(listener: QListWidget, done: list[str]) -> None:
    early, editor = EarlyTyping(listener), QPlainTextEdit()
    early.keep(lambda: done.append("template"))
    early.deliver(editor)
    assert done == ["template"]
    assert editor.toPlainText() == ""


def test_esc_gives_the_letters_back_to_the_list(
    listener: QListWidget, qtbot: QtBot, done: list[str]
) -> None:
    early = EarlyTyping(listener)
    early.begin()
    qtbot.keyClicks(listener, "x")
    qtbot.keyClick(listener, Qt.Key.Key_Escape)
    assert not early.is_kept
    qtbot.keyClick(listener, Qt.Key.Key_N)
    assert done == ["N"]
