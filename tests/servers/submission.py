"""A real SMTP server that takes signed-in mail and hands it to mailboxes."""

import asyncio
import base64
import smtplib
import ssl
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum, auto
from types import TracebackType
from typing import Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers.certificates import ServerCertificate


class AfterDot(Enum):
    """What the server does once it has read the final dot of a mail."""

    ANSWER = auto()
    """Deliver the mail and say so, as servers do."""
    DELIVER_AND_CUT = auto()
    """Deliver the mail and end the connection without an answer."""
    LOSE_AND_CUT = auto()
    """Throw the mail away and end the connection without an answer."""
    DELIVER_IN_SILENCE = auto()
    """Deliver the mail and never answer."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One mail that the server took."""

    envelope_from: str
    to: tuple[str, ...]
    raw: bytes


@dataclass(slots=True)
class SubmissionServer:
    """An SMTP server with STARTTLS on one port and implicit TLS on another.

    ``answers`` maps a command (``AUTH``, ``MAIL``, ``RCPT``, ``DATA``) to what the
    server says in place of its normal answer. Mail goes on to the server that
    listens for LMTP on *lmtp_port*, if any, once for each recipient there; those
    that it does not know are taken and recorded all the same, as relays do.
    """

    certificate: ServerCertificate
    lmtp_port: int | None = None
    accounts: dict[str, str] = field(default_factory=dict)
    """Users and their passwords; an access token counts as a password."""
    answers: dict[str, str] = field(default_factory=dict)
    after_dot: AfterDot = AfterDot.ANSWER
    taken: list[Taken] = field(default_factory=list)
    sign_ins: int = 0
    """How often a client tried to sign in."""
    starttls_port: int = 0
    tls_port: int = 0
    _loop: asyncio.AbstractEventLoop | None = field(default=None, repr=False)
    _thread: threading.Thread | None = field(default=None, repr=False)
    _protocols: list["_Protocol"] = field(default_factory=list, repr=False)

    def __enter__(self) -> Self:
        """Start the server in a thread of its own."""
        self._loop = asyncio.new_event_loop()
        ready: Future[tuple[int, int]] = Future()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        self.starttls_port, self.tls_port = ready.result(10)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every connection, then the server."""
        if self._loop is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(10)

    def forget(self) -> None:
        """Forget mail, faults and users, for the next test."""
        self.accounts.clear()
        self.restore()
        self.taken.clear()
        self.sign_ins = 0

    def restore(self) -> None:
        """Have no fault from now on."""
        self.answers.clear()
        self.after_dot = AfterDot.ANSWER

    def _run(self, ready: "Future[tuple[int, int]]") -> None:
        loop = self._loop
        if loop is None:
            return
        asyncio.set_event_loop(loop)
        # A client that goes away in the middle is what these tests are about.
        loop.set_exception_handler(lambda _loop, _context: None)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate.certificate, self.certificate.key)
        listeners = [
            loop.run_until_complete(
                loop.create_server(lambda: self._protocol(context), "127.0.0.1", 0)
            ),
            loop.run_until_complete(
                loop.create_server(
                    lambda: self._protocol(None), "127.0.0.1", 0, ssl=context
                )
            ),
        ]
        ports = [int(each.sockets[0].getsockname()[1]) for each in listeners]
        ready.set_result((ports[0], ports[1]))
        loop.run_forever()
        for listener in listeners:
            listener.close()
        loop.run_until_complete(self._end_connections())
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    async def _end_connections(self) -> None:
        for protocol in self._protocols:
            protocol.end()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    def _protocol(self, starttls: ssl.SSLContext | None) -> "_Protocol":
        handler = _Handler(self)
        protocol = _Protocol(
            handler,
            tls_context=starttls,
            require_starttls=starttls is not None,
            auth_required=True,
            authenticator=handler.sign_in,
            hostname="mail.shop.example",
            timeout=60,
            loop=self._loop,
        )
        if starttls is None:
            # The listener itself speaks TLS, which the library does not see.
            protocol._auth_require_tls = False
        self._protocols.append(protocol)
        return protocol


class _Protocol(SMTP):
    """A conversation that can be ended from outside."""

    def end(self) -> None:
        """End the connection at once."""
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()


class _Handler:
    """Answers the commands of one conversation as the server's settings say."""

    def __init__(self, server: SubmissionServer) -> None:
        self._server = server

    def sign_in(
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,  # noqa: ARG002
        mechanism: str,  # noqa: ARG002
        data: object,
    ) -> AuthResult:
        """Compare name and password."""
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False)
        return self._compare(data.login.decode(), data.password.decode())

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        """Compare name and access token; explain a refusal as providers do."""
        words = base64.b64decode(args[1]).decode().split("\x01")
        user = words[0].removeprefix("user=")
        result = self._compare(user, words[1].removeprefix("auth=Bearer "))
        if not result.success:
            reason = base64.b64encode(b'{"status":"401"}').decode()
            await server.push(f"334 {reason}")
            await server._reader.readline()
        return result

    def _compare(self, user: str, password: str) -> AuthResult:
        self._server.sign_ins += 1
        if answer := self._server.answers.get("AUTH"):
            return AuthResult(success=False, handled=False, message=answer)
        right = self._server.accounts.get(user) == password
        return AuthResult(success=right, handled=False)

    async def handle_MAIL(  # noqa: N802
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        """Note the sender."""
        if answer := self._server.answers.get("MAIL"):
            return answer
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: list[str],  # noqa: ARG002
    ) -> str:
        """Note a recipient."""
        if answer := self._server.answers.get("RCPT"):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(  # noqa: N802
        self,
        server: SMTP,
        session: Session,  # noqa: ARG002
        envelope: Envelope,
    ) -> str:
        """Deliver a whole mail, or do the fault that was asked for."""
        if answer := self._server.answers.get("DATA"):
            return answer
        way = self._server.after_dot
        if way is not AfterDot.LOSE_AND_CUT:
            mail = Taken(
                envelope.mail_from or "",
                tuple(envelope.rcpt_tos),
                bytes(envelope.original_content or b""),
            )
            await asyncio.to_thread(self._deliver, mail)
        if way is AfterDot.ANSWER:
            return f"250 2.0.0 Ok: queued as {len(self._server.taken):04d}"
        if way is not AfterDot.DELIVER_IN_SILENCE and isinstance(server, _Protocol):
            server.end()
        await asyncio.Event().wait()
        return ""

    def _deliver(self, mail: Taken) -> None:
        if self._server.lmtp_port is not None:
            deliver(self._server.lmtp_port, mail)
        self._server.taken.append(mail)


def deliver(lmtp_port: int, mail: Taken) -> tuple[str, ...]:
    """Hand *mail* to the mailboxes there; return the recipients without one."""
    with smtplib.LMTP("127.0.0.1", lmtp_port, local_hostname="localhost") as lmtp:
        try:
            refused = lmtp.sendmail(mail.envelope_from, mail.to, mail.raw)
        except smtplib.SMTPRecipientsRefused as error:
            refused = error.recipients
    return tuple(refused)
