"""``assign``, ``tag``, ``snooze`` and ``view``, and searches by what they write."""

from datetime import timedelta

from inbox_assistant.domain.clock import system_clock
from tests.integration.cli.command_line import CommandLine


def found(command: CommandLine, query: str) -> list[str]:
    return [
        line["thread"] for line in command("queue", "--search", query, "--json").lines
    ]


def test_threads_are_found_by_whose_they_are(command: CommandLine, thread: str) -> None:
    command("assign", thread, "--to", "ben")
    assert found(command, "agent:ben") == [thread]
    command("settle", thread, "--undo")
    assert found(command, "agent:ben") == []
    assert command("assign", thread, "--nobody").code == 0
    assert command("assign", thread).code == 2


def test_a_name_that_nobody_had_is_told_and_written_down_all_the_same(
    command: CommandLine, thread: str
) -> None:
    assert command("assign", thread, "--to", "Ben").err == ""
    assert command("assign", thread, "--to", "Ben").err == ""
    done = command("assign", thread, "--to", "ben")
    assert done.code == 0
    assert done.err == "Nobody called “ben” had a thread so far; others: “Ben”.\n"
    assert found(command, "agent:ben") == [thread]


def test_threads_are_given_back_by_asking_for_that_alone(
    command: CommandLine, thread: str
) -> None:
    command("assign", thread, "--to", "Ben")
    assert "--nobody" in command("assign", thread, "--to", " ").complaint
    assert found(command, "agent:Ben") == [thread]


def test_threads_are_found_by_their_tags(command: CommandLine, thread: str) -> None:
    command("tag", thread, "--add", "vip", "--add", "late")
    command("tag", thread, "--remove", "late")
    assert found(command, "tag:vip") == [thread]
    assert found(command, "tag:late") == []
    assert command("tag", thread).code == 2
    assert command("tag", thread, "--add", "a,b").code == 2


def test_what_is_put_off_still_waits_for_scripts(
    command: CommandLine, thread: str
) -> None:
    until = (system_clock() + timedelta(hours=2)).isoformat()
    assert command("snooze", thread, "--until", until).code == 0
    assert found(command, "is:snoozed") == [thread]
    assert len(command("queue", "--json").lines) == 1
    assert command("snooze", thread, "--wake").code == 0
    assert found(command, "is:snoozed") == []
    late = (system_clock() + timedelta(hours=25)).isoformat()
    assert command("snooze", thread, "--until", late).code == 2


def test_searches_are_kept_under_names(command: CommandLine) -> None:
    assert command("view", "--save", "Late", "is:overdue").code == 0
    (line,) = command("view", "--json").lines
    assert line == {"name": "Late", "query": "is:overdue", "sort": ""}
    assert "is:overdue" in command("view").out
    assert command("view", "--remove", "Late").code == 0
    assert command("view", "--json").lines == []


def test_a_search_that_makes_no_sense_is_told(command: CommandLine) -> None:
    done = command("queue", "--search", "is:nonsense")
    assert done.code == 2
    assert "“is:nonsense” makes no sense" in done.err
