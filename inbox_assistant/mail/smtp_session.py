"""One conversation with a sending server, stage by stage."""

import re
import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self

from inbox_assistant.mail.failures import (
    SignInRefusedError,
    no_starttls,
    no_way_to,
    on_one_line,
)
from inbox_assistant.mail.pending import has_bytes_waiting
from inbox_assistant.mail.secret import (
    AccessToken,
    Password,
    Secret,
    base64_of,
    hide,
    is_one_line,
    plain_answer,
    token_answer,
)
from inbox_assistant.mail.server_settings import Security, SendingSettings
from inbox_assistant.mail.smtp_reply import (
    RECIPIENT_TAKEN,
    Code,
    cut_before_dot,
    is_no,
    is_yes,
    not_ready,
    not_taken,
    sign_in_failed,
    unsure,
)
from inbox_assistant.mail.tls import open_connection, protect

OWN_NAME = "[127.0.0.1]"
"""Said in EHLO: this computer's real name is nobody's business."""
PIECE = 65_536
PARTING_SECONDS = 2.0

Reply = tuple[int, bytes]


class _Line(smtplib.SMTP):
    """The library's connection, opened and protected by our own hand."""

    def __init__(self, settings: SendingSettings) -> None:
        super().__init__(
            local_hostname=OWN_NAME, timeout=settings.timeout.total_seconds()
        )
        self._settings = settings

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:  # noqa: ARG002
        return open_connection(self._settings)

    def protect(self) -> None:
        """Put TLS on the connection and forget everything said without it."""
        if self.sock is None:
            message = "not connected"
            raise smtplib.SMTPServerDisconnected(message)
        self.sock = protect(self.sock, self._settings)
        self.file = None
        self.helo_resp = self.ehlo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False

    def has_reply_waiting(self) -> bool:
        """Return whether the server has begun to say something."""
        if self.sock is None or self.file is None:
            message = "not connected"
            raise smtplib.SMTPServerDisconnected(message)
        return has_bytes_waiting(self.sock, self.file)


