"""Two seats and a colleague's mail program on one mailbox of a real server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from inbox_assistant.bootstrap.servers import access_to
from inbox_assistant.domain.account import Account as Shop
from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.domain.marks import KEYWORD
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.mail.imap import Mailbox, connect
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import MailboxSettings, Security
from inbox_assistant.services.rounds import run_round
from tests.end2end.amazon_mails import BuyerMail, buyer_mail
from tests.fakes import FakeClock
from tests.faults.network import renumber
from tests.integration.services.amazon_answers import copy_of
from tests.integration.services.office import Office, open_office
from tests.servers.dovecot import Account, Dovecot
from tests.servers.fault_proxy import FaultProxy, Lane

ANSWERED = "\\Answered"
MAILS = 5


@dataclass(frozen=True)
class Seat:
    """One desk and its way to the mailbox."""

    office: Office
    shop: Shop
    wire: FaultProxy
    password: Password

    def read(self) -> tuple[InboxAssistantError, ...]:
        """Run a round; return what went wrong."""
        self.office.clock.now += timedelta(minutes=1)
        program = self.office.program
        access = access_to(self.shop, program.profile, lambda: self.password)
        return run_round(self.shop, program.syncing, access).problems

    def said(self) -> bytes:
        """Run a round; return what was asked in it."""
        self.wire.seen_from_client.clear()
        self.wire.seen_from_server.clear()
        assert self.read() == ()
        return bytes(self.wire.seen_from_client)

    def row(self, mail: BuyerMail) -> QueueRow:
        """Return what is shown of the thread of *mail*."""
        return self.office.row(self.office.thread_of(mail))

    def settle(self, mail: BuyerMail) -> None:
        """Decide that *mail* needs no response, and confirm it."""
        thread = self.office.thread_of(mail)
        self.office.program.settling.no_response([thread], "other")
        self.office.clock.now += timedelta(seconds=1)
        self.office.program.settling.confirm([thread])


@dataclass(frozen=True)
class Team:
    """Two seats, a mail program beside them, and what is in the mailbox."""

    a: Seat
    b: Seat
    program: Mailbox
    mails: tuple[BuyerMail, ...]

    def flags(self, number: int) -> frozenset[str]:
        """Return the flags of the mail *number* as the server has them."""
        self.program.select("INBOX")
        return self.program.flags([number])[number]

    def mark(self, number: int, flag: str) -> None:
        """Set *flag* on a mail as a colleague's mail program does."""
        self.program.add_flags("INBOX", [number], [flag])


@pytest.fixture
def open_seat(
    dovecot: Dovecot, account: Account, password: Password, tmp_path: Path
) -> Iterator[Callable[[str], Seat]]:
    """Return how a seat is opened, with a wire of its own."""
    with ExitStack() as stack:
        clock = FakeClock()

        def opened(name: str) -> Seat:
            wire = stack.enter_context(FaultProxy(dovecot.imap_port))
            shop = Shop(
                name="shop",
                address=account.name,
                read_host="localhost",
                read_port=wire.port,
                read_security=Security.NONE_ON_LOOPBACK.value,
            )
            office = stack.enter_context(open_office(tmp_path / name, clock))
            office.program.accounts.keep(shop)
            return Seat(office, shop, wire, password)

        yield opened


@pytest.fixture
def team(
    open_seat: Callable[[str], Seat],
    mailbox_settings: MailboxSettings,
    password: Password,
) -> Iterator[Team]:
    """Return two seats that have read five messages."""
    a, b = open_seat("a"), open_seat("b")
    with connect(mailbox_settings, password) as program:
        mails = tuple(
            buyer_mail(number, a.office.clock.now - timedelta(minutes=number))
            for number in range(1, MAILS + 1)
        )
        for mail in mails:
            program.append("INBOX", mail.raw, [], mail.received_at)
        assert (a.read(), b.read()) == ((), ())
        yield Team(a, b, program, mails)


def without(*words: bytes) -> Lane:
    """Return a line on which nobody hears of what *words* name."""

    def rewrite(piece: bytes) -> bytes:
        for word in words:
            piece = piece.replace(word, b"X" * len(word))
        return piece

    return Lane(rewrite=rewrite)


def test_what_one_seat_confirms_is_settled_at_the_other_and_back(team: Team) -> None:
    a, b, mail = team.a, team.b, team.mails[1]
    a.settle(mail)
    assert a.read() == ()
    assert KEYWORD in team.flags(2)
    assert b.read() == ()
    assert b.row(mail).state is State.SETTLED
    assert len(b.office.waiting()) == MAILS - 1
    # B takes it back: the mark goes, and A's own decision stands.
    b.office.program.settling.take_back([b.row(mail).thread])
    assert b.read() == ()
    assert KEYWORD not in team.flags(2)
    assert (a.read(), b.read()) == ((), ())
    assert b.row(mail).state is State.WAITING
    assert a.row(mail).state is State.SETTLED


def test_an_undo_at_one_seat_opens_it_at_the_other(team: Team) -> None:
    a, b, mail = team.a, team.b, team.mails[0]
    a.settle(mail)
    assert (a.read(), b.read()) == ((), ())
    assert b.row(mail).state is State.SETTLED
    due_at = a.office.rows(a.row(mail).thread)[0].received_at
    for entry in a.office.program.settling.last_undoable_of(a.row(mail).thread):
        a.office.program.settling.undo([entry.entry_id])
    assert (a.read(), b.read()) == ((), ())
    assert KEYWORD not in team.flags(1)
    row = b.row(mail)
    assert (row.state, row.received_at) == (State.WAITING, due_at)


