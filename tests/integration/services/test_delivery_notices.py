"""What Amazon and mail servers say afterwards of replies that left."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.reply import Draft, OutboxReply, OutboxState
from inbox_assistant.mail.failures import UnsureError
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.services.safety import rebuild
from tests.end2end.amazon_mails import buyer_mail
from tests.fakes import MORNING
from tests.integration.services.amazon_answers import bounce_of, copy_of, opt_out
from tests.integration.services.office import HOUR, Office
from tests.integration.services.test_delivery import Failing, fail, taken

BODY = "It fits both jars, the small one and the large one."


@pytest.fixture
def left(office: Office) -> OutboxReply:
    """Return a reply that was handed over an hour after the question."""
    thread = office.ask()
    office.clock.advance(HOUR)
    reply = office.reply(thread, BODY)
    office.clock.advance(timedelta(minutes=1))
    office.program.delivering.deliver(reply.reply_id, taken)
    office.clock.advance(timedelta(minutes=1))
    return office.outbox(reply)


def order_of(number: int = 1) -> str:
    return buyer_mail(number, MORNING).order_id


def test_amazons_copy_confirms_a_reply(office: Office, left: OutboxReply) -> None:
    kept = office.receive(copy_of(BODY, order_of(), office.clock.now))
    assert office.outbox(left).state is OutboxState.CONFIRMED
    assert left.thread in kept.changes.threads
    assert kept.changes.outbox


def test_a_copy_of_other_words_confirms_nothing(
    office: Office, left: OutboxReply
) -> None:
    office.receive(copy_of("Something else.", order_of(), office.clock.now))
    assert office.outbox(left).state is OutboxState.HANDED_OVER


def test_a_returned_reply_reopens_its_thread_with_the_first_clock(
    office: Office, left: OutboxReply
) -> None:
    asked_at = office.rows(left.thread)[0].received_at
    kept = office.receive(bounce_of(left, office.clock.now))
    assert office.outbox(left).state is OutboxState.SENT_BACK
    row = office.row(left.thread)
    assert office.waiting() == [left.thread]
    assert row.sent_back
    assert row.received_at == asked_at
    assert row.due_at == asked_at + timedelta(hours=24)
    assert left.thread in kept.changes.threads


def test_a_returned_reply_can_be_mended_and_sent_again(
    office: Office, left: OutboxReply
) -> None:
    office.program.replies.keep_draft(Draft(left.thread, "P.S."))
    office.receive(bounce_of(left, office.clock.now))
    draft = office.program.replies.draft(left.thread)
    assert draft is not None
    assert draft.body == f"{BODY}\n\nP.S."
    again = office.reply(left.thread, "It fits both.")
    assert again.answers == left.answers
    office.program.delivering.deliver(again.reply_id, taken)
    assert office.waiting() == []
    assert not office.row(left.thread).sent_back


def test_the_same_bounce_told_twice_gives_the_text_back_once(
    office: Office, left: OutboxReply
) -> None:
    office.receive(bounce_of(left, office.clock.now))
    again = office.reply(left.thread, "It fits both.")
    office.program.delivering.deliver(again.reply_id, taken)
    office.clock.advance(HOUR)
    office.receive(bounce_of(left, office.clock.now))
    assert office.program.replies.draft(left.thread) is None
    assert office.waiting() == []


def test_a_late_bounce_does_not_bring_back_what_was_replaced(
    office: Office, left: OutboxReply
) -> None:
    office.clock.advance(HOUR)
    second = office.reply(left.thread, "A better answer than before.")
    office.program.delivering.deliver(second.reply_id, taken)
    office.clock.advance(HOUR)
    office.receive(bounce_of(left, office.clock.now))
    assert office.outbox(left).state is OutboxState.SENT_BACK
    assert office.program.replies.draft(left.thread) is None


def test_an_opt_out_sends_the_last_reply_back(
    office: Office, left: OutboxReply
) -> None:
    office.receive(opt_out(order_of(), office.clock.now))
    assert office.outbox(left).state is OutboxState.SENT_BACK
    assert office.waiting() == [left.thread]
    assert office.program.replies.draft(left.thread) is not None


def test_a_confirmed_reply_may_still_come_back(
    office: Office, left: OutboxReply
) -> None:
    office.receive(copy_of(BODY, order_of(), office.clock.now))
    office.clock.advance(HOUR)
    office.receive(bounce_of(left, office.clock.now))
    assert office.outbox(left).state is OutboxState.SENT_BACK
    assert office.waiting() == [left.thread]


@pytest.fixture
def unsure(office: Office) -> OutboxReply:
    """Return a reply of which nobody knows whether it left."""
    reply = office.reply(office.ask(), BODY)
    office.clock.advance(timedelta(minutes=1))
    return fail(office, reply, Failing(UnsureError("Cut."), after_dot=True))


def test_a_copy_proves_that_an_unsure_reply_left(
    office: Office, unsure: OutboxReply
) -> None:
    office.receive(copy_of(BODY, order_of(), office.clock.now))
    assert office.outbox(unsure).state is OutboxState.CONFIRMED
    assert office.waiting() == []


def test_its_own_mail_in_sent_proves_that_an_unsure_reply_left(
    office: Office, unsure: OutboxReply
) -> None:
    office.receive(unsure.raw, source="shop/Sent/1/1", in_sent_folder=True)
    assert office.outbox(unsure).state is OutboxState.HANDED_OVER
    assert office.waiting() == []


def test_a_bounce_proves_that_an_unsure_reply_left_and_came_back(
    office: Office, unsure: OutboxReply
) -> None:
    office.receive(bounce_of(unsure, office.clock.now))
    assert office.outbox(unsure).state is OutboxState.SENT_BACK
    assert office.waiting() == [unsure.thread]
    assert office.reply(unsure.thread, "Again.").answers == unsure.answers


def test_a_copy_that_came_before_the_process_was_missed_is_found_later(
    office: Office,
) -> None:
    reply = office.reply(office.ask(), BODY)
    office.clock.advance(timedelta(minutes=1))
    dying = Failing(KeyboardInterrupt(), after_dot=True)
    with pytest.raises(KeyboardInterrupt):
        office.program.delivering.deliver(reply.reply_id, dying)
    office.receive(copy_of(BODY, order_of(), office.clock.now))
    assert office.outbox(reply).state is OutboxState.DOT_PENDING
    office.program.delivering.recover("shop")
    assert office.outbox(reply).state is OutboxState.CONFIRMED


def test_a_bounce_and_what_follows_from_it_are_stored_together(
    office: Office, left: OutboxReply, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounce = bounce_of(left, office.clock.now)

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Reckoning, "reckon_thread", die)
        with pytest.raises(KeyboardInterrupt):
            office.receive(bounce)
    assert office.store.mails.find(bounce) is None
    assert office.receive(bounce).added == 1
    assert office.outbox(left).state is OutboxState.SENT_BACK


@pytest.fixture
def elsewhere(office: Office) -> OutboxReply:
    """Return a reply that names another order than what it answers."""
    mail = buyer_mail(1, office.clock.now)
    office.receive(mail.raw.replace(mail.order_id.encode(), b"a jar"))
    thread = office.thread_of(mail)
    office.clock.advance(HOUR)
    reply = office.reply(thread, f"Your order {order_of(2)} leaves today.")
    office.clock.advance(timedelta(minutes=1))
    office.program.delivering.deliver(reply.reply_id, taken)
    office.clock.advance(timedelta(minutes=1))
    return office.outbox(reply)


def test_a_reply_that_names_another_order_lies_with_what_it_answers(
    office: Office, elsewhere: OutboxReply
) -> None:
    [own] = office.store.messages.replies_with_mail_id(elsewhere.message_id)
    assert own.order_id == order_of(2)
    assert own.thread_id == office.store.threads.number(elsewhere.thread)
    assert office.store.threads.of_partner(own.partner or "").keys() == {
        elsewhere.thread
    }


def test_its_own_mail_in_sent_proves_that_a_reply_left_whatever_order_it_names(
    office: Office,
) -> None:
    mail = buyer_mail(1, office.clock.now)
    office.receive(mail.raw.replace(mail.order_id.encode(), b"a jar"))
    office.clock.advance(HOUR)
    reply = office.reply(office.thread_of(mail), f"Order {order_of(2)} leaves today.")
    office.clock.advance(timedelta(minutes=1))
    unsure = fail(office, reply, Failing(UnsureError("Cut."), after_dot=True))
    office.receive(unsure.raw, source="shop/Sent/1/1", in_sent_folder=True)
    assert office.outbox(unsure).state is OutboxState.HANDED_OVER
    assert office.waiting() == []


def test_a_returned_reply_that_names_another_order_reopens_what_it_answered(
    office: Office, elsewhere: OutboxReply
) -> None:
    asked_at = office.rows(elsewhere.thread)[0].received_at
    office.receive(bounce_of(elsewhere, office.clock.now))
    assert office.outbox(elsewhere).state is OutboxState.SENT_BACK
    assert office.waiting() == [elsewhere.thread]
    row = office.row(elsewhere.thread)
    assert row.sent_back
    assert row.received_at == asked_at
    assert row.due_at == asked_at + timedelta(hours=24)


def test_a_returned_reply_that_names_another_order_is_told_alike_after_a_rebuild(
    office: Office, elsewhere: OutboxReply
) -> None:
    office.receive(bounce_of(elsewhere, office.clock.now))
    before = office.row(elsewhere.thread)
    rebuild(office.store, office.program.intake)
    assert office.waiting() == [elsewhere.thread]
    after = office.row(elsewhere.thread)
    assert replace(after, number=before.number) == before


def test_amazons_copy_confirms_a_reply_that_names_another_order(
    office: Office, elsewhere: OutboxReply
) -> None:
    office.receive(copy_of(elsewhere.body, order_of(2), office.clock.now))
    assert office.outbox(elsewhere).state is OutboxState.CONFIRMED
    assert office.waiting() == []


def test_all_that_is_told_of_a_reply_names_the_messages_that_it_answers(
    office: Office, elsewhere: OutboxReply
) -> None:
    office.receive(bounce_of(elsewhere, office.clock.now))
    told = [
        entry
        for entry in office.store.journal.everything()
        if entry.data.get("message_id") == elsewhere.message_id
    ]
    assert [entry.action for entry in told] == [
        Action.REPLY_QUEUED,
        Action.REPLY_SENDING,
        Action.REPLY_HANDED_OVER,
        Action.REPLY_SENT_BACK,
    ]
    assert {entry.messages for entry in told} == {elsewhere.answers}
