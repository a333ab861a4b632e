"""An error nobody expected is shown once, and its words are kept to itself."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.bootstrap.window import listen_for_crashes
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.crash_dialog import CrashDialog

SECRET = "dora@example.com wrote: where is my parcel?"


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put the hooks back that were there before the test."""
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def fail() -> None:
    raise ValueError(SECRET)


@pytest.mark.usefixtures("hooks")
def test_an_error_in_any_thread_reaches_the_one_who_listens() -> None:
    told: list[BaseException] = []
    listen_for_crashes(told.append)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    error = KeyError("here")
    sys.excepthook(KeyError, error, None)
    assert [type(one) for one in told] == [ValueError, KeyError]


def test_the_same_error_again_opens_no_second_dialog(
    start: Callable[[], Workplace], qtbot: QtBot, dialog: Callable[[], QDialog]
) -> None:
    workplace = start()
    error = ValueError(SECRET)
    for _ in range(3):
        workplace.bus.crashed.emit(error)
    assert isinstance(dialog(), CrashDialog)
    dialogs = workplace.window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    dialogs[0].reject()
    assert len(workplace.problems_met) == 1
    workplace.problems_met.clear()
    qtbot.waitUntil(lambda: not workplace.window.findChildren(CrashDialog))
