"""Lines come as soon as they are asked for, and stop when nobody reads them."""

import errno
import json
import subprocess
from pathlib import Path

import pytest

from inbox_assistant.cli.main import is_reader_gone
from tests.integration.cli.command_line import LONGEST, Processes
from tests.integration.cli.conftest import PutMails


@pytest.mark.parametrize("command", ["check", "topics"])
def test_a_driver_that_waits_for_each_answer_does_not_wait_for_ever(
    processes: Processes, command: str, tmp_path: Path
) -> None:
    process = processes.start("--profile", tmp_path / "p", command, "--batch", "-")
    assert process.stdin is not None
    assert process.stdout is not None
    for number in range(3):
        record = {"id": number, "lang": "en", "buyer": "Size?", "reply": "It is 5 cm."}
        record["text"] = "Where is my parcel?"
        process.stdin.write(json.dumps(record).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == number
    process.communicate(timeout=LONGEST)
    assert process.returncode == 0


def test_a_reader_that_goes_away_is_no_error(
    processes: Processes, tmp_path: Path
) -> None:
    given = tmp_path / "batch.jsonl"
    line = json.dumps({"id": 1, "lang": "en", "buyer": "Size?", "reply": "It is 5 cm."})
    given.write_text(f"{line}\n" * 2000)
    process = processes.start("--profile", tmp_path / "p", "check", "--batch", given)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(LONGEST) == 0
    assert process.stderr.read() == b""
    process.stderr.close()
    process.communicate()


def test_an_import_goes_on_when_nobody_reads_its_progress(
    processes: Processes, put: PutMails, mails: Path, tmp_path: Path
) -> None:
    put(5)
    (mails / "0.eml").touch()
    profile = tmp_path / "p"
    process = processes.start("--profile", profile, "import", mails, mails, "--json")
    assert process.stderr is not None
    process.stderr.close()
    process.stderr = None
    out, _ = process.communicate(timeout=LONGEST)
    assert process.returncode == 1
    assert json.loads(out)["added"] == 5
    assert len(processes("--profile", profile, "queue", "--json").lines) == 5


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "-"),
        ("check", "--batch", "-"),
        ("topics", "--batch", "-"),
        ("reply", "x", "--file", "-"),
    ],
    ids=" ".join,
)
def test_without_a_standard_input_there_is_nothing_to_read(
    processes: Processes, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    script = tmp_path / "closed.py"
    script.write_text(
        "import sys; sys.stdin = None\n"
        "from inbox_assistant.cli.main import main; sys.exit(main(sys.argv[1:]))\n"
    )
    given = ("--profile", tmp_path / "p", *arguments)
    process = processes.start(*given, script=script)
    out, err = process.communicate(timeout=LONGEST)
    assert (process.returncode, out) == (2, b"")
    assert err == b"There is no standard input to read from.\n"


def test_a_program_without_a_console_can_start(
    processes: Processes, tmp_path: Path
) -> None:
    script = tmp_path / "windowed.py"
    script.write_text(
        "import sys; sys.stdout = sys.stderr = None\n"
        "from inbox_assistant.cli.main import main; sys.exit(main(sys.argv[1:]))\n"
    )
    given = ("--profile", tmp_path / "p", "queue")
    process = processes.start(*given, script=script)
    out, err = process.communicate(timeout=LONGEST)
    assert (process.returncode, out, err) == (0, b"", b"")


def test_every_script_is_written_whatever_the_terminal_says(
    tmp_path: Path, put: PutMails, mails: Path
) -> None:
    (mail,) = put(1)
    raw = mail.raw.replace(mail.words.encode(), "届きません。Größe?".encode())
    (mails / "1.eml").write_bytes(raw)
    processes = Processes({"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    processes("--profile", tmp_path / "p", "import", mails)
    (line,) = processes("--profile", tmp_path / "p", "queue", "--json").lines
    done = processes("--profile", tmp_path / "p", "show", line["thread"])
    assert "届きません。Größe?" in done.out


def test_an_interrupt_ends_a_command_in_one_sentence(
    processes: Processes, tmp_path: Path
) -> None:
    script = tmp_path / "interrupted.py"
    script.write_text(
        "import sys\n"
        "from inbox_assistant.cli import main, mailing\n"
        "def stop(*_): raise KeyboardInterrupt\n"
        "mailing.open_program = stop\n"
        "sys.exit(main.main(sys.argv[1:]))\n"
    )
    process = processes.start("import", "x", script=script, stdin=subprocess.DEVNULL)
    out, err = process.communicate(timeout=LONGEST)
    assert (process.returncode, out) == (2, b"")
    assert err == b"Stopped; what was stored so far stays.\n"


def test_that_nobody_reads_any_more_is_known_on_every_system() -> None:
    gone = OSError(errno.EINVAL, "Invalid argument")
    assert is_reader_gone(BrokenPipeError())
    assert is_reader_gone(gone, "nt")
    assert not is_reader_gone(gone, "posix")
    assert not is_reader_gone(OSError(errno.EINVAL, "Invalid argument", "a:b"), "nt")
