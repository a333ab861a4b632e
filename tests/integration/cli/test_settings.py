"""Settings are read, changed and carried in and out by commands."""

from pathlib import Path

from inbox_assistant.settings import DECLARED
from tests.integration.cli.command_line import CommandLine


def test_all_are_listed_with_what_they_take(command: CommandLine) -> None:
    found = command("settings", "list", "--json").lines
    assert [one["key"] for one in found] == [one.key for one in DECLARED]
    assert "queue.soon_hours" in command("settings", "list").out


def test_one_is_changed_and_read(command: CommandLine) -> None:
    assert command("settings", "set", "queue.soon_hours", "6").code == 0
    assert command("settings", "get", "queue.soon_hours").out == "6\n"
    assert command("settings", "set", "sending.allow_override", "off").code == 0
    document = command("settings", "get", "sending.allow_override", "--json").document
    assert document["value"] is False


def test_what_does_not_fit_is_one_sentence(command: CommandLine) -> None:
    for wrong in (("queue.soon_hours", "99"), ("no.setting", "1")):
        done = command("settings", "set", *wrong)
        assert done.code == 2
        assert len(done.err.splitlines()) == 1
    assert command("settings", "get", "queue.soon_hours").out == "4\n"


def test_settings_are_carried_by_a_file(command: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert command("settings", "set", "look.theme", "dark").code == 0
    assert command("settings", "export", str(file)).code == 0
    assert command("settings", "export", "-").out == file.read_text("utf-8")
    assert command("settings", "set", "look.theme", "light").code == 0
    assert command("settings", "import", str(file)).out == "Settings changed: 1.\n"
    assert command("settings", "get", "look.theme").out == "dark\n"
