"""A second start finds the first window of the same user and profile, and no other."""

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from inbox_assistant.ui.doorbell import Doorbell, bell_of, ring
from tests.architecture.source_tree import ROOT

RING = """
import sys
from PySide6.QtCore import QCoreApplication
from inbox_assistant.ui.doorbell import ring
application = QCoreApplication([])
sys.exit(0 if ring(sys.argv[1], 20) else 3)
"""


def rung_from_outside(name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RING, name], cwd=ROOT)


def test_a_profile_may_be_called_by_what_is_no_text() -> None:
    assert bell_of(Path(os.fsdecode(b"/desk/\xff"))) != bell_of(Path("/desk/x"))


def test_each_profile_has_a_bell_of_its_own(tmp_path: Path) -> None:
    one, other = bell_of(tmp_path / "one"), bell_of(tmp_path / "other")
    assert one != other
    assert one == bell_of(tmp_path / "other" / ".." / "one")
    if hasattr(os, "getuid"):
        assert f"-{os.getuid()}-" in one
    # Sockets of the file system have short names.
    assert len(bell_of(tmp_path / ("deep/" * 50))) < 100


def test_a_ring_is_heard_and_answered(tmp_path: Path, qtbot: QtBot) -> None:
    name = bell_of(tmp_path)
    bell = Doorbell(name)
    assert bell.hangs
    with qtbot.waitSignal(bell.rung, timeout=30_000):
        caller = rung_from_outside(name)
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=30_000)
    assert caller.returncode == 0


def test_a_bell_that_is_hung_up_late_is_waited_for(
    tmp_path: Path, qtbot: QtBot
) -> None:
    name = bell_of(tmp_path)
    caller = rung_from_outside(name)
    bell = Doorbell(name)
    with qtbot.waitSignal(bell.rung, timeout=30_000):
        pass
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=30_000)
    assert caller.returncode == 0


def test_what_a_killed_process_left_is_in_nobodys_way(
    tmp_path: Path, qtbot: QtBot
) -> None:
    assert qtbot is not None
    name = bell_of(tmp_path)
    assert not ring(name, 0)
    first = Doorbell(name)
    assert first.hangs
    # The file stays, as after a kill, and the lock of the profile is free again.
    assert Doorbell(name).hangs
