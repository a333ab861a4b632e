"""Where the mail servers of an account are and how to reach them."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from inbox_assistant.domain.errors import InputError
from inbox_assistant.mail.secret import is_one_line

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HIGHEST_PORT = 65_535


class Security(StrEnum):
    """How a connection is protected from its first byte, or its second step, on."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE_ON_LOOPBACK = "none-on-loopback"
    """No protection; refused for every host but this computer itself."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server; a secret is never part of it."""

    host: str
    port: int
    user: str
    security: Security = Security.TLS
    ca_file: Path | None = None
    """Believe the authorities in this file in place of the system's own."""
    timeout: timedelta = timedelta(seconds=30)
    """How long one step may take: a connection, a command, a piece of an answer."""

    def __post_init__(self) -> None:
        """Refuse what can never work or would be unsafe."""
        if not is_one_line(self.host) or not self.host.isascii():
            message = "The name of the mail server is not a server's name."
            raise InputError(message, "Type it as your provider wrote it.")
        if not 0 < self.port <= HIGHEST_PORT:
            message = f"{self.port} is not the number of a port."
            raise InputError(message, "Most servers use 993 to read and 465 to send.")
        if not is_one_line(self.user):
            message = "The name to sign in with is empty or has a line break in it."
            raise InputError(message, "It is most often your whole mail address.")
        if (
            self.security is Security.NONE_ON_LOOPBACK
            and self.host.lower() not in LOOPBACK
        ):
            message = f"Mail to and from {self.host} would travel unprotected."
            raise InputError(message, "Choose TLS or STARTTLS.")


@dataclass(frozen=True, slots=True)
class MailboxSettings(ServerSettings):
    """The server, and the folder there, that an account's mail is read from."""

    folder: str = "INBOX"


@dataclass(frozen=True, slots=True)
class SendingSettings(ServerSettings):
    """The server that an account's mail is sent through."""

    answer_timeout: timedelta = timedelta(minutes=3)
    """How long the server may think about a mail it has received whole."""
