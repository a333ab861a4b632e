"""Mailboxes: how they are reached, and how far each was read."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.storage.connection import told_as_damage
from inbox_assistant.storage.stamps import from_stamp, to_stamp

_HELD = "held/"
_OF_MAILBOXES = ("mailbox_cursor", "mailbox_uid", "mailbox_flags", "mailbox_mark")


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a folder was read: mails below ``next_uid`` are kept already."""

    uid_validity: int
    next_uid: int
    synced_at: datetime | None = None


class Accounts:
    """The tables about mailboxes, import sources and single facts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, name: str, settings: Mapping[str, object]) -> None:
        """Store an account's settings; a password is never among them."""
        self._connection.execute(
            """insert into account values (?, ?)
            on conflict(name) do update set settings = excluded.settings""",
            (name, json.dumps(settings, ensure_ascii=False)),
        )

    def forget(self, name: str) -> None:
        """Remove an account; its mails stay."""
        self._connection.execute("delete from account where name = ?", (name,))
        self.release(name)
        for table in _OF_MAILBOXES:
            self._connection.execute(
                f"delete from {table} where account = ?",  # noqa: S608 - constants
                (name,),
            )

    @told_as_damage
    def all(self) -> dict[str, dict[str, object]]:
        """Return the settings of every account, by name."""
        rows = self._connection.execute(
            "select name, settings from account order by name"
        ).fetchall()
        return {name: json.loads(settings) for name, settings in rows}

    def cursor(self, account: str, folder: str) -> Cursor | None:
        """Return how far a folder was read, or ``None`` when it never was."""
        row = self._connection.execute(
            """select uid_validity, next_uid, synced_at from mailbox_cursor
            where account = ? and folder = ?""",
            (account, folder),
        ).fetchone()
        return None if row is None else Cursor(row[0], row[1], from_stamp(row[2]))

    def keep_cursor(self, account: str, folder: str, cursor: Cursor) -> None:
        """Remember how far a folder was read."""
        self._connection.execute(
            """insert into mailbox_cursor values (?, ?, ?, ?, ?)
            on conflict(account, folder) do update set
                uid_validity = excluded.uid_validity, next_uid = excluded.next_uid,
                synced_at = coalesce(excluded.synced_at, synced_at)""",
            (
                account,
                folder,
                cursor.uid_validity,
                cursor.next_uid,
                to_stamp(cursor.synced_at),
            ),
        )

    def note_uids(
        self, account: str, folder: str, uid_validity: int, uids: Iterable[int]
    ) -> None:
        """Remember that these mails of a folder are kept."""
        self._connection.executemany(
            "insert or ignore into mailbox_uid values (?, ?, ?, ?)",
            [(account, folder, uid_validity, uid) for uid in uids],
        )

    def known_uids(
        self, account: str, folder: str, uid_validity: int, first: int
    ) -> set[int]:
        """Return the kept mails of a folder from *first* on."""
        rows = self._connection.execute(
            """select uid from mailbox_uid where account = ? and folder = ?
            and uid_validity = ? and uid >= ?""",
            (account, folder, uid_validity, first),
        ).fetchall()
        return {uid for (uid,) in rows}

    def last_synced_at(self) -> datetime | None:
        """Return when any folder was last read to its end."""
        row = self._connection.execute(
            "select max(synced_at) from mailbox_cursor"
        ).fetchone()
        return from_stamp(row[0])

    def is_first_import(self, source: str) -> bool:
        """Return whether *source* has never been read to its end."""
        row = self._connection.execute(
            "select first_import_done_at from source where name = ?", (source,)
        ).fetchone()
        return row is None or row[0] is None

    def first_import_done(self, source: str, at: datetime) -> None:
        """Remember that *source* was read to its end."""
        self._connection.execute(
            """insert into source values (?, ?) on conflict(name) do update
            set first_import_done_at = coalesce(first_import_done_at,
                excluded.first_import_done_at)""",
            (source, to_stamp(at)),
        )

    def hold(self, name: str) -> None:
        """Remember that the servers of an account refused the password."""
        self.keep_fact(f"{_HELD}{name}", "sign-in refused")

    def release(self, name: str) -> None:
        """Forget that."""
        self._connection.execute("delete from fact where name = ?", (f"{_HELD}{name}",))

    def held(self) -> frozenset[str]:
        """Return the accounts that wait for a person to type the password."""
        rows = self._connection.execute(
            "select substr(name, ?) from fact where name >= ? and name < ?",
            (len(_HELD) + 1, _HELD, f"{_HELD[:-1]}0"),
        ).fetchall()
        return frozenset(name for (name,) in rows)

    def fact(self, name: str) -> str | None:
        """Return a single remembered value, such as the desk's id."""
        row = self._connection.execute(
            "select value from fact where name = ?", (name,)
        ).fetchone()
        return None if row is None else str(row[0])

    def keep_fact(self, name: str, value: str) -> None:
        """Remember a single value."""
        self._connection.execute(
            """insert into fact values (?, ?)
            on conflict(name) do update set value = excluded.value""",
            (name, value),
        )
