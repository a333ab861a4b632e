"""``import`` and ``sync``."""

from pathlib import Path

import pytest

from inbox_assistant.cli.output import Tally
from tests.integration.cli.command_line import CommandLine
from tests.integration.cli.conftest import PutMails


def test_an_import_says_what_became_of_every_mail(
    command: CommandLine, put: PutMails, mails: Path, other: Path
) -> None:
    put(3)
    (mails / "empty.eml").touch()
    done = command("import", mails, "--json")
    assert done.code == 1
    assert done.document == {
        "added": 4,
        "already_there": 0,
        "not_buyer_messages": 1,
        "unreadable": [{"path": str(mails / "empty.eml"), "reason": "it is empty"}],
    }
    assert other.exists()


def test_importing_again_adds_nothing(
    command: CommandLine, put: PutMails, mails: Path
) -> None:
    put(3)
    assert command("import", mails, "--json").code == 0
    assert command("import", mails, "--json").document == {
        "added": 0,
        "already_there": 3,
        "not_buyer_messages": 0,
        "unreadable": [],
    }


def test_a_file_that_is_not_there_is_listed_as_unreadable(
    command: CommandLine, tmp_path: Path
) -> None:
    done = command("import", tmp_path / "gone.eml", "--json")
    assert done.code == 1
    assert done.document["unreadable"][0]["path"] == str(tmp_path / "gone.eml")


def test_people_are_told_in_a_sentence(
    command: CommandLine, put: PutMails, mails: Path
) -> None:
    put(2)
    assert command("import", mails).out == (
        "2 mails added, already there: 0; no buyer messages among the new ones: 0.\n"
    )
    put(3)
    assert command("import", mails).out == (
        "1 mail added, already there: 2; no buyer messages among the new ones: 0.\n"
    )


def test_what_could_not_be_read_is_listed_afterwards(
    command: CommandLine, mails: Path
) -> None:
    path = mails / "text.eml"
    path.write_text("")
    command("import", mails)
    (line,) = command("list", "--kind", "unreadable", "--json").lines
    assert line["source"] == str(path)
    assert line["kind"] == "unreadable"
    assert line["message"] is None


def test_syncing_without_an_account_says_how_to_add_one(command: CommandLine) -> None:
    assert "account add" in command("sync", "--json").complaint


def test_syncing_an_unknown_account_is_an_error(command: CommandLine) -> None:
    assert "no account “shop”" in command("sync", "--account", "shop").complaint


def test_syncing_with_an_unreachable_server_fails_with_a_document(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INBOX_ASSISTANT_PASSWORD", "open sesame")
    server = "nowhere.invalid"
    command.add_shop(server)
    done = command("sync", "--json")
    assert done.code == 2
    (account,) = done.document["accounts"]
    assert account["account"] == "shop"
    assert account["added"] == account["handed_over"] == 0
    assert "nowhere.invalid" in account["problems"][0]
    assert done.err.startswith("shop: No server is called nowhere.invalid")


def test_a_missing_password_is_told_with_a_way_out(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INBOX_ASSISTANT_PASSWORD", raising=False)
    command.add_shop()
    done = command("sync")
    assert done.code == 2
    assert "INBOX_ASSISTANT_PASSWORD" in done.err


class Terminal:
    """A standard error that is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        """Be one."""
        return True

    def write(self, text: str) -> None:
        """Take text."""
        self.text += text

    def flush(self) -> None:
        """Do nothing."""


def test_progress_is_one_line_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    tally = Tally("mail", "read")
    for count in (200, 1000, 30):
        tally.tell(count)
    tally.end()
    assert terminal.text == (
        "\r200 mails read …\r1000 mails read …\r30 mails read …  \n"
    )


def test_progress_is_a_few_lines_elsewhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tally = Tally("mail", "read")
    for count in range(200, 100_001, 200):
        tally.tell(count)
    tally.end()
    lines = capsys.readouterr().err.splitlines()
    assert lines[:3] == [f"{count} mails read …" for count in (200, 400, 800)]
    assert len(lines) < 12
