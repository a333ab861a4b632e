"""Carrying everything over that a damaged file still holds, into a new one.

What SQLite can read is read by SQLite. Where it cannot, mails and entries of the
journal are carved out page by page: a mail proves by its hash that it is whole, an
entry by its unmistakable shape.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

from inbox_assistant.storage import database
from inbox_assistant.storage.carving import Value, carve
from inbox_assistant.storage.database import file_uri
from inbox_assistant.storage.packed import MARK
from inbox_assistant.storage.recognition import (
    can_leave,
    is_entry,
    is_json,
    is_mail,
    named,
    with_believable_times,
    with_readable_details,
    written_in,
)

_DERIVED = {
    "message",
    "thread",
    "thread_moved",
    # Every mail is fetched once more, so that what was lost here comes again.
    "mailbox_cursor",
    "mailbox_uid",
    "mailbox_flags",
    "mailbox_mark",
}
_FACTS = {"raw", "arrival", "journal", "journal_message"}
"""Tables that are only ever added to."""
_CHANGING = ("outbox", "draft", "account", "attachment", "template", "saved_view")
"""Tables of which a row may stand in the file in several forms."""
_FIRST = ("raw", "journal", "outbox")
"""Tables that others refer to."""
_RECOVERED = "recovered"
_FURTHEST = 65536
"""Bytes that a mail in one piece can take: the largest page there is."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many mails and journal entries the new file holds."""

    mails: int
    entries: int


def salvage(sources: list[Path], target: Path) -> Salvaged:
    """Make a new file at *target* with what the files *sources* hold between them.

    The first source is the newest: what changes with time is taken from the first one
    that can be read to its end, facts are taken from all. Nothing is worked out yet;
    every mail is left without its message. Raises StorageError when *target* cannot
    be written.
    """
    with closing(database.open_writer(target)) as connection:
        carrying = _Carrying(connection)
        for source in sources:
            with database.transaction(connection):
                connection.execute("pragma defer_foreign_keys = on")
                carrying.carry(source)
                _leave_no_strays(connection)
        with database.transaction(connection):
            _give_arrivals(connection)
        return Salvaged(
            connection.execute("select count(*) from raw").fetchone()[0],
            connection.execute("select count(*) from journal").fetchone()[0],
        )


def loose_mails(source: Path) -> Iterator[bytes]:
    """Yield the mails in one piece in *source* or its log, whatever leads there.

    The hash that is stored before each proves that it is whole. Raises OSError when
    the file cannot be read.
    """
    for path in (source, source.with_name(source.name + "-wal")):
        if not path.exists() or not path.stat().st_size:
            continue
        with (
            path.open("rb") as file,
            mmap(file.fileno(), 0, access=ACCESS_READ) as all_,
        ):
            place = all_.find(MARK)
            while place >= 0:
                with suppress(zlib.error):
                    packed = all_[place : place + _FURTHEST]
                    raw = zlib.decompressobj().decompress(packed)
                    if hashlib.sha256(raw).digest() == all_[max(place - 32, 0) : place]:
                        yield raw
                place = all_.find(MARK, place + 1)


