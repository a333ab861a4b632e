"""The running program, as a screen reader hears it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
from jeepney import DBusErrorResponse

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.settings import QUIET_HOURS, REMIND_BEFORE, load_settings
from tests.architecture.source_tree import ROOT
from tests.end2end.amazon_mails import buyer_mail
from tests.servers.screen_reader import Part, ScreenReader, screen_reader
from tests.servers.session import screen, session_bus

pytestmark = pytest.mark.servers
_PATIENCE = 90.0
F8 = 0xFFC5


@pytest.fixture
def profile(tmp_path: Path) -> paths.Profile:
    """Return a profile in which one buyer waits."""
    made = paths.Profile(tmp_path / "profile")
    file = tmp_path / "question.eml"
    file.write_bytes(buyer_mail(1, system_clock() - timedelta(hours=30)).raw)
    with open_program(made) as program:
        program.importing.import_paths([file])
    settings = load_settings(made.settings)
    settings.put(QUIET_HOURS, "")
    settings.put(REMIND_BEFORE, "")
    return made


@pytest.fixture
def reader(tmp_path: Path, profile: paths.Profile) -> Iterator[ScreenReader]:
    """Return a screen reader beside the running program."""
    with (
        session_bus(tmp_path) as bus,
        screen() as display,
        screen_reader(bus, display) as reading,
    ):
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "inbox_assistant"),
                *("--profile", str(profile.folder)),
            ],
            cwd=ROOT,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "xcb",
                "DISPLAY": display,
                "DBUS_SESSION_BUS_ADDRESS": bus,
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            },
            stderr=subprocess.DEVNULL,
        )
        try:
            yield reading
        finally:
            process.kill()
            process.wait()


def wait_for(look: Callable[[], list[Part]]) -> list[Part]:
    """Return what *look* finds, once it finds anything."""
    end = monotonic() + _PATIENCE
    while monotonic() < end:
        # Who is just coming or going hangs up in the middle of a question.
        with suppress(DBusErrorResponse):
            if found := look():
                return found
    pytest.fail("it was not told in time")


def parts(reader: ScreenReader) -> list[Part]:
    return [part for one in reader.programs() for part in reader.parts(one)]


def test_a_screen_reader_is_told_who_waits_how_long_and_what_is_flagged(
    reader: ScreenReader,
) -> None:
    wait_for(
        lambda: [
            one for one in parts(reader) if one.name == "Reply" and one.is_focusable
        ]
    )
    found = parts(reader)
    unnamed = [one for one in found if one.is_focusable and not one.name.strip()]
    assert unnamed == []
    [row] = [one.name for one in found if one.role == "cell"]
    buyer, left, *state = row.split(", ")
    assert buyer == "Bartholomew"
    assert left.startswith("6 hours")
    assert left.endswith("overdue")
    assert state
    [reply] = [one for one in found if one.role == "text" and one.name == "Reply"]
    reader.listen()
    reader.focus(reply)
    reader.type_text(reply, "Write to me at dora.shop@example.com, please.")
    wait_for(lambda: [one for one in parts(reader) if one.name == "Findings (1)"])
    reader.press(F8)
    assert reader.heard("Flag 1 of 1: Must change")
