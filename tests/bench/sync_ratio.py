"""How a first sync of a large mailbox compares with mbsync's, in the same run.

Both read the same mailbox of a local Dovecot over TLS; mbsync (Debian: isync) files the
mails, while the program parses, stores and indexes them as well. mbsync is measured
both ways. As it is shipped (``FSync yes``) each mail is on the disk before it counts as
fetched; so are ours, some hundreds at a time, and this compares the same promise. With
``FSync no`` it waits for no disk and a power cut may lose mails: that compares the work
alone, whatever disk the machine has. Ours is the same run in both ratios.

It also says how much of the work was done when all that waits since yesterday was in
the queue, and what both took of the processor, which other work on the machine changes
less than the time. The rules are compiled beforehand, as by a window that an account is
added in.
"""

import argparse
import fcntl
import os
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from inbox_assistant import paths
from inbox_assistant.bootstrap.policy import topics_of
from inbox_assistant.bootstrap.program import open_program, open_reading_only
from inbox_assistant.bootstrap.servers import PASSWORD_VARIABLE, run_round
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.view import View
from inbox_assistant.services.fetching import Progress
from tests.bench.mailbox_generator import Filled, fill
from tests.servers.certificates import CertificateAuthority
from tests.servers.dovecot import Account as Mailbox
from tests.servers.dovecot import Dovecot

_MBSYNC = """\
FSync {fsync}

IMAPAccount shop
Host localhost
Port {port}
User {user}
Pass "{password}"
SSLType IMAPS
CertificateFile {ca_file}

IMAPStore far
Account shop

MaildirStore near
Path {folder}/
Inbox {folder}/inbox

Channel all
Far :far:
Near :near:
Patterns INBOX
Sync Pull
Create Near
SyncState *
"""


_WAYS = {
    True: "as shipped (FSync yes: on the disk, as ours are)",
    False: "that waits for no disk (FSync no: the work alone)",
}


@dataclass(slots=True)
class Taken:
    """Seconds, on the clock and of processors, the servers' own left out."""

    clock: float = 0.0
    processor: float = 0.0


@contextmanager
def taking(lock: Path | None) -> Iterator[Taken]:
    """Measure the block, during which nobody else holds *lock*."""
    with (lock or Path(os.devnull)).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        taken, begun = Taken(), time.perf_counter()
        before = _processor()
        yield taken
        taken.clock = time.perf_counter() - begun
        taken.processor = _processor() - before


def _processor() -> float:
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(
            resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
    )


@dataclass(slots=True)
class Watch:
    """Notes when all of today's waiting messages were in the queue."""

    reading: Callable[[], set[str | None]]
    wanted: frozenset[str]
    begun: float = field(default_factory=time.perf_counter)
    done: int = 0
    seen_after: float | None = None
    seen_at: int | None = None

    def __call__(self, progress: Progress, changes: Changes) -> None:
        """Look, as long as something is missing."""
        self.done = progress.done
        if self.seen_after is None and changes and self.wanted <= self.reading():
            self.seen_after = time.perf_counter() - self.begun
            self.seen_at = progress.done


def ours(
    profile: paths.Profile, account: Account, filled: Filled, lock: Path | None
) -> tuple[Taken, Watch]:
    """Sync into *profile*; return what it took and what was noted meanwhile."""
    topics_of(profile)("Where is it?")
    with (
        open_program(profile) as program,
        open_reading_only(profile) as reading,
    ):
        program.accounts.keep(account)

        def waiting() -> set[str | None]:
            rows = reading.queue(View.WAITING, program.clock())
            return {row.order_id for row in rows}

        with taking(lock) as taken:
            watch = Watch(waiting, filled.today)
            done = run_round(program, account, watch)
        assert done.problems == (), done.problems
        assert done.kept.added == filled.mails, done.kept
        assert reading.search(f"question {filled.mails // 10 * 10 - 8}")
    return taken, watch


@dataclass(frozen=True, slots=True)
class Peer:
    """mbsync with the mailbox that both read, and what is locked meanwhile."""

    dovecot: Dovecot
    box: Mailbox
    ca_file: Path
    lock: Path | None


def mbsync(peer: Peer, folder: Path, *, durable: bool) -> Taken:
    """Sync the same mailbox with mbsync; return what it took.

    Where it is *durable*, each mail is on the disk before the next one counts.
    """
    folder.mkdir()
    settings = folder / "mbsyncrc"
    settings.write_text(
        _MBSYNC.format(
            fsync="yes" if durable else "no",
            port=peer.dovecot.imaps_port,
            user=peer.box.name,
            password=peer.box.password,
            ca_file=peer.ca_file,
            folder=folder,
        )
    )
    with taking(peer.lock) as taken:
        subprocess.run(["mbsync", "-q", "-c", str(settings), "all"], check=True)
    shutil.rmtree(folder)
    return taken


def _both(peer: Peer, folder: Path) -> dict[bool, Taken]:
    return {
        durable: mbsync(peer, folder / f"durable-{durable}", durable=durable)
        for durable in _WAYS
    }


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=100_000)
    parser.add_argument(
        "--lock", type=Path, help="a file to lock while something is measured"
    )
    chosen = parser.parse_args()
    with TemporaryDirectory() as name:
        authority = CertificateAuthority(Path(name) / "authority")
        with Dovecot(authority.issue()) as dovecot:
            box = dovecot.add_account("desk@shop.example")
            filled = fill(box, chosen.mails, datetime.now(UTC))  # noqa: TID251 - a mailbox of today
            peer = Peer(dovecot, box, authority.ca_file, chosen.lock)
            os.environ[PASSWORD_VARIABLE] = box.password
            account = Account(
                name="shop",
                address=box.name,
                read_host="localhost",
                read_port=dovecot.imaps_port,
                ca_file=str(authority.ca_file),
            )
            _compare(Path(name), account, filled, peer)


def _compare(folder: Path, account: Account, filled: Filled, peer: Peer) -> None:
    mails = filled.mails
    print(f"{mails} mails of {filled.size / mails:.0f} bytes each", flush=True)
    # The first reader of all pays for the server's own index.
    mbsync(peer, folder / "warm", durable=False)
    before = _both(peer, folder)
    taken, watch = ours(paths.Profile(folder / "profile"), account, filled, peer.lock)
    after = _both(peer, folder)
    print(f"ours {mails / taken.clock:.0f} mails a second ({taken.clock:.1f} s)")
    print(f"processor time of ours: {taken.processor / mails * 1e6:.0f} µs a mail")
    for durable, meaning in _WAYS.items():
        first, second = before[durable], after[durable]
        theirs = (first.clock + second.clock) / 2
        used = (first.processor + second.processor) / 2
        print(f"mbsync {meaning}: {mails / theirs:.0f} mails a second", end=" ")
        print(f"({first.clock:.1f} s, then {second.clock:.1f} s)", end=", ")
        print(f"{used / mails * 1e6:.0f} µs of processors a mail")
        print(f"ours beside mbsync {meaning}: {theirs / taken.clock:.2f}")
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"this process held {held:.0f} MiB at most")
    if watch.seen_after is None:
        print("today's waiting messages were never all in the queue")
    else:
        print(
            f"today's {len(filled.today)} waiting messages were in the queue after "
            f"{watch.seen_after / taken.clock:.1%} of the time, {watch.seen_at} mails"
        )


if __name__ == "__main__":
    main()
