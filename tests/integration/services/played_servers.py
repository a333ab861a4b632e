"""A mailbox and a sending server in memory, with the faults a test asks for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from email import message_from_bytes

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InboxAssistantError, InputError
from inbox_assistant.domain.reply import OutboxReply
from inbox_assistant.mail.failures import (
    ConnectionLostError,
    FolderError,
    ServerRefusedError,
    UnsureError,
)
from inbox_assistant.services.rounds import Access


@dataclass(frozen=True, slots=True)
class PlayedMail:
    """One mail of a folder."""

    uid: int
    raw: bytes
    arrived_at: datetime


@dataclass(slots=True)
class PlayedFolder:
    """One folder: mails by number, and their flags."""

    uid_validity: int = 1
    mails: dict[int, PlayedMail] = field(default_factory=dict)
    flags: dict[int, set[str]] = field(default_factory=dict)
    uid_next: int | None = 1
    can_keep_keywords: bool = True
    highest_modseq: int | None = 1
    changed: dict[int, int] = field(default_factory=dict)
    """The count of changes at which each mail's flags were changed last."""

    def add(self, raw: bytes, at: datetime) -> int:
        """Add a mail and return its number."""
        uid = max(self.mails, default=0) + 1
        self.mails[uid] = PlayedMail(uid, raw, at)
        if self.uid_next is not None:
            self.uid_next = uid + 1
        self.count(uid)
        return uid

    def mark(self, uid: int, *flags: str) -> None:
        """Set *flags* as another program does."""
        self.flags.setdefault(uid, set()).update(flags)
        self.count(uid)

    def unmark(self, uid: int, *flags: str) -> None:
        """Take *flags* away as another program does."""
        self.flags.setdefault(uid, set()).difference_update(flags)
        self.count(uid)

    def count(self, uid: int) -> None:
        """Count a change of a mail, where changes are counted."""
        if self.highest_modseq is not None:
            self.highest_modseq += 1
            self.changed[uid] = self.highest_modseq

    def number_anew(self) -> None:
        """Give all mails other numbers, as after a move of the server."""
        self.uid_validity += 1
        mails = list(self.mails.values())
        flags, self.flags, self.mails = self.flags, {}, {}
        for mail in reversed(mails):
            uid = self.add(mail.raw, mail.arrived_at)
            if mail.uid in flags:
                self.flags[uid] = flags[mail.uid]


