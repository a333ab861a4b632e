"""Several processes over one profile."""

import json
from datetime import datetime
from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.storage.lock import sole_holder
from tests.end2end.amazon_mails import other_mail
from tests.integration.cli.command_line import LONGEST, CommandLine, Processes
from tests.integration.cli.conftest import PutMails


def test_two_imports_and_a_reader_at_once_lose_and_double_nothing(
    processes: Processes,
    put: PutMails,
    mails: Path,
    now: datetime,
    command: CommandLine,
) -> None:
    put(30)
    for number in range(300):
        (mails / f"o{number}.eml").write_bytes(other_mail(number, now))
    given = ("--profile", command.profile, "import", mails, "--json")
    importing = [processes.start(*given) for _ in range(2)]
    while any(process.poll() is None for process in importing):
        done = command("queue", "--json")
        assert (done.code, done.err) == (0, "")
    results = []
    for process in importing:
        out, err = process.communicate(timeout=LONGEST)
        assert process.returncode == 0, err
        results.append(json.loads(out))
    assert sum(one["added"] for one in results) == 330
    assert sum(one["already_there"] for one in results) == 330
    lines = command("queue", "--json").lines
    assert len(lines) == len({line["thread"] for line in lines}) == 30


def test_commands_work_while_the_window_is_open(
    command: CommandLine, put: PutMails, mails: Path
) -> None:
    put(2)
    profile = paths.Profile(command.profile)
    with open_program(profile) as window, sole_holder(profile.window_lock):
        assert command("import", mails).code == 0
        threads = [line["thread"] for line in command("queue", "--json").lines]
        assert len(threads) == 2
        assert command("settle", threads[0], "--no-response").code == 0
        assert command("backup", command.profile / "b.db").code == 0
        assert command("rebuild").code == 0
        refused = command("restore", command.profile / "b.db")
        assert "window has this profile open" in refused.complaint
        assert window.reading.row(threads[1]) is not None
    assert command("restore", command.profile / "b.db").code == 0
