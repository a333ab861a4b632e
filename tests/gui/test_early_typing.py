"""Letters typed too early are text and no commands."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QMainWindow, QWidget
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
    assert early.end() == "No, Jon"
    assert done == []
    qtbot.keyClick(listener, Qt.Key.Key_N)
    assert done == ["N"]
    assert early.end() == ""


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
