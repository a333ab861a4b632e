"""A whole day with real servers, while the program is killed over and over.

What must hold at the end is the program's promise: nothing waits unseen, nothing is
lost and nothing is sent twice.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from random import Random

import pytest

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import Program, open_program
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import OPEN_STATES, OutboxReply, OutboxState
from inbox_assistant.domain.view import View
from inbox_assistant.mail.imap import connect
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import MailboxSettings
from inbox_assistant.settings import UNDO_SECONDS
from tests.end2end.amazon_mails import BuyerMail, buyer_mail, other_mail
from tests.servers.dovecot import Account as ServerAccount
from tests.servers.dovecot import Dovecot
from tests.servers.submission import SubmissionServer

BUYERS = 300
OTHERS = 200
KILLS_READING = 25
KILLS_SENDING = 25
ANSWERED = 10
SETTLED = 10
_LONGEST = 120
_ROUNDS = 20


@pytest.fixture
def mails() -> list[BuyerMail]:
    """Return the buyers' messages, received over the last thirty hours."""
    now = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the program's clock is real here
    return [
        buyer_mail(number, now - timedelta(minutes=6 * number + 1))
        for number in range(BUYERS)
    ]


@pytest.fixture
def desk(
    tmp_path: Path,
    dovecot: Dovecot,
    account: ServerAccount,
    submission: SubmissionServer,
    ca_file: Path,
) -> "Desk":
    """Return a profile connected to the real servers."""
    profile = paths.Profile(tmp_path / "profile")
    connected = Account(
        name="shop",
        address=account.name,
        sender_name="Example Shop",
        read_host="localhost",
        read_port=dovecot.imaps_port,
        send_host="localhost",
        send_port=submission.starttls_port,
        send_security="starttls",
        ca_file=str(ca_file),
    )
    with open_program(profile) as program:
        program.accounts.keep(connected)
        program.settings.put(UNDO_SECONDS, 0)
    return Desk(profile, account.password)