def _shapes(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of each table that holds facts, those referred to first."""
    names = [
        name
        for (name,) in connection.execute(
            """select name from sqlite_schema where type = 'table'
            and name not like 'sqlite_%' and name not like 'search%'
            and name not like '\\_sqlite%' escape '\\'"""
        )
        if name not in _DERIVED
    ]
    names.sort(key=lambda name: (name not in _FIRST, name))
    return {
        name: [row[1] for row in connection.execute(f"pragma table_info({name})")]
        for name in names
    }


class _Carrying:
    """Carries rows from one file after the other into a new one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._shapes = _shapes(connection)
        self._complete: set[str] = set()
        self._written_at = 0
        self._damaged: set[bytes] = set()
        """The hashes of the mails of which only a damaged form was found so far."""

    def carry(self, source: Path) -> None:
        """Add what *source* holds and earlier files did not."""
        self._written_at = int(source.stat().st_mtime) * 1_000_000
        whole = set()
        for table, columns in self._shapes.items():
            if table in self._complete and table not in _FACTS:
                continue
            rows = _Rows(source, table, columns)
            for row in rows:
                self._put(table, row)
            if rows.ended_well:
                whole.add(table)
        with suppress(OSError):
            self._carve(source, whole | self._complete)
        self._complete |= whole

    def _carve(self, source: Path, read: set[str]) -> None:
        """Add what stands in the pages of *source* and was not in the tables *read*.

        Even where SQLite reads to the end it may have passed over something, such as
        what stands in a log behind a gap. Of what changes with time the newest form
        comes last; what SQLite could read is newer still.
        """
        sure = {table: self._keys(table) for table in _CHANGING}
        for record in carve(source):
            found = named(record, self._shapes)
            if found is None or found[0] in read - _FACTS:
                continue
            table, row = found
            if table not in _CHANGING:
                self._put(table, row)
            elif next(iter(row.values())) not in sure[table]:
                self._put(table, row, how="replace")

    def _keys(self, table: str) -> set[Value]:
        key = self._shapes[table][0]
        rows = self._connection.execute(f"select {key} from {table}")  # noqa: S608
        return {value for (value,) in rows}

    def _put(self, table: str, row: dict[str, Value], how: str = "ignore") -> None:
        """Add *row* unless it is none of *table*; *how* says what becomes of twins."""
        if table == "raw" and not self._makes_way(row):
            return
        if table == "journal" and not is_entry(row):
            return
        if table == "account" and not is_json(row.get("settings")):
            return
        if table == "outbox" and not can_leave(row):
            table, row = "draft", written_in(row)
        row = with_readable_details(with_believable_times(row, self._written_at))
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        with suppress(sqlite3.IntegrityError):
            self._connection.execute(
                f"insert or {how} into {table} ({names}) values ({marks})",  # noqa: S608
                tuple(row.values()),
            )

    def _makes_way(self, row: dict[str, Value]) -> bool:
        """Return whether *row* is a mail; a whole one takes a damaged one's place."""
        row["message_id"] = None
        digest = row.get("sha256")
        if not isinstance(digest, bytes) or not isinstance(row.get("bytes"), bytes):
            return False
        if not is_mail(row):
            self._damaged.add(digest)
        elif digest in self._damaged:
            self._damaged.discard(digest)
            found = self._connection.execute(
                "delete from raw where sha256 = ? returning id", (digest,)
            ).fetchone()
            row["id"] = row["id"] if found is None else found[0]
        return True


class _Rows:
    """The rows of one table as far as SQLite can read them."""

    def __init__(self, source: Path, table: str, columns: list[str]) -> None:
        self._source = source
        self._table = table
        self._columns = columns
        self.ended_well = False

    def __iter__(self) -> Iterator[dict[str, Value]]:
        # A log beside the file is read too, but nothing is written back into either.
        with suppress(sqlite3.Error, UnicodeDecodeError):
            uri = file_uri(self._source.absolute(), "mode=ro")
            with closing(sqlite3.connect(uri, uri=True)) as connection:
                connection.text_factory = _text
                there = [
                    row[1]
                    for row in connection.execute(f"pragma table_info({self._table})")
                    if row[1] in self._columns
                ]
                if there:
                    names = ", ".join(there)
                    cursor = connection.execute(
                        f"select {names} from {self._table}"  # noqa: S608 - our names
                    )
                    for row in cursor:
                        yield dict(zip(there, row, strict=True))
                self.ended_well = bool(there)


def _text(stored: bytes) -> str:
    """Read a text of which some letters may be damaged."""
    return stored.decode("utf-8", "replace")


def _leave_no_strays(connection: sqlite3.Connection) -> None:
    """Drop what refers to nothing."""
    connection.execute("delete from arrival where raw_id not in (select id from raw)")
    connection.execute(
        "delete from journal_message where seq not in (select seq from journal)"
    )
    connection.execute(
        "delete from answered where reply_id not in (select reply_id from outbox)"
    )


def _give_arrivals(connection: sqlite3.Connection) -> None:
    """Let each mail have come somehow."""
    connection.execute(
        """insert into arrival (raw_id, source, kept_at)
        select id, ? || '/' || id, kept_at from raw
        where id not in (select raw_id from arrival)""",
        (_RECOVERED,),
    )
