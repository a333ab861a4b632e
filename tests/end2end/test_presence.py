"""The program itself, on a screen with a tray and a notification daemon."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.settings import QUIET_HOURS, STAY_IN_TRAY, load_settings
from inbox_assistant.storage.lock import sole_holder
from tests.architecture.source_tree import ROOT
from tests.end2end.amazon_mails import buyer_mail
from tests.servers.session import Daemon, dunst, screen, session_bus
from tests.servers.watcher import Panel, panel

pytestmark = pytest.mark.servers
_PATIENCE = 90.0


@pytest.fixture
def profile(tmp_path: Path) -> paths.Profile:
    """Return a profile in which one buyer must be answered within 12 minutes."""
    made = paths.Profile(tmp_path / "profile")
    asked = system_clock() - timedelta(hours=23, minutes=48)
    file = tmp_path / "question.eml"
    file.write_bytes(buyer_mail(1, asked).raw)
    with open_program(made) as program:
        program.importing.import_paths([file])
    settings = load_settings(made.settings)
    settings.put(QUIET_HOURS, "")
    settings.put(STAY_IN_TRAY, True)  # noqa: FBT003
    return made


class Session:
    """A signed-in person's desktop."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.bus = stack.enter_context(session_bus(folder))
        self.display = stack.enter_context(screen())
        self.panel: Panel = stack.enter_context(panel(self.bus))
        self.daemon: Daemon = stack.enter_context(dunst(self.bus, self.display, folder))
        self._stack = stack

    def start(self, profile: paths.Profile, *more: str) -> subprocess.Popen[str]:
        """Start the program as the desktop does."""
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "inbox_assistant"),
                *("--profile", str(profile.folder), *more),
            ],
            cwd=ROOT,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "xcb",
                "DISPLAY": self.display,
                "DBUS_SESSION_BUS_ADDRESS": self.bus,
            },
            stderr=subprocess.PIPE,
            text=True,
        )
        self._stack.callback(_end, process)
        return process


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.kill()
    process.communicate()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Ask again until it is so, each question taking its time."""
    end = monotonic() + _PATIENCE
    while not is_so():
        assert monotonic() < end


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Return a desktop with everything."""
    with ExitStack() as stack:
        made = Session(stack, tmp_path)
        wait_until(made.daemon.is_there)
        yield made


def test_a_start_aside_tells_from_the_tray_and_comes_up_by_a_click(
    session: Session, profile: paths.Profile
) -> None:
    program = session.start(profile, "--minimised")
    item = session.panel.item(_PATIENCE)
    wait_until(lambda: session.daemon.shown() > 0)
    wait_until(lambda: "1 waiting" in item.tooltip())
    assert "1 due soon" in item.tooltip()
    (seen,) = session.daemon.history()
    assert seen["summary"].startswith("Due in 1")
    item.click()
    # A second start finds the first, whether it is asked to show itself or not.
    for more in ((), ("--minimised",)):
        assert session.start(profile, *more).wait(_PATIENCE) == 0
    assert program.poll() is None
    program.terminate()
    assert program.wait(_PATIENCE) == 0


def test_a_program_that_is_only_in_the_tray_ends_when_it_is_asked_to(
    session: Session, profile: paths.Profile
) -> None:
    program = session.start(profile, "--minimised")
    item = session.panel.item(_PATIENCE)
    wait_until(lambda: "1 waiting" in item.tooltip())
    program.terminate()
    assert program.wait(_PATIENCE) == 0


def test_a_profile_held_by_something_without_a_window_is_told(
    session: Session, profile: paths.Profile
) -> None:
    with sole_holder(profile.window_lock) as is_held:
        assert is_held
        refused = session.start(profile)
        _, said = refused.communicate(timeout=_PATIENCE)
    assert refused.returncode == 2
    assert "open already" in said
