"""Reading a mailbox: everything once, nothing passed over, whatever the server does."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.reply import OutboxReply, OutboxState
from inbox_assistant.domain.view import View
from inbox_assistant.mail.failures import (
    ConnectionLostError,
    ServerRefusedError,
    SignInRefusedError,
)
from inbox_assistant.services.fetching import BATCH, Progress
from inbox_assistant.services.intake import Kept
from tests.end2end.amazon_mails import buyer_mail, other_mail
from tests.integration.services.office import HOUR, SHOP, Office
from tests.integration.services.played_servers import PlayedMailbox
from tests.integration.services.test_delivery import taken

DAY = timedelta(days=1)


@pytest.fixture
def mailbox() -> PlayedMailbox:
    return PlayedMailbox()


def fill(mailbox: PlayedMailbox, office: Office, count: int, first: int = 1) -> None:
    for number in range(first, first + count):
        mail = buyer_mail(number, office.clock.now - number * timedelta(minutes=1))
        mailbox.folders["INBOX"].add(mail.raw, mail.received_at)


def fetch(office: Office, mailbox: PlayedMailbox, folder: str = "INBOX") -> Kept:
    return office.program.syncing.fetch(SHOP, mailbox, {folder: folder == "Sent"})


def test_every_mail_is_fetched_once(office: Office, mailbox: PlayedMailbox) -> None:
    fill(mailbox, office, 3)
    assert fetch(office, mailbox).added == 3
    assert fetch(office, mailbox) == Kept()
    fill(mailbox, office, 1, first=4)
    assert fetch(office, mailbox).added == 1
    assert mailbox.fetched == [3, 2, 1, 4]
    assert len(office.waiting()) == 4


def test_a_cut_round_goes_on_where_it_was_cut(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fill(mailbox, office, 2 * BATCH + 10)
    mailbox.cut_after = 2 * BATCH + 3
    with pytest.raises(ConnectionLostError):
        fetch(office, mailbox)
    assert len(office.waiting()) == 2 * BATCH + 3
    mailbox.cut_after = None
    mailbox.fetched.clear()
    assert fetch(office, mailbox).added == 7
    assert mailbox.fetched == list(range(7, 0, -1))


def test_mails_that_come_while_a_cut_round_waits_are_not_passed_over(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fill(mailbox, office, BATCH + 5)
    mailbox.cut_after = BATCH
    with pytest.raises(ConnectionLostError):
        fetch(office, mailbox)
    mailbox.cut_after = None
    fill(mailbox, office, 2, first=900)
    fetch(office, mailbox)
    assert len(office.waiting()) == BATCH + 7


def test_a_folder_numbered_anew_is_read_anew_and_adds_nothing(
    office: Office, mailbox: PlayedMailbox
) -> None:
    old = buyer_mail(1, office.clock.now - 9 * DAY)
    new = buyer_mail(2, office.clock.now)
    for mail in (old, new):
        mailbox.folders["INBOX"].add(mail.raw, mail.received_at)
    fetch(office, mailbox)
    assert office.waiting(View.OLDER) == [office.thread_of(old)]
    mailbox.folders["INBOX"].number_anew()
    kept = fetch(office, mailbox)
    assert (kept.added, kept.already_there) == (0, 2)
    assert office.waiting(View.OLDER) == [office.thread_of(old)]
    assert office.waiting() == [office.thread_of(new)]


def test_only_the_first_reading_of_a_folder_makes_older(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fetch(office, mailbox)
    mail = buyer_mail(1, office.clock.now - 9 * DAY)
    mailbox.folders["INBOX"].add(mail.raw, mail.received_at)
    fetch(office, mailbox)
    assert office.waiting() == [office.thread_of(mail)]
    assert office.waiting(View.OLDER) == []


def test_a_first_reading_that_was_cut_is_still_the_first(
    office: Office, mailbox: PlayedMailbox
) -> None:
    for number in range(BATCH + 1):
        mail = buyer_mail(number, office.clock.now - 9 * DAY)
        mailbox.folders["INBOX"].add(mail.raw, mail.received_at)
    mailbox.cut_after = BATCH
    with pytest.raises(ConnectionLostError):
        fetch(office, mailbox)
    mailbox.cut_after = None
    fetch(office, mailbox)
    assert len(office.waiting(View.OLDER)) == BATCH + 1


def test_a_mail_that_vanished_meanwhile_is_no_trouble(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fill(mailbox, office, 3)
    mailbox.gone = {2}
    kept = fetch(office, mailbox)
    assert (kept.added, kept.unreadable) == (2, ())
    assert fetch(office, mailbox) == Kept()


def test_a_mail_that_the_server_withholds_is_told_and_asked_for_again(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fill(mailbox, office, 3)
    mailbox.withheld = {2}
    for _ in range(2):
        kept = fetch(office, mailbox)
        assert [source for source, _ in kept.unreadable] == ["shop/INBOX/1/2"]
    fill(mailbox, office, 1, first=4)
    assert fetch(office, mailbox).added == 1
    mailbox.withheld = set()
    assert fetch(office, mailbox).added == 1
    assert fetch(office, mailbox) == Kept()
    assert len(office.waiting()) == 4
    assert mailbox.fetched == [3, 1, 4, 2]


def test_a_server_that_does_not_tell_the_next_number_is_read_all_the_same(
    office: Office, mailbox: PlayedMailbox
) -> None:
    mailbox.folders["INBOX"].uid_next = None
    fill(mailbox, office, 2)
    assert fetch(office, mailbox).added == 2
    assert fetch(office, mailbox) == Kept()


def test_two_accounts_do_not_share_their_place(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fill(mailbox, office, 2)
    fetch(office, mailbox)
    other = type(SHOP)(name="other", address="other@shop.example")
    kept = office.program.syncing.fetch(other, mailbox, {"INBOX": False})
    assert kept.already_there == 2


def test_progress_is_told_with_what_changed(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fill(mailbox, office, BATCH + 1)
    told: list[tuple[Progress, Kept]] = []
    office.program.syncing.fetch(
        SHOP,
        mailbox,
        {"INBOX": False},
        lambda step, part: told.append((step, part)),
    )
    steps = [step for step, _ in told]
    assert steps == [
        Progress("shop", "INBOX", BATCH, BATCH + 1),
        Progress("shop", "INBOX", BATCH + 1, BATCH + 1),
    ]
    assert sum(len(part.changes.threads) for _, part in told) == BATCH + 1


def test_a_mail_that_is_none_of_amazons_is_kept_all_the_same(
    office: Office, mailbox: PlayedMailbox
) -> None:
    raw = other_mail(2, office.clock.now)
    mailbox.folders["INBOX"].add(raw, office.clock.now)
    assert fetch(office, mailbox).not_buyer_messages == 1
    assert office.store.mails.find(raw) is not None


@pytest.fixture
def left(office: Office, mailbox: PlayedMailbox) -> OutboxReply:
    """Return a reply that was handed over, to a message in the mailbox."""
    fill(mailbox, office, 1)
    fetch(office, mailbox)
    reply = office.reply(office.waiting()[0])
    office.program.delivering.deliver(reply.reply_id, taken)
    return office.outbox(reply)


def test_what_left_is_filed_and_marked_exactly_once(
    office: Office, mailbox: PlayedMailbox, left: OutboxReply
) -> None:
    syncing = office.program.syncing
    assert syncing.has_after_work(SHOP)
    for _ in range(2):
        syncing.file_sent(SHOP, mailbox, "Sent")
    sent = mailbox.folders["Sent"]
    assert [mail.raw for mail in sent.mails.values()] == [left.raw]
    assert sent.mails[1].arrived_at == left.handed_over_at
    assert sent.flags == {1: {"\\Seen"}}
    assert mailbox.folders["INBOX"].flags == {1: {"\\Answered"}}
    assert not syncing.has_after_work(SHOP)
    assert fetch(office, mailbox, "Sent").already_there == 1
    assert len(office.program.reading.messages(left.thread)) == 2


def test_what_stands_in_sent_already_is_not_filed_again(
    office: Office, mailbox: PlayedMailbox, left: OutboxReply
) -> None:
    mailbox.folders["Sent"].add(left.raw, office.clock.now)
    office.program.syncing.file_sent(SHOP, mailbox, "Sent")
    assert len(mailbox.folders["Sent"].mails) == 1


def test_a_server_that_files_by_itself_is_left_to_it(
    office: Office, mailbox: PlayedMailbox, left: OutboxReply
) -> None:
    account = type(SHOP)(name="shop", address=SHOP.address, files_sent=True)
    office.program.syncing.file_sent(account, mailbox, "Sent")
    assert mailbox.folders["Sent"].mails == {}
    assert mailbox.folders["INBOX"].flags == {1: {"\\Answered"}}
    assert not office.program.syncing.has_after_work(account)
    assert office.outbox(left).state is OutboxState.HANDED_OVER


def test_without_a_sent_folder_the_answer_is_marked_all_the_same(
    office: Office, mailbox: PlayedMailbox, left: OutboxReply
) -> None:
    office.program.syncing.file_sent(SHOP, mailbox, None)
    assert mailbox.folders["INBOX"].flags == {1: {"\\Answered"}}
    assert office.outbox(left).state is OutboxState.HANDED_OVER


def test_a_message_whose_id_cannot_be_searched_for_does_not_stop_the_filing(
    office: Office, mailbox: PlayedMailbox, left: OutboxReply
) -> None:
    mailbox.refused_id = office.rows(left.thread)[0].mail_id or ""
    mailbox.folders["INBOX"].number_anew()
    office.program.syncing.file_sent(SHOP, mailbox, "Sent")
    assert len(mailbox.folders["Sent"].mails) == 1
    assert not office.program.syncing.has_after_work(SHOP)


@pytest.mark.usefixtures("left")
def test_a_mail_that_has_another_number_now_is_marked_by_its_id(
    office: Office, mailbox: PlayedMailbox
) -> None:
    inbox = mailbox.folders["INBOX"]
    inbox.add(other_mail(7, office.clock.now), office.clock.now)
    inbox.number_anew()
    office.program.syncing.file_sent(SHOP, mailbox, "Sent")
    assert inbox.flags == {2: {"\\Answered"}}
    assert not office.program.syncing.has_after_work(SHOP)


def test_a_reply_that_cannot_be_filed_leaves_those_before_it_done(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fill(mailbox, office, 2)
    fetch(office, mailbox)
    for thread in office.waiting():
        office.program.delivering.deliver(office.reply(thread).reply_id, taken)
    first, second = office.store.outbox.unfiled("shop")
    mailbox.folders["Sent"].add(first.raw, office.clock.now)
    mailbox.is_full = True
    with pytest.raises(ServerRefusedError):
        office.program.syncing.file_sent(SHOP, mailbox, "Sent")
    marked = mailbox.folders["INBOX"].flags
    assert list(marked.values()) == [{"\\Answered"}]
    assert [one.reply_id for one in office.store.outbox.unfiled("shop")] == [
        second.reply_id
    ]


def test_a_refused_password_is_tried_with_one_reply_alone(
    office: Office, mailbox: PlayedMailbox
) -> None:
    fill(mailbox, office, 3)
    fetch(office, mailbox)
    for thread in office.waiting():
        office.reply(thread)
    office.clock.advance(timedelta(minutes=1))
    tries: list[str] = []
    told: list[Exception] = []

    def refuse(_account: object, reply: OutboxReply, _on_dot: object) -> str:
        tries.append(reply.reply_id)
        raise SignInRefusedError("Wrong password.")

    for _ in range(3):
        office.program.syncing.deliver(SHOP, refuse, on_error=told.append)
    assert len(tries) == len(told) == 1
    office.clock.advance(HOUR)
    office.program.syncing.deliver(SHOP, refuse, on_error=told.append)
    assert len(tries) == 1
    assert not office.program.syncing.begin(SHOP, by_hand=False)
    assert office.program.syncing.begin(SHOP, by_hand=True)
    office.program.syncing.deliver(SHOP, refuse, on_error=told.append)
    assert len(tries) == 2
