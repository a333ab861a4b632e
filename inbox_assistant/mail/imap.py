"""One mailbox on a server: read it, look things up, file and flag mails.

Everything blocks, with a time limit, and belongs to one thread; ``cut_off`` alone may
be called from another one, to end whatever is waiting.
"""

import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from types import TracebackType
from typing import Self

from inbox_assistant.domain.clock import Clock, system_clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.mail.failures import ConnectionLostError, FolderError, Step
from inbox_assistant.mail.imap_client import GuardedClient, translated
from inbox_assistant.mail.imap_fetch import (
    Answers,
    FetchedMail,
    MailHeader,
    flags_in,
    read_headers,
    read_mails,
)
from inbox_assistant.mail.imap_folders import (
    FolderState,
    SpecialFolders,
    special_among,
    state_of,
)
from inbox_assistant.mail.imap_idle import wait_for_news
from inbox_assistant.mail.imap_sign_in import open_client
from inbox_assistant.mail.secret import Secret, is_one_line
from inbox_assistant.mail.server_settings import MailboxSettings

_FLAG = re.compile(r"\\?[A-Za-z0-9$._-]{1,64}")
_MESSAGE_ID = re.compile(r"<[!-~]{1,990}>")
_APPENDED = re.compile(rb"\[APPENDUID \d+ (\d+)\]", re.IGNORECASE)


def connect(settings: MailboxSettings, secret: Secret) -> "Mailbox":
    """Return the mailbox, signed in; use it as a context manager."""
    return Mailbox(open_client(settings, secret), settings)


