"""A command line and some mails for each test."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inbox_assistant.domain.clock import system_clock
from tests.end2end.amazon_mails import BuyerMail, buyer_mail, other_mail
from tests.integration.cli.command_line import CommandLine, Processes

PutMails = Callable[[int], list[BuyerMail]]


@pytest.fixture
def command(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> CommandLine:
    """Return the command line over a profile that is not there yet."""
    return CommandLine(tmp_path / "profile", capsys, monkeypatch)


@pytest.fixture
def processes() -> Processes:
    """Return the program as processes of their own."""
    return Processes()


@pytest.fixture
def now() -> datetime:
    """Return the present: commands take their time from the computer."""
    return system_clock().replace(microsecond=0)


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    """Return a folder for mails."""
    folder = tmp_path / "mails"
    folder.mkdir()
    return folder


@pytest.fixture
def put(mails: Path, now: datetime) -> PutMails:
    """Return what puts messages of buyers into the folder, each an hour older."""

    def put_mails(count: int) -> list[BuyerMail]:
        made = [
            buyer_mail(number, now - number * timedelta(hours=1))
            for number in range(1, count + 1)
        ]
        for mail in made:
            (mails / f"{mail.number}.eml").write_bytes(mail.raw)
        return made

    return put_mails


@pytest.fixture
def other(mails: Path, now: datetime) -> Path:
    """Return a file with a mail that is no buyer message."""
    path = mails / "other.eml"
    path.write_bytes(other_mail(2, now))
    return path


@pytest.fixture
def thread(command: CommandLine, put: PutMails, mails: Path) -> str:
    """Return a thread that has waited for an hour."""
    put(1)
    command("import", mails)
    return str(command("queue", "--json").lines[0]["thread"])
