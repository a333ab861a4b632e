"""Settling without a reply, and taking it back."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.settlement import How
from inbox_assistant.domain.state import State
from inbox_assistant.domain.view import View
from inbox_assistant.settings import CONFIRM_AT_ONCE
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.office import HOUR, Office

DAY = timedelta(days=1)


def older(office: Office, number: int) -> str:
    """Return a thread that waited already when its mailbox was first read."""
    mail = buyer_mail(number, office.clock.now - 5 * DAY)
    office.receive(mail.raw, arrived_at=mail.received_at, first_import=True)
    return office.thread_of(mail)


def again(office: Office, number: int = 1) -> None:
    """Let the buyer *number* write once more."""
    office.clock.advance(HOUR)
    raw = buyer_mail(number, office.clock.now).raw
    mark = f"M{number:012d}".encode()
    office.receive(raw.replace(mark, b"M99" + mark[3:]).replace(b"question", b"more"))


def test_deciding_takes_a_thread_off_the_queue_while_the_clock_runs(
    office: Office,
) -> None:
    thread = office.ask()
    due = office.row(thread).due_at
    done = office.program.settling.no_response([thread], "thanks only")
    assert office.waiting() == []
    assert office.waiting(View.TO_CONFIRM) == [thread]
    assert office.row(thread).due_at == due
    assert done.changes.threads == {thread}
    entry = office.store.journal.entry(done.entries[0])
    assert entry is not None
    assert entry.data["reason"] == "thanks only"
    assert entry.data["before"] == {entry.messages[0]: "waiting"}


def test_confirming_settles_for_good(office: Office) -> None:
    thread = office.ask()
    office.program.settling.no_response([thread], "thanks only")
    office.program.settling.confirm([thread])
    standing = office.rows(thread)[0].standing
    assert (standing.state, standing.how) == (
        State.SETTLED,
        How.NO_RESPONSE_NECESSARY,
    )
    assert office.row(thread).due_at is None


def test_a_setting_joins_the_two_steps(office: Office) -> None:
    office.program.settings.put(CONFIRM_AT_ONCE, value=True)
    thread = office.ask()
    done = office.program.settling.no_response([thread], "thanks only")
    assert len(done.entries) == 2
    assert office.waiting(View.SETTLED) == [thread]
    office.program.settling.undo(done.entries)
    assert office.waiting() == [thread]


def test_a_message_that_comes_later_waits_on_its_own_clock(office: Office) -> None:
    thread = office.ask()
    office.program.settling.no_response([thread], "thanks only")
    again(office)
    row = office.row(thread)
    assert row.state is State.WAITING
    assert row.waiting == 1
    assert row.received_at == office.clock.now


def test_a_decision_may_concern_some_messages_alone(office: Office) -> None:
    thread = office.ask()
    again(office)
    first = office.rows(thread)[0].key
    office.program.settling.no_response([thread], "thanks only", only=[first])
    states = [row.standing.state for row in office.rows(thread)]
    assert states == [State.TO_CONFIRM, State.WAITING]


def test_several_threads_are_settled_together_or_not_at_all(office: Office) -> None:
    first, second = office.ask(1), office.ask(2)
    with pytest.raises(InputError, match="no thread"):
        office.program.settling.no_response([first, "gone", second], "other")
    assert set(office.waiting()) == {first, second}
    done = office.program.settling.no_response([first, second], "other")
    assert len(done.entries) == 2
    assert office.waiting() == []


def test_a_reason_must_be_given(office: Office) -> None:
    with pytest.raises(InputError, match="why"):
        office.program.settling.no_response([office.ask()], "  ")


def test_what_does_not_wait_cannot_be_settled_or_confirmed(office: Office) -> None:
    thread = office.ask()
    with pytest.raises(InputError, match="waits to be confirmed"):
        office.program.settling.confirm([thread])
    office.program.settling.no_response([thread], "other")
    with pytest.raises(InputError, match="Nothing waits"):
        office.program.settling.no_response([thread], "other")
    office.program.settling.confirm([thread])
    with pytest.raises(InputError, match="Nothing waits"):
        office.program.settling.replied_elsewhere([thread], office.clock.now)


def test_an_answer_given_elsewhere_settles_what_had_come_by_then(
    office: Office,
) -> None:
    thread = office.ask()
    at = office.clock.now + HOUR / 2
    again(office)
    office.program.settling.replied_elsewhere([thread], at)
    first, second = office.rows(thread)
    assert first.standing.how is How.REPLIED_ELSEWHERE
    assert first.standing.at == at
    assert second.standing.state is State.WAITING


def test_an_answer_elsewhere_settles_what_was_only_to_be_confirmed(
    office: Office,
) -> None:
    thread = office.ask()
    office.program.settling.no_response([thread], "other")
    office.program.settling.replied_elsewhere([thread], office.clock.now)
    assert office.waiting(View.SETTLED) == [thread]


def test_several_are_answered_elsewhere_together_or_none_and_undone_at_once(
    office: Office,
) -> None:
    first, second = office.ask(1), office.ask(2)
    settling, between = office.program.settling, office.clock.now
    office.clock.advance(HOUR)
    later = office.ask(3)
    with pytest.raises(InputError, match="older than the message"):
        settling.replied_elsewhere([first, second, later], between)
    assert len(office.waiting()) == 3
    done = settling.replied_elsewhere([first, second], between)
    assert office.waiting() == [later]
    settling.undo(done.entries)
    assert len(office.waiting()) == 3


@pytest.mark.parametrize(
    ("shift", "sentence"), [(HOUR, "in the future"), (-HOUR, "older than the message")]
)
def test_an_answer_elsewhere_at_an_impossible_time_is_refused(
    office: Office, shift: timedelta, sentence: str
) -> None:
    thread = office.ask()
    with pytest.raises(InputError, match=sentence):
        office.program.settling.replied_elsewhere([thread], office.clock.now + shift)
    assert office.waiting() == [thread]


def test_older_threads_are_settled_together_and_today_is_left_alone(
    office: Office,
) -> None:
    first, second, today = older(office, 1), older(office, 2), office.ask(3)
    assert set(office.waiting(View.OLDER)) == {first, second}
    assert office.waiting() == [today]
    done = office.program.settling.settle_older([first, second, today])
    assert len(done.entries) == 2
    assert office.waiting(View.OLDER) == []
    assert office.waiting() == [today]
    assert office.rows(first)[0].standing.how is How.OLDER


def test_undoing_brings_back_the_very_clock(office: Office) -> None:
    thread = office.ask()
    before = office.row(thread)
    done = office.program.settling.no_response([thread], "other")
    confirmed = office.program.settling.confirm([thread])
    office.clock.advance(HOUR)
    changes = office.program.settling.undo([*done.entries, *confirmed.entries])
    assert office.row(thread) == before
    assert changes.threads == {thread}


def test_nothing_is_undone_twice_and_a_reply_never(office: Office) -> None:
    thread = office.ask()
    done = office.program.settling.no_response([thread], "other")
    office.program.settling.undo(done.entries)
    with pytest.raises(InputError, match="undone already"):
        office.program.settling.undo(done.entries)
    office.reply(thread)
    queued = office.store.journal.newest(1)[0]
    assert queued.action is Action.REPLY_QUEUED
    for entry_id in (queued.entry_id, "unknown"):
        with pytest.raises(InputError, match="cannot be undone"):
            office.program.settling.undo([entry_id])


def test_the_last_decision_is_the_newest_of_the_agent_that_still_stands(
    office: Office,
) -> None:
    settling = office.program.settling
    assert settling.last_undoable("anna") is None
    first = settling.no_response([office.ask(1)], "other").entries[0]
    office.clock.advance(HOUR)
    second = settling.no_response([office.ask(2)], "other").entries[0]
    found = settling.last_undoable("anna")
    assert found is not None
    assert found.entry_id == second
    assert settling.last_undoable("ben") is None
    settling.undo([second])
    found = settling.last_undoable("anna")
    assert found is not None
    assert found.entry_id == first


def test_the_last_decision_about_a_thread_is_its_own(office: Office) -> None:
    settling = office.program.settling
    thread, other = office.ask(1), office.ask(2)
    assert settling.last_undoable_of(thread) == []
    entry = settling.no_response([thread], "other").entries[0]
    settling.no_response([other], "other")
    assert [one.entry_id for one in settling.last_undoable_of(thread)] == [entry]
    settling.undo([entry])
    assert settling.last_undoable_of(thread) == []


def test_what_no_other_seat_settled_is_not_taken_back_so(office: Office) -> None:
    thread, other = office.ask(1), office.ask(2)
    office.program.settling.no_response([thread], "other")
    for one in (thread, other):
        with pytest.raises(InputError, match="No other seat"):
            office.program.settling.take_back([one])
    assert office.row(thread).state is State.TO_CONFIRM
