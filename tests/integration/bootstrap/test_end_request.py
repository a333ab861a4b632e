"""The system may ask the program to end at any moment."""

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inbox_assistant.bootstrap.end_request import SIGNALS, EndRequest


@pytest.fixture
def signals_of_before() -> Iterator[None]:
    """Let the next test find the handlers that this one found."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("signals_of_before")
@pytest.mark.parametrize("number", SIGNALS)
def test_the_end_comes_from_the_loop_and_not_from_wherever_python_is(
    number: signal.Signals, qtbot: QtBot
) -> None:
    ended: list[str] = []
    parent = QObject()
    request = EndRequest(lambda: ended.append("ended"), parent)
    os.kill(os.getpid(), number)
    # The handler has run by now, maybe within a call that Qt holds locks for.
    assert ended == []
    qtbot.waitUntil(lambda: ended == ["ended"])
    request.close()
