"""How a first sync of a large mailbox compares with mbsync's, in the same run.

Both read the same mailbox of a local Dovecot over TLS; mbsync (Debian: isync) files the
mails, while the program parses, stores and indexes them as well. It also says how much
of the work was done when all that waits since yesterday was in the queue.
"""

import argparse
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from inbox_assistant import paths
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
FSync no

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


def ours(profile: paths.Profile, account: Account, filled: Filled) -> Watch:
    """Sync into *profile*; return what was noted, its end being the last progress."""
    with (
        open_program(profile) as program,
        open_reading_only(profile) as reading,
    ):
        program.accounts.keep(account)

        def waiting() -> set[str | None]:
            rows = reading.queue(View.WAITING, program.clock())
            return {row.order_id for row in rows}

        watch = Watch(waiting, filled.today)
        done = run_round(program, account, watch)
        took = time.perf_counter() - watch.begun
        assert done.problems == (), done.problems
        assert done.kept.added == filled.mails, done.kept
        assert reading.search(f"question {filled.mails // 10 * 10 - 8}")
        watch.begun = took
    return watch


def mbsync(folder: Path, dovecot: Dovecot, box: Mailbox, ca_file: Path) -> float:
    """Sync the same mailbox with mbsync; return the seconds."""
    folder.mkdir()
    settings = folder / "mbsyncrc"
    settings.write_text(
        _MBSYNC.format(
            port=dovecot.imaps_port,
            user=box.name,
            password=box.password,
            ca_file=ca_file,
            folder=folder,
        )
    )
    begun = time.perf_counter()
    subprocess.run(["mbsync", "-q", "-c", str(settings), "all"], check=True)
    took = time.perf_counter() - begun
    shutil.rmtree(folder)
    return took


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=100_000)
    chosen = parser.parse_args()
    with TemporaryDirectory() as name:
        authority = CertificateAuthority(Path(name) / "authority")
        with Dovecot(authority.issue()) as dovecot:
            box = dovecot.add_account("desk@shop.example")
            filled = fill(box, chosen.mails, datetime.now(UTC))  # noqa: TID251 - a mailbox of today
            _compare(Path(name), dovecot, box, filled, authority.ca_file)


def _compare(
    folder: Path, dovecot: Dovecot, box: Mailbox, filled: Filled, ca_file: Path
) -> None:
    os.environ[PASSWORD_VARIABLE] = box.password
    account = Account(
        name="shop",
        address=box.name,
        read_host="localhost",
        read_port=dovecot.imaps_port,
        ca_file=str(ca_file),
    )
    print(f"{filled.mails} mails of {filled.size / filled.mails:.0f} bytes each")
    # The first reader of all pays for the server's own index.
    mbsync(folder / "warm", dovecot, box, ca_file)
    before = mbsync(folder / "before", dovecot, box, ca_file)
    watch = ours(paths.Profile(folder / "profile"), account, filled)
    after = mbsync(folder / "after", dovecot, box, ca_file)
    peer = (before + after) / 2
    took = watch.begun
    rate = filled.mails / peer
    print(f"mbsync {rate:8.0f} mails a second ({before:.1f} s, then {after:.1f} s)")
    print(f"ours   {filled.mails / took:8.0f} mails a second ({took:.1f} s)")
    print(f"ours beside mbsync: {peer / took:.2f}")
    if watch.seen_after is None:
        print("today's waiting messages were never all in the queue")
    else:
        print(
            f"today's {len(filled.today)} waiting messages were in the queue after "
            f"{watch.seen_after / took:.1%} of the time, {watch.seen_at} mails"
        )


if __name__ == "__main__":
    main()
