"""Even an error that nobody foresaw is one sentence, and no command has then done."""

from pathlib import Path

import pytest

from inbox_assistant.cli import settings
from tests.integration.cli.command_line import CommandLine, Processes

SECRET = "anna@mail.example wrote"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every reading of the settings go wrong."""

    def fail(_path: Path) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr(settings, "load_settings", fail)


@pytest.mark.usefixtures("broken")
def test_an_unforeseen_error_is_told_where_it_was_and_kept_in_the_log(
    command: CommandLine,
) -> None:
    command("queue")
    said = command("settings", "list").complaint
    assert said.startswith("This should not have happened (KeyError in test_unforeseen")
    log = command.profile / "logs"
    assert said.endswith(f"More is in the log: {log}")
    kept = (log / "inbox-assistant.log").read_text()
    assert "in run_list" in kept
    assert SECRET not in kept + said


@pytest.mark.usefixtures("broken")
def test_an_unforeseen_error_makes_no_profile(command: CommandLine) -> None:
    assert command("settings", "list").complaint.endswith("pass this line on.")
    assert not command.profile.exists()


STOPPED_WHILE_LOADING = """
import sys
from inbox_assistant import __main__

class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "inbox_assistant.cli.main":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
__main__.main()
"""


def test_stopping_while_the_program_loads_is_no_traceback(
    processes: Processes, tmp_path: Path
) -> None:
    script = tmp_path / "stopped.py"
    script.write_text(STOPPED_WHILE_LOADING)
    process = processes.start("queue", script=script)
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 2
