"""A profile's file with all its tables, opened for one thread of the program."""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from inbox_assistant.storage import database, search
from inbox_assistant.storage.accounts import Accounts
from inbox_assistant.storage.attachments import Attachments
from inbox_assistant.storage.drafts import Drafts
from inbox_assistant.storage.incoming import Incoming
from inbox_assistant.storage.journal import JournalTable
from inbox_assistant.storage.mails import Mails
from inbox_assistant.storage.marks import Marks
from inbox_assistant.storage.messages import Messages
from inbox_assistant.storage.outbox import Outbox
from inbox_assistant.storage.promises import Promises
from inbox_assistant.storage.purging import Purging
from inbox_assistant.storage.reminders import Reminders
from inbox_assistant.storage.responses import Responses
from inbox_assistant.storage.saved_views import SavedViewTable
from inbox_assistant.storage.templates import Templates
from inbox_assistant.storage.threads import Threads
from inbox_assistant.storage.triage import Triage


class Store:
    """All tables over one connection; used by the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.mails = Mails(connection)
        self.incoming = Incoming(connection)
        self.messages = Messages(connection)
        self.threads = Threads(connection)
        self.journal = JournalTable(connection)
        self.outbox = Outbox(connection)
        self.drafts = Drafts(connection)
        self.attachments = Attachments(connection)
        self.promises = Promises(connection)
        self.templates = Templates(connection)
        self.accounts = Accounts(connection)
        self.marks = Marks(connection)
        self.reminders = Reminders(connection)
        self.responses = Responses(connection)
        self.saved_views = SavedViewTable(connection)
        self.triage = Triage(connection)
        self.purging = Purging(connection)

    def __enter__(self) -> Self:
        """Return the store itself; leaving the block closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be read or written afterwards."""
        self._connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Run a block as one transaction; see ``database.transaction``."""
        return database.transaction(self._connection)

    def batch(self) -> AbstractContextManager[None]:
        """Run a block that keeps many mails as one; see ``database.batch``."""
        return database.batch(self._connection)

    def search(self, query: str, limit: int = 200) -> list[int]:
        """Return the numbers of the threads that match *query*."""
        return search.search_threads(self._connection, query, limit)

    def version_seen(self) -> int:
        """Return a number that changes when another connection has written."""
        return int(self._connection.execute("pragma data_version").fetchone()[0])

    def copy_to(self, target: Path) -> None:
        """Write a verified copy of the whole file to *target*."""
        database.copy_to(self._connection, target)

    def problems(self, *, quickly: bool = False) -> list[str]:
        """Return what is wrong with the file; an empty list means it is sound.

        Unless *quickly*, every kept mail is compared with its hash as well.
        """
        wrong = database.check(self._connection, quickly=quickly)
        if not quickly and not wrong:
            count = sum(1 for _ in self.mails.damaged())
            wrong = [f"{count} mails are not as they were received"] if count else []
        return wrong

    def forget_derived(self) -> None:
        """Remove everything that can be made again from mails and journal."""
        self._connection.execute("update raw set message_id = null")
        self._connection.execute("delete from message")
        self._connection.execute("delete from thread")
        self._connection.execute("delete from thread_moved")
        self.promises.forget_all()


def open_store(path: Path) -> Store:
    """Open the file at *path* for writing; see ``database.open_writer``."""
    return Store(database.open_writer(path))


def open_reading(path: Path) -> Store:
    """Open the file at *path* for reading alone; see ``database.open_reader``."""
    return Store(database.open_reader(path))
