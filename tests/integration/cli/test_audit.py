"""``audit``: the replies already sent."""

import csv
import io
from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from tests.integration.cli.command_line import MOMENT, CommandLine
from tests.integration.cli.conftest import PutMails
from tests.integration.services.test_auditing import HEAD

BLOCKED = "Write to me at anna@shop-of-ours.example.com please."
FORMULA = "=cmd()@shop-of-ours.example.com is my address."


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Return a Sent folder with three replies and a file that is none."""
    folder = tmp_path / "Sent"
    folder.mkdir()
    for number, words in enumerate((BLOCKED, "Yes, it fits well.", FORMULA)):
        head = HEAD.format(number=number) + "In-Reply-To: <q@amazonses.com>\n"
        (folder / f"{number}.eml").write_text(f"{head}\n{words}\n\n> Does it fit?\n")
    return folder


def test_each_reply_is_a_line_of_json(command: CommandLine, sent: Path) -> None:
    done = command("audit", sent, "--json")
    assert done.code == 1
    assert [set(line) for line in done.lines] == [
        {"source", "sent_at", "agent", "subject", "reply", "verdict", "findings"}
    ] * 3
    first, second, _ = done.lines
    assert first["source"] == str(sent / "0.eml")
    assert first["agent"] == "desk@shop.example"
    assert first["reply"] is True
    assert MOMENT.match(first["sent_at"])
    assert (first["verdict"], second["verdict"]) == ("block", "ok")
    for finding in first["findings"]:
        assert BLOCKED[finding["start"] : finding["end"]] == finding["text"]


def test_each_finding_is_a_row_for_spreadsheets(
    command: CommandLine, sent: Path
) -> None:
    rows = list(csv.DictReader(io.StringIO(command("audit", sent, "--csv").out)))
    assert {row["severity"] for row in rows} >= {"block"}
    assert all(not row["text"].startswith("=") for row in rows)
    assert {row["source"] for row in rows} == {
        str(sent / "0.eml"),
        str(sent / "2.eml"),
    }


def test_a_page_stands_alone(command: CommandLine, sent: Path, tmp_path: Path) -> None:
    page = tmp_path / "audit.html"
    done = command("audit", sent, "--html", page)
    assert (done.code, done.out) == (1, "")
    text = page.read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert "3 replies" in text
    assert "http" not in text


def test_a_page_that_cannot_be_written_is_told(
    command: CommandLine, sent: Path, tmp_path: Path
) -> None:
    assert (
        "cannot be used"
        in command("audit", sent, "--html", tmp_path / "gone" / "page.html").complaint
    )


def test_people_get_the_figures(command: CommandLine, sent: Path) -> None:
    done = command("audit", sent)
    assert done.out.startswith("3 replies among 3 mails: 2 must not have been sent")


def test_what_could_not_be_read_is_told(command: CommandLine, sent: Path) -> None:
    (sent / "empty.eml").touch()
    done = command("audit", sent)
    assert done.code == 1
    assert "empty.eml: it is empty" in done.err


def test_without_a_path_the_profiles_own_replies_are_audited(
    command: CommandLine, put: PutMails, mails: Path
) -> None:
    assert command("audit", "--json").out == ""
    put(1)
    command("import", mails)
    command.add_shop()
    (line,) = command("queue", "--json").lines
    command(
        "reply",
        line["thread"],
        "--file",
        "-",
        "--override",
        "agreed",
        stdin=BLOCKED.encode(),
    )
    with open_program(paths.Profile(command.profile)) as program:
        (reply,) = program.store.outbox.of_thread(line["thread"])
        program.delivering.deliver(reply.reply_id, lambda _one, _dot: "250")
    (audited,) = command("audit", "--json").lines
    assert audited["verdict"] == "block"


@pytest.mark.parametrize("workers", ["0", "62", "-1"])
def test_no_more_workers_than_any_system_takes(
    command: CommandLine, sent: Path, workers: str
) -> None:
    complaint = command("audit", sent, "--workers", workers).complaint
    assert complaint == "The number of workers must be from 1 to 61."


def test_two_workers_say_the_same_as_one(command: CommandLine, sent: Path) -> None:
    one = command("audit", sent, "--json", "--workers", "1")
    assert command("audit", sent, "--json", "--workers", "2").out == one.out