class Mailbox:
    """An open connection to one mailbox."""

    def __init__(self, client: GuardedClient, settings: MailboxSettings) -> None:
        self._client = client
        self._settings = settings
        self._host = settings.host
        self._selected: FolderState | None = None
        self._open: tuple[str, bool] | None = None
        self._states: dict[str, FolderState] = {}

    def __enter__(self) -> Self:
        """Return the mailbox itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Sign out, or just hang up where something went wrong."""
        if isinstance(error, ConnectionLostError):
            self._client.drop()
        else:
            self.close()

    def close(self) -> None:
        """Sign out; takes two seconds at most."""
        self._client.leave()

    def cut_off(self) -> None:
        """Make whatever waits raise ConnectionLostError; for other threads."""
        self._client.cut()

    @property
    def can_idle(self) -> bool:
        """Whether the server tells news by itself; poll it otherwise."""
        return self._offers("IDLE")

    def select(
        self, folder: str | None = None, *, writable: bool = False
    ) -> FolderState:
        """Open *folder* (that of the settings) for the reading methods that follow."""
        name = folder or self._settings.folder
        self._selected = self._open_folder(name, writable=writable)
        return self._selected

    def uids_from(self, first_uid: int) -> list[int]:
        """Return the UIDs of the selected folder that are *first_uid* or higher."""
        self._return_to(self._needs_selected())
        with translated(self._host):
            found = self._client.search(["UID", f"{max(1, first_uid)}:*"])
        # The range n:* always holds the last mail, even where that is before n.
        return sorted(uid for uid in found if uid >= first_uid)

    def uids_since(self, day: date, sender: str = "") -> list[int]:
        """Return the UIDs of the mails that the server took on *day* or later.

        With *sender*, of those alone whose From holds it. Days are the server's own.
        """
        self._return_to(self._needs_selected())
        wanted: list[object] = ["SINCE", day]
        if sender:
            wanted += ["FROM", sender]
        with translated(self._host):
            return sorted(self._client.search(wanted))

    def headers(self, uids: Iterable[int]) -> Iterator[MailHeader]:
        """Yield size, flags, arrival and some header fields, newest first."""
        return read_headers(partial(self._ask, self._needs_selected()), uids)

    def fetch(self, uids: Iterable[int]) -> Iterator[FetchedMail]:
        """Yield whole mails, newest first; never marks one as read.

        What was asked for and does not come is gone, or the server cannot give it.
        """
        return read_mails(partial(self._ask, self._needs_selected()), uids)

    @property
    def counts_changes(self) -> bool:
        """Whether the server can be asked for what changed since some count.

        Some tell a count and know no such question.
        """
        return self._offers("CONDSTORE") or self._offers("QRESYNC")

    def last_opened(self, folder: str) -> FolderState | None:
        """Return *folder* as it was when it was last opened; asks nothing."""
        return self._states.get(folder)

    def flags_changed_since(self, modseq: int) -> dict[int, frozenset[str]]:
        """Return the flags of what changed in the selected folder after *modseq*."""
        self._return_to(self._needs_selected())
        with translated(self._host):
            answers = self._client.flags_since(modseq)
        return _flags(answers)

    def flags(self, uids: Sequence[int]) -> dict[int, frozenset[str]]:
        """Return the flags of those of *uids* that are there."""
        return _flags(self._ask(self._needs_selected(), uids, ["FLAGS"]))

    def find_message_id(self, folder: str, message_id: str) -> list[int]:
        """Return the UIDs in *folder* of mails with exactly this Message-ID."""
        if not _MESSAGE_ID.fullmatch(message_id):
            message = "This is not a Message-ID."
            raise InputError(message, "It looks like <name@host>.")
        self._open_folder(folder, writable=False)
        with translated(self._host):
            found = self._client.search(["HEADER", "Message-ID", message_id])
            # Servers look for parts of it, some for its words.
            field = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"
            answers = self._client.fetch(found, [field]) if found else {}
        wanted = message_id.encode()
        return sorted(uid for uid in answers if _has_field(answers[uid], wanted))

    def append(
        self, folder: str, raw: bytes, flags: Iterable[str], at: datetime
    ) -> int | None:
        """File *raw* in *folder*; return its UID where the server tells it."""
        marks = _checked(flags)
        _refuse_odd_folder(folder)
        with translated(self._host, Step.FOLDER):
            said = self._client.append(folder, raw, marks, at)
        match = _APPENDED.search(said if isinstance(said, bytes) else b"")
        return int(match[1]) if match else None

    def add_flags(
        self, folder: str, uids: Sequence[int], flags: Iterable[str]
    ) -> dict[int, frozenset[str]]:
        """Add *flags* to *uids* in *folder*; return the flags they have then.

        A server may agree and keep nothing, so what counts is what it returns.
        """
        marks = _checked(flags)
        self._open_folder(folder, writable=True)
        with translated(self._host):
            self._client.add_flags(list(uids), marks, silent=True)
            answers = self._client.fetch(list(uids), ["FLAGS"])
        return {uid: flags_in(answer) for uid, answer in answers.items()}

    def remove_flags(
        self, folder: str, uids: Sequence[int], flags: Iterable[str]
    ) -> None:
        """Take *flags* off *uids* in *folder*."""
        marks = _checked(flags)
        self._open_folder(folder, writable=True)
        with translated(self._host):
            self._client.remove_flags(list(uids), marks, silent=True)

    def open_for_marks(self, folder: str) -> FolderState:
        """Open *folder* for writing; return which marks it keeps among the rest."""
        return self._open_folder(folder, writable=True)

    def special_folders(self) -> SpecialFolders:
        """Return which folders hold sent mail, all mail and so on."""
        with translated(self._host):
            return special_among(self._client.list_folders())

    def idle(
        self,
        limit: timedelta,
        stop: threading.Event,
        clock: Clock = system_clock,
    ) -> bool:
        """Wait for news of the selected folder; return whether there are some.

        Ends within *limit*, or soon after *stop* is set. Routers forget silent
        connections, so let *limit* be nine minutes at most. A leap of *clock*, as
        after the computer slept, ends it with ConnectionLostError.
        """
        self._return_to(self._needs_selected())
        return wait_for_news(self._client, limit, stop, clock)

    def probe(self) -> None:
        """Ask the server for a sign of life, as after the computer slept."""
        with translated(self._host):
            self._client.noop()

    def _offers(self, capability: str) -> bool:
        with translated(self._host):
            return bool(self._client.has_capability(capability))

    def _ask(
        self, folder: FolderState, uids: Sequence[int], items: Sequence[str]
    ) -> Answers:
        self._return_to(folder)
        if not uids:
            return {}
        with translated(self._host):
            return self._client.answers(uids, items)

    def _open_folder(self, name: str, *, writable: bool) -> FolderState:
        _refuse_odd_folder(name)
        self._open = None
        with translated(self._host, Step.FOLDER):
            answer = self._client.select_folder(name, readonly=not writable)
        self._open = (name, writable)
        self._states[name] = state_of(name, answer)
        return self._states[name]

    def _needs_selected(self) -> FolderState:
        if self._selected is None:
            message = "No folder was selected."
            raise FolderError(message, "Choose a folder in the account's settings.")
        return self._selected

    def _return_to(self, folder: FolderState) -> None:
        """Open *folder* again if another one was opened meanwhile.

        Mails are read a batch at a time, and in between anything may be looked up.
        """
        if self._open is not None and self._open[0] == folder.name:
            return
        state = self._open_folder(folder.name, writable=False)
        if state.uid_validity != folder.uid_validity:
            raise ConnectionLostError(
                f"{self._host} has numbered the mails of {folder.name} anew.",
                "Try again; the folder is read from the beginning then.",
            )


def _flags(answers: Answers) -> dict[int, frozenset[str]]:
    """Return the flags of each mail of which any were told."""
    return {
        uid: flags_in(answer) for uid, answer in answers.items() if b"FLAGS" in answer
    }


def _checked(flags: Iterable[str]) -> list[str]:
    """Return *flags*, each a single word; the library would send line breaks on."""
    marks = list(flags)
    for mark in marks:
        if not _FLAG.fullmatch(mark):
            message = "A flag is a single word of letters, digits and . _ - $."
            raise InputError(message, "Choose another name for it.")
    return marks


def _refuse_odd_folder(name: str) -> None:
    if not is_one_line(name):
        message = "The name of a folder is empty or has a line break in it."
        raise InputError(message, "Choose a folder from the list.")


def _has_field(answer: Mapping[bytes, object], message_id: bytes) -> bool:
    for key, value in answer.items():
        if key.startswith(b"BODY[HEADER") and isinstance(value, bytes):
            return message_id in value.split()
    return False
