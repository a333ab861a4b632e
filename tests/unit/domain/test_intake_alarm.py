"""A mailbox that is no longer read is told of once, and not too early."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.intake_alarm import (
    Intake,
    IntakeAlarm,
    intake_alarms,
    silent_since,
)
from tests.fakes import MORNING

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
LONG_AGO = MORNING - 100 * HOUR


def alarms(*intakes: Intake, watched: datetime = LONG_AGO) -> tuple[IntakeAlarm, ...]:
    return intake_alarms(intakes, watched, 3 * HOUR, MORNING)


def test_a_mailbox_that_could_not_be_read_for_three_hours_is_told_of() -> None:
    silent = Intake("shop", MORNING - 3 * HOUR, "No route to host.")
    lively = Intake("other", MORNING - 3 * HOUR + MINUTE)
    assert alarms(silent, lively) == (
        IntakeAlarm("shop", MORNING - 3 * HOUR, "No route to host."),
    )


def test_the_longest_silence_is_told_first() -> None:
    found = alarms(
        Intake("a", MORNING - 4 * HOUR), Intake("b", MORNING - 9 * HOUR), Intake("c")
    )
    assert [one.account for one in found] == ["c", "b", "a"]
    assert found[0].since == LONG_AGO


def test_a_silence_is_told_once_and_the_next_one_again() -> None:
    since = MORNING - 5 * HOUR
    assert alarms(Intake("shop", since, told_of=since)) == ()
    assert len(alarms(Intake("shop", since, told_of=since - HOUR))) == 1


def test_a_computer_that_has_just_woken_is_given_time_to_read() -> None:
    silent = Intake("shop", MORNING - 12 * HOUR)
    assert alarms(silent, watched=MORNING - 9 * MINUTE) == ()
    assert len(alarms(silent, watched=MORNING - 10 * MINUTE)) == 1


def test_a_mailbox_that_never_worked_is_silent_from_the_start_on() -> None:
    assert alarms(Intake("new"), watched=MORNING - 2 * HOUR) == ()
    assert len(alarms(Intake("new"), watched=MORNING - 3 * HOUR)) == 1


def test_without_patience_no_alarm_is_wanted() -> None:
    assert intake_alarms([Intake("shop")], LONG_AGO, timedelta(), MORNING) == ()


@given(st.integers(-3000, 3000), st.integers(-3000, 0), st.integers(1, 24))
def test_whatever_the_clocks_say_no_fresh_mailbox_is_silent(
    worked: int, watched: int, hours: int
) -> None:
    intake = Intake("shop", MORNING + worked * MINUTE)
    since = silent_since(intake, MORNING + watched * MINUTE, hours * HOUR, MORNING)
    is_silent = worked <= -hours * 60 and watched <= -10
    assert since == (intake.worked_at if is_silent else None)
