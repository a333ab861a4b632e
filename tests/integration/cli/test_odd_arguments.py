"""Arguments that a script gives by mistake: told in one sentence, nothing is lost."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest

from inbox_assistant.cli import main as command_line
from inbox_assistant.storage import database
from tests.integration.cli.command_line import CommandLine
from tests.integration.cli.conftest import PutMails

HOSTS = ("--imap", "h", "--smtp", "h")
ACCOUNT = ("account", "add", "x", "--address", "a@b.example")
HARMLESS = "Which name shall we engrave on the mug?"


def told(command: CommandLine, *arguments: str | Path, stdin: bytes = b"") -> str:
    return command(*arguments, stdin=stdin).complaint


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", ""),
        ("audit", ""),
        ("rules", "check", ""),
        ("check", ""),
        ("check", "-", "--buyer", ""),
        ("check", "--batch", ""),
        ("topics", "--batch", ""),
        ("reply", "gone", "--file", ""),
        ("backup", ""),
        ("restore", ""),
        ("evidence", "gone", "--html", ""),
        ("report", "--csv", ""),
        ("settings", "export", ""),
        ("settings", "import", ""),
        ("templates", "export", ""),
        ("templates", "import", ""),
        ("queue", "--profile", ""),
    ],
    ids=" ".join,
)
def test_an_empty_name_never_means_the_folder_the_command_runs_in(
    command: CommandLine,
    arguments: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "the name of a file or folder is empty" in told(command, *arguments)
    assert list(Path().iterdir()) == []


def test_a_backup_never_takes_the_place_of_what_is_no_file(
    command: CommandLine, tmp_path: Path
) -> None:
    command("queue")
    place = tmp_path / "pipe"
    os.mkfifo(place)
    assert "is no file. Choose another place." in told(command, "backup", place)
    assert place.is_fifo()


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "--csv"),
        ("report", "--html"),
        ("report", "--pdf"),
        ("report", "--png"),
        ("audit", "--html"),
        ("evidence", "gone", "--html"),
        ("evidence", "gone", "--pdf"),
        ("settings", "export"),
        ("templates", "export"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_over_a_profile_or_its_log_of_changes(
    command: CommandLine, arguments: tuple[str, ...], put: PutMails, mails: Path
) -> None:
    command("queue")
    put(1)
    own = command.profile / "inbox.db"
    with closing(sqlite3.connect(own)) as reader:
        # As long as somebody else is there, what changes stays in the log.
        reader.execute("select * from journal").fetchall()
        command("import", mails)
        for file in (own, own.with_name("inbox.db-wal")):
            before = file.read_bytes()
            assert "is a profile's or a backup's file" in told(
                command, *arguments, file
            )
            assert file.read_bytes() == before


def test_a_backup_that_cannot_be_written_says_why_without_numbers(
    command: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    said = told(command, "backup", tmp_path / "file" / "backup.db")
    assert "could not be written: " in said
    assert "Errno" not in said


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 20_000 + "]" * 20_000])
@pytest.mark.parametrize("what", ["templates", "settings"])
def test_a_value_too_large_to_be_read_is_told(
    command: CommandLine, tmp_path: Path, what: str, value: str
) -> None:
    file = tmp_path / "large.toml"
    file.write_text(f"x = {value}\n")
    assert told(command, what, "import", file) == (
        f"{file} holds a value too large to be read."
    )


def test_settings_nested_too_deeply_count_as_unreadable(command: CommandLine) -> None:
    command.profile.mkdir()
    depth = 20_000
    (command.profile / "settings.toml").write_text(f"x = {'[' * depth}{']' * depth}")
    assert command("settings", "get", "queue.soon_hours").out == "4\n"


def test_a_port_of_any_length_is_told(command: CommandLine) -> None:
    said = told(command, *ACCOUNT, "--imap", "h:" + "1" * 5000, "--smtp", "h")
    assert "Write it as HOST or HOST:PORT." in said


def test_a_password_that_is_no_text_keeps_no_account(command: CommandLine) -> None:
    given = (*ACCOUNT, *HOSTS, "--password-stdin")
    assert "standard input is not UTF-8" in told(command, *given, stdin=b"\xff\n")
    assert command("account", "list").out == ""


def test_a_profile_that_another_program_writes_to_is_no_reason_to_restore_a_backup(
    command: CommandLine, put: PutMails, mails: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(1)
    command("queue")
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(command.profile / "inbox.db")) as other:
        other.execute("begin immediate")
        for arguments in (("import", mails), ("view", "--save", "Late", "is:overdue")):
            assert told(command, *arguments) == (
                "Another program is writing to the profile. "
                "Try again when it has finished."
            )
    assert command("import", mails).code == 0


def test_without_a_home_a_profile_must_be_named(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless(*_names: str, **_how: bool) -> str:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(platformdirs, "user_data_dir", homeless)
    monkeypatch.setattr(platformdirs, "user_cache_dir", homeless)
    command.capsys.readouterr()
    assert command_line.main(["settings", "list"]) == 2
    assert command.capsys.readouterr().err == (
        "Your home folder is not known. Name a folder with --profile, or set HOME.\n"
    )
    assert command("check", "-", stdin=HARMLESS.encode()).code == 0


@pytest.mark.parametrize("language", ["deutsch", "d", "swe", "12", "en GB"])
def test_what_is_no_code_of_a_language_is_refused(
    command: CommandLine, language: str
) -> None:
    said = told(command, "check", "-", "--language", language)
    assert said.endswith("is no code of a language. Write it like de or en-GB.")


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "zh_Hans_CN", ""])
def test_a_language_that_has_rules_is_used_without_a_word(
    command: CommandLine, language: str
) -> None:
    done = command("check", "-", "--language", language, stdin=HARMLESS.encode())
    assert (done.code, done.err) == (0, "")


def test_a_language_without_rules_is_told_and_the_reply_checked_all_the_same(
    command: CommandLine,
) -> None:
    given = b"Skriv til anna@mail.example."
    done = command("check", "-", "--language", "da", "--json", stdin=given)
    assert done.code == 1
    assert done.document["verdict"] == "block"
    assert done.err.startswith("No rules are written for the language “da”")
    assert done.err.count("\n") == 1


def test_a_marketplace_counts_in_small_letters_and_an_unknown_one_is_told(
    command: CommandLine,
) -> None:
    given = HARMLESS.encode()
    assert command("check", "-", "--marketplace", "uk", stdin=given).err == ""
    done = command("check", "-", "--marketplace", "GB", stdin=given)
    assert done.code == 0
    assert done.err.startswith("“GB” is no marketplace that is known")


def test_a_reply_and_what_it_answers_do_not_both_come_by_standard_input(
    command: CommandLine, tmp_path: Path
) -> None:
    assert "from a file" in told(command, "check", "--buyer", "-", stdin=b"Yes.")
    reply = tmp_path / "reply.txt"
    reply.write_text(HARMLESS)
    assert command("check", reply, "--buyer", "-", stdin=b"A name?").code == 0


@pytest.mark.parametrize("what", ["settings", "templates"])
def test_what_came_by_standard_input_is_called_that(
    command: CommandLine, what: str
) -> None:
    said = told(command, what, "import", "-", stdin=b"x = ")
    assert said.startswith("standard input is no TOML file")


def test_what_lies_beside_the_profiles_file_is_no_place_for_a_backup(
    command: CommandLine,
) -> None:
    command("queue")
    with closing(sqlite3.connect(command.profile / "inbox.db")) as other:
        other.execute("select * from journal")
        log = command.profile / "inbox.db-wal"
        assert "is the profile's own file" in told(command, "backup", log)


def test_whoever_names_nothing_that_is_there_learns_what_is(
    command: CommandLine,
) -> None:
    assert "“templates list”" in told(command, "templates", "remove", "gone")
    assert "“view”" in told(command, "view", "--remove", "gone")
