#!/usr/bin/env python3
"""Do an agent's whole day with an installed program, against real local servers.

python packaging/try_a_day.py -- inbox-assistant
python packaging/try_a_day.py --root ROOT -- chroot ROOT /usr/bin/inbox-assistant

Mails are imported and fetched, the queue is read, a forbidden reply is refused, an
allowed one reaches the buyer exactly once, the rest is settled, and the window opens
and closes. Wants the environment of the tests (their servers are used), Dovecot and
Xvfb. ROOT is the folder that the program sees as the root of the system; its loopback
must be this one's.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.end2end.amazon_mails import BuyerMail, buyer_mail  # noqa: E402
from tests.servers.certificates import CertificateAuthority  # noqa: E402
from tests.servers.dovecot import Account, Dovecot  # noqa: E402
from tests.servers.submission import SubmissionServer, Taken, deliver  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FORBIDDEN = "Yes, it does. Write to me at petra@shop.example if you need more.\n"
ALLOWED = "Yes, the lid fits the larger jar as well. Kind regards, Petra\n"
DONE, NOTICED = 0, 1
"""How a command ends; see docs/commands.md."""


@dataclass(frozen=True, slots=True)
class Program:
    """The program under trial, and a folder that it and this script both see."""

    command: Sequence[str]
    outside: Path
    inside: str
    password: str
    screen: str

    def __call__(self, *arguments: str, code: int = DONE) -> str:
        """Run a command, compare how it ends, return what it printed."""
        environment = {
            **os.environ,
            "INBOX_ASSISTANT_PASSWORD": self.password,
            "DISPLAY": self.screen,
            "HOME": self.inside,
        }
        for name in ("QT_QPA_PLATFORM", "XDG_RUNTIME_DIR", "PYTHONPATH"):
            environment.pop(name, None)
        full = [*self.command, "--profile", f"{self.inside}/profile", *arguments]
        done = subprocess.run(
            full, env=environment, capture_output=True, text=True, check=False
        )
        print(f"{' '.join(arguments[:2]):<28} ended with {done.returncode}")
        if done.returncode != code or "Traceback" in done.stderr:
            sys.exit(f"expected {code}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def path(self, name: str) -> str:
        """Return the path of a shared file as the program sees it."""
        return f"{self.inside}/{name}"


def main() -> None:
    """Do the day and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--root", type=Path, default=Path("/"))
    parser.add_argument("command", nargs="+")
    chosen = parser.parse_args()
    with ExitStack() as stack:
        outside = Path(tempfile.mkdtemp(prefix="day-", dir=chosen.root / "tmp"))
        stack.callback(shutil.rmtree, outside)
        authority = CertificateAuthority(outside / "authority")
        dovecot = stack.enter_context(Dovecot(authority.issue()))
        server = stack.enter_context(
            SubmissionServer(authority.issue(), dovecot.lmtp_port)
        )
        account = dovecot.add_account("desk@shop.example")
        server.accounts[account.name] = account.password
        program = Program(
            chosen.command,
            outside,
            f"/tmp/{outside.name}",  # noqa: S108 - made by mkdtemp, perhaps in a root
            account.password,
            stack.enter_context(a_screen()),
        )
        do_the_day(program, dovecot, server, account)
    print("1 passed, 0 failed")


def do_the_day(
    program: Program, dovecot: Dovecot, server: SubmissionServer, account: Account
) -> None:
    """Import, fetch, look, check, reply, settle; compare with what the server got."""
    now = datetime.now(UTC)  # noqa: TID251 - the program compares with the real clock
    mails = [buyer_mail(number, now - timedelta(hours=number)) for number in (1, 2, 3)]
    prepare(program, mails[0])
    program("doctor", code=NOTICED)  # it names what a bare system lacks: a keyring
    print(program("import", program.path("mails"), "--json").strip())
    connect(program, dovecot, server, account)
    for mail in mails[1:]:
        deliver(
            dovecot.lmtp_port, Taken("bounces@amazonses.com", (account.name,), mail.raw)
        )
    program("sync", "--json")
    queue = threads(program)
    require([one["order_id"] for one in queue] == [m.order_id for m in mails[::-1]])
    body = json.loads(program("show", queue[0]["thread"], "--json").splitlines()[0])
    require(body["body"].strip() == mails[2].words)
    verdict = json.loads(program("check", program.path("bad"), "--json", code=NOTICED))
    require(verdict["verdict"] == "block")
    reply = ("reply", queue[0]["thread"], "--file")
    program(*reply, program.path("bad"), code=NOTICED)
    program(*reply, program.path("good"))
    for _ in range(2):
        program("sync", "--json")
    require([mail.to for mail in server.taken] == [(mails[2].alias,)])
    require(ALLOWED.strip().encode() in server.taken[0].raw)
    program("settle", queue[1]["thread"], "--no-response", "thanks")
    program("confirm", queue[1]["thread"])
    require([one["order_id"] for one in threads(program)] == [mails[0].order_id])
    program("backup", program.path("backup.db"))
    program("demo", "--quit-after", "3")


def prepare(program: Program, mail: BuyerMail) -> None:
    """Write what the program is to read."""
    (program.outside / "mails").mkdir()
    (program.outside / "mails" / "one.eml").write_bytes(mail.raw)
    (program.outside / "bad").write_text(FORBIDDEN, "utf-8")
    (program.outside / "good").write_text(ALLOWED, "utf-8")
    (program.outside / "profile").mkdir(mode=0o700)
    settings = program.outside / "profile" / "settings.toml"
    settings.write_text('"sending.undo_seconds" = 0\n', "utf-8")


def connect(
    program: Program, dovecot: Dovecot, server: SubmissionServer, account: Account
) -> None:
    """Add the account, by number: a bare system does not know its own name."""
    program(
        *("account", "add", "shop", "--address", account.name),
        *("--imap", f"127.0.0.1:{dovecot.imaps_port}"),
        *("--smtp", f"127.0.0.1:{server.starttls_port}"),
        *("--smtp-security", "starttls"),
        *("--ca-file", program.path("authority/authority.pem")),
    )


def threads(program: Program) -> list[dict[str, str]]:
    """Return the waiting threads, the most urgent first."""
    return [json.loads(line) for line in program("queue", "--json").splitlines()]


def require(holds: bool) -> None:  # noqa: FBT001 - it is all there is to say
    """End where something does not hold, with the line that asked."""
    if not holds:
        caller = sys._getframe(1)  # noqa: SLF001 - names the line, as assert would
        sys.exit(f"line {caller.f_lineno} of {__file__} does not hold")


@contextmanager
def a_screen() -> Iterator[str]:
    """Start an X server without a screen and give its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-ac", "-screen", "0", "1400x900x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
