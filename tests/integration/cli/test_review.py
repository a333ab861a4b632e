"""``review`` and ``forecast``."""

from datetime import timedelta
from pathlib import Path

import pytest

from inbox_assistant.domain.clock import system_clock
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.cli.command_line import MOMENT, CommandLine


@pytest.fixture(autouse=True)
def mails(command: CommandLine, tmp_path: Path) -> None:
    """Keep one overdue message and one that is in time."""
    folder = tmp_path / "mails"
    folder.mkdir()
    for number, hours in ((1, 30), (2, 2)):
        at = (system_clock() - timedelta(hours=hours)).replace(microsecond=0)
        (folder / f"{number}.eml").write_bytes(buyer_mail(number, at).raw)
    command("import", folder)


def test_breaches_are_lines_of_json_until_each_has_a_cause(
    command: CommandLine,
) -> None:
    done = command("review", "--json")
    assert done.code == 1
    (line,) = done.lines
    assert line["breach"] == "no response"
    assert line["cause"] is None
    assert MOMENT.match(line["due_at"])
    done = command("review", line["thread"], "--cause", "never seen", "--json")
    assert done.code == 0
    assert done.lines[0]["cause"] == "never seen"
    assert "never seen" in command("review").out


def test_the_causes_of_a_week_are_told(command: CommandLine) -> None:
    (week,) = command("review", "--weeks", "--json").lines
    assert week["causes"] == [{"cause": None, "count": 1, "together": 1.0}]
    assert "not explained yet" in command("review", "--weeks").out


def test_the_forecast_says_what_breaches_and_what_answering_saves(
    command: CommandLine,
) -> None:
    (thread,) = [
        line["thread"]
        for line in command("queue", "--json").lines
        if line["due_at"] > line["received_at"]
        and line["thread"] != command("review", "--json").lines[0]["thread"]
    ]
    until = (system_clock() + timedelta(days=2)).isoformat()
    document = command(
        "forecast", "--until", until, "--answering", thread, "--json"
    ).document
    assert [one["thread"] for one in document["breaches"]] == [thread]
    assert document["choice"]["answering"] == 0.5
    assert document["choice"]["leaving"] == 1.0
    out = command("forecast", "--until", until, "--answering", thread).out
    assert "keeps the 7 day late rate at 50.0%, leaving them makes it 100.0%" in out
    soon = (system_clock() + timedelta(minutes=1)).isoformat()
    assert "Nothing breaches" in command("forecast", "--until", soon).out


@pytest.mark.parametrize(
    "given", ["0", "-1", "36501", "x", "1.5", "999999999999", "²", ""]
)
def test_days_are_a_number_that_the_calendar_has(
    command: CommandLine, given: str
) -> None:
    assert "--days: " in command("review", f"--days={given}").complaint
    purge = command("purge", f"--older-than={given}", "--yes")
    assert "--older-than: " in purge.complaint


def test_a_cause_is_for_threads_that_were_late(command: CommandLine) -> None:
    given = ("--cause", "never seen")
    assert "Name the threads" in command("review", *given).complaint
    (late,) = command("review", "--json").lines
    complaint = command("review", late["thread"], "gone", *given).complaint
    assert "There is no thread “gone”" in complaint
    assert command("review", "--json").lines == [late]
    (in_time,) = [
        line["thread"]
        for line in command("queue", "--json").lines
        if line["thread"] != late["thread"]
    ]
    assert "was not late" in command("review", in_time, *given).err
    assert command("review", "--json").lines == [late]


def test_a_forecast_knows_the_threads_that_are_answered(command: CommandLine) -> None:
    given = ("forecast", "--answering", "gone")
    assert "There is no thread “gone”" in command(*given).complaint
