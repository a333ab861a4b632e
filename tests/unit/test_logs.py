"""The log file."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_assistant.logs import start_logging, stop_logging

LOG = logging.getLogger("inbox_assistant.somewhere")


@pytest.fixture(autouse=True)
def _handlers_as_before() -> Iterator[None]:
    root = logging.getLogger("inbox_assistant")
    before, level = list(root.handlers), root.level
    yield
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_what_the_program_notes_stands_in_the_file(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs")
    LOG.info("a round of %d mails", 3)
    text = (tmp_path / "logs" / "inbox-assistant.log").read_text("utf-8")
    assert text.endswith("INFO inbox_assistant.somewhere a round of 3 mails\n")


def test_starting_twice_writes_once_and_in_the_last_place(tmp_path: Path) -> None:
    start_logging(tmp_path / "one")
    start_logging(tmp_path / "two")
    LOG.info("hello")
    assert (tmp_path / "one" / "inbox-assistant.log").read_text() == ""
    assert (tmp_path / "two" / "inbox-assistant.log").read_text().count("hello") == 1


def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs")
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_written_costs_the_log_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    start_logging(tmp_path / "file" / "logs")
    LOG.info("hello")


@pytest.mark.parametrize("name", ["imapclient", "keyring", "asyncio"])
def test_libraries_that_quote_what_was_said_are_silenced(
    name: str, tmp_path: Path
) -> None:
    start_logging(tmp_path)
    assert not logging.getLogger(f"{name}.deep").isEnabledFor(logging.WARNING)


def test_a_log_whose_file_cannot_be_set_aside_goes_on_and_keeps_what_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # A folder in the way stands for a file that another process holds.
    (tmp_path / "inbox-assistant.log.3" / "held").mkdir(parents=True)
    (tmp_path / "inbox-assistant.log.2").write_text("earlier")
    start_logging(tmp_path)
    for number in range(3):
        LOG.info("%d %s", number, "x" * 600_000)
    text = (tmp_path / "inbox-assistant.log").read_text("utf-8")
    assert text.count("INFO") == 3
    assert (tmp_path / "inbox-assistant.log.2").read_text() == "earlier"
    assert capsys.readouterr().err == ""


def test_an_ended_log_holds_nothing(tmp_path: Path) -> None:
    start_logging(tmp_path)
    stop_logging()
    LOG.info("not kept")
    assert (tmp_path / "inbox-assistant.log").read_text("utf-8") == ""
