"""One account's life under faults, and a model of what must have come of it.

The model knows only what the world outside knows: which mails the server took for the
desk, which replies were written, and which mails the sending server took.
"""

import base64
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from random import Random

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import Program
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.marks import KEYWORD
from inbox_assistant.domain.reply import OPEN_STATES, OutboxReply, OutboxState
from inbox_assistant.domain.view import View
from inbox_assistant.mail.imap import Mailbox as Reader
from inbox_assistant.mail.imap import connect
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import MailboxSettings
from inbox_assistant.settings import UNDO_SECONDS, load_settings
from inbox_assistant.storage.store import open_store
from tests.end2end.amazon_mails import BuyerMail, buyer_mail
from tests.faults.desk import DeskProcess, Ended
from tests.faults.desk_process import assembled
from tests.faults.fault import Fault
from tests.faults.network import Network, renumber
from tests.integration.services.amazon_answers import copy_of
from tests.servers.dovecot import Account as Mailbox

_CALM_ROUNDS = 12
_MARKED_BY_OTHERS = 0.3
_GIVEN_UP = {OutboxState.REFUSED, OutboxState.WITHDRAWN}
_LEFT = {OutboxState.HANDED_OVER, OutboxState.CONFIRMED}


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A promise that was broken, and the fault after which it was seen."""

    promise: str
    fault: str


@dataclass(slots=True)
class Episode:
    """Runs one profile through faults and keeps the model beside it."""

    network: Network
    desk: DeskProcess
    mailbox: Mailbox
    folder: Path
    random: Random
    starttls: bool
    spoilt: list[Spoilt] = field(default_factory=list)
    received: list[BuyerMail] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    runs: int = 0
    mails_a_run: int = 1
    replies_on_their_way: int = 2
    _counted: int = 0
    _arrived: Counter[str] = field(default_factory=Counter)
    _copied: set[str] = field(default_factory=set)
    _first: int = 0
    marked: set[str] = field(default_factory=set)
    """The orders of what another seat marked as needing no response."""

    def begin(self) -> None:
        """Make the profile with its account."""
        self._first = self.random.randrange(10_000)
        with self._program() as program:
            account = self.network.account(self.mailbox, starttls=self.starttls)
            program.accounts.keep(account)
            program.settings.put(UNDO_SECONDS, 0)

    def run(self, fault: Fault) -> Ended:
        """Let a mail come and a reply be written, then run one round under *fault*."""
        for _ in range(self.mails_a_run):
            self._receive()
        self._write_replies()
        if self.random.random() < _MARKED_BY_OTHERS:
            self._mark(self.random.choice(self.received))
        if fault.renumbers:
            renumber(self.mailbox)
        if fault.doubles:
            for mail in self.received[-2:]:
                self._double(mail)
        fault.set(self.network, self.desk.kill)
        ended = self.desk.round(self.profile, fault.skew, fault.kill_after)
        self.runs += 1
        self._note(fault, ended)
        wire = self.network.on_the_wire()
        self.network.forget()
        self._look(fault.name, wire)
        self._send_copies()
        return ended

    def finish(self) -> None:
        """Run without faults until nothing is open; compare everything then."""
        for _ in range(_CALM_ROUNDS):
            self._type_password_again()
            ended = self.desk.round(self.profile)
            if ended.code or ended.hung:
                self._break("a round without faults ends well", f"code {ended.code}")
            self._send_copies()
            if not self._resolve():
                break
        else:
            self._break("every reply comes to an end", "finish")
        self.desk.round(self.profile)
        self._compare()

    @property
    def profile(self) -> paths.Profile:
        """Return the desk's folder."""
        return paths.Profile(self.folder / "profile")

    def _receive(self) -> None:
        number = self._first + len(self.received)
        at = _now() - timedelta(minutes=self.random.randrange(1, 1200))
        mail = buyer_mail(number, at)
        self.network.receive(self.mailbox, mail.raw)
        self.received.append(mail)

    def _double(self, mail: BuyerMail) -> None:
        """Deliver *mail* again: byte for byte, and as a second copy of Amazon's."""
        self.network.receive(self.mailbox, mail.raw)
        other = mail.raw.replace(b"Message-ID: <0102", b"Message-ID: <0103")
        self.network.receive(self.mailbox, other)

    def _mark(self, mail: BuyerMail) -> None:
        """Let another seat settle *mail*, or a mail program mark it as answered."""
        flag = self.random.choice([KEYWORD, "\\Answered"])
        message_id = str(message_from_bytes(mail.raw)["Message-ID"])
        with self._reader() as box:
            uids = box.find_message_id("INBOX", message_id)
            box.add_flags("INBOX", uids, [flag])
        if flag == KEYWORD:
            self.marked.add(mail.order_id)

    def _write_replies(self) -> None:
        """Answer threads until enough replies are on their way."""
        with self._program() as program:
            self._again(program)
            open_now = program.store.outbox.in_states([OutboxState.QUEUED])
            rows = list(program.reading.queue(View.WAITING, program.clock()))
            left = max(0, self.replies_on_their_way - len(open_now))
            for row in self.random.sample(rows, min(left, len(rows))):
                if not program.store.outbox.of_thread(row.thread):
                    program.replies.send(row.thread, _answer(str(row.order_id)))

    def _type_password_again(self) -> None:
        with self._program() as program:
            self._again(program)

    def _again(self, program: Program) -> None:
        """Let what was put off be tried at once, as a person does with Retry."""
        program.accounts.keep(program.accounts.named("shop"))

    def _note(self, fault: Fault, ended: Ended) -> None:
        if ended.hung:
            self._break("no round outlives its time limit", fault.name)
        if ended.code not in {0, -9}:
            self._break(f"no round crashes (code {ended.code})", fault.name)
        names = ended.problems or (("killed",) if ended.code else ("well",))
        self.ends.update(names)

    def _look(self, fault: str, wire: bytes) -> None:
        """Look at what may never be, at any moment."""
        twice = [one for one, n in self._taken().items() if n > 1]
        if twice:
            self._break(f"nothing is sent twice: {twice}", fault)
        for secret in secrets_of(self.mailbox):
            if secret in wire:
                self._break("no password on the wire", fault)

    def _taken(self) -> Counter[str]:
        """Return how often the sending server took each mail, by its Message-ID."""
        new = self.network.submission.taken[self._counted :]
        self._counted += len(new)
        for one in new:
            if one.envelope_from == self.mailbox.name:
                head = message_from_bytes(one.raw.partition(b"\r\n\r\n")[0])
                self._arrived[str(head["Message-ID"])] += 1
        return self._arrived

    def _send_copies(self) -> None:
        """Let Amazon send its copy of some of the replies that came through."""
        with self._program() as program:
            sent = [
                one
                for one in program.store.outbox.in_states(set(OutboxState))
                if one.message_id in self._taken()
                and one.message_id not in self._copied
            ]
        for reply in sent:
            self._copied.add(reply.message_id)
            if self.random.random() < 0.5:
                order_id = reply.body.rpartition(" ")[2].strip(".")
                raw = copy_of(reply.body, order_id, _now())
                self.network.receive(self.mailbox, raw)

    def _resolve(self) -> bool:
        """Say what is true of unsure replies; return whether any is open."""
        taken = self._taken()
        with self._program() as program:
            replies = program.store.outbox.in_states(OPEN_STATES)
            for reply in replies:
                if reply.state is OutboxState.UNSURE:
                    program.delivering.resolve(
                        reply.reply_id, sent=reply.message_id in taken
                    )
            return bool(program.store.outbox.in_states(OPEN_STATES))

    def _compare(self) -> None:
        """Compare the profile with the model."""
        taken = self._taken()
        with self._program() as program:
            replies = program.store.outbox.in_states(set(OutboxState))
            self._compare_replies(replies, taken)
            orders = {
                row.order_id for row in program.reading.queue(View.WAITING, _now())
            }
            keys = {one.thread for one in replies if one.state in _LEFT}
            answered = {
                row.order_id
                for key in keys
                if (row := program.reading.row(key)) is not None
            }
            expected = {mail.order_id for mail in self.received} - answered
            expected -= self.marked
            if orders != expected:
                what = f"lost {expected - orders}, too many {orders - expected}"
                self._break(f"exactly the unanswered wait: {what}", "finish")
            kept = program.store.messages.count_by_kind().get(Kind.BUYER, 0)
            if kept != len(self.received):
                what = f"{kept} for {len(self.received)}"
                self._break(f"each message is there once: {what}", "finish")
            if problems := program.store.problems():
                self._break(f"the file is sound: {problems}", "finish")
        self._compare_sent(replies)
        self._search_for_secrets()

    def _compare_replies(self, replies: list[OutboxReply], taken: Counter[str]) -> None:
        for reply in replies:
            came = taken[reply.message_id]
            if reply.state in _LEFT and came != 1:
                self._break(f"a reply that left arrives once: {came}", "finish")
            if reply.state in _GIVEN_UP and came:
                self._break("a reply given back did not leave", "finish")
            if reply.state not in _LEFT | _GIVEN_UP:
                self._break(f"no reply stays {reply.state}", "finish")
        strangers = set(taken) - {one.message_id for one in replies}
        if strangers:
            self._break("nothing leaves that was not written", "finish")

    def _compare_sent(self, replies: list[OutboxReply]) -> None:
        with self._reader() as box:
            box.select("Sent")
            mails = box.fetch(box.uids_from(1))
            there = Counter(
                str(message_from_bytes(mail.raw)["Message-ID"]) for mail in mails
            )
        expected = Counter(one.message_id for one in replies if one.state in _LEFT)
        if there != expected:
            extra, missing = there - expected, expected - there
            self._break(f"Sent holds each once: +{extra} -{missing}", "finish")

    def _search_for_secrets(self) -> None:
        for path in self.folder.rglob("*"):
            if not path.is_file():
                continue
            data = path.read_bytes()
            if any(secret in data for secret in secrets_of(self.mailbox)):
                self._break(f"no password in {path.name}", "finish")

    def _break(self, promise: str, fault: str) -> None:
        self.spoilt.append(Spoilt(promise, fault))

    def _reader(self) -> Reader:
        """Return the mailbox as another program opens it, without any fault."""
        settings = MailboxSettings(
            "localhost",
            self.network.dovecot.imaps_port,
            self.mailbox.name,
            ca_file=self.network.ca_file,
        )
        return connect(settings, Password(self.mailbox.password))

    @contextmanager
    def _program(self) -> Iterator[Program]:
        self.profile.create()
        load_settings(self.profile.settings)
        with open_store(self.profile.database) as store:
            yield assembled(self.profile, store)


def secrets_of(mailbox: Mailbox) -> list[bytes]:
    """Return the password of *mailbox* in the forms in which it might be seen."""
    user, password = mailbox.name.encode(), mailbox.password.encode()
    return [
        password,
        base64.b64encode(password),
        base64.b64encode(b"\0" + user + b"\0" + password),
    ]


def _answer(order_id: str) -> str:
    return f"Hello, yes, both of them fit. This concerns your order {order_id}."


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the servers' clock is real here


Choose = Callable[[Random], Fault]
