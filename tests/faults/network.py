"""Everything between the desk and its servers, with a place for each fault."""

import re
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from inbox_assistant.domain.account import Account
from tests.servers.certificates import CertificateAuthority, ServerCertificate
from tests.servers.dialogue_proxy import DialogueProxy
from tests.servers.dovecot import Account as Mailbox
from tests.servers.dovecot import Dovecot
from tests.servers.fault_proxy import FaultProxy
from tests.servers.submission import SubmissionServer, Taken, deliver


@dataclass(frozen=True, slots=True)
class Certificates:
    """What the proxies may show: a good one, and two that must not be believed."""

    good: ServerCertificate
    expired: ServerCertificate
    foreign: ServerCertificate

    @classmethod
    def of(cls, authority: CertificateAuthority, folder: Path) -> Self:
        """Return certificates of *authority* and one of a stranger's."""
        stranger = CertificateAuthority(folder / "stranger", "Stranger")
        return cls(authority.issue(), authority.issue_expired(), stranger.issue())


class Network:
    """Two servers, behind each a proxy that hears the words and one on the wire."""

    def __init__(
        self,
        dovecot: Dovecot,
        submission: SubmissionServer,
        authority: CertificateAuthority,
        folder: Path,
    ) -> None:
        self.dovecot = dovecot
        self.submission = submission
        self.ca_file = authority.ca_file
        self.certificates = Certificates.of(authority, folder)
        good = self.certificates.good
        self.reading = DialogueProxy(good, dovecot.imap_port)
        self.sending = DialogueProxy(good, submission.tls_port, server_speaks_tls=True)
        self._stack = ExitStack()
        self.wires: dict[str, FaultProxy] = {}

    def __enter__(self) -> Self:
        """Put the proxies in place."""
        for proxy in (self.reading, self.sending):
            self._stack.enter_context(proxy)
        for name, port in (
            ("read", self.reading.port),
            ("send", self.sending.port),
            ("read-starttls", self.dovecot.imap_port),
            ("send-starttls", self.submission.starttls_port),
        ):
            self.wires[name] = self._stack.enter_context(FaultProxy(port))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every connection."""
        self._stack.close()

    def forget(self) -> None:
        """Be a network without faults."""
        self.submission.restore()
        for proxy in (self.reading, self.sending):
            proxy.forget()
            proxy.certificate = self.certificates.good
        for wire in self.wires.values():
            wire.forget()

    def on_the_wire(self) -> bytes:
        """Return what the desk has sent over any wire since faults were forgotten."""
        return b"".join(bytes(one.seen_from_client) for one in self.wires.values())

    def account(self, mailbox: Mailbox, *, starttls: bool) -> Account:
        """Return the settings by which the desk reaches *mailbox* through all this."""
        ending, way = ("-starttls", "starttls") if starttls else ("", "tls")
        return Account(
            name="shop",
            address=mailbox.name,
            sender_name="Example Shop",
            read_host="localhost",
            read_port=self.wires[f"read{ending}"].port,
            read_security=way,
            send_host="localhost",
            send_port=self.wires[f"send{ending}"].port,
            send_security=way,
            ca_file=str(self.ca_file),
        )

    def receive(self, mailbox: Mailbox, raw: bytes) -> None:
        """Let the mail server take *raw* for *mailbox*."""
        taken = Taken("bounces@amazonses.example", (mailbox.name,), raw)
        refused = deliver(self.dovecot.lmtp_port, taken)
        assert refused == ()


def renumber(mailbox: Mailbox) -> None:
    """Give the mails in the inbox of *mailbox* new numbers, as after a move."""
    known = mailbox.maildir / "dovecot-uidlist"
    if not known.exists():
        return
    text = known.read_text("utf-8")
    known.write_text(
        re.sub(r"V(\d+)", lambda found: f"V{int(found[1]) + 1}", text, count=1),
        "utf-8",
    )
    for name in mailbox.maildir.glob("dovecot.index*"):
        name.unlink()
