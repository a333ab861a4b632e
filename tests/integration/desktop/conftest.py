"""A session with a real notification daemon, one for a file of tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.servers.session import Daemon, dunst, screen, session_bus


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a session bus that the program will find."""
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Return a screen."""
    with screen() as name:
        yield name


@pytest.fixture
def daemon(bus: str, display: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Daemon]:
    """Return a running notification daemon."""
    with dunst(bus, display, tmp_path) as running:
        qtbot.waitUntil(running.is_there, timeout=20_000)
        yield running
