"""``handover``, ``evidence`` and ``purge``."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.integration.cli.command_line import CommandLine


def test_the_end_of_the_day_is_read_and_printed(
    command: CommandLine, thread: str, qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp is not None
    done = command("handover")
    assert done.code == 0
    assert "Waiting: 1" in done.out
    assert thread in done.out
    assert "Bartholomew" not in done.out
    assert "Bartholomew" in command("handover", "--unmasked").out
    for form, head in (("html", b"<!doctype"), ("pdf", b"%PDF-")):
        file = tmp_path / f"day.{form}"
        assert command("handover", f"--{form}", file).code == 0
        assert file.read_bytes().startswith(head)


def test_evidence_goes_to_a_file_with_masked_names(
    command: CommandLine, thread: str, tmp_path: Path
) -> None:
    file = tmp_path / "e.html"
    assert command("evidence", thread, "--html", file).code == 0
    assert "Bartholomew" not in file.read_text("utf-8")
    assert command("evidence", thread, "--html", file, "--unmasked").code == 0
    assert "Bartholomew" in file.read_text("utf-8")
    assert command("evidence", thread).code == 2
    assert command("evidence", "nothing", "--html", file).code == 2


def test_a_purge_wants_to_be_meant(command: CommandLine, thread: str) -> None:
    assert command("purge", "--older-than", "400").code == 2
    done = command("purge", "--older-than", "400", "--yes", "--json")
    assert done.document == {"threads": 0, "messages": 0, "mails": 0}
    assert command("purge", "--older-than", "400", "--yes").code == 0
    assert command("purge", "--older-than", "7", "--yes").code == 2
    assert command("show", thread).code == 0