def test_both_settle_at_once_and_nothing_is_said_twice(team: Team) -> None:
    a, b, mail = team.a, team.b, team.mails[2]
    a.settle(mail)
    b.settle(mail)
    for _ in range(2):
        assert (a.read(), b.read()) == ((), ())
    for seat in (a, b):
        assert seat.row(mail).state is State.SETTLED
        assert "no-response-seen" not in seat.office.actions()


def test_an_answer_from_a_mail_program_waits_until_its_copy_comes(team: Team) -> None:
    b, mail = team.b, team.mails[3]
    team.mark(4, ANSWERED)
    team.mark(5, "\\Seen")
    assert b.read() == ()
    seen_at = b.office.clock.now
    row = b.row(mail)
    assert (row.state, row.answered_elsewhere_at) == (State.WAITING, seen_at)
    assert len(b.office.waiting()) == MAILS
    assert "\\Seen" not in team.flags(4)
    copy = copy_of("Both of them fit.", mail.order_id, seen_at)
    team.program.append("INBOX", copy, [], seen_at)
    assert b.read() == ()
    assert b.row(mail).state is State.SETTLED


def test_an_idle_round_asks_nothing_more_and_a_change_asks_for_itself(
    team: Team,
) -> None:
    b = team.b
    b.said()
    idle = b.said()
    answered = len(b.wire.seen_from_server)
    assert b"FETCH" not in idle
    assert idle.count(b"SELECT") + idle.count(b"EXAMINE") == 2
    team.mark(1, "\\Seen")
    changed = b.said()
    assert changed.count(b"CHANGEDSINCE") == changed.count(b"FETCH") == 1
    # One mail of five: its line, and the folder opened once more.
    assert len(b.wire.seen_from_server) - answered < 700
    assert b"FETCH" not in b.said()


@pytest.mark.parametrize(
    "words", [(b"CONDSTORE", b"QRESYNC"), (b"HIGHESTMODSEQ",)], ids=["none", "NOMODSEQ"]
)
def test_a_server_that_counts_no_changes_is_asked_about_what_waits(
    team: Team, words: tuple[bytes, ...]
) -> None:
    a, b = team.a, team.b
    for seat in (a, b):
        seat.wire.to_client = without(*words)
    team.mark(1, KEYWORD)
    team.mark(2, ANSWERED)
    a.settle(team.mails[4])
    assert (a.read(), a.read()) == ((), ())
    said = b.said()
    assert b"CHANGEDSINCE" not in said
    assert said.count(b"FETCH") == 1
    assert b.row(team.mails[0]).state is State.SETTLED
    assert b.row(team.mails[1]).answered_elsewhere_at == b.office.clock.now
    assert b.row(team.mails[4]).state is State.SETTLED
    team.program.remove_flags("INBOX", [1], [KEYWORD])
    assert b.read() == ()
    assert b.row(team.mails[0]).state is State.WAITING


def test_a_mailbox_numbered_anew_or_without_its_index_loses_and_opens_nothing(
    team: Team, account: Account, mailbox_settings: MailboxSettings, password: Password
) -> None:
    b = team.b
    team.mark(1, KEYWORD)
    assert b.read() == ()
    team.mark(2, KEYWORD)
    team.program.close()
    renumber(account)
    assert b.read() == ()
    for mail in team.mails[:2]:
        assert b.row(mail).state is State.SETTLED
    assert len(b.office.waiting()) == MAILS - 2
    for index in account.maildir.glob("dovecot.index*"):
        index.unlink()
    with connect(mailbox_settings, password) as again:
        again.add_flags("INBOX", [3], [KEYWORD])
    assert b.read() == ()
    assert b.row(team.mails[2]).state is State.SETTLED
    assert len(b.office.waiting()) == MAILS - 3


def test_what_is_deleted_from_the_mailbox_stays_at_the_seats(
    team: Team, account: Account
) -> None:
    b = team.b
    team.mark(1, KEYWORD)
    assert b.read() == ()
    team.program.close()
    for mail in (account.maildir / "cur").iterdir():
        mail.unlink()
    for mail in (account.maildir / "new").iterdir():
        mail.unlink()
    for _ in range(2):
        assert b.read() == ()
    assert b.row(team.mails[0]).state is State.SETTLED
    assert len(b.office.waiting()) == MAILS - 1


def test_cut_at_any_byte_of_what_is_said_the_seats_agree_in_the_end(
    team: Team,
) -> None:
    a, b = team.a, team.b
    team.mark(1, KEYWORD)
    length = len(b.said())
    for number, after in enumerate(range(length // 5, length + 60, length // 12)):
        mail = team.mails[number % MAILS]
        flag = KEYWORD if number % 2 else ANSWERED
        if flag in team.flags(number % MAILS + 1):
            team.program.remove_flags("INBOX", [number % MAILS + 1], [flag])
        else:
            team.mark(number % MAILS + 1, flag)
        b.wire.to_server = Lane(cut_after=after)
        b.read()
        b.wire.to_server = Lane()
        assert (a.read(), b.read()) == ((), ())
        is_marked = KEYWORD in team.flags(number % MAILS + 1)
        for seat in (a, b):
            assert (seat.row(mail).state is State.SETTLED) == is_marked
