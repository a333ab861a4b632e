"""Whatever is given: one sentence, the right code, and never a traceback."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.cli.command_line import CommandLine, Processes

READERS = (
    ("check", "{}"),
    ("check", "-", "--buyer", "{}"),
    ("check", "--batch", "{}"),
    ("topics", "--batch", "{}"),
    ("reply", "0123456789ab", "--file", "{}"),
)
BATCHES = READERS[2:4]


def filled(arguments: tuple[str, ...], path: Path) -> list[str]:
    return [one.format(path) for one in arguments]


@pytest.mark.parametrize("arguments", READERS, ids=" ".join)
def test_what_cannot_be_read_as_text_is_told(
    command: CommandLine, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"{\xff\xfe\0")
    for path in (tmp_path / "gone", tmp_path, binary):
        assert command(*filled(arguments, path)).complaint


@pytest.mark.parametrize("arguments", BATCHES, ids=" ".join)
@pytest.mark.parametrize(
    "line", ["{", "[]", '"text"', "7", "{'id': 1}", "[" * 100_000, "1" * 5000]
)
def test_a_line_that_is_no_json_object_is_named(
    command: CommandLine, arguments: tuple[str, ...], line: str
) -> None:
    given = b'{"id": 1, "reply": "Yes.", "text": "When?"}\n' + line.encode()
    done = command(*filled(arguments, Path("-")), stdin=given)
    assert done.code == 2
    assert len(done.lines) == 1
    assert done.err.startswith("Line 2 of standard input is not")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("arguments", BATCHES, ids=" ".join)
def test_an_empty_batch_is_an_empty_answer(
    command: CommandLine, arguments: tuple[str, ...]
) -> None:
    done = command(*filled(arguments, Path("-")), stdin=b"\n \n")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_values_of_any_type_are_borne(command: CommandLine) -> None:
    given = b'{"id":{"x":1},"lang":["en"],"marketplace":7,"buyer":true,"reply":[1]}'
    done = command("check", "--batch", "-", stdin=given)
    assert done.lines[0]["id"] == {"x": 1}


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "gone"),
        ("settle", "gone", "--no-response"),
        ("settle", "gone", "--replied-at", "yesterday"),
        ("settle", "gone"),
        ("confirm", "gone"),
        ("reply", "gone", "--file", "-"),
        ("list", "--kind", "letters"),
        ("queue", "--state", "lost"),
        ("nonsense",),
        ("import",),
        ("account", "remove", "gone"),
        ("account", "add", "x"),
        ("account", "add", " ", "--address", "a@b", "--imap", "h", "--smtp", "h"),
        ("account", "add", "x", "--address", "ab", "--imap", "h", "--smtp", "h"),
        ("account", "add", "x", "--address", "a@b", "--imap", "h:99999", "--smtp", "h"),
        ("account", "add", "x", "--address", "a@b", "--imap", ":1", "--smtp", "h"),
        ("audit", "--workers", "0"),
        ("restore", "gone.db"),
        ("rules", "explain", "gone"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_sentence(
    command: CommandLine, arguments: tuple[str, ...]
) -> None:
    assert command(*arguments, stdin=b"Yes, it fits.").complaint


USES = (
    ("queue",),
    ("show", "x"),
    ("list", "--kind", "buyer"),
    ("import", "gone"),
    ("confirm", "x"),
    ("account", "list"),
    ("backup", "backup.db"),
    ("rebuild",),
    ("audit",),
    ("sync",),
)


@pytest.mark.parametrize("arguments", USES, ids=" ".join)
def test_a_profile_that_is_a_file_or_below_one_is_told(
    command: CommandLine, arguments: tuple[str, ...]
) -> None:
    command.profile.touch()
    assert command(*arguments).complaint
    below = CommandLine(command.profile / "x", command.capsys, command.monkeypatch)
    assert below(*arguments).complaint


@pytest.mark.parametrize("arguments", USES, ids=" ".join)
def test_a_damaged_or_newer_profile_is_told_and_left_alone(
    command: CommandLine, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    command.profile.mkdir()
    monkeypatch.chdir(command.profile)
    database = command.profile / "inbox.db"
    database.write_bytes(b"no database at all, by no means" * 500)
    before = database.read_bytes()
    assert command(*arguments).complaint
    assert database.read_bytes() == before
    database.unlink()
    command("queue")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("pragma user_version = 999")
    assert "newer Inbox Assistant" in command(*arguments).complaint


def test_a_doctor_says_of_a_damaged_profile_what_is_wrong(
    command: CommandLine,
) -> None:
    command.profile.mkdir()
    (command.profile / "inbox.db").write_bytes(b"no database" * 500)
    done = command("doctor", "--json")
    assert done.code == 1
    (profile,) = [one for one in done.document if one["what"] == "profile"]
    assert profile["works"] is False


NOBODY = 65_534
AS_NOBODY = """
import os, sys
from inbox_assistant.bootstrap import program, servers
from inbox_assistant.cli import main, mailing, safety, triage
from inbox_assistant.storage.migrations import sequence
if os.getuid() == 0:
    os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
sys.exit(main.main(sys.argv[1:]))
"""


@pytest.mark.parametrize("arguments", [("queue",), ("import", "gone"), ("rebuild",)])
def test_a_profile_that_may_not_be_written_is_told(
    command: CommandLine,
    processes: Processes,
    arguments: tuple[str, ...],
    tmp_path: Path,
) -> None:
    command("queue")
    for path in (tmp_path.parent.parent, tmp_path.parent, tmp_path):
        path.chmod(path.stat().st_mode | 0o055)
    command.profile.chmod(0o555)
    (command.profile / "inbox.db").chmod(0o444)
    script = tmp_path / "as_nobody.py"
    script.write_text(AS_NOBODY.format(nobody=NOBODY))
    process = processes.start("--profile", command.profile, *arguments, script=script)
    out, err = process.communicate(timeout=60)
    assert b"Traceback" not in err
    if process.returncode:
        assert err.count(b"\n") == 1
        assert out == b""
    else:
        assert arguments == ("queue",)


def test_every_command_has_a_help_and_takes_its_profile_anywhere(
    command: CommandLine, tmp_path: Path
) -> None:
    help_text = command("--help").out
    for name in ("queue", "check", "audit", "account", "report"):
        assert name in help_text
        assert "--profile" in command(name, "--help").out
    elsewhere = tmp_path / "elsewhere"
    command("queue", "--profile", elsewhere)
    assert (elsewhere / "inbox.db").exists()
    assert not command.profile.exists()
    command("account", "list", "--profile", elsewhere)
    assert not command.profile.exists()
