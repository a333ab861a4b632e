"""A mailbox on a real server: everything is read as it is, and nothing is touched."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.mail import imap_fetch
from inbox_assistant.mail.failures import ConnectionLostError, FolderError
from inbox_assistant.mail.imap import Mailbox, connect
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import MailboxSettings, Security
from tests.servers.dovecot import Account, Dovecot
from tests.servers.fault_proxy import FaultProxy, Lane

AT = datetime(2026, 3, 2, 9, 0, 7, tzinfo=UTC)


def mail(number: int, body: str = "Where is my parcel?") -> bytes:
    return (
        f"Message-ID: <m{number}@relay.example>\r\n"
        f"From: Anna <a{number}@marketplace.example>\r\n"
        f"Subject: Question {number}\r\n\r\n{body}\r\n"
    ).encode()


@pytest.fixture
def mailbox(mailbox_settings: MailboxSettings, password: Password) -> Iterator[Mailbox]:
    with connect(mailbox_settings, password) as opened:
        yield opened


@pytest.fixture
def other(mailbox_settings: MailboxSettings, password: Password) -> Iterator[Mailbox]:
    """Open the same mailbox a second time, as a phone would."""
    with connect(mailbox_settings, password) as opened:
        yield opened


@pytest.fixture
def plain_settings(mailbox_settings: MailboxSettings) -> MailboxSettings:
    """Return settings without TLS, where a test counts what travels."""
    return replace(mailbox_settings, security=Security.NONE_ON_LOOPBACK)


def test_every_mail_comes_back_byte_for_byte_newest_first(mailbox: Mailbox) -> None:
    eight_bit = bytes(set(range(1, 256)) - {10, 13})
    odd = b"Subject: \xff raw\r\n\r\n) {3}\r\n* 1 FETCH (UID 1)\r\n" + eight_bit
    sent = [mail(1), mail(2, "x" * 100_000), odd, b"no header at all", mail(5)]
    for each in sent:
        mailbox.append("INBOX", each, [], AT)
    mailbox.select()
    found = list(mailbox.fetch(mailbox.uids_from(1)))
    assert [one.raw for one in found] == sent[::-1]
    assert [one.uid for one in found] == [5, 4, 3, 2, 1]
    assert {one.arrived_at for one in found} == {AT}
    assert not any(one.cut or "\\Seen" in one.flags for one in found)


def test_reading_never_marks_a_mail_as_read(mailbox: Mailbox, other: Mailbox) -> None:
    mailbox.append("INBOX", mail(1), [], AT)
    mailbox.select(writable=True)
    assert len(list(mailbox.fetch([1]))) == len(list(mailbox.headers([1]))) == 1
    other.select()
    assert "\\Seen" not in other.flags([1])[1]


def test_the_header_tells_size_arrival_and_who_asks_what(mailbox: Mailbox) -> None:
    mailbox.append("INBOX", mail(1), ["\\Seen"], AT)
    mailbox.select()
    (header,) = mailbox.headers([1])
    assert (header.uid, header.size, header.arrived_at) == (1, len(mail(1)), AT)
    assert "\\Seen" in header.flags
    assert b"Subject: Question 1\r\n" in header.header
    assert b"Where is" not in header.header


def test_a_mail_that_is_gone_is_left_out(mailbox: Mailbox) -> None:
    mailbox.append("INBOX", mail(1), [], AT)
    mailbox.select()
    assert [one.uid for one in mailbox.fetch([1, 7, 9])] == [1]
    assert [one.uid for one in mailbox.headers([1, 7, 9])] == [1]
    assert mailbox.flags([]) == {}


def test_nothing_is_new_when_the_last_mail_is_known(mailbox: Mailbox) -> None:
    for number in range(3):
        mailbox.append("INBOX", mail(number), [], AT)
    state = mailbox.select()
    assert (state.exists, state.uid_next) == (3, 4)
    assert mailbox.uids_from(2) == [2, 3]
    assert mailbox.uids_from(4) == []
    assert mailbox.uids_from(0) == [1, 2, 3]


def test_a_folder_made_anew_has_another_validity(
    mailbox: Mailbox, other: Mailbox
) -> None:
    before = mailbox.select("Archive")
    make_anew(other, "Archive", before.uid_validity)
    assert mailbox.select("Archive").uid_validity != before.uid_validity


def test_a_folder_made_anew_behind_our_back_is_not_read_by_old_numbers(
    mailbox: Mailbox, other: Mailbox
) -> None:
    before = mailbox.select("Archive")
    mailbox.find_message_id("INBOX", "<m1@relay.example>")
    make_anew(other, "Archive", before.uid_validity)
    with pytest.raises(ConnectionLostError, match="numbered the mails of Archive anew"):
        mailbox.uids_from(1)


def make_anew(mailbox: Mailbox, folder: str, old_validity: int) -> None:
    """Delete and make *folder* until the server's clock gives it a new validity."""
    client = mailbox._client
    while True:
        client.delete_folder(folder)
        client.create_folder(folder)
        if client.folder_status(folder)[b"UIDVALIDITY"] != old_validity:
            return


