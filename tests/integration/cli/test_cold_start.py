"""What scripts call again and again loads only what it needs."""

from pathlib import Path

import pytest

from inbox_assistant.cli.parts import parts_for
from tests.integration.cli.command_line import LONGEST, Processes

HEAVY = ("PySide6", "keyring", "imapclient", "sqlite_utils", "sqlite3", "ssl")
SCRIPT = """
import sys
from inbox_assistant.cli.main import main
code = main(sys.argv[1:])
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""


def loaded(processes: Processes, tmp_path: Path, *arguments: str) -> str:
    script = tmp_path / "loaded.py"
    script.write_text(SCRIPT.format(heavy=HEAVY))
    given = ("--profile", tmp_path / "p", *arguments)
    process = processes.start(*given, script=script)
    _, err = process.communicate(b"Yes, it fits.", timeout=LONGEST)
    return err.decode().splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [("check", "-"), ("topics", "--batch", "/dev/null"), ("rules", "list")],
    ids=" ".join,
)
def test_asking_the_rules_loads_no_database_no_mail_and_no_window(
    processes: Processes, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert loaded(processes, tmp_path, *arguments) == "[]"


def test_listing_the_queue_loads_no_mail_and_no_window(
    processes: Processes, tmp_path: Path
) -> None:
    loaded(processes, tmp_path, "queue")
    found = loaded(processes, tmp_path, "queue")
    for name in ("PySide6", "keyring", "imapclient", "sqlite_utils"):
        assert name not in found


def test_where_a_command_is_to_be_chosen_all_are_there_to_be_named() -> None:
    assert len(parts_for(["--help"])) == len(parts_for(["nonsense"])) > 1


def test_the_window_waits_for_no_command() -> None:
    assert parts_for([]) == parts_for(["--profile", "somewhere"]) == []


def test_a_profile_called_like_a_command_is_none() -> None:
    for given in (["--profile", "sync", "rules", "list"], ["--profile=x", "rules"]):
        (add_commands,) = parts_for(given)
        assert add_commands.__module__ == "inbox_assistant.cli.rules"
