"""Mails in: today's work before the archive, nothing twice, nothing passed over."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.deadline import OLDER_AFTER
from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.mail.failures import ConnectionLostError, ServerRefusedError
from inbox_assistant.services.delivery import Delivering
from inbox_assistant.services.intake import Delivery, Kept
from inbox_assistant.services.lanes import Run
from inbox_assistant.services.studying import (
    LoadTopics,
    Readers,
    Result,
    Studied,
    nobody,
    readers,
)
from inbox_assistant.storage.accounts import Cursor
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.store import Store

BATCH = 50
"""Mails of today stored at once: a cut connection costs at most so many again."""
ARCHIVE_BATCH = 100
STORED_TOGETHER = 5
"""Batches of an archive in one transaction, which waits for the disk once."""
LARGEST_BATCH = 4 * 2**20
"""Bytes after which a batch is full, whatever it counts: several are in the memory."""
FEW = 200
"""So many new mails are read in one go; among more, today's come first."""

_RELAY = "marketplace.amazon"
_WITHHELD = "the mail server does not hand it over; it is asked for again next time"


class Fetched(Protocol):
    """One mail as a server gave it."""

    @property
    def uid(self) -> int:
        """Its number in the folder."""
        ...

    @property
    def raw(self) -> bytes:
        """Its bytes."""
        ...

    @property
    def arrived_at(self) -> datetime | None:
        """When the server took it, aware UTC."""
        ...


class Folder(Protocol):
    """What is known of an opened folder."""

    @property
    def uid_validity(self) -> int:
        """Changes when the folder's numbers begin anew."""
        ...

    @property
    def uid_next(self) -> int | None:
        """The number the next mail will get, where the server tells it."""
        ...


