"""What missed its window stays so, whatever is said about it later."""

from datetime import UTC, datetime, timedelta

from inbox_assistant.domain.breach import Breach, Cause, breach_of, causes_named
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
NEXT_WEEK = NOON + 7 * 24 * HOUR


def settled(how: How, hours: int, told: int | None = None) -> Standing:
    told_at = None if told is None else NOON + told * HOUR
    return Standing(State.SETTLED, how, NOON + hours * HOUR, told_at=told_at)


def found(standing: Standing, now: datetime = NEXT_WEEK) -> Breach | None:
    return breach_of(NOON, standing, now)


def test_what_is_open_past_its_window_has_no_response() -> None:
    assert found(Standing(State.WAITING)) is Breach.NO_RESPONSE
    assert found(Standing(State.TO_CONFIRM)) is Breach.NO_RESPONSE
    assert found(Standing(State.WAITING), NOON + 24 * HOUR) is None


def test_a_late_answer_and_a_late_confirmation_are_breaches_of_their_own_kind() -> None:
    assert found(settled(How.REPLIED, 25)) is Breach.LATE
    assert found(settled(How.NO_RESPONSE_NECESSARY, 25)) is Breach.CONFIRMED_LATE
    assert found(settled(How.REPLIED, 24)) is None
    assert found(settled(How.NO_RESPONSE_NECESSARY, 24)) is None


def test_an_answer_in_time_that_was_told_too_late_stays_in_the_review() -> None:
    assert found(settled(How.REPLIED_ELSEWHERE, 3, told=30)) is Breach.TOLD_LATE
    assert found(settled(How.REPLIED_ELSEWHERE, 3, told=20)) is None
    assert found(settled(How.REPLIED_ELSEWHERE, 3)) is None


def test_what_waited_before_the_first_import_is_no_breach_of_this_desk() -> None:
    assert found(settled(How.OLDER, 90)) is None


def explained(name: str, hours: int, cause: str, **more: str) -> Entry:
    at = NOON + hours * HOUR
    data = {"cause": cause}
    action = Action.BREACH_EXPLAINED
    return Entry(name, "desk", "anna", at, action, "t", ("q",), data=data, **more)


def test_the_cause_given_last_counts_unless_it_was_taken_back() -> None:
    first, second = explained("1", 1, "other"), explained("2", 2, "never seen")
    assert causes_named([second, first]) == {"q": Cause.NEVER_SEEN}
    undo = Entry("3", "desk", "anna", NOON, Action.UNDONE, "t", ("q",), undoes="2")
    assert causes_named([second, undo, first]) == {"q": Cause.OTHER}


def test_a_cause_of_a_newer_program_counts_as_other() -> None:
    assert causes_named([explained("1", 1, "moon")]) == {"q": Cause.OTHER}
