"""The bytes that were received, and where each copy of them came from."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.received import Times
from inbox_assistant.storage.packed import made_out, packed
from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp


@dataclass(frozen=True, slots=True)
class Arrival:
    """One way in which a mail came: from which source, and when.

    ``source`` is a file's path or ``account/folder/uid``; times are aware UTC.
    ``first_import`` marks mails of a source that is read for the first time.
    """

    source: str
    account: str | None = None
    arrived_at: datetime | None = None
    placed_at: datetime | None = None
    in_sent_folder: bool = False
    first_import: bool = False


@dataclass(frozen=True, slots=True)
class Packed:
    """The bytes of a mail as they are kept: their digest, compressed, and counted."""

    digest: bytes
    compressed: bytes
    size: int


def pack(raw: bytes) -> Packed:
    """Return *raw* ready to be kept."""
    return Packed(hashlib.sha256(raw).digest(), packed(raw), len(raw))


KEEP = """insert into raw (id, sha256, bytes, size, kept_at, message_key, message_id)
    values (?, ?, ?, ?, ?, ?, ?)"""
"""Takes ``raw_values``."""

NOTE = """insert into arrival (raw_id, source, account, arrived_at, placed_at,
        in_sent_folder, first_import, kept_at)
    values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"""
"""Takes ``arrival_values``."""


def raw_values(
    raw_id: int | None,
    mail: Packed,
    message_key: str,
    kept_at: datetime,
    message_id: int | None,
) -> tuple[int | bytes | str | None, ...]:
    """Return what is written of the bytes of *mail*; see ``Mails.keep``."""
    stamp = to_stamp(kept_at)
    return (
        *(raw_id, mail.digest, mail.compressed, mail.size, stamp),
        *(message_key, message_id),
    )


def arrival_values(
    raw_id: int, arrival: Arrival, kept_at: datetime
) -> tuple[int | str | None, ...]:
    """Return what is written of how a mail came."""
    return (
        raw_id,
        arrival.source,
        arrival.account,
        to_stamp(arrival.arrived_at),
        to_stamp(arrival.placed_at),
        int(arrival.in_sent_folder),
        int(arrival.first_import),
        to_stamp(kept_at),
    )


class Mails:
    """The tables ``raw`` and ``arrival``: nothing in them is ever changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, raw: bytes) -> int | None:
        """Return the number of the mail with exactly these bytes, or ``None``."""
        return self.find_digest(hashlib.sha256(raw).digest())

    def find_digest(self, digest: bytes) -> int | None:
        """Return the number of the mail whose bytes have this SHA-256, or ``None``."""
        row = self._connection.execute(
            "select id from raw where sha256 = ?", (digest,)
        ).fetchone()
        return None if row is None else int(row[0])

    def keep(
        self,
        mail: bytes | Packed,
        message_key: str,
        kept_at: datetime,
        message_id: int | None = None,
    ) -> int:
        """Keep *mail*, which must not be there yet, and return its number.

        *message_key* names for good the message that it is a delivery of;
        *message_id* is that message's number, where it is there already.
        """
        ready = mail if isinstance(mail, Packed) else pack(mail)
        cursor = self._connection.execute(
            KEEP, raw_values(None, ready, message_key, kept_at, message_id)
        )
        return int(cursor.lastrowid or 0)

    def key_of(self, raw_id: int) -> str:
        """Return the key of the message that the mail is a delivery of."""
        row = self._connection.execute(
            "select message_key from raw where id = ?", (raw_id,)
        ).fetchone()
        return str(row[0])

    def note_arrival(self, raw_id: int, arrival: Arrival, kept_at: datetime) -> bool:
        """Remember one more way in which a mail came; return whether it is new."""
        cursor = self._connection.execute(
            NOTE, arrival_values(raw_id, arrival, kept_at)
        )
        return cursor.rowcount == 1

    def belongs_to(self, raw_id: int, message_id: int) -> None:
        """Tie the mail to the message it is a delivery of."""
        self._connection.execute(
            "update raw set message_id = ? where id = ?", (message_id, raw_id)
        )

    def message_of(self, raw_id: int) -> int | None:
        """Return the number of the message that the mail is a delivery of."""
        row = self._connection.execute(
            "select message_id from raw where id = ?", (raw_id,)
        ).fetchone()
        return None if row is None or row[0] is None else int(row[0])

    def read(self, raw_id: int) -> bytes:
        """Return the bytes of mail *raw_id* as they were received.

        Where the disk has damaged them, it is as much as can still be made out.
        """
        row = self._connection.execute(
            "select bytes from raw where id = ?", (raw_id,)
        ).fetchone()
        return made_out(row[0])

    def damaged(self) -> Iterator[int]:
        """Yield the numbers of the mails that are no longer as they were received."""
        for number in self.numbers():
            row = self._connection.execute(
                "select bytes, sha256 from raw where id = ?", (number,)
            ).fetchone()
            if hashlib.sha256(made_out(row[0])).digest() != row[1]:
                yield number

    def first_of(self, message_id: int) -> int | None:
        """Return the number of the first mail kept of a message."""
        row = self._connection.execute(
            "select min(id) from raw where message_id = ?", (message_id,)
        ).fetchone()
        return None if row[0] is None else int(row[0])

    def of_message(self, message_id: int) -> list[int]:
        """Return the numbers of the mails that a message came in, the first first."""
        rows = self._connection.execute(
            "select id from raw where message_id = ? order by id", (message_id,)
        ).fetchall()
        return [number for (number,) in rows]

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of all mails, in the order they were kept."""
        last = 0
        while True:
            rows = self._connection.execute(
                "select id from raw where id > ? order by id limit 500", (last,)
            ).fetchall()
            if not rows:
                return
            for (number,) in rows:
                yield number
            last = rows[-1][0]

    def arrivals(self, raw_id: int) -> list[tuple[Arrival, datetime]]:
        """Return each way the mail came, with the moment it was kept."""
        rows = self._connection.execute(
            """select source, account, arrived_at, placed_at, in_sent_folder,
                first_import, kept_at
            from arrival where raw_id = ? order by id""",
            (raw_id,),
        ).fetchall()
        return [
            (
                Arrival(
                    source=row[0],
                    account=row[1],
                    arrived_at=from_stamp(row[2]),
                    placed_at=from_stamp(row[3]),
                    in_sent_folder=bool(row[4]),
                    first_import=bool(row[5]),
                ),
                certain(row[6]),
            )
            for row in rows
        ]

    def sources_of(self, message_id: int) -> list[str]:
        """Return where each mail of a message came from."""
        rows = self._connection.execute(
            """select arrival.source from raw join arrival on arrival.raw_id = raw.id
            where raw.message_id = ?""",
            (message_id,),
        ).fetchall()
        return [source for (source,) in rows]

    def source_of(self, message_id: int) -> str | None:
        """Return where the first mail of a message came from."""
        row = self._connection.execute(
            """select arrival.source from raw join arrival on arrival.raw_id = raw.id
            where raw.message_id = ? order by arrival.id limit 1""",
            (message_id,),
        ).fetchone()
        return None if row is None else str(row[0])

    def note_unreadable(self, source: str, reason: str, noticed_at: datetime) -> None:
        """Remember a source that held nothing that could be kept."""
        self._connection.execute(
            """insert into unreadable_source values (?, ?, ?)
            on conflict(source) do update set reason = excluded.reason""",
            (source, reason, to_stamp(noticed_at)),
        )

    def unreadable_sources(self) -> list[tuple[str, str, datetime]]:
        """Return each source that could not be kept, why, and when; newest first.

        One from which a mail was kept since is left out.
        """
        rows = self._connection.execute(
            """select source, reason, noticed_at from unreadable_source
            where source not in (select source from arrival)
            order by noticed_at desc, source"""
        ).fetchall()
        return [(source, reason, certain(at)) for source, reason, at in rows]


def times_of(
    arrival: Arrival,
    kept_at: datetime,
    dated_at: datetime | None,
    stamped_at: datetime | None,
) -> Times:
    """Return all that is known about when one delivery of a mail happened."""
    return Times(
        kept_at=kept_at,
        dated_at=dated_at,
        arrived_at=arrival.arrived_at,
        stamped_at=stamped_at,
        placed_at=arrival.placed_at,
    )