class Desk:
    """Runs the program as a person's computer does: as processes that may die."""

    def __init__(self, profile: paths.Profile, password: str) -> None:
        self.profile = profile
        self._environment = {**os.environ, "INBOX_ASSISTANT_PASSWORD": password}

    def start_sync(self) -> "subprocess.Popen[bytes]":
        """Begin a round in a process of its own."""
        return subprocess.Popen(
            [
                sys.executable,
                "-m",
                "inbox_assistant",
                "--profile",
                str(self.profile.folder),
                "sync",
                "--json",
            ],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def sync(self) -> dict[str, object]:
        """Run a whole round and return what it says."""
        process = self.start_sync()
        out, problems = process.communicate(timeout=_LONGEST)
        assert out, problems.decode()
        answer: dict[str, object] = json.loads(out)["accounts"][0]
        return answer

    def kill_while_syncing(self, after: float) -> None:
        """Begin a round and kill the process *after* so many seconds."""
        process = self.start_sync()
        with suppress(subprocess.TimeoutExpired):
            process.wait(after)
        process.kill()
        process.communicate(timeout=_LONGEST)

    def open(self) -> AbstractContextManager[Program]:
        """Open the profile in this process."""
        return open_program(self.profile)


def test_nothing_is_lost_or_doubled_however_often_the_program_is_killed(
    desk: "Desk",
    dovecot: Dovecot,
    account: ServerAccount,
    submission: SubmissionServer,
    mails: list[BuyerMail],
    ca_file: Path,
) -> None:
    random = Random(20261123)
    _fill(account, mails)

    for _ in range(KILLS_READING):
        desk.kill_while_syncing(random.uniform(0.3, 1.4))
    desk.sync()
    _assert_exactly_the_buyers_wait(desk, mails)

    answered, settled = mails[5 : 5 + ANSWERED], mails[40 : 40 + SETTLED]
    boxes = {mail.alias: dovecot.add_account(mail.alias) for mail in answered}
    by_order = _threads_by_order(desk)
    with desk.open() as program:
        for mail in settled:
            program.settling.no_response([by_order[mail.order_id]], "thanks only")
            program.settling.confirm([by_order[mail.order_id]])
        for mail in answered:
            program.replies.send(by_order[mail.order_id], _answer(mail))

    for _ in range(KILLS_SENDING):
        desk.kill_while_syncing(random.uniform(0.3, 1.2))
    _finish(desk, submission)

    for mail in answered:
        copies = _mails_in(dovecot, boxes[mail.alias], ca_file)
        assert len(copies) == 1
        _assert_is_the_answer(copies[0], mail, account.name)
    with desk.open() as program:
        replies = _replies(program)
        assert [one.state for one in replies] == [OutboxState.HANDED_OVER] * ANSWERED
        waiting = {row.order_id for row in _waiting(program)}
    done = {mail.order_id for mail in [*answered, *settled]}
    assert waiting == {mail.order_id for mail in mails} - done
    sent = _sent_folder(dovecot, account, ca_file)
    counts = Counter(one["Message-ID"] for one in sent)
    assert counts == Counter(one.message_id for one in replies)


def _fill(account: ServerAccount, mails: list[BuyerMail]) -> None:
    """Put all mails into the account's Maildir, as a server would have."""
    now = datetime.now(UTC)  # noqa: TID251 - the program's clock is real here
    folder = account.maildir / "new"
    for part in (account.maildir.parent, account.maildir):
        part.mkdir(parents=True, exist_ok=True)
        account.own(part)
    for name in ("new", "cur", "tmp"):
        (account.maildir / name).mkdir(exist_ok=True)
        account.own(account.maildir / name)
    everything = [(mail.raw, mail.received_at) for mail in mails]
    everything.extend(
        (other_mail(number, now - timedelta(minutes=number)), now)
        for number in range(OTHERS)
    )
    Random(7).shuffle(everything)
    for number, (raw, arrived_at) in enumerate(everything):
        path = folder / f"{int(arrived_at.timestamp())}.M{number}P1.test"
        path.write_bytes(raw)
        os.utime(path, (arrived_at.timestamp(), arrived_at.timestamp()))
        account.own(path)


def _assert_exactly_the_buyers_wait(desk: "Desk", mails: list[BuyerMail]) -> None:
    with desk.open() as program:
        rows = _waiting(program)
    expected = sorted(mails, key=lambda mail: mail.received_at)
    assert [row.order_id for row in rows] == [mail.order_id for mail in expected]
    due = [mail.received_at + timedelta(hours=24) for mail in expected]
    assert [row.due_at for row in rows] == due
    assert all(row.waiting == 1 for row in rows)


def _finish(desk: "Desk", submission: SubmissionServer) -> None:
    """Go on until no reply is open; say of unsure ones what is true, as a person."""
    for _ in range(_ROUNDS):
        desk.sync()
        arrived = {
            message_from_bytes(one.raw)["Message-ID"] for one in submission.taken
        }
        with desk.open() as program:
            replies = _replies(program)
            for reply in replies:
                if reply.state is OutboxState.UNSURE:
                    was_sent = reply.message_id in arrived
                    program.delivering.resolve(reply.reply_id, sent=was_sent)
                    if not was_sent:
                        program.replies.send(reply.thread, reply.body)
            if not any(reply.state in OPEN_STATES for reply in replies):
                desk.sync()
                return
    pytest.fail("a reply is still open after many rounds")


def _assert_is_the_answer(copy: Message, mail: BuyerMail, sender: str) -> None:
    original = message_from_bytes(mail.raw)
    assert copy["To"] == mail.alias
    assert sender in copy["From"]
    assert copy["In-Reply-To"] == original["Message-ID"]
    assert original["Message-ID"] in copy["References"]
    subject = copy["Subject"].replace("\r\n", "")
    assert subject == f"Re: {original['Subject']}"
    payload = copy.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().startswith(_answer(mail))


def _answer(mail: BuyerMail) -> str:
    return f"Hello, the answer to question {mail.number} is yes, both of them fit."


def _waiting(program: Program) -> list[QueueRow]:
    return list(program.reading.queue(View.WAITING, program.clock()))


def _threads_by_order(desk: "Desk") -> dict[str, str]:
    with desk.open() as program:
        return {str(row.order_id): row.thread for row in _waiting(program)}


def _replies(program: Program) -> list[OutboxReply]:
    """Return the replies that were not taken back on their way."""
    given_up = {OutboxState.REFUSED, OutboxState.WITHDRAWN}
    return program.store.outbox.in_states(set(OutboxState) - given_up)


def _mails_in(dovecot: Dovecot, box: ServerAccount, ca_file: Path) -> list[Message]:
    settings = MailboxSettings(
        "localhost", dovecot.imaps_port, box.name, ca_file=ca_file
    )
    return _fetch(settings, box, "INBOX")


def _sent_folder(
    dovecot: Dovecot, account: ServerAccount, ca_file: Path
) -> list[Message]:
    settings = MailboxSettings(
        "localhost", dovecot.imaps_port, account.name, ca_file=ca_file
    )
    return _fetch(settings, account, "Sent")


def _fetch(settings: MailboxSettings, box: ServerAccount, folder: str) -> list[Message]:
    with connect(settings, Password(box.password)) as mailbox:
        mailbox.select(folder)
        uids = mailbox.uids_from(1)
        return [message_from_bytes(mail.raw) for mail in mailbox.fetch(uids)]
