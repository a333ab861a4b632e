"""Servers that break the rules are survived and told about in a sentence."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta

import pytest

from inbox_assistant.mail import imap_client
from inbox_assistant.mail.failures import (
    ConnectionLostError,
    FolderError,
    ServerRefusedError,
)
from inbox_assistant.mail.imap import Mailbox, connect
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import MailboxSettings, Security
from tests.servers.scripted import ImapScript, ScriptedServer

SELECTED = b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\nTAG OK [READ-ONLY] done\r\n"


@contextmanager
def opened(answers: Mapping[bytes, bytes | None]) -> Iterator[Mailbox]:
    """Open the folder of a server that gives *answers*."""
    usual = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n", b"EXAMINE": SELECTED}
    with ScriptedServer(b"* OK ready\r\n", ImapScript({**usual, **answers})) as server:
        settings = MailboxSettings(
            "localhost",
            server.port,
            "desk@shop.example",
            Security.NONE_ON_LOOPBACK,
            timeout=timedelta(seconds=1),
        )
        with connect(settings, Password("open sesame")) as mailbox:
            mailbox.select()
            yield mailbox


def test_a_text_larger_than_the_memory_is_not_waited_for() -> None:
    huge = b"* 1 FETCH (UID 1 BODY[] {99999999999}\r\nx"
    with opened({b"UID FETCH": huge}) as mailbox, pytest.raises(ConnectionLostError):
        list(mailbox.fetch([1]))


def test_a_line_without_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_client, "LONGEST_LINE", 1000)
    endless = {b"UID SEARCH": b"* SEARCH" + b" 1" * 1000 + b"\r\n"}
    with opened(endless) as mailbox, pytest.raises(ConnectionLostError):
        mailbox.uids_from(1)


def test_the_answer_of_a_very_large_mailbox_is_understood() -> None:
    numbers = range(1, 300_001)
    line = b"* SEARCH " + b" ".join(b"%d" % uid for uid in numbers) + b"\r\n"
    with opened({b"UID SEARCH": line}) as mailbox:
        assert mailbox.uids_from(2) == list(numbers)[1:]


def test_the_last_mail_is_not_new_though_the_server_names_it() -> None:
    with opened({b"UID SEARCH": b"* SEARCH 41\r\n"}) as mailbox:
        assert mailbox.uids_from(42) == []
    with opened({b"UID SEARCH": b"* SEARCH\r\n"}) as mailbox:
        assert mailbox.uids_from(1) == []


@pytest.mark.parametrize(
    "answer",
    [
        b"* 1 FETCH (UID 1 FLAGS\r\n",
        b"* 1 FETCH (UID x BODY[] {1}\r\nx)\r\n",
        b"* 1 FETCH ()x\r\n",
        b"* 1 FETCH UID\r\n",
    ],
)
def test_what_is_not_in_the_grammar_gives_no_mail_and_the_rest_goes_on(
    answer: bytes,
) -> None:
    with opened({b"UID FETCH": answer}) as mailbox:
        assert list(mailbox.fetch([1])) == []
        with pytest.raises(ServerRefusedError, match="in a way that is not IMAP"):
            mailbox.flags([1])
        mailbox.probe()


def test_a_refusal_is_told_in_the_servers_words() -> None:
    no = {b"UID SEARCH": b"TAG NO index of desk@shop.example is broken\r\n"}
    with opened(no) as mailbox:
        with pytest.raises(ServerRefusedError) as caught:
            mailbox.uids_from(1)
        mailbox.probe()
    assert "index of (address) is broken" in caught.value.message
    assert not caught.value.retryable


def test_a_goodbye_in_the_middle_is_a_lost_connection() -> None:
    bye = {b"UID SEARCH": b"* BYE idle for too long\r\nTAG OK done\r\n"}
    with opened(bye) as mailbox, pytest.raises(ConnectionLostError):
        mailbox.uids_from(1)
    with opened({b"NOOP": None}) as mailbox, pytest.raises(ConnectionLostError):
        mailbox.probe()


def test_a_folder_that_the_server_opens_for_reading_only_is_told() -> None:
    with opened({b"SELECT": SELECTED}) as mailbox, pytest.raises(FolderError):
        mailbox.add_flags("INBOX", [1], ["\\Answered"])


def test_flags_are_what_the_server_tells_and_not_what_it_promised() -> None:
    writable = SELECTED.replace(b"READ-ONLY", b"READ-WRITE")
    said = {b"SELECT": writable, b"UID FETCH": b"* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n"}
    with opened(said) as mailbox:
        assert mailbox.add_flags("INBOX", [1], ["$Mine"]) == {1: {"\\Seen"}}


def test_a_mail_that_is_not_asked_for_is_not_given() -> None:
    other = b"* 9 FETCH (UID 9 RFC822.SIZE 3 BODY[] {3}\r\nabc)\r\n"
    with opened({b"UID FETCH": other}) as mailbox:
        assert list(mailbox.fetch([1])) == []


def test_no_log_and_no_memory_of_the_library_holds_a_password(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    with opened({}) as mailbox:
        assert mailbox._client._imap._cmd_log == {}
    assert "sesame" not in caplog.text
    assert "desk@" not in caplog.text


def test_flags_that_changed_are_read_by_number_and_strangers_news_is_not_believed() -> (
    None
):
    changed = (
        b"* 2 FETCH (FLAGS (\\Answered) MODSEQ (9))\r\n"
        b"* 3 FETCH (UID 2 MODSEQ (9))\r\n"
        b"* 5 FETCH (UID 12 FLAGS ($NoResponseNeeded) MODSEQ (8))\r\n"
    )
    with opened({b"UID FETCH 1:* (FLAGS) (CHANGEDSINCE 7)": changed}) as mailbox:
        assert mailbox.flags_changed_since(7) == {12: frozenset({"$NoResponseNeeded"})}
    with opened({b"UID FETCH": changed}) as mailbox:
        assert mailbox.flags([2, 12]) == {12: frozenset({"$NoResponseNeeded"})}
    with opened({}) as mailbox:
        assert mailbox.flags_changed_since(7) == {}


def test_a_refused_question_for_changes_is_told() -> None:
    refused = {b"UID FETCH": b"TAG BAD What is this?\r\n"}
    with opened(refused) as mailbox, pytest.raises(ServerRefusedError):
        mailbox.flags_changed_since(7)


@pytest.mark.parametrize(
    ("capabilities", "counts"),
    [(b"IDLE", False), (b"CONDSTORE", True), (b"QRESYNC", True)],
)
def test_whether_changes_can_be_asked_for_is_what_the_server_offers(
    capabilities: bytes, *, counts: bool
) -> None:
    offered = b"* CAPABILITY IMAP4rev1 " + capabilities + b"\r\n"
    counted = b"* OK [HIGHESTMODSEQ 5] fine\r\n" + SELECTED
    with opened({b"CAPABILITY": offered, b"EXAMINE": counted}) as mailbox:
        assert mailbox.counts_changes is counts
        known = mailbox.last_opened("INBOX")
        assert known is not None
        assert known.highest_modseq == 5
        assert mailbox.last_opened("Sent") is None
