"""What is shown, and that it follows from what is stored alone."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.message_view import Direction
from inbox_assistant.domain.reply import Draft
from inbox_assistant.domain.view import View
from tests.end2end.amazon_mails import buyer_mail, other_mail
from tests.integration.services.amazon_answers import bounce_of
from tests.integration.services.office import HOUR, Office
from tests.integration.services.test_delivery import taken

DAY = timedelta(days=1)


def test_a_thread_is_shown_oldest_message_first_with_what_is_on_its_way(
    office: Office,
) -> None:
    thread = office.ask()
    office.clock.advance(HOUR)
    reply = office.reply(thread, "It fits.")
    shown = office.program.reading.messages(thread)
    assert [(one.direction, one.state) for one in shown] == [
        (Direction.IN, "waiting"),
        (Direction.OUT, "leaves in a moment"),
    ]
    assert shown[0].due_at == office.clock.now + 23 * HOUR
    assert shown[0].link is not None
    assert shown[1].body == "It fits."
    office.program.replies.withdraw(reply.reply_id)
    assert len(office.program.reading.messages(thread)) == 1


def test_a_message_says_why_it_waits_again(office: Office) -> None:
    reply = office.reply(office.ask())
    office.program.delivering.deliver(reply.reply_id, taken)
    office.clock.advance(timedelta(minutes=5))
    office.receive(bounce_of(reply, office.clock.now))
    states = [one.state for one in office.program.reading.messages(reply.thread)]
    assert states[:2] == ["waiting again: the reply was sent back", "sent back"]
    assert office.waiting(View.SENT_BACK) == [reply.thread]


def test_a_decided_message_is_still_on_the_clock(office: Office) -> None:
    thread = office.ask()
    office.program.settling.no_response([thread], "other")
    shown = office.program.reading.messages(thread)[0]
    assert (shown.state, shown.due_at) == (
        "to confirm on Amazon",
        office.clock.now + DAY,
    )
    office.program.settling.confirm([thread])
    shown = office.program.reading.messages(thread)[0]
    assert (shown.state, shown.due_at) == ("no response necessary", None)


def test_unknown_threads_have_no_row_and_no_messages(office: Office) -> None:
    reading = office.program.reading
    assert reading.row("gone") is None
    assert reading.facts("gone") is None
    assert reading.rows([999]) == []
    assert reading.draft("gone") is None
    with pytest.raises(InputError):
        reading.messages("gone")


def test_the_status_counts_what_is_there(office: Office) -> None:
    assert office.program.reading.status(office.clock.now).accounts == 1
    assert not office.program.reading.status(office.clock.now).is_fresh
    office.ask(1, office.clock.now - 30 * HOUR)
    thread = office.ask(2)
    office.program.settling.no_response([thread], "other")
    office.receive(other_mail(1, office.clock.now))
    status = office.program.reading.status(office.clock.now)
    assert status.counts[View.WAITING] == status.counts[View.OVERDUE] == 1
    assert status.counts[View.TO_CONFIRM] == 1
    assert status.next_due_at == office.clock.now - 6 * HOUR
    assert status.last_intake_at == office.clock.now


def test_a_profile_is_fresh_until_anything_is_set_up_or_taken_in(
    office: Office,
) -> None:
    office.program.accounts.forget("shop")
    assert office.program.reading.status(office.clock.now).is_fresh
    office.ask()
    assert not office.program.reading.status(office.clock.now).is_fresh


def test_mails_are_listed_by_kind_with_thread_and_source(office: Office) -> None:
    thread = office.ask()
    office.receive(other_mail(2, office.clock.now), source="letter.eml")
    ((row, found, source),) = office.program.reading.of_kind(Kind.BUYER)
    assert (row.kind, found) == (Kind.BUYER, thread)
    assert source is not None
    assert source.startswith("shop/INBOX/")
    letters = list(office.program.reading.of_kind(Kind.NOT_AMAZON))
    assert [(found, source) for _, found, source in letters] == [(None, "letter.eml")]


def test_notices_are_listed_with_the_reason_of_their_kind(office: Office) -> None:
    office.receive(other_mail(1, office.clock.now))
    (notice,) = office.program.reading.notices()
    assert notice.kind is Kind.REFUND
    assert notice.reason
    assert office.program.reading.notices(limit=0) == []


def test_an_original_is_what_was_received(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now)
    thread = office.ask()
    number = office.rows(thread)[0].number
    original = office.program.reading.original(number)
    assert original is not None
    assert mail.words in original.text
    assert original.size == len(mail.raw)
    assert office.program.reading.raw(number) == mail.raw
    assert office.program.reading.original(0) is None
    assert office.program.reading.raw(0) is None


def test_the_link_of_the_oldest_pending_message_is_opened(office: Office) -> None:
    thread = office.ask()
    link, case = office.program.reading.no_response_target(thread)
    assert link is not None
    assert "no-response-needed" in link
    assert case is None


def test_what_a_reply_is_checked_against_is_what_waits(office: Office) -> None:
    thread = office.ask()
    context = office.program.reading.reply_context(thread)
    assert context.buyer_text == office.rows(thread)[0].words
    assert office.program.reading.waiting_keys(thread) == (office.rows(thread)[0].key,)


def test_a_draft_is_read_back(office: Office) -> None:
    thread = office.ask()
    office.program.replies.keep_draft(Draft(thread, "Dear", 4))
    draft = office.program.reading.draft(thread)
    assert draft is not None
    assert (draft.body, draft.cursor) == ("Dear", 4)
    assert office.row(thread).draft


def test_a_search_finds_words_and_orders(office: Office) -> None:
    office.ask(1)
    thread = office.ask(2)
    mail = buyer_mail(2, office.clock.now)
    number = office.store.threads.number(thread)
    assert list(office.program.reading.search(mail.order_id)) == [number]
    assert not office.program.reading.search("nothing-like-that")