class Readable(Protocol):
    """A mailbox to read from; see ``mail.imap.Mailbox``."""

    def select(self, folder: str | None = None, *, writable: bool = False) -> Folder:
        """Open a folder."""
        ...

    def uids_from(self, first_uid: int) -> list[int]:
        """Return the numbers from *first_uid* on."""
        ...

    def uids_since(self, day: date, sender: str = "") -> list[int]:
        """Return the numbers of the mails that arrived on *day* or later."""
        ...

    def fetch(self, uids: Iterable[int]) -> Iterator[Fetched]:
        """Yield mails, newest first."""
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round is: *done* of *total* mails of *folder*."""

    account: str
    folder: str
    done: int
    total: int


Tell = Callable[[Progress, Kept], None]


@dataclass(slots=True)
class _Task:
    """One folder whose new mails are being read."""

    account: Account
    name: str
    is_sent: bool
    state: Folder
    is_first_import: bool
    uids: list[int]
    missing: set[int] = field(default_factory=set)
    done: int = 0

    @property
    def source(self) -> str:
        """Return what the folder is called among the sources."""
        return f"{self.account.name}/{self.name}"

    @property
    def progress(self) -> Progress:
        """Return how far it is."""
        return Progress(self.account.name, self.name, self.done, len(self.uids))

    def delivery(self, mail: Fetched) -> Delivery:
        """Return *mail* with how it came."""
        arrival = Arrival(
            source=f"{self.source}/{self.state.uid_validity}/{mail.uid}",
            account=self.account.name,
            arrived_at=mail.arrived_at,
            in_sent_folder=self.is_sent,
            first_import=self.is_first_import,
        )
        return Delivery(mail.raw, arrival)


_Batch = tuple[list[Fetched], Result]
"""Mails as they came, and what is being read of them."""


class Fetching:
    """Keeps what is new in folders; storage is reached through *run*."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        delivering: Delivering,
        load_topics: LoadTopics | None,
        run: Run,
    ) -> None:
        self._store = store
        self._clock = clock
        self._delivering = delivering
        self._load_topics = load_topics
        self._run = run

    def fetch(
        self,
        account: Account,
        mailbox: Readable,
        folders: Mapping[str, bool],
        tell: Tell,
        before_archive: Callable[[], Kept] = Kept,
    ) -> Kept:
        """Keep what is new in *folders*, each marked as that of sent mail or not.

        What arrived in the last days comes first, from every folder and buyers' mails
        before others: so the queue is right long before an archive is in. Every batch
        is stored together with the note of which mails it held, so that nothing is
        fetched twice and nothing is passed over; *tell* hears of each. Where an
        archive follows, *before_archive* is done first. What the server does not hand
        over although it is there is reported and asked for again the next time. Raises
        MailError.
        """
        kept = Kept()
        tasks = [
            self._begin(account, mailbox, name, is_sent=is_sent)
            for name, is_sent in folders.items()
        ]
        urgent = [self._urgent(mailbox, task) for task in tasks]
        count = sum(len(task.uids) for task in tasks)
        with readers(count, self._load_topics) as processes:
            for task, portions in zip(tasks, urgent, strict=True):
                for place, some in enumerate(portions):
                    # What comes first does not wait until processes are ready.
                    by = processes if place else None
                    kept += self._read(mailbox, task, some, by, tell)
            if any(urgent):
                part = before_archive()
                kept += part
                if part.changes:
                    tell(tasks[0].progress, part)
            # A small folder, such as that of sent mail, need not wait for an archive.
            for task in sorted(tasks, key=lambda one: len(one.missing)):
                kept += self._read(mailbox, task, list(task.missing), processes, tell)
        for task in tasks:
            kept += self._finish(mailbox, task)
        return kept

    def _begin(
        self, account: Account, mailbox: Readable, name: str, *, is_sent: bool
    ) -> _Task:
        state = mailbox.select(name)

        def known() -> tuple[int, bool, set[int]]:
            accounts = self._store.accounts
            first = self._first_unknown(account, name, state)
            uids = accounts.known_uids(account.name, name, state.uid_validity, first)
            return first, accounts.is_first_import(f"{account.name}/{name}"), uids

        first, is_first_import, there = self._run(known)
        uids = [uid for uid in mailbox.uids_from(first) if uid not in there]
        return _Task(
            account, name, is_sent, state, is_first_import, uids, missing=set(uids)
        )

    def _urgent(self, mailbox: Readable, task: _Task) -> list[list[int]]:
        """Return what of *task* comes first, in portions; nothing where all is few."""
        if len(task.uids) <= FEW:
            return []
        _select_again(mailbox, task)
        since = (self._clock() - OLDER_AFTER).date()
        recent: set[int] = set()
        buyers: set[int] = set()
        # A server that cannot search so is read from the newest number on.
        with suppress(ServerRefusedError):
            recent = task.missing.intersection(mailbox.uids_since(since))
            if not task.is_sent and len(recent) > FEW:
                buyers = recent.intersection(mailbox.uids_since(since, _RELAY))
        return [sorted(some) for some in (buyers, recent - buyers) if some]

    def _read(
        self,
        mailbox: Readable,
        task: _Task,
        uids: Sequence[int],
        processes: Readers | None,
        tell: Tell,
    ) -> Kept:
        """Keep the mails *uids*, read by *processes* while others are stored."""
        size = BATCH if processes is None else ARCHIVE_BATCH
        ahead = 0 if processes is None else processes.batches + STORED_TOGETHER - 1
        kept = Kept()
        if not uids:
            return kept
        _select_again(mailbox, task)
        waiting: deque[_Batch] = deque()
        failure: InboxAssistantError | None = None
        mails = mailbox.fetch(uids)
        while batch := _portion(mails, size):
            result = nobody
            if processes is not None:
                result = processes.begin([mail.raw for mail in batch.mails])
            waiting.append((batch.mails, result))
            failure = batch.failure
            while waiting and (len(waiting) > ahead or failure is not None):
                kept += self._keep(task, _first(waiting), tell)
            if failure is not None:
                raise failure
        while waiting:
            kept += self._keep(task, _first(waiting), tell)
        return kept

    def _keep(self, task: _Task, batches: Sequence[_Batch], tell: Tell) -> Kept:
        """Store *batches* in one transaction: each one waits for the disk."""
        mails = [mail for some, _ in batches for mail in some]
        numbers = [mail.uid for mail in mails]
        deliveries = [task.delivery(mail) for mail in mails]
        studied: list[Studied | None] = []
        for some, result in batches:
            studied.extend(result() or [None] * len(some))

        def keep() -> Kept:
            with self._store.batch():
                kept = self._delivering.keep(deliveries, studied)
                self._store.accounts.note_uids(
                    task.account.name, task.name, task.state.uid_validity, numbers
                )
            return kept

        kept = self._run(keep)
        task.done += len(mails)
        task.missing.difference_update(numbers)
        tell(task.progress, kept)
        return kept

    def _finish(self, mailbox: Readable, task: _Task) -> Kept:
        if task.missing:
            _select_again(mailbox, task)
            task.missing.intersection_update(mailbox.uids_from(min(task.missing)))
        self._run(lambda: self._finished(task))
        return Kept(
            unreadable=tuple(
                (f"{task.source}/{task.state.uid_validity}/{uid}", _WITHHELD)
                for uid in sorted(task.missing)
            )
        )

    def _first_unknown(self, account: Account, folder: str, state: Folder) -> int:
        cursor = self._store.accounts.cursor(account.name, folder)
        if cursor is None or cursor.uid_validity != state.uid_validity:
            return 1
        return cursor.next_uid

    def _finished(self, task: _Task) -> None:
        state = task.state
        first = self._first_unknown(task.account, task.name, state)
        highest = [uid + 1 for uid in task.uids]
        next_uid = max([first, state.uid_next or 0, *highest])
        next_uid = min([next_uid, *task.missing])
        now = self._clock()
        with self._store.transaction():
            cursor = Cursor(state.uid_validity, next_uid, now)
            self._store.accounts.keep_cursor(task.account.name, task.name, cursor)
            self._store.accounts.first_import_done(task.source, now)


def _first(waiting: deque[_Batch]) -> list[_Batch]:
    return [waiting.popleft() for _ in range(min(STORED_TOGETHER, len(waiting)))]


@dataclass(slots=True)
class _Portion:
    """Mails that came, and what kept more from coming."""

    mails: list[Fetched] = field(default_factory=list)
    failure: InboxAssistantError | None = None

    def __bool__(self) -> bool:
        return bool(self.mails) or self.failure is not None


def _portion(mails: Iterator[Fetched], size: int) -> _Portion:
    """Return the next *size* mails, fewer large ones; a cut loses none that came."""
    found = _Portion()
    weight = 0
    try:
        for mail in mails:
            found.mails.append(mail)
            weight += len(mail.raw)
            if len(found.mails) == size or weight >= LARGEST_BATCH:
                break
    except InboxAssistantError as error:
        found.failure = error
    return found


def _select_again(mailbox: Readable, task: _Task) -> None:
    state = mailbox.select(task.name)
    if state.uid_validity != task.state.uid_validity:
        raise ConnectionLostError(
            f"The mail server has numbered the mails of {task.name} anew.",
            "Try again; the folder is read from the beginning then.",
        )
