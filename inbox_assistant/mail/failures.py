"""What can go wrong with mail servers, in sentences for people.

MailError
├── UnreachableError     no way to the server: its name, the network, its time
├── InsecureError        the connection cannot be protected; nothing secret was said
├── SignInRefusedError   name, password or token were not taken
├── ConnectionLostError  the connection ended or fell silent in the middle
├── ServerRefusedError   the server said no to something else
├── FolderError          a folder is missing, or cannot be used in that way
├── RefusedError         a mail was refused for good
├── TryLaterError        a mail was not taken this time
└── UnsureError          a mail may or may not have been taken

While sending, every error but UnsureError means that no copy left this time.
"""

import re
import socket
import ssl
from enum import StrEnum

from inbox_assistant.domain.errors import MailError

TEXT_LIMIT = 200
_ADDRESS = re.compile(r"[^\s<>(),;:\"']{1,200}@[^\s<>(),;:\"']{1,200}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")


class Step(StrEnum):
    """How far a conversation with a server had come."""

    NAME_LOOKUP = "name lookup"
    CONNECTING = "connecting"
    TLS = "TLS"
    SIGN_IN = "sign-in"
    FOLDER = "folder"
    READING = "reading"
    SENDING = "sending"


class ServerError(MailError):
    """A MailError that knows the step it happened in and what the server said.

    ``server_said`` is the server's own text on one line, without mail addresses.
    """

    step = Step.CONNECTING
    can_retry = False

    def __init__(
        self, message: str, hint: str = "", *, step: Step | None = None, said: str = ""
    ) -> None:
        super().__init__(message, hint, retryable=self.can_retry)
        self.step = step or type(self).step
        self.server_said = said


class UnreachableError(ServerError):
    """There is no way to the server now."""

    can_retry = True


class InsecureError(ServerError):
    """The connection cannot be protected; no name and no password were sent."""

    step = Step.TLS


class SignInRefusedError(ServerError):
    """The server did not take the name, password or token."""

    step = Step.SIGN_IN


class ConnectionLostError(ServerError):
    """The connection ended or fell silent in the middle; connect again."""

    step = Step.READING
    can_retry = True


class ServerRefusedError(ServerError):
    """The server said no, or something that is not in its language."""

    step = Step.READING


class FolderError(ServerError):
    """A folder is missing, or cannot be used in that way."""

    step = Step.FOLDER


class RefusedError(ServerError):
    """The mail was refused for good: no copy left, and trying again is no use."""

    step = Step.SENDING


class TryLaterError(ServerError):
    """The mail was not taken this time: no copy left, trying again is safe."""

    step = Step.SENDING
    can_retry = True


class UnsureError(ServerError):
    """The mail may or may not have been taken: never send it again unasked."""

    step = Step.SENDING


def on_one_line(said: bytes | str) -> str:
    """Return a server's text in one short line without mail addresses."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    text = _ADDRESS.sub("(address)", _CONTROL.sub(" ", text)).strip()
    return text if len(text) <= TEXT_LIMIT else f"{text[:TEXT_LIMIT]}…"


def no_way_to(host: str, port: int, error: OSError | ValueError) -> ServerError:
    """Return what to tell people when a connection to *host* could not be made."""
    if isinstance(error, ssl.SSLError):
        return not_protected(host, port, error)
    if isinstance(error, socket.gaierror | ValueError):
        # A ValueError is a name that cannot be one, as with a dot at its beginning.
        return UnreachableError(
            f"No server is called {host}, or there is no network.",
            "Check the network and the name of the server.",
            step=Step.NAME_LOOKUP,
        )
    if isinstance(error, TimeoutError):
        return UnreachableError(
            f"{host} does not answer on port {port}.",
            "Check the network, the port and the kind of protection.",
        )
    if isinstance(error, ConnectionRefusedError):
        return UnreachableError(
            f"{host} takes no connections on port {port}.", "Check the port."
        )
    return UnreachableError(
        f"The connection to {host} could not be made.", "Check the network."
    )


def not_protected(host: str, port: int, error: ssl.SSLError) -> ServerError:
    """Return what to tell people when TLS with *host* failed."""
    if isinstance(error, ssl.SSLCertVerificationError):
        sentence, hint = _CERTIFICATE.get(error.verify_code, _UNKNOWN_AUTHORITY)
        return InsecureError(sentence.format(host=host), hint)
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return UnreachableError(
            f"{host} ended the connection while it was being protected.",
            "Try again; should it stay so, check the port and the kind of protection.",
            step=Step.TLS,
        )
    return InsecureError(
        f"{host} does not speak TLS on port {port}.",
        "Check the port, and whether it wants TLS or STARTTLS.",
    )


def no_starttls(host: str) -> InsecureError:
    """Return what to tell people when *host* offers no protection to begin with."""
    return InsecureError(
        f"{host} offered no protection (STARTTLS), so nothing was said to it.",
        "Choose TLS; should that fail too, something on the way takes protection off.",
    )


_WRONG_NAME = (
    "{host} showed a certificate that belongs to another name.",
    "Type the server's name exactly as your provider wrote it.",
)
_UNKNOWN_AUTHORITY = (
    "{host} showed a certificate of somebody this computer does not trust.",
    "Something may be listening in. Ask whoever runs the server or the network.",
)
_CERTIFICATE = {
    9: (
        "The certificate of {host} is not valid yet.",
        "Check date and time of this computer.",
    ),
    10: (
        "The certificate of {host} has expired.",
        "Check date and time of this computer, then tell whoever runs the server.",
    ),
    62: _WRONG_NAME,
    64: _WRONG_NAME,
}
"""By OpenSSL's numbers for what is wrong with a certificate."""
