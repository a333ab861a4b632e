"""The IMAP library's connection with guards around it."""

import imaplib
import logging
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from imapclient import IMAPClient
from imapclient.exceptions import ProtocolError
from imapclient.response_parser import parse_fetch_response

from inbox_assistant.mail.failures import (
    ConnectionLostError,
    FolderError,
    ServerError,
    ServerRefusedError,
    Step,
    on_one_line,
)
from inbox_assistant.mail.imap_answers import Answers, of_mails, usual_answers
from inbox_assistant.mail.pending import has_bytes_waiting
from inbox_assistant.mail.server_settings import MailboxSettings, Security
from inbox_assistant.mail.tls import open_connection

LONGEST_LINE = 64 * 2**20
"""The answer to a search of a large mailbox is one line."""
LARGEST_LITERAL = 128 * 2**20
PARTING_SECONDS = 2.0

# Below a warning, the library logs who signs in and what is looked for.
logging.getLogger("imapclient").setLevel(logging.WARNING)


class _Wire(imaplib.IMAP4):
    """The standard library's connection, opened by us, with limits, without a log."""

    def __init__(self, settings: MailboxSettings) -> None:
        self._settings = settings
        super().__init__(settings.host, settings.port)

    def _create_socket(self, timeout: float | None) -> socket.socket:  # noqa: ARG002
        return open_connection(self._settings)

    def read(self, size: int) -> bytes:
        """Read *size* bytes, unless a server wants to fill the memory."""
        if size > LARGEST_LITERAL:
            raise self.abort("the server announced too large a text")
        data: bytes = self.file.read(size)  # type: ignore[assignment]  # binary file
        return data

    def readline(self) -> bytes:
        """Read one line of any sensible length."""
        line: bytes = self.file.readline(LONGEST_LINE + 1)  # type: ignore[assignment]
        if len(line) > LONGEST_LINE:
            raise self.abort("the server sent too long a line")
        return line

    def _log(self, line: str) -> None:
        """Keep no line: the last ten would include the password."""


class GuardedClient(IMAPClient):  # type: ignore[misc]  # the library has no types
    """IMAPClient over our own connection, with aware times and a quiet log."""

    def __init__(self, settings: MailboxSettings) -> None:
        self._settings = settings
        super().__init__(
            settings.host,
            settings.port,
            ssl=settings.security is Security.TLS,
            timeout=settings.timeout.total_seconds(),
        )
        # Left on, it formats every line for a log that nobody reads, which halves
        # the speed, and what it formats is buyers' mail.
        self._imap.debug = 0
        self.normalise_times = False

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 - the library's name
        return _Wire(self._settings)

    @property
    def is_preauthenticated(self) -> bool:
        """Whether the server claims that we have signed in already."""
        return bool(self._imap.state != "NONAUTH")

    def forget_capabilities(self) -> None:
        """Ask again what the server can do; signing in changes it."""
        self._cached_capabilities = None

    def wait_at_most(self, seconds: float) -> None:
        """Set the time limit of a single read or write."""
        self.socket().settimeout(seconds)

    def answers(self, uids: Sequence[int], items: Sequence[str]) -> Answers:
        """Ask for *items* of the mails *uids*, as ``fetch`` does, only faster."""
        numbers = ",".join(map(str, uids))
        found = self._answers(numbers, f"({' '.join(items)})")
        return {uid: found[uid] for uid in uids if uid in found}

    def flags_since(self, modseq: int) -> Answers:
        """Ask for the flags of the mails that changed after *modseq*, new ones too.

        See RFC 7162 section 3.1.4.1; *modseq* is one at least.
        """
        return self._answers("1:*", "(FLAGS)", f"(CHANGEDSINCE {modseq})")

    def _answers(self, *question: str) -> Answers:
        tag = self._imap._command("UID", "FETCH", *question)  # noqa: SLF001
        state, data = self._imap._command_complete("FETCH", tag)  # noqa: SLF001
        self._checkok("fetch", state, data)
        state, data = self._imap._untagged_response(state, data, "FETCH")  # noqa: SLF001
        data = of_mails(data)
        if not data or data == [None]:
            return {}
        found = usual_answers(data)
        if found is None:
            found = parse_fetch_response(data, normalise_times=False)
        return found

    def begin_idle(self) -> list[bytes]:
        """Enter IDLE; return the lines that came before the server agreed."""
        self._idle_tag = self._imap._command("IDLE")  # noqa: SLF001 - it has no public way
        lines: list[bytes] = []
        while (line := self._imap._get_response()) is not None:  # noqa: SLF001
            if self._imap.tagged_commands[self._idle_tag] is not None:
                raise imaplib.IMAP4.error(line)
            lines.append(line)
        return lines

    def has_line_waiting(self) -> bool:
        """Return whether the server has begun to say something."""
        return has_bytes_waiting(self.socket(), self._imap.file)

    def next_line(self) -> bytes:
        """Return the next whole line; half a line is waited for, then an error."""
        line: bytes = self._imap._get_line()  # noqa: SLF001
        return line

    def leave(self) -> None:
        """Sign out, but do not wait long for the answer."""
        try:
            self.wait_at_most(PARTING_SECONDS)
            self.logout()
        except (OSError, imaplib.IMAP4.error, ValueError):
            self.drop()

    def cut(self) -> None:
        """End the connection under whoever reads from it; safe from any thread."""
        with suppress(OSError):
            self.socket().shutdown(socket.SHUT_RDWR)

    def drop(self) -> None:
        """Close the connection without a word."""
        self.cut()
        with suppress(OSError, ValueError):
            self.shutdown()


@contextmanager
def translated(host: str, step: Step = Step.READING) -> Iterator[None]:
    """Turn whatever the library raises into a sentence, once."""
    try:
        yield
    except imaplib.IMAP4.readonly as error:
        # To the library a kind of abort, yet the connection is as good as before.
        raise _refused(host, Step.FOLDER, error) from error
    except imaplib.IMAP4.abort as error:
        raise lost(host, step) from error
    except imaplib.IMAP4.error as error:
        raise _refused(host, step, error) from error
    except OSError as error:
        raise lost(host, step) from error
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        # The library trusts servers to keep to the grammar.
        raise _odd(host, step) from error


def lost(host: str, step: Step = Step.READING) -> ConnectionLostError:
    """Return what to tell people when a connection ended in the middle."""
    return ConnectionLostError(
        f"The connection to {host} was lost.",
        "Try again; a new one is made then.",
        step=step,
    )


def _refused(host: str, step: Step, error: imaplib.IMAP4.error) -> ServerError:
    if isinstance(error, ProtocolError):
        return _odd(host, step)
    text = on_one_line(str(error))
    if step is Step.FOLDER:
        return FolderError(
            f"{host} does not let this folder be used: {text}",
            "Check the folder's name in the settings of the account.",
            said=text,
        )
    return ServerRefusedError(f"{host} refused a request: {text}", step=step, said=text)


def _odd(host: str, step: Step) -> ServerRefusedError:
    return ServerRefusedError(
        f"{host} answered in a way that is not IMAP.",
        "Check that host and port are those of a mail server.",
        step=step,
    )