class SmtpSession:
    """An open conversation; leave it as a context manager."""

    def __init__(self, line: _Line, settings: SendingSettings) -> None:
        self._line = line
        self._settings = settings
        self._host = settings.host
        self._secret: Secret | None = None

    @classmethod
    def open(cls, settings: SendingSettings) -> Self:
        """Connect, greet and protect; nothing secret is said here."""
        session = cls(_Line(settings), settings)
        try:
            with session._nothing_sent():
                session._greet()
        except BaseException:
            session.close()
            raise
        return session

    def __enter__(self) -> Self:
        """Return the conversation itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection; what was not finished with a dot is void."""
        self.close()

    def close(self) -> None:
        """Close the connection without a word."""
        self._line.close()

    def part(self) -> None:
        """Say goodbye, but do not wait long for the answer."""
        with suppress(OSError, smtplib.SMTPException):
            self._wait_at_most(PARTING_SECONDS)
            self._line.quit()

    def sign_in(self, secret: Secret | None) -> None:
        """Sign in with *secret*, or not at all where there is none."""
        if secret is None:
            return
        if not is_one_line(secret.value):
            message = "The password is empty or has a line break in it."
            raise SignInRefusedError(message, "Type it again.")
        self._secret = secret
        with self._nothing_sent():
            offered = self._line.esmtp_features.get("auth", "").upper().split()
            code, said = self._say_secret(secret, offered)
            if code != Code.SIGNED_IN:
                raise sign_in_failed(self._host, code, self._readable(said))

    def announce(self, envelope_from: str, to: str, raw: bytes) -> None:
        """Name sender and receiver and get leave to send *raw*."""
        with self._nothing_sent():
            options = self._options(raw)
            self._must_be((Code.DONE,), self._line.mail(envelope_from, options))
            self._must_be(RECIPIENT_TAKEN, self._line.rcpt(to))
            self._must_be((Code.START_MAIL,), self._line.docmd("DATA"))

    def send_body(self, raw: bytes) -> None:
        """Send all of *raw* but the dot that makes it a mail; look if it is wanted."""
        with self._nothing_sent():
            stuffed = _stuffed(raw)
            for start in range(0, len(stuffed), PIECE):
                self._line.send(stuffed[start : start + PIECE])
            if self._line.has_reply_waiting():
                # It spoke before its turn: it will not take this mail.
                code, said = self._line.getreply()
                raise not_taken(self._host, code, self._readable(said))

    def send_dot(self) -> str:
        """Send the final dot; return the server's words if it took the mail."""
        try:
            self._wait_at_most(self._settings.answer_timeout.total_seconds())
            self._line.send(b".\r\n")
            code, said = self._line.getreply()
        except Exception as error:
            # Whatever it is: the dot may be out, and nobody may send it again unasked.
            raise unsure(self._host) from error
        text = self._readable(said)
        if is_yes(code):
            return text
        if is_no(code):
            raise not_taken(self._host, code, text)
        raise unsure(self._host, text)

    def _greet(self) -> None:
        settings, line = self._settings, self._line
        self._must_be_ready(Code.READY, line.connect(settings.host, settings.port))
        self._must_be_ready(Code.DONE, line.ehlo())
        if settings.security is Security.STARTTLS:
            if not line.has_extn("starttls"):
                raise no_starttls(settings.host)
            code, _ = line.docmd("STARTTLS")
            if code != Code.READY:
                raise no_starttls(settings.host)
            try:
                line.protect()
            except (OSError, ValueError) as error:
                raise no_way_to(settings.host, settings.port, error) from error
            self._must_be_ready(Code.DONE, line.ehlo())

    def _say_secret(self, secret: Secret, offered: list[str]) -> Reply:
        line, user = self._line, self._settings.user
        match secret:
            case AccessToken() if "XOAUTH2" in offered:
                answer = base64_of(token_answer(user, secret))
                reply = line.docmd("AUTH", f"XOAUTH2 {answer}")
                # The reason of a refusal comes as a question to be answered empty.
                return line.docmd("") if reply[0] == Code.GO_ON else reply
            case Password() if "PLAIN" in offered:
                return line.docmd(
                    "AUTH", f"PLAIN {base64_of(plain_answer(user, secret))}"
                )
            case Password() if "LOGIN" in offered:
                reply = line.docmd("AUTH", "LOGIN")
                for word in (user, secret.value):
                    if reply[0] == Code.GO_ON:
                        reply = line.docmd(base64_of(word))
                return reply
        raise SignInRefusedError(
            f"{self._host} takes no sign-in of this kind.",
            "Some providers want a sign-in in the browser, others an app password.",
        )

    def _options(self, raw: bytes) -> list[str]:
        options = []
        if self._line.has_extn("size"):
            options.append(f"size={len(raw)}")
        if not raw.isascii() and self._line.has_extn("8bitmime"):
            options.append("body=8bitmime")
        return options

    def _wait_at_most(self, seconds: float) -> None:
        if self._line.sock is not None:
            self._line.sock.settimeout(seconds)

    @contextmanager
    def _nothing_sent(self) -> Iterator[None]:
        """Translate a lost connection while no copy can exist yet."""
        try:
            yield
        except (OSError, ValueError, smtplib.SMTPException) as error:
            raise cut_before_dot(self._host) from error

    def _must_be(self, wanted: tuple[Code, ...], reply: Reply) -> None:
        code, said = reply
        if code not in wanted:
            raise not_taken(self._host, code, self._readable(said))

    def _must_be_ready(self, wanted: Code, reply: Reply) -> None:
        code, said = reply
        if code != wanted:
            raise not_ready(self._host, code, self._readable(said))

    def _readable(self, said: bytes) -> str:
        text = said.decode("utf-8", "replace")
        return on_one_line(hide(self._secret, text))


def _stuffed(raw: bytes) -> bytes:
    """Return *raw* with network line ends, double dots and an end of line."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", raw)
    if not lines.endswith(b"\r\n"):
        lines += b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", lines)
