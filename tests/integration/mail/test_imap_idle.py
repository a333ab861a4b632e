"""Waiting for news: they come, the wait ends when told, a dead line is noticed."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from inbox_assistant.mail.failures import ConnectionLostError, ServerRefusedError
from inbox_assistant.mail.imap import Mailbox, connect
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import MailboxSettings, Security
from tests.servers.dovecot import Account, Dovecot
from tests.servers.fault_proxy import FaultProxy, Lane
from tests.servers.scripted import ImapScript, ScriptedServer
from tests.servers.submission import Taken, deliver

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
LONG = timedelta(seconds=30)
SHORT = timedelta(seconds=0.3)
MAIL = b"Subject: Parcel\r\n\r\nWhere is it?\r\n"


@pytest.fixture(params=[Security.TLS, Security.NONE_ON_LOOPBACK])
def security(request: pytest.FixtureRequest) -> Security:
    """Return the protection of a connection: the two read in different ways."""
    chosen: Security = request.param
    return chosen


@pytest.fixture
def proxy(security: Security, dovecot: Dovecot) -> Iterator[FaultProxy]:
    port = dovecot.imaps_port if security is Security.TLS else dovecot.imap_port
    with FaultProxy(port) as between:
        yield between


@pytest.fixture
def mailbox(
    proxy: FaultProxy,
    security: Security,
    mailbox_settings: MailboxSettings,
    password: Password,
) -> Iterator[Mailbox]:
    limit = timedelta(seconds=1)
    settings = replace(
        mailbox_settings, port=proxy.port, security=security, timeout=limit
    )
    with connect(settings, password) as opened:
        opened.select()
        yield opened


@contextmanager
def meanwhile(act: Callable[[], object]) -> Iterator[None]:
    """Do *act* in a thread a moment after the block has begun."""
    timer = threading.Timer(0.2, act)
    timer.start()
    try:
        yield
    finally:
        timer.join()


def test_a_mail_that_arrives_ends_the_wait(
    mailbox: Mailbox, account: Account, dovecot: Dovecot
) -> None:
    mail = Taken("buyer@marketplace.example", (account.name,), MAIL)
    with meanwhile(lambda: deliver(dovecot.lmtp_port, mail)):
        assert mailbox.idle(LONG, threading.Event())
    assert len(mailbox.uids_from(1)) == 1


def test_no_news_within_the_limit_is_told_and_the_mailbox_goes_on(
    mailbox: Mailbox,
) -> None:
    assert mailbox.can_idle
    for _ in range(2):
        assert not mailbox.idle(SHORT, threading.Event())
    assert mailbox.uids_from(1) == []


def test_the_wait_ends_soon_after_it_was_told_to(mailbox: Mailbox) -> None:
    stop = threading.Event()
    with meanwhile(stop.set):
        assert not mailbox.idle(LONG, stop)
    mailbox.probe()


@pytest.mark.parametrize("reset", [False, True])
def test_an_ended_connection_is_no_silence(
    mailbox: Mailbox, proxy: FaultProxy, *, reset: bool
) -> None:
    proxy.reset = reset
    with meanwhile(proxy.cut_all), pytest.raises(ConnectionLostError):
        mailbox.idle(LONG, threading.Event())


def test_another_thread_can_hang_up(mailbox: Mailbox) -> None:
    with meanwhile(mailbox.cut_off), pytest.raises(ConnectionLostError):
        mailbox.idle(LONG, threading.Event())


def test_a_server_that_does_not_let_the_wait_end_is_given_up(
    mailbox: Mailbox, proxy: FaultProxy
) -> None:
    with meanwhile(proxy.silence), pytest.raises(ConnectionLostError):
        mailbox.idle(timedelta(seconds=1), threading.Event())


@pytest.mark.parametrize("hang_up", [False, True])
def test_half_a_line_is_a_broken_connection(
    mailbox_settings: MailboxSettings,
    account: Account,
    dovecot: Dovecot,
    *,
    hang_up: bool,
) -> None:
    half = Lane(cut_at=b"XISTS") if hang_up else Lane(rewrite=first_half)
    mail = Taken("buyer@marketplace.example", (account.name,), MAIL)
    with FaultProxy(dovecot.imap_port) as proxy:
        settings = replace(
            mailbox_settings,
            port=proxy.port,
            security=Security.NONE_ON_LOOPBACK,
            timeout=timedelta(seconds=0.5),
        )
        proxy.to_client = replace(half, only_after=b"+ idling")
        with connect(settings, Password(account.password)) as mailbox:
            mailbox.select()
            with (
                meanwhile(lambda: deliver(dovecot.lmtp_port, mail)),
                pytest.raises(ConnectionLostError),
            ):
                mailbox.idle(LONG, threading.Event())


def first_half(piece: bytes) -> bytes:
    return piece.partition(b"XISTS")[0]


SELECTED = b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\nTAG OK [READ-ONLY] done\r\n"
CAN_IDLE = b"* CAPABILITY IMAP4rev1 IDLE\r\n"


@pytest.mark.parametrize(
    ("idle", "done", "news"),
    [
        (b"+ idling\r\n* 2 EXISTS\r\n", b"TAG OK done\r\n", True),
        (b"* 2 EXISTS\r\n+ idling\r\n", b"TAG OK done\r\n", True),
        (b"+ idling\r\n* OK Still here\r\n", b"TAG OK done\r\n", False),
        (b"+ idling\r\n", b"* 2 EXISTS\r\nTAG OK done\r\n", True),
        (b"+ idling\r\n* 1 EXPUNGE\r\n", b"TAG OK done\r\n", True),
    ],
)
def test_news_count_at_whatever_moment_they_come(
    idle: bytes, done: bytes, *, news: bool
) -> None:
    with scripted({b"IDLE": idle, b"MORE": done}) as mailbox:
        assert mailbox.idle(SHORT, threading.Event()) is news


def test_a_goodbye_while_waiting_is_a_lost_connection() -> None:
    bye = b"+ idling\r\n* BYE the server is going down\r\n"
    with scripted({b"IDLE": bye}) as mailbox, pytest.raises(ConnectionLostError):
        mailbox.idle(LONG, threading.Event())


def test_a_server_that_refuses_to_tell_news_is_told() -> None:
    with scripted({b"IDLE": b"TAG NO not today\r\n"}) as mailbox:
        with pytest.raises(ServerRefusedError, match="not today"):
            mailbox.idle(LONG, threading.Event())
        mailbox.probe()


@contextmanager
def scripted(answers: dict[bytes, bytes]) -> Iterator[Mailbox]:
    """Open a mailbox on a server that gives *answers*."""
    script = ImapScript({b"CAPABILITY": CAN_IDLE, b"EXAMINE": SELECTED} | answers)
    with ScriptedServer(b"* OK ready\r\n", script) as server:
        settings = MailboxSettings(
            "localhost",
            server.port,
            "desk",
            Security.NONE_ON_LOOPBACK,
            timeout=timedelta(seconds=1),
        )
        with connect(settings, Password("secret")) as mailbox:
            mailbox.select()
            yield mailbox


def test_a_computer_that_slept_takes_the_line_for_dead(mailbox: Mailbox) -> None:
    now = iter([NOON, NOON, NOON + timedelta(hours=8)])
    with pytest.raises(ConnectionLostError):
        mailbox.idle(LONG, threading.Event(), lambda: next(now))
