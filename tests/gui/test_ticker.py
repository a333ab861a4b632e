"""The ticker ticks on the second, and only while someone can see it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.ticker import Ticker
from tests.fakes import FakeClock


def test_the_next_tick_is_due_at_the_full_second(
    clock: FakeClock, shown: Callable[[QWidget], None]
) -> None:
    clock.advance(timedelta(milliseconds=750))
    window = QWidget()
    ticker = Ticker(window, clock)
    shown(window)
    assert ticker._timer.interval() == 250


def test_a_hidden_window_has_no_ticks(
    clock: FakeClock, shown: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    ticker = Ticker(window, clock)
    assert not ticker.is_running
    shown(window)
    assert ticker.is_running
    window.hide()
    assert not ticker.is_running
    window.show()
    assert ticker.is_running


def test_a_minimised_window_has_no_ticks(
    clock: FakeClock, shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    window = QWidget()
    ticker = Ticker(window, clock)
    shown(window)
    window.showMinimized()
    qtbot.waitUntil(lambda: not ticker.is_running)
    window.showNormal()
    qtbot.waitUntil(lambda: ticker.is_running)


def test_the_time_is_told_at_once_when_the_window_comes_back(
    clock: FakeClock, shown: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    ticker = Ticker(window, clock)
    seconds: list[datetime] = []
    minutes: list[datetime] = []
    shown(window)
    window.hide()
    ticker.ticked.connect(seconds.append)
    ticker.minute_passed.connect(minutes.append)
    window.show()
    assert seconds == minutes == [clock.now]


def test_minutes_are_told_once_each(
    clock: FakeClock, shown: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    ticker = Ticker(window, clock)
    shown(window)
    minutes: list[datetime] = []
    ticker.minute_passed.connect(minutes.append)
    for _second in range(121):
        clock.advance(timedelta(seconds=1))
        ticker._tick()
    assert [moment.minute for moment in minutes] == [1, 2]
