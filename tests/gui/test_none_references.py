"""Qt's binding keeps the reference count of None."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_lose_no_reference_to_none(qtbot: QtBot) -> None:
    # PySide6 6.12.0 lost one for each call on Python 3.11, until the interpreter
    # aborted. From Python 3.12 on None is immortal and the count never moves.
    label = QLabel()
    qtbot.addWidget(label)
    parentless = QObject()
    before = sys.getrefcount(None)
    for number in range(200):
        label.setText(str(number))
        label.update()
        parentless.setObjectName("same")
    assert abs(sys.getrefcount(None) - before) < 50
