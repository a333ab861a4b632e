"""What starts the program is one entry, as each system's documents want it."""

import configparser
import plistlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.services.autostart import (
    EntryFile,
    RunKey,
    autostart_of,
    desktop_entry,
    launch_agent,
)

COMMAND = ["/usr/lib/Inbox Assistant/inbox", "--profile", "a/100 % $mine", "--x"]


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EntryFile:
    """Return the entry of the usual profile on a Linux desktop."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    found = autostart_of(None, "linux")
    assert isinstance(found, EntryFile)
    return found


def test_an_entry_is_written_and_removed(entry: EntryFile, tmp_path: Path) -> None:
    assert not entry.is_on()
    entry.switch_off()
    entry.switch_on(COMMAND)
    assert entry.is_on()
    assert entry.path == tmp_path / "config/autostart/inbox-assistant.desktop"
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(entry.path, "utf-8")
    assert parser["Desktop Entry"]["Type"] == "Application"
    assert parser["Desktop Entry"]["Exec"] == (
        '"/usr/lib/Inbox Assistant/inbox" --profile "a/100 %% \\\\$mine" --x'
    )
    entry.switch_off()
    assert not entry.is_on()


def test_a_folder_that_cannot_be_written_is_told(
    entry: EntryFile, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("a file in the way")
    with pytest.raises(StorageError, match="cannot be changed"):
        entry.switch_on(COMMAND)
    with pytest.raises(StorageError, match="cannot be changed"):
        entry.switch_off()


def test_each_profile_has_an_entry_of_its_own(tmp_path: Path) -> None:
    one = autostart_of(tmp_path / "one", "linux")
    other = autostart_of(tmp_path / "other", "linux")
    assert isinstance(one, EntryFile)
    assert isinstance(other, EntryFile)
    assert one.path != other.path


def test_launchd_is_given_the_arguments_as_they_are() -> None:
    agent = autostart_of(None, "darwin")
    assert isinstance(agent, EntryFile)
    assert agent.path.parts[-3:] == (
        "Library",
        "LaunchAgents",
        "inbox-assistant.plist",
    )
    read = plistlib.loads(launch_agent(COMMAND, "inbox-assistant"))
    assert read["ProgramArguments"] == COMMAND
    assert read["RunAtLoad"] is True


def test_an_agent_is_written_where_launchd_looks(tmp_path: Path) -> None:
    agent = EntryFile(tmp_path / "LaunchAgents/inbox-assistant.plist", "inbox")
    agent.switch_on(COMMAND)
    assert plistlib.loads(agent.path.read_bytes())["Label"] == "inbox"


def test_the_registry_is_only_there_on_windows() -> None:
    key = autostart_of(None, "win32")
    assert isinstance(key, RunKey)
    key.switch_on(COMMAND)
    assert not key.is_on()
    key.switch_off()


ARGUMENTS = st.lists(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))


@given(ARGUMENTS)
def test_a_desktop_reads_back_the_arguments_that_were_meant(
    arguments: list[str],
) -> None:
    (line,) = (
        one.removeprefix("Exec=")
        for one in desktop_entry(arguments).splitlines()
        if one.startswith("Exec=")
    )
    unescaped = line.replace("\\\\", "\\")
    words = re.findall(r'"((?:\\.|[^"\\])*)"|([^ "]+)', unescaped)
    read = [re.sub(r"\\(.)", r"\1", quoted) + bare for quoted, bare in words]
    assert [one.replace("%%", "%") for one in read] == arguments
