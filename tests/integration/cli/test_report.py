"""``report``: the numbers in every form."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inbox_assistant.domain.clock import system_clock
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.cli.command_line import MOMENT, CommandLine

FIGURES = {
    "answered_within_24h",
    "late",
    "no_response",
    "still_in_time",
    "no_response_necessary",
    "settled_with_older",
    "late_response_rate",
    "average_response_seconds",
}


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    """Return a folder with one mail of long ago."""
    now = system_clock()
    folder = tmp_path / "mails"
    folder.mkdir()
    for number, hours in ((1, 30), (2, 2), (3, 24 * 20)):
        at = (now - timedelta(hours=hours)).replace(microsecond=0)
        (folder / f"{number}.eml").write_bytes(buyer_mail(number, at).raw)
    return folder


def test_the_report_is_one_json_document(command: CommandLine, mails: Path) -> None:
    command("import", mails)
    document = command("report", "--days", "7", "--json").document
    assert set(document["total"]) == FIGURES
    assert document["total"]["no_response"] == 1
    assert document["total"]["late_response_rate"] == 1.0
    assert document["windows"]["30"]["no_response"] == 2
    assert MOMENT.match(document["since"])
    assert {"value": "UK", **document["total"]} in document["by"]["marketplace"]
    assert len(document["by"]["hour"]) == 24
    assert document["amazon"] is None


def test_amazons_own_figure_is_noted_and_compared(command: CommandLine) -> None:
    command("report", "--days", "7", "--amazon", "4.2")
    document = command("report", "--days", "7", "--json").document
    assert document["amazon"]["late_response_rate"] == pytest.approx(0.042)
    assert "Amazon showed 4.2%" in command("report", "--days", "7").out
    assert command("report", "--days", "30", "--json").document["amazon"] is None
    assert command("report", "--amazon", "140").code == 2


def test_people_read_a_table(command: CommandLine, mails: Path) -> None:
    command("import", mails)
    done = command("report")
    assert done.code == 0
    assert "30 days" in done.out
    assert "100.0%" in done.out


def test_csv_goes_to_the_output_or_to_a_file(
    command: CommandLine, mails: Path, tmp_path: Path
) -> None:
    command("import", mails)
    out = command("report", "--csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows[1]["no response"] == "2"
    file = tmp_path / "r.csv"
    command("report", "--csv", file)
    assert len(file.read_text("utf-8").splitlines()) == len(out.splitlines())


def test_a_page_is_written_for_browsers(command: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    assert command("report", "--html", page).code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(("form", "head"), [("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_paper_is_printed_without_a_screen(
    command: CommandLine, qapp: QApplication, tmp_path: Path, form: str, head: bytes
) -> None:
    assert qapp.platformName() == "offscreen"
    target = tmp_path / f"r.{form}"
    assert command("report", f"--{form}", target).code == 0
    assert target.read_bytes().startswith(head)


def test_a_file_that_cannot_be_written_is_one_sentence(
    command: CommandLine, qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp is not None
    for form in ("--csv", "--html", "--pdf", "--png"):
        done = command("report", form, tmp_path / "missing" / "r")
        assert done.code == 2
        assert done.out == ""
        assert len(done.err.splitlines()) == 1


def test_only_amazons_windows_are_taken(command: CommandLine) -> None:
    done = command("report", "--days", "14")
    assert done.code == 2
    assert json.dumps("14").strip('"') in done.err


def test_a_report_of_nothing_is_no_row_of_blank_lines(command: CommandLine) -> None:
    lines = command("report").out.splitlines()
    assert len(lines) == 4
    assert all(lines)
