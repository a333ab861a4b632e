"""Handing replies over: whatever happens, none is sent twice and none is forgotten."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import InboxAssistantError, InputError, StorageError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.reply import Draft, OutboxReply, OutboxState
from inbox_assistant.mail.failures import (
    InsecureError,
    RefusedError,
    SignInRefusedError,
    TryLaterError,
    UnsureError,
)
from inbox_assistant.services.delivery import FIRST_RETRY, LONGEST_RETRY
from tests.integration.services.office import Office


def taken(_reply: OutboxReply, on_dot: Callable[[], None]) -> str:
    """Take a mail as a server does."""
    on_dot()
    return "250 2.0.0 queued as 1"


class Failing:
    """A server that fails before or after the final dot, and counts its tries."""

    def __init__(self, error: Exception, *, after_dot: bool = False) -> None:
        self._error = error
        self._after_dot = after_dot
        self.tries = 0

    def __call__(self, _reply: OutboxReply, on_dot: Callable[[], None]) -> str:
        """Fail."""
        self.tries += 1
        if self._after_dot:
            on_dot()
        raise self._error


@pytest.fixture
def reply(office: Office) -> OutboxReply:
    """Return a reply that is due."""
    stored = office.reply(office.ask(), "It fits both jars.")
    office.clock.advance(timedelta(minutes=1))
    return stored


def fail(office: Office, reply: OutboxReply, failing: Failing) -> OutboxReply:
    with pytest.raises(InboxAssistantError):
        office.program.delivering.deliver(reply.reply_id, failing)
    return office.outbox(reply)


def test_a_reply_that_was_taken_settles_what_it_answers(
    office: Office, reply: OutboxReply
) -> None:
    changes = office.program.delivering.deliver(reply.reply_id, taken)
    now = office.outbox(reply)
    assert now.state is OutboxState.HANDED_OVER
    assert now.response == "250 2.0.0 queued as 1"
    assert now.handed_over_at == office.clock.now
    assert office.waiting() == []
    assert reply.thread in changes.threads
    shown = office.program.reading.messages(reply.thread)
    assert [(one.direction.value, one.state) for one in shown] == [
        ("in", "replied"),
        ("out", "sent, not confirmed yet"),
    ]
    assert shown[1].body == reply.body


def test_each_step_is_on_the_disk_before_it_is_taken(
    office: Office, reply: OutboxReply
) -> None:
    states = []

    def look(_reply: OutboxReply, on_dot: Callable[[], None]) -> str:
        states.append(office.outbox(reply).state)
        on_dot()
        states.append(office.outbox(reply).state)
        return "250"

    office.program.delivering.deliver(reply.reply_id, look)
    assert states == [OutboxState.SENDING, OutboxState.DOT_PENDING]


def test_a_reply_is_given_to_one_process_alone(
    office: Office, reply: OutboxReply
) -> None:
    def again(_reply: OutboxReply, on_dot: Callable[[], None]) -> str:
        never = Failing(AssertionError("sent twice"))
        assert not office.program.delivering.deliver(reply.reply_id, never)
        assert never.tries == 0
        on_dot()
        return "250"

    office.program.delivering.deliver(reply.reply_id, again)
    assert office.outbox(reply).attempts == 1


@pytest.mark.parametrize(
    "error",
    [
        TryLaterError("The server is busy."),
        InsecureError("The certificate has expired."),
        InputError("The account is not usable."),
        StorageError("The disk is full."),
    ],
)
def test_what_fails_before_the_dot_is_tried_again(
    office: Office, reply: OutboxReply, error: InboxAssistantError
) -> None:
    now = fail(office, reply, Failing(error))
    assert now.state is OutboxState.QUEUED
    assert now.problem == str(error)
    assert now.leave_at == office.clock.now + FIRST_RETRY
    assert office.program.delivering.due() == []
    assert office.waiting() == [reply.thread]
    office.clock.advance(FIRST_RETRY)
    office.program.delivering.deliver(reply.reply_id, taken)
    assert office.outbox(reply).problem == ""


def test_tries_become_rarer_but_never_end(office: Office, reply: OutboxReply) -> None:
    waits = []
    for _ in range(12):
        now = fail(office, reply, Failing(TryLaterError("Busy.")))
        waits.append(now.leave_at - office.clock.now)
        office.clock.advance(waits[-1])
    assert waits[:3] == [FIRST_RETRY, 2 * FIRST_RETRY, 4 * FIRST_RETRY]
    assert waits[-1] == LONGEST_RETRY == max(waits)
    assert office.program.delivering.due() == [office.outbox(reply)]


def test_a_refused_password_stops_every_reply_until_a_person_wants_it(
    office: Office, reply: OutboxReply
) -> None:
    delivering = office.program.delivering
    now = fail(office, reply, Failing(SignInRefusedError("Wrong password.")))
    delivering.hold("shop", SignInRefusedError("Wrong password."))
    assert now.problem == "Wrong password."
    office.clock.advance(timedelta(days=2))
    assert delivering.due() == []
    assert delivering.next_leave_at() is None
    assert delivering.is_held("shop")
    delivering.resume("shop")
    assert delivering.due() == [office.outbox(reply)]
    assert not delivering.is_held("shop")


def test_what_a_person_wants_tried_again_does_not_wait_for_its_time(
    office: Office, reply: OutboxReply
) -> None:
    now = fail(office, reply, Failing(TryLaterError("The server is busy.")))
    waiting = office.reply(office.ask(2))
    assert now.leave_at > office.clock.now
    assert office.program.delivering.resume("shop").outbox
    assert office.outbox(reply).leave_at == office.clock.now
    assert office.outbox(waiting) == waiting
    assert not office.program.delivering.resume("another shop").outbox


def test_new_settings_of_an_account_let_its_replies_leave_at_once(
    office: Office, reply: OutboxReply
) -> None:
    fail(office, reply, Failing(SignInRefusedError("Wrong password.")))
    office.program.delivering.hold("shop", SignInRefusedError("Wrong password."))
    office.program.accounts.keep(office.program.accounts.named("shop"))
    assert office.program.delivering.due() == [office.outbox(reply)]


def test_a_refused_reply_gives_its_text_back(
    office: Office, reply: OutboxReply
) -> None:
    office.program.replies.keep_draft(Draft(reply.thread, "And another thing"))
    now = fail(office, reply, Failing(RefusedError("No such user.")))
    assert now.state is OutboxState.REFUSED
    draft = office.program.replies.draft(reply.thread)
    assert draft is not None
    assert draft.body == f"{reply.body}\n\nAnd another thing"
    assert office.waiting() == [reply.thread]
    assert office.reply(reply.thread, "Once more.").answers == reply.answers


def test_what_breaks_off_after_the_dot_is_never_sent_again(
    office: Office, reply: OutboxReply
) -> None:
    error = UnsureError("The connection ended.")
    now = fail(office, reply, Failing(error, after_dot=True))
    assert now.state is OutboxState.UNSURE
    office.clock.advance(timedelta(days=3))
    assert office.program.delivering.due() == []
    assert office.program.delivering.next_leave_at() is None
    never = Failing(AssertionError("sent twice"))
    assert not office.program.delivering.deliver(reply.reply_id, never)
    assert office.waiting() == [reply.thread]
    assert office.program.reading.unsure() == [now]
    assert office.program.reading.status(office.clock.now).unsure_replies == 1


@pytest.mark.parametrize(
    ("after_dot", "state"),
    [(False, OutboxState.QUEUED), (True, OutboxState.UNSURE)],
)
def test_what_a_dead_process_left_behind_is_sorted_out(
    office: Office, reply: OutboxReply, *, after_dot: bool, state: OutboxState
) -> None:
    dying = Failing(KeyboardInterrupt(), after_dot=after_dot)
    with pytest.raises(KeyboardInterrupt):
        office.program.delivering.deliver(reply.reply_id, dying)
    assert not office.program.delivering.recover("another shop")
    changes = office.program.delivering.recover("shop")
    assert changes.threads == {reply.thread}
    assert office.outbox(reply).state is state
    assert not office.program.delivering.recover("shop")


def test_an_unsure_reply_found_in_sent_was_sent(
    office: Office, reply: OutboxReply
) -> None:
    fail(office, reply, Failing(UnsureError("Cut."), after_dot=True))
    assert office.program.delivering.found_in_sent(reply.reply_id)
    assert office.outbox(reply).state is OutboxState.HANDED_OVER
    assert office.waiting() == []
    assert not office.program.delivering.found_in_sent(reply.reply_id)
    assert not office.program.delivering.found_in_sent("unknown")


def test_a_person_says_that_an_unsure_reply_was_sent(
    office: Office, reply: OutboxReply
) -> None:
    fail(office, reply, Failing(UnsureError("Cut."), after_dot=True))
    office.program.delivering.resolve(reply.reply_id, sent=True)
    assert office.outbox(reply).state is OutboxState.HANDED_OVER
    assert office.waiting() == []


def test_a_person_says_that_an_unsure_reply_was_not_sent(
    office: Office, reply: OutboxReply
) -> None:
    fail(office, reply, Failing(UnsureError("Cut."), after_dot=True))
    changes = office.program.delivering.resolve(reply.reply_id, sent=False)
    draft = office.program.replies.draft(reply.thread)
    assert draft is not None
    assert draft.body == reply.body
    assert changes.drafts == {reply.thread}
    assert office.waiting() == [reply.thread]
    assert office.reply(reply.thread, draft.body).state is OutboxState.QUEUED


def test_a_reply_just_found_in_sent_is_not_given_back_to_be_sent_again(
    office: Office, reply: OutboxReply
) -> None:
    fail(office, reply, Failing(UnsureError("Cut."), after_dot=True))
    with (
        office.overtaken_by(
            lambda other: other.program.delivering.found_in_sent(reply.reply_id)
        ),
        pytest.raises(InputError, match="nothing to decide"),
    ):
        office.program.delivering.resolve(reply.reply_id, sent=False)
    assert office.outbox(reply).state is OutboxState.HANDED_OVER
    assert office.program.replies.draft(reply.thread) is None
    assert office.waiting() == []


def test_a_reply_just_given_back_is_not_taken_as_sent(
    office: Office, reply: OutboxReply
) -> None:
    fail(office, reply, Failing(UnsureError("Cut."), after_dot=True))
    with office.overtaken_by(
        lambda other: other.program.delivering.resolve(reply.reply_id, sent=False)
    ):
        office.program.delivering.found_in_sent(reply.reply_id)
    assert office.outbox(reply).state is OutboxState.REFUSED
    assert office.waiting() == [reply.thread]


def test_only_an_unsure_reply_is_for_a_person_to_decide(
    office: Office, reply: OutboxReply
) -> None:
    for reply_id in (reply.reply_id, "unknown"):
        with pytest.raises(InputError, match="nothing to decide"):
            office.program.delivering.resolve(reply_id, sent=True)


def test_every_step_stands_in_the_journal(office: Office, reply: OutboxReply) -> None:
    fail(office, reply, Failing(TryLaterError("Busy.")))
    office.program.delivering.deliver(reply.reply_id, taken)
    assert office.actions()[-6:] == [
        Action.REPLY_QUEUED,
        Action.REPLY_SENDING,
        Action.REPLY_DELAYED,
        Action.REPLY_SENDING,
        Action.REPLY_HANDED_OVER,
        Action.MAILS_KEPT,
    ]


def test_a_hold_concerns_one_account(office: Office, reply: OutboxReply) -> None:
    later = office.reply(office.ask(2))
    error = SignInRefusedError("Wrong password.")
    office.program.delivering.hold("another shop", error)
    assert office.program.delivering.due() == [office.outbox(reply)]
    office.program.delivering.hold("shop", error)
    assert office.outbox(reply).problem == "Wrong password."
    assert office.outbox(later) == later