def test_looking_something_up_elsewhere_does_not_change_the_folder_that_is_read(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        mailbox.append("INBOX", mail(number), [], AT)
    monkeypatch.setattr(imap_fetch, "MAILS_IN_A_BATCH", 1)
    mailbox.select()
    mails = mailbox.fetch([1, 2, 3])
    assert next(mails).uid == 3
    assert mailbox.find_message_id("Sent", "<m1@relay.example>") == []
    assert [one.uid for one in mails] == [2, 1]
    assert mailbox.uids_from(1) == [1, 2, 3]


def test_mails_go_on_coming_from_the_folder_they_were_asked_of(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap_fetch, "MAILS_IN_A_BATCH", 1)
    for number in range(3):
        mailbox.append("INBOX", mail(number), [], AT)
        mailbox.append("Archive", mail(number + 10), [], AT)
    mailbox.select("INBOX")
    mails = mailbox.fetch([1, 2, 3])
    first = next(mails)
    mailbox.select("Archive")
    assert [one.raw for one in (first, *mails)] == [mail(2), mail(1), mail(0)]
    assert mailbox.uids_from(1) == [1, 2, 3]
    assert [one.raw for one in mailbox.fetch([3])] == [mail(12)]


def test_a_mail_is_found_by_its_whole_message_id_only(mailbox: Mailbox) -> None:
    uid = mailbox.append("Sent", mail(1), ["\\Seen"], AT)
    mailbox.append("Sent", mail(11), ["\\Seen"], AT)
    assert mailbox.find_message_id("Sent", "<m1@relay.example>") == [uid]
    assert mailbox.find_message_id("Sent", "<1@relay.example>") == []
    assert mailbox.find_message_id("Sent", "<other@relay.example>") == []


@pytest.mark.parametrize(
    "message_id", ["", "m1@relay.example", "<a b>", "<a>\r\nA1 NOOP", "<ü@x>"]
)
def test_what_is_no_message_id_is_not_looked_for(
    mailbox: Mailbox, message_id: str
) -> None:
    with pytest.raises(InputError, match="not a Message-ID"):
        mailbox.find_message_id("Sent", message_id)


def test_a_filed_mail_keeps_flags_and_time_of_another_zone(mailbox: Mailbox) -> None:
    berlin = timezone(timedelta(hours=2))
    uid = mailbox.append(
        "Sent", mail(1), ["\\Seen", "$Forwarded"], AT.astimezone(berlin)
    )
    mailbox.select("Sent")
    (filed,) = mailbox.fetch([uid or 0])
    assert filed.arrived_at == AT
    assert {"\\Seen", "$Forwarded"} <= filed.flags


def test_flags_are_added_and_what_the_server_kept_is_returned(
    mailbox: Mailbox, other: Mailbox
) -> None:
    mailbox.append("INBOX", mail(1), [], AT)
    mailbox.select()
    kept = mailbox.add_flags("INBOX", [1], ["\\Answered", "$NoResponseNeeded"])
    assert {"\\Answered", "$NoResponseNeeded"} <= kept[1]
    other.select()
    assert other.flags([1])[1] >= {"\\Answered", "$NoResponseNeeded"}
    assert mailbox.open_for_marks("INBOX").can_keep_keywords
    mailbox.remove_flags("INBOX", [1], ["$NoResponseNeeded"])
    other.select()
    assert "$NoResponseNeeded" not in other.flags([1])[1]
    assert "\\Answered" in other.flags([1])[1]


def test_mails_are_found_by_the_day_they_came_and_by_their_sender(
    mailbox: Mailbox,
) -> None:
    for day, sender in ((1, "a@marketplace.amazon.de"), (2, "b@shop.example")):
        raw = mail(day).replace(b"Subject:", f"From: {sender}\r\nSubject:".encode())
        mailbox.append("INBOX", raw, [], AT - timedelta(days=10 * day))
    mailbox.append("INBOX", mail(3), [], AT)
    mailbox.select()
    assert mailbox.uids_since((AT - timedelta(days=11)).date()) == [1, 3]
    assert mailbox.uids_since(AT.date()) == [3]
    long_ago = (AT - timedelta(days=99)).date()
    assert mailbox.uids_since(long_ago, "marketplace.amazon") == [1]


@pytest.mark.parametrize("flag", ["x)\r\nA1 NOOP (", "two words", "", "ü", 'a"b', "a)"])
def test_a_flag_that_is_not_one_word_is_refused(mailbox: Mailbox, flag: str) -> None:
    mailbox.append("INBOX", mail(1), [], AT)
    with pytest.raises(InputError, match="single word"):
        mailbox.add_flags("INBOX", [1], [flag])
    with pytest.raises(InputError, match="single word"):
        mailbox.append("INBOX", mail(2), [flag], AT)


def test_whether_keywords_stay_is_known_of_a_folder_open_for_writing(
    mailbox: Mailbox,
) -> None:
    assert not mailbox.select("INBOX").can_keep_keywords
    assert mailbox.select("INBOX", writable=True).can_keep_keywords


def test_the_server_counts_changes(mailbox: Mailbox) -> None:
    mailbox.append("INBOX", mail(1), [], AT)
    before = mailbox.select("INBOX").highest_modseq
    mailbox.add_flags("INBOX", [1], ["\\Answered"])
    after = mailbox.select("INBOX").highest_modseq
    assert before is not None
    assert after is not None
    assert after > before


def test_special_folders_are_known_by_their_use(mailbox: Mailbox) -> None:
    folders = mailbox.special_folders()
    assert (folders.sent, folders.archive, folders.drafts) == (
        "Sent",
        "Archive",
        "Drafts",
    )
    assert folders.everything is None


def test_a_folder_that_is_not_there_is_told_in_a_sentence(mailbox: Mailbox) -> None:
    with pytest.raises(FolderError, match="does not let this folder be used"):
        mailbox.select("Nowhere")
    with pytest.raises(FolderError, match="No folder was selected"):
        mailbox.uids_from(1)
    with pytest.raises(FolderError):
        mailbox.append("Nowhere", mail(1), [], AT)
    with pytest.raises(InputError, match="line break"):
        mailbox.select("IN\r\nBOX")


def test_folder_names_of_any_script_work(mailbox: Mailbox) -> None:
    mailbox._client.create_folder("Entwürfe & 下書き")
    mailbox.append("Entwürfe & 下書き", mail(1), [], AT)
    assert mailbox.select("Entwürfe & 下書き").exists == 1


def test_a_large_mailbox_is_read_in_few_questions(
    account: Account, dovecot: Dovecot, plain_settings: MailboxSettings
) -> None:
    fill(account, 2000)
    with FaultProxy(dovecot.imap_port) as proxy:
        settings = replace(plain_settings, port=proxy.port)
        with connect(settings, Password(account.password)) as mailbox:
            assert mailbox.select().exists == 2000
            uids = mailbox.uids_from(1)
            raws = {one.raw for one in mailbox.fetch(uids)}
            headers = list(mailbox.headers(uids))
    assert raws == {mail(number) for number in range(2000)}
    assert [one.uid for one in headers] == uids[::-1]
    # Four for the sizes, three for each of these, four for the headers.
    assert bytes(proxy.seen_from_client).count(b"UID FETCH") == 4 + 4 * 3 + 4


def fill(account: Account, count: int) -> None:
    """Put mails into a mailbox as the server itself keeps them."""
    new = account.maildir / "new"
    for folder in (
        account.home,
        account.maildir,
        *(account.maildir / name for name in ("cur", "new", "tmp")),
    ):
        folder.mkdir(exist_ok=True)
        account.own(folder)
    for number in range(count):
        path = new / f"{1_700_000_000 + number}.M{number}.shop"
        path.write_bytes(mail(number).replace(b"\r\n", b"\n"))
        account.own(path)


@pytest.mark.parametrize("cut_after", range(600, 6000, 450))
def test_a_connection_cut_anywhere_never_gives_a_shorter_mail(
    mailbox: Mailbox,
    dovecot: Dovecot,
    plain_settings: MailboxSettings,
    password: Password,
    cut_after: int,
) -> None:
    sent = {number: mail(number, f"{number} " * 200) for number in range(1, 6)}
    for raw in sent.values():
        mailbox.append("INBOX", raw, [], AT)
    with FaultProxy(dovecot.imap_port, to_client=Lane(cut_after=cut_after)) as proxy:
        settings = replace(plain_settings, port=proxy.port)
        found = read_until_lost(settings, password)
    assert all(sent[uid] == raw for uid, raw in found.items())


def read_until_lost(settings: MailboxSettings, password: Password) -> dict[int, bytes]:
    """Read what can be read; a lost connection is the one error allowed."""
    found: dict[int, bytes] = {}
    try:
        with connect(settings, password) as mailbox:
            mailbox.select()
            for uid in (5, 4, 3, 2, 1):
                found |= {one.uid: one.raw for one in mailbox.fetch([uid])}
    except ConnectionLostError:
        pass
    return found


def test_after_a_lost_connection_every_question_says_so(
    dovecot: Dovecot, plain_settings: MailboxSettings, password: Password
) -> None:
    with (
        FaultProxy(dovecot.imap_port) as proxy,
        connect(replace(plain_settings, port=proxy.port), password) as mailbox,
    ):
        mailbox.select()
        mailbox.probe()
        proxy.cut_all()
        for _ in range(2):
            with pytest.raises(ConnectionLostError) as caught:
                mailbox.uids_from(1)
    assert caught.value.retryable
    assert str(caught.value) == (
        "The connection to localhost was lost. Try again; a new one is made then."
    )


def test_a_silent_server_is_given_up_after_the_time_limit(
    dovecot: Dovecot, plain_settings: MailboxSettings, password: Password
) -> None:
    short = replace(plain_settings, timeout=timedelta(seconds=0.5))
    with (
        FaultProxy(dovecot.imap_port) as proxy,
        connect(replace(short, port=proxy.port), password) as mailbox,
    ):
        mailbox.select()
        proxy.silence()
        with pytest.raises(ConnectionLostError):
            mailbox.probe()


def test_flags_are_asked_for_by_what_changed(mailbox: Mailbox, other: Mailbox) -> None:
    for number in range(1, 4):
        mailbox.append("INBOX", mail(number), [], AT)
    count = mailbox.select("INBOX").highest_modseq
    assert count is not None
    assert mailbox.counts_changes
    assert mailbox.flags_changed_since(count) == {}
    other.add_flags("INBOX", [2], ["\\Answered"])
    found = mailbox.flags_changed_since(count)
    assert {uid: flags - {"\\Recent"} for uid, flags in found.items()} == {
        2: {"\\Answered"}
    }
