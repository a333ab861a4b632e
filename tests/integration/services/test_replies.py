"""The gate: nothing forbidden passes, nothing written is lost."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes

import pytest

from inbox_assistant.domain.errors import InputError, ReplyRefusedError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.reply import Draft, OutboxState
from inbox_assistant.settings import ALLOW_OVERRIDE, UNDO_SECONDS
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.office import HOUR, SHOP, Office


def text_of(raw: bytes) -> str:
    payload = message_from_bytes(raw).get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def test_a_blocked_text_is_refused_and_nothing_is_stored(office: Office) -> None:
    thread = office.ask()
    office.program.replies.keep_draft(Draft(thread, "FORBIDDEN words"))
    with pytest.raises(ReplyRefusedError, match="FORBIDDEN") as caught:
        office.reply(thread, "FORBIDDEN words")
    assert [one.rule for one in caught.value.findings] == ["FORBIDDEN"]
    assert office.store.outbox.of_thread(thread) == []
    draft = office.program.replies.draft(thread)
    assert draft is not None
    assert draft.body == "FORBIDDEN words"


def test_a_warning_does_not_stop_a_reply(office: Office) -> None:
    reply = office.reply(office.ask(), "DOUBTFUL words")
    assert reply.state is OutboxState.QUEUED


def test_the_gate_takes_a_reason_where_the_settings_allow_it(office: Office) -> None:
    thread = office.ask()
    office.program.replies.send(thread, "FORBIDDEN", override_reason=" agreed ")
    entry = office.store.journal.newest(1)[0]
    assert entry.action is Action.FINDINGS_OVERRIDDEN
    assert entry.agent == "anna"
    assert entry.data["reason"] == "agreed"
    assert entry.data["findings"] == [
        {"rule": "FORBIDDEN", "category": "test", "text": "FORBIDDEN"}
    ]


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_blank_reason_is_none(office: Office, reason: str) -> None:
    with pytest.raises(ReplyRefusedError):
        office.program.replies.send(office.ask(), "FORBIDDEN", override_reason=reason)


def test_no_reason_helps_where_overriding_is_switched_off(office: Office) -> None:
    office.program.settings.put(ALLOW_OVERRIDE, value=False)
    with pytest.raises(ReplyRefusedError, match="switched off"):
        office.program.replies.send(office.ask(), "FORBIDDEN", override_reason="agreed")


def test_a_message_the_agent_has_not_seen_stops_the_reply(office: Office) -> None:
    thread = office.ask(1)
    seen = office.program.reading.waiting_keys(thread)
    office.clock.advance(HOUR)
    second = buyer_mail(1, office.clock.now).raw.replace(
        b"M000000000001", b"M000000000991"
    )
    office.receive(second.replace(b"question 1", b"question two"))
    with pytest.raises(ReplyRefusedError, match="written again"):
        office.program.replies.send(thread, "Yes.", seen=seen)
    now_seen = office.program.reading.waiting_keys(thread)
    assert len(now_seen) == 2
    reply, _ = office.program.replies.send(thread, "Yes.", seen=now_seen)
    assert reply.answers == now_seen


def test_a_reply_names_exactly_what_it_answers_and_leaves_the_rest(
    office: Office,
) -> None:
    thread = office.ask(1)
    first = office.reply(thread)
    office.clock.advance(HOUR)
    again = buyer_mail(1, office.clock.now).raw.replace(
        b"M000000000001", b"M000000000991"
    )
    office.receive(again.replace(b"question 1", b"question two"))
    second = office.reply(thread, "And this fits, too.")
    assert len(first.answers) == len(second.answers) == 1
    assert set(first.answers).isdisjoint(second.answers)
    office.program.delivering.deliver(first.reply_id, lambda _one, _dot: "250")
    row = office.row(thread)
    assert row.waiting == 1
    assert row.received_at == office.clock.now


def test_a_message_is_not_answered_twice_at_the_same_time(office: Office) -> None:
    thread = office.ask()
    office.reply(thread)
    with pytest.raises(InputError, match="already on its way"):
        office.reply(thread, "Once more.")


def test_a_reply_to_a_settled_thread_is_checked_as_proactive(office: Office) -> None:
    thread = office.ask()
    first = office.reply(thread)
    assert not office.rules.asked[0][1].proactive
    office.program.delivering.deliver(first.reply_id, lambda _one, _dot: "250")
    office.rules.asked.clear()
    second = office.reply(thread, "One more thing.")
    assert office.rules.asked[0][1].proactive
    assert second.answers == first.answers


def test_a_reply_goes_to_the_buyers_alias_from_the_approved_address(
    office: Office,
) -> None:
    mail = buyer_mail(1, office.clock.now)
    reply = office.reply(office.ask())
    sent = message_from_bytes(reply.raw)
    assert sent["To"] == mail.alias == reply.to_address
    assert SHOP.address in sent["From"]
    assert reply.sender == SHOP.address
    assert reply.account == "shop"
    assert sent["In-Reply-To"] == message_from_bytes(mail.raw)["Message-ID"]
    assert sent["Message-ID"] == reply.message_id


def test_the_buyers_words_and_order_are_quoted(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now)
    text = text_of(office.reply(office.ask(), "It fits.").raw)
    assert text.startswith("It fits.")
    assert mail.order_id in text
    assert f"> {mail.words}" in text


def test_words_that_would_be_blocked_are_not_quoted(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now)
    raw = mail.raw.replace(b"This is question 1.", b"FORBIDDEN in a question.")
    office.receive(raw)
    text = text_of(office.reply(office.thread_of(mail)).raw)
    assert "FORBIDDEN" not in text
    assert mail.order_id in text


def test_nobody_but_a_buyers_alias_is_written_to(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now)
    thread = office.ask()
    row = office.rows(thread)[0]
    office.store._connection.execute(
        "update message set answer_to = 'somebody@shop.example' where id = ?",
        (row.number,),
    )
    with pytest.raises(ReplyRefusedError, match="no buyer's address"):
        office.reply(office.thread_of(mail))


def test_an_empty_reply_is_none(office: Office) -> None:
    with pytest.raises(InputError, match="empty"):
        office.reply(office.ask(), " \n ")


def test_a_thread_that_is_not_there_cannot_be_answered(office: Office) -> None:
    with pytest.raises(InputError, match="no thread"):
        office.reply("0123456789ab")


def test_a_thread_without_an_account_to_answer_from_is_told(office: Office) -> None:
    thread = office.ask()
    office.program.accounts.forget("shop")
    with pytest.raises(InputError, match="No account"):
        office.reply(thread)


def test_a_reply_called_back_is_the_very_text_that_was_written(
    office: Office,
) -> None:
    thread = office.ask()
    body = "Dear Anna,\n\n  it fits.  \n"
    reply = office.reply(thread, body)
    assert office.program.replies.draft(thread) is None
    draft, changes = office.program.replies.withdraw(reply.reply_id)
    assert draft.body == body
    assert office.program.replies.draft(thread) == replace(
        draft, updated_at=office.clock.now
    )
    assert changes.drafts == {thread}
    assert office.outbox(reply).state is OutboxState.WITHDRAWN
    assert office.waiting() == [thread]
    assert office.reply(thread, body).state is OutboxState.QUEUED


def test_what_was_begun_meanwhile_stays_below_a_reply_called_back(
    office: Office,
) -> None:
    thread = office.ask()
    reply = office.reply(thread, "It fits.")
    office.program.replies.keep_draft(Draft(thread, "By the way"))
    draft, _ = office.program.replies.withdraw(reply.reply_id)
    assert draft.body == "It fits.\n\nBy the way"


def test_what_is_on_its_way_cannot_be_called_back(office: Office) -> None:
    reply = office.reply(office.ask())
    office.program.delivering.deliver(reply.reply_id, lambda _one, _dot: "250")
    for reply_id in (reply.reply_id, "unknown"):
        with pytest.raises(InputError, match="on its way"):
            office.program.replies.withdraw(reply_id)


def test_a_reply_leaves_when_the_time_to_call_it_back_is_over(
    office: Office,
) -> None:
    office.program.settings.put(UNDO_SECONDS, 30)
    reply = office.reply(office.ask())
    assert reply.leave_at == office.clock.now + timedelta(seconds=30)
    assert office.program.delivering.due() == []
    assert office.program.delivering.next_leave_at() == reply.leave_at
    office.clock.advance(timedelta(seconds=30))
    assert [one.reply_id for one in office.program.delivering.due()] == [reply.reply_id]


def test_a_draft_of_nothing_is_forgotten(office: Office) -> None:
    thread = office.ask()
    office.program.replies.keep_draft(Draft(thread, "Dear"))
    office.program.replies.keep_draft(Draft(thread, "  \n"))
    assert office.program.replies.draft(thread) is None


def test_the_composer_hears_what_the_gate_would_say(office: Office) -> None:
    findings = office.program.replies.check(office.ask(), "FORBIDDEN and DOUBTFUL")
    assert [one.rule for one in findings] == ["FORBIDDEN", "DOUBTFUL"]


def test_a_thread_in_which_no_buyer_wrote_cannot_be_answered(office: Office) -> None:
    sent = office.reply(office.ask()).raw.replace(b"b00001", b"b00009")
    office.receive(sent, source="shop/Sent/1/9", in_sent_folder=True)
    thread = office.thread_of(buyer_mail(9, office.clock.now))
    with pytest.raises(InputError, match="Nobody"):
        office.reply(thread)