@dataclass(slots=True)
class PlayedMailbox:
    """A mailbox; what is ``withheld`` or ``gone`` is not given."""

    folders: dict[str, PlayedFolder] = field(
        default_factory=lambda: {"INBOX": PlayedFolder(), "Sent": PlayedFolder()}
    )
    cut_after: int | None = None
    withheld: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    fetched: list[int] = field(default_factory=list)
    refused_id: str = ""
    """A Message-ID that cannot be searched for."""
    is_full: bool = False
    cannot_search: bool = False
    counts_changes: bool = True
    refuses_flags: bool = False
    asked: list[str] = field(default_factory=list)
    """What was asked about flags, and for how many mails."""
    _opened: dict[str, PlayedFolder] = field(default_factory=dict)
    _selected: PlayedFolder = field(default_factory=PlayedFolder)

    def select(
        self,
        folder: str | None = None,
        *,
        writable: bool = False,  # noqa: ARG002
    ) -> PlayedFolder:
        """Open a folder."""
        self._selected = self._folder(folder or "INBOX")
        # What was known when it was opened; numbering it anew changes nothing of that.
        opened = self._opened[folder or "INBOX"] = copy(self._selected)
        return opened

    def last_opened(self, folder: str) -> PlayedFolder | None:
        """Return a folder as it was last opened."""
        return self._opened.get(folder)

    def flags(self, uids: Sequence[int]) -> dict[int, frozenset[str]]:
        """Return the flags of mails of the opened folder."""
        self._note(f"flags of {len(uids)}")
        return {uid: self._marks(uid) for uid in uids if uid in self._selected.mails}

    def flags_changed_since(self, modseq: int) -> dict[int, frozenset[str]]:
        """Return the flags of what changed in it after *modseq*."""
        self._note(f"changes since {modseq}")
        changed = self._selected.changed
        return {
            uid: self._marks(uid)
            for uid in self._selected.mails
            if changed.get(uid, 0) > modseq
        }

    def _note(self, question: str) -> None:
        self.asked.append(question)
        if self.refuses_flags:
            raise ServerRefusedError("What is this?")

    def _marks(self, uid: int) -> frozenset[str]:
        return frozenset(self._selected.flags.get(uid, ()))

    def uids_from(self, first_uid: int) -> list[int]:
        """Return the numbers from *first_uid* on."""
        return sorted(uid for uid in self._selected.mails if uid >= first_uid)

    def uids_since(self, day: date, sender: str = "") -> list[int]:
        """Return the numbers of the mails that arrived on *day* or later."""
        if self.cannot_search:
            raise ServerRefusedError("What is this?")
        return sorted(
            uid
            for uid, mail in self._selected.mails.items()
            if mail.arrived_at.date() >= day
            and sender in message_from_bytes(mail.raw)["From"]
        )

    def fetch(self, uids: Iterable[int]) -> Iterator[PlayedMail]:
        """Yield mails, newest first, until the connection is cut."""
        for uid in sorted(uids, reverse=True):
            if self.cut_after is not None and len(self.fetched) >= self.cut_after:
                raise ConnectionLostError("The connection ended.")
            if uid in self.gone:
                del self._selected.mails[uid]
            elif uid not in self.withheld:
                self.fetched.append(uid)
                yield self._selected.mails[uid]

    def find_message_id(self, folder: str, message_id: str) -> list[int]:
        """Return the numbers of the mails with this Message-ID."""
        if message_id == self.refused_id:
            raise InputError("This is not a Message-ID.")
        return [
            uid
            for uid, mail in self._folder(folder).mails.items()
            if message_from_bytes(mail.raw)["Message-ID"] == message_id
        ]

    def append(
        self, folder: str, raw: bytes, flags: Iterable[str], at: datetime
    ) -> int | None:
        """File a mail."""
        if self.is_full:
            raise ServerRefusedError("The mailbox is full.")
        found = self._folder(folder)
        uid = found.add(raw, at)
        found.mark(uid, *flags)
        return uid

    def add_flags(
        self, folder: str, uids: Sequence[int], flags: Iterable[str]
    ) -> dict[int, frozenset[str]]:
        """Add flags to mails."""
        found = self._folder(folder)
        for uid in uids:
            found.mark(uid, *flags)
        return {uid: frozenset(found.flags[uid]) for uid in uids}

    def remove_flags(
        self, folder: str, uids: Sequence[int], flags: Iterable[str]
    ) -> None:
        """Take flags off mails."""
        found = self._folder(folder)
        for uid in uids:
            found.unmark(uid, *flags)

    def open_for_marks(self, folder: str) -> PlayedFolder:
        """Open a folder for writing."""
        return self.select(folder)

    def _folder(self, name: str) -> PlayedFolder:
        if name not in self.folders:
            raise FolderError(f"There is no folder {name}.")
        return self.folders[name]


@dataclass(slots=True)
class PlayedServers:
    """The ways to one account's played servers."""

    mailbox: PlayedMailbox = field(default_factory=PlayedMailbox)
    sent: list[OutboxReply] = field(default_factory=list)
    refusal: InboxAssistantError | None = None
    """What the sending server says to every mail."""
    unreachable: InboxAssistantError | None = None
    """Why the mailbox cannot be opened."""
    loses_answers: bool = False
    """Whether it takes and files a mail, then ends the connection."""
    is_ours: bool = True
    sent_folder: str | None = "Sent"
    connections: int = 0

    @property
    def access(self) -> Access:
        """Return the ways to these servers."""
        return Access(
            connect=self._connect,
            send=self._send,
            sent_folder=lambda _mailbox: self.sent_folder,
            may_deliver=lambda: nullcontext(self.is_ours),
        )

    def _connect(self) -> AbstractContextManager[PlayedMailbox]:
        self.connections += 1
        if self.unreachable is not None:
            raise self.unreachable
        return nullcontext(self.mailbox)

    def _send(
        self, _account: Account, reply: OutboxReply, on_dot: Callable[[], None]
    ) -> str:
        if self.refusal is not None:
            raise self.refusal
        on_dot()
        self.sent.append(reply)
        if self.loses_answers:
            self.mailbox.folders["Sent"].add(reply.raw, reply.queued_at)
            raise UnsureError("The connection ended.")
        return "250 OK"
