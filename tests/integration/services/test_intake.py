"""Taking mails in: kept as received, counted truly, put where they belong."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.received import TimeSource
from inbox_assistant.domain.settlement import State
from inbox_assistant.domain.view import View
from inbox_assistant.services.intake import BATCH, Delivery, digest_of
from tests.end2end.amazon_mails import buyer_mail, other_mail
from tests.integration.services.office import HOUR, Office

DAY = timedelta(days=1)


def second_copy(raw: bytes) -> bytes:
    """Return the copy that another notification address got of the same message."""
    return raw.replace(b"Message-ID: <0102", b"Message-ID: <0999")


def test_a_mail_is_kept_byte_for_byte(office: Office) -> None:
    raw = buyer_mail(1, office.clock.now).raw + b"\0\xff\r\n.\r\n"
    office.receive(raw)
    number = office.store.mails.find(raw)
    assert number is not None
    assert office.store.mails.read(number) == raw


def test_a_buyers_message_waits_on_the_clock_of_its_receipt(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now - 3 * HOUR)
    kept = office.receive(mail.raw)
    row = office.row(office.thread_of(mail))
    assert row.received_at == mail.received_at
    assert row.due_at == mail.received_at + DAY
    assert (row.order_id, row.topics, row.language) == (
        mail.order_id,
        ("other",),
        "en",
    )
    assert kept.changes.threads == {row.thread}


def test_every_mail_is_counted_once(office: Office) -> None:
    now = office.clock.now
    raws = [buyer_mail(1, now).raw, other_mail(1, now), other_mail(2, now)]
    kept = office.receive(*raws, raws[0], second_copy(raws[0]))
    assert (kept.added, kept.not_buyer_messages, kept.already_there) == (3, 2, 2)


def test_what_comes_again_by_the_same_way_changes_nothing(office: Office) -> None:
    raw = buyer_mail(1, office.clock.now).raw
    office.receive(raw, source="a")
    before = office.store.journal.newest(10)
    office.clock.advance(HOUR)
    kept = office.receive(raw, source="a")
    assert (kept.added, kept.already_there) == (0, 1)
    assert not kept.changes
    assert office.store.journal.newest(10) == before


def test_several_notification_addresses_make_one_message(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now)
    office.receive(mail.raw)
    office.receive(second_copy(mail.raw))
    assert office.row(office.thread_of(mail)).waiting == 1


def test_the_earliest_delivery_starts_the_clock(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now - HOUR)
    undated = mail.raw.replace(b"Date: ", b"X-Date: ")
    office.receive(undated, arrived_at=office.clock.now)
    thread = office.thread_of(mail)
    assert office.row(thread).received_at == office.clock.now
    office.receive(undated, source="b", arrived_at=office.clock.now - 2 * HOUR)
    row = office.rows(thread)[0]
    assert row.received_at == office.clock.now - 2 * HOUR
    assert row.received_from is TimeSource.SERVER


def test_what_the_account_did_not_know_it_learns_later(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now)
    office.receive(mail.raw, source="file.eml", account=None)
    office.receive(mail.raw)
    assert office.rows(office.thread_of(mail))[0].account == "shop"


def test_an_unreadable_mail_is_kept_listed_and_stops_no_other(
    office: Office,
) -> None:
    raw = b"\0\0\0"
    mail = buyer_mail(1, office.clock.now)
    kept = office.receive(raw, mail.raw)
    assert kept.added == 2
    listed = [row.key for row in office.store.messages.of_kind(Kind.UNREADABLE)]
    listed += [row.key for row in office.store.messages.of_kind(Kind.NOT_AMAZON)]
    listed += [row.key for row in office.store.messages.of_kind(Kind.UNSORTED)]
    assert len(listed) == 1
    assert office.store.mails.find(raw) is not None
    assert office.waiting() == [office.thread_of(mail)]


@pytest.mark.parametrize(
    ("age", "first_import", "view"),
    [
        (71 * HOUR, True, View.WAITING),
        (73 * HOUR, True, View.OLDER),
        (73 * HOUR, False, View.WAITING),
    ],
)
def test_older_is_what_waited_long_before_the_first_import(
    office: Office, age: timedelta, *, first_import: bool, view: View
) -> None:
    mail = buyer_mail(1, office.clock.now - age)
    office.receive(mail.raw, arrived_at=mail.received_at, first_import=first_import)
    assert office.waiting(view) == [office.thread_of(mail)]


def test_the_same_mail_found_anew_stays_older(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now - 5 * DAY)
    office.receive(mail.raw, arrived_at=mail.received_at, first_import=True)
    office.receive(mail.raw, source="shop/INBOX/2/1", arrived_at=mail.received_at)
    assert office.waiting(View.OLDER) == [office.thread_of(mail)]


def test_another_copy_that_comes_later_makes_it_todays_work(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now - 5 * DAY)
    office.receive(mail.raw, arrived_at=mail.received_at, first_import=True)
    office.receive(second_copy(mail.raw), arrived_at=mail.received_at)
    assert office.waiting(View.OLDER) == []
    assert office.waiting() == [office.thread_of(mail)]


def test_a_reply_in_the_sent_folder_settles_what_came_before(office: Office) -> None:
    thread = office.ask()
    reply = office.reply(thread)
    office.program.replies.withdraw(reply.reply_id)
    office.clock.advance(HOUR)
    elsewhere = reply.raw.replace(b"ia-", b"other-program-")
    office.receive(elsewhere, source="shop/Sent/1/1", in_sent_folder=True)
    assert office.rows(thread)[0].standing.state is State.SETTLED


def test_a_reply_that_lies_anywhere_else_settles_nothing(office: Office) -> None:
    thread = office.ask()
    reply = office.reply(thread)
    office.program.replies.withdraw(reply.reply_id)
    office.clock.advance(HOUR)
    office.receive(reply.raw.replace(b"ia-", b"other-program-"))
    assert office.waiting() == [thread]


def test_a_mail_moved_to_sent_is_believed_then(office: Office) -> None:
    thread = office.ask()
    reply = office.reply(thread)
    office.program.replies.withdraw(reply.reply_id)
    raw = reply.raw.replace(b"ia-", b"other-program-")
    office.receive(raw)
    office.receive(raw, source="shop/Sent/1/1", in_sent_folder=True)
    assert office.waiting() == []


def test_thanks_are_suggested_as_needing_no_response(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now)
    words = mail.words.encode()
    office.receive(mail.raw.replace(words, b"Thank you very much!"))
    thread = office.thread_of(mail)
    assert office.row(thread).suggestion
    assert office.waiting() == [thread]


def test_mails_are_stored_batch_by_batch(office: Office) -> None:
    mails = (
        Delivery(other_mail(number, office.clock.now), office.arrival(number))
        for number in range(BATCH + 1)
    )
    added = [kept.added for kept in office.program.intake.keep(mails)]
    assert added == [BATCH, 1]


def test_a_batch_that_cannot_be_stored_leaves_nothing_behind(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise StorageError("The disk is full.")

    raw = buyer_mail(1, office.clock.now).raw
    with monkeypatch.context() as patched:
        patched.setattr(type(office.store.journal), "append", refuse)
        with pytest.raises(StorageError):
            office.receive(raw)
    assert office.store.mails.find(raw) is None
    assert office.receive(raw).added == 1


def test_the_fingerprint_of_words_ignores_how_they_are_set() -> None:
    assert digest_of("It fits,\n both!") == digest_of("it FITS both") != ""
    assert digest_of(" \n.") == ""
