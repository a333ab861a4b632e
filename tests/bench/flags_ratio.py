"""What it costs to read the flags of others: beside a first sync, and when idle.

A mailbox is filled in which a share of the mails bears marks already, and read for the
first time; then once more with nothing new, once after one mail was marked, and once
as from a server that counts no changes. Shares of one run and bytes are told, so that
the machine does not matter.
"""

import argparse
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from inbox_assistant import paths
from inbox_assistant.bootstrap.policy import topics_of
from inbox_assistant.bootstrap.program import Program, open_program
from inbox_assistant.bootstrap.servers import PASSWORD_VARIABLE, run_round
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.changes import Changes
from inbox_assistant.mail.imap import connect
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import MailboxSettings, Security
from inbox_assistant.services import sync
from inbox_assistant.services.flag_sync import Flagged, FlagSync
from tests.bench.mailbox_generator import fill
from tests.servers.certificates import CertificateAuthority
from tests.servers.dovecot import Dovecot
from tests.servers.fault_proxy import FaultProxy, Lane

ANSWERED = "\\Answered"
_WITHOUT = (b"CONDSTORE", b"QRESYNC")


class Timed(FlagSync):
    """Reads flags and counts the seconds."""

    seconds = 0.0

    def read(self, account: Account, mailbox: Flagged) -> Changes:
        """Take over what changed."""
        with _timed():
            return super().read(account, mailbox)

    def read_early(self, account: Account, mailbox: Flagged) -> Changes:
        """Take over what bears a mark of what is kept by now."""
        with _timed():
            return super().read_early(account, mailbox)


@contextmanager
def _timed() -> Iterator[None]:
    begun = time.perf_counter()
    yield
    Timed.seconds += time.perf_counter() - begun


def told(name: str, program: Program, account: Account, wire: FaultProxy) -> None:
    """Run a round and tell what it cost."""
    wire.seen_from_client.clear()
    wire.seen_from_server.clear()
    Timed.seconds, begun = 0.0, time.perf_counter()
    done = run_round(program, account)
    took = time.perf_counter() - begun
    assert done.problems == (), done.problems
    asked, said = len(wire.seen_from_client), len(wire.seen_from_server)
    print(
        f"{name}: flags took {Timed.seconds / took:.2%} of the round; {asked} bytes "
        f"asked, {said} bytes told; {len(done.changes.threads)} threads changed",
        flush=True,
    )


def hide(piece: bytes) -> bytes:
    """Return what a server says that does not count changes."""
    for word in _WITHOUT:
        piece = piece.replace(word, b"X" * len(word))
    return piece


def measure(folder: Path, dovecot: Dovecot, mails: int, every: int) -> None:
    """Fill a mailbox of *mails* mails and tell what its rounds cost.

    With *every* so many of them one bears the flag of an answer.
    """
    box = dovecot.add_account("desk@shop.example")
    fill(box, mails, datetime.now(UTC))  # noqa: TID251 - a mailbox of today
    settings = MailboxSettings(
        "localhost", dovecot.imap_port, box.name, Security.NONE_ON_LOOPBACK
    )
    os.environ[PASSWORD_VARIABLE] = box.password
    profile = paths.Profile(folder / "profile")
    topics_of(profile)("Where is it?")
    with (
        FaultProxy(dovecot.imap_port) as wire,
        open_program(profile) as program,
        connect(settings, Password(box.password)) as other,
    ):
        account = Account(
            name="shop",
            address=box.name,
            read_host="localhost",
            read_port=wire.port,
            read_security=Security.NONE_ON_LOOPBACK.value,
        )
        program.accounts.keep(account)
        other.select("INBOX")
        numbers = other.uids_from(1)
        marked = numbers[::every] if every else []
        for start in range(0, len(marked), 500):
            other.add_flags("INBOX", marked[start : start + 500], [ANSWERED])
        told(f"first sync of {mails} mails", program, account, wire)
        told("the round after it", program, account, wire)
        told("idle", program, account, wire)
        other.add_flags("INBOX", numbers[-1:], ["\\Flagged"])
        told("one mail changed", program, account, wire)
        wire.to_client = Lane(rewrite=hide)
        for name in ("no counts, first time", "no counts, idle"):
            told(name, program, account, wire)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=20_000)
    parser.add_argument("--every", type=int, default=0, help="one of so many is marked")
    chosen = parser.parse_args()
    setattr(sync, FlagSync.__name__, Timed)
    with TemporaryDirectory() as name:
        authority = CertificateAuthority(Path(name) / "authority")
        with Dovecot(authority.issue()) as dovecot:
            measure(Path(name), dovecot, chosen.mails, chosen.every)


if __name__ == "__main__":
    main()
