"""Notifications reach a real daemon, and its clicks come back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.notifying.desktop import DesktopNotifications
from inbox_assistant.ui.notifying.message import Message
from tests.servers.session import Daemon, dunst, session_bus

pytestmark = pytest.mark.servers
ONE = Message("Due in 28 min: Anna", "Is it <b>blue</b> & new?", "reminder", "t1")


@pytest.fixture
def desktop(qtbot: QtBot) -> Iterator[DesktopNotifications]:
    """Return what shows notifications."""
    assert qtbot is not None
    made = DesktopNotifications()
    yield made
    made.close()


def test_a_message_is_shown_as_it_is_written(
    desktop: DesktopNotifications, daemon: Daemon
) -> None:
    assert desktop.tell(ONE)
    assert daemon.shown() == 1
    (seen,) = daemon.history()
    assert seen["body"] == ONE.body
    assert seen["appname"] == "Inbox Assistant"
    assert seen["summary"] == ONE.title


def test_what_a_buyer_wrote_is_no_markup(
    desktop: DesktopNotifications,
    bus: str,
    display: str,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    with dunst(bus, display, tmp_path, markup="full") as daemon:
        qtbot.waitUntil(daemon.is_there, timeout=20_000)
        assert desktop.tell(ONE)
        (seen,) = daemon.history()
    assert seen["body"] == "Is it &lt;b&gt;blue&lt;/b&gt; &amp; new?"


def test_a_later_message_of_a_place_replaces_the_earlier_one(
    desktop: DesktopNotifications, daemon: Daemon
) -> None:
    for title in ("one", "two", "three"):
        assert desktop.tell(ONE._replace(title=title, is_urgent=True))
    assert desktop.tell(ONE._replace(place="intake/shop"))
    assert daemon.shown() == 2
    assert {one["summary"] for one in daemon.history()} == {"three", ONE.title}


def test_a_click_comes_back(
    desktop: DesktopNotifications, daemon: Daemon, qtbot: QtBot
) -> None:
    assert desktop.tell(ONE)
    with qtbot.waitSignal(desktop.clicked, timeout=10_000):
        daemon.click()


def test_without_a_bus_or_a_daemon_nobody_takes_the_message(
    desktop: DesktopNotifications,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not desktop.tell(ONE)
    for address in ("unix:path=/nowhere", "tcp:host=localhost", "nonsense"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert not desktop.tell(ONE)
    with session_bus(tmp_path) as alone:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", alone)
        assert not desktop.tell(ONE)


def test_a_bus_that_went_away_is_asked_for_again(
    desktop: DesktopNotifications,
    display: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    for round_ in ("first", "second"):
        folder = tmp_path / round_
        folder.mkdir()
        with session_bus(folder) as bus, dunst(bus, display, folder) as daemon:
            qtbot.waitUntil(daemon.is_there, timeout=20_000)
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
            # The one of the first round may be noticed to be gone only now.
            assert desktop.tell(ONE) or desktop.tell(ONE)
            assert daemon.shown() == 1
        assert not desktop.tell(ONE)
