"""The window tells what waits, comes back when wanted, and is never lost."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.window import build
from inbox_assistant.domain.view import View
from inbox_assistant.settings import QUIET_HOURS, REMIND_BEFORE, STAY_IN_TRAY
from inbox_assistant.ui.application import Workplace

# Without a screen there is no tray for Qt's picture to be shown in.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


@pytest.fixture
def place(workplace: Workplace) -> Iterator[Workplace]:
    """Return the open window, with no night in which it would keep still."""
    workplace._desk.settings.put(QUIET_HOURS, "")
    workplace._desk.settings.put(REMIND_BEFORE, REMIND_BEFORE.default)
    yield workplace
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def with_tray(place: Workplace) -> Workplace:
    """Return the open window on a desktop with a tray, where it is to stay."""
    place.background.tray._is_available = lambda: True
    place._desk.settings.put(STAY_IN_TRAY, True)  # noqa: FBT003
    return place


def told(workplace: Workplace) -> Callable[[], bool]:
    return lambda: bool(workplace.window.reminder.messages)


def test_without_tray_and_daemon_the_window_tells_and_counts(
    place: Workplace, qtbot: QtBot
) -> None:
    place.background.notifier.look()
    qtbot.waitUntil(told(place), timeout=20_000)
    (message,) = place.window.reminder.messages
    assert message.title.endswith("threads need a response")
    assert place.window.reminder.isVisible()
    assert place.window.windowTitle().endswith("overdue) Inbox Assistant")
    qtbot.waitUntil(lambda: not place.background.notifier._is_telling)
    place.window.reminder.dismiss()
    tallies = place.window.windowTitleChanged
    place.window.setWindowTitle("")
    with qtbot.waitSignal(tallies, timeout=20_000):
        place.background.notifier.look()
    assert not place.window.reminder.messages


def test_the_message_leads_to_its_thread(place: Workplace, qtbot: QtBot) -> None:
    urgent = next(iter(place._desk.queue.ids(View.WAITING, place._desk.clock(), 1)))
    place.background.notifier.look()
    qtbot.waitUntil(told(place), timeout=20_000)
    place.window.queue.step(5)
    place.window.showMinimized()
    place.window.reminder._show_thread()
    assert not place.window.isMinimized()
    assert place.window.queue.current_number() == urgent


def test_a_thread_that_no_longer_waits_leads_to_the_most_urgent(
    place: Workplace,
) -> None:
    place.window.queue.step(5)
    place.background.open_thread("gone")
    assert place.window.queue.current_number() == place.window.queue.numbers()[0]


def test_without_leads_the_window_counts_and_keeps_still(
    place: Workplace, qtbot: QtBot
) -> None:
    place._desk.settings.put(REMIND_BEFORE, "")
    with qtbot.waitSignal(place.window.windowTitleChanged, timeout=20_000):
        place.background.notifier.look()
    assert not place.window.reminder.messages


def test_where_there_is_a_tray_it_tells(with_tray: Workplace, qtbot: QtBot) -> None:
    notifier = with_tray.background.notifier
    notifier.look()
    qtbot.waitUntil(lambda: notifier._thread != "", timeout=20_000)
    qtbot.waitUntil(lambda: not notifier._is_telling, timeout=20_000)
    assert not with_tray.window.reminder.messages
    with qtbot.waitSignal(notifier.opened) as opened:
        with_tray.background.tray.message_clicked.emit()
    assert opened.args == [notifier._thread]


def test_closing_keeps_the_program_in_the_tray_and_quitting_does_not(
    with_tray: Workplace,
) -> None:
    window = with_tray.window
    assert not window.close()
    assert window.isHidden()
    assert not QApplication.quitOnLastWindowClosed()
    with_tray.background.tray.window_wanted.emit()
    assert window.isVisible()
    assert QApplication.quitOnLastWindowClosed()
    window.commands.action("quit").trigger()
    assert window.isHidden()
    assert not with_tray.background.presence._is_quitting


def test_without_a_tray_closing_closes(place: Workplace) -> None:
    place._desk.settings.put(STAY_IN_TRAY, True)  # noqa: FBT003
    assert place.window.close()


def test_a_start_aside_is_minimised_and_without_a_window_in_the_tray(
    dressed: QApplication, profile: paths.Profile
) -> None:
    assert dressed is not None
    for stays in (False, True):
        workplace = build(profile, is_demo=True)
        workplace.background.tray._is_available = lambda stays=stays: stays
        workplace._desk.settings.put(STAY_IN_TRAY, stays)
        workplace.start(is_aside=True)
        assert workplace.window.isMinimized() is not stays
        assert workplace.window.isVisible() is not stays
        workplace.background.presence.raise_window()
        assert workplace.window.isVisible()
        assert not workplace.window.isMinimized()
        workplace.end()
        assert workplace.close() == []


def test_the_sample_mailbox_does_not_start_with_the_computer(
    place: Workplace, qtbot: QtBot
) -> None:
    action = place.window.commands.action("autostart")
    action.trigger()
    qtbot.waitUntil(lambda: "sample mailbox" in place.window.notice.words)
    qtbot.waitUntil(lambda: not action.isChecked())
