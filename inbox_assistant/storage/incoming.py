"""Mails that come by the hundred: what is known of them, and their rows at once.

Asking and writing for each mail by itself takes longer than what SQLite does for it.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from inbox_assistant.domain.settlement import NEVER_WAITED, Standing
from inbox_assistant.storage.mails import KEEP, NOTE, Arrival, Packed, arrival_values
from inbox_assistant.storage.mails import raw_values as values_of_raw
from inbox_assistant.storage.membership import found_among
from inbox_assistant.storage.message_values import INSERT, values_of
from inbox_assistant.storage.messages import MessageRow

_MOST_ASKED = 500
_NOWHERE: tuple[None, Standing] = (None, NEVER_WAITED)


@dataclass(frozen=True, slots=True)
class NewMail:
    """One mail of which nothing is stored yet, with the message read from it."""

    packed: Packed
    arrival: Arrival
    row: MessageRow


class Incoming:
    """Questions and writing for a whole batch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known_digests(self, digests: Sequence[bytes]) -> set[bytes]:
        """Return those of *digests* that kept mails have."""
        found: set[bytes] = set()
        for start in range(0, len(digests), _MOST_ASKED):
            some = digests[start : start + _MOST_ASKED]
            marks = ", ".join("?" * len(some))
            rows = self._connection.execute(
                f"select sha256 from raw where sha256 in ({marks})",  # noqa: S608 - marks
                some,
            ).fetchall()
            found.update(digest for (digest,) in rows)
        return found

    def known_keys(self, keys: Collection[str]) -> set[str]:
        """Return those of *keys* that messages have."""
        return self._among("select key from message where key in", keys)

    def known_partners(self, partners: Collection[str]) -> set[str]:
        """Return those of *partners* whom messages or threads are with."""
        return self._among(
            "select partner from message where partner in", partners
        ) | self._among("select partner from thread where partner in", partners)

    def known_threads(self, keys: Collection[str]) -> set[str]:
        """Return those of *keys* that threads have, or had once."""
        return self._among("select key from thread where key in", keys) | self._among(
            "select old from thread_moved where old in", keys
        )

    def decided(self, keys: Collection[str]) -> set[str]:
        """Return those of *keys* whose messages the journal tells more of.

        That they were kept is no decision.
        """
        return self._among(
            """select message_key from journal_message join journal using (seq)
            where action <> 'mails-kept' and message_key in""",
            keys,
        )

    def add(
        self,
        mails: Sequence[NewMail],
        places: Mapping[str, tuple[int, Standing]],
        parser: int,
        kept_at: datetime,
    ) -> range:
        """Store *mails*; return the numbers of their messages.

        *places* are threads with the message's standing there, by message key; a
        message that has none is stored without a thread. No message of theirs may be
        there yet.
        """
        numbers = self._next("message", len(mails))
        raw_ids = self._next("raw", len(mails))
        self._write_all(
            INSERT,
            (
                values_of(mail.row, number, parser, *places.get(mail.row.key, _NOWHERE))
                for number, mail in zip(numbers, mails, strict=True)
            ),
        )
        self._write_all(
            KEEP,
            (
                values_of_raw(raw_id, mail.packed, mail.row.key, kept_at, number)
                for raw_id, number, mail in zip(raw_ids, numbers, mails, strict=True)
            ),
        )
        self._write_all(
            NOTE,
            (
                arrival_values(raw_id, mail.arrival, kept_at)
                for raw_id, mail in zip(raw_ids, mails, strict=True)
            ),
        )
        return numbers

    def _next(self, table: str, count: int) -> range:
        """Return the next *count* numbers that *table* would give."""
        (first,) = self._connection.execute(
            f"""select 1 + max(coalesce((select max(id) from {table}), 0),
                coalesce((select seq from sqlite_sequence where name = ?), 0))""",  # noqa: S608 - a constant
            (table,),
        ).fetchone()
        return range(first, first + count)

    def _among(self, question: str, values: Collection[str]) -> set[str]:
        return found_among(self._connection, question, values)

    def _write_all(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        waiting = iter(rows)
        current: tuple[Any, ...] = ()

        def taken() -> Iterator[tuple[Any, ...]]:
            nonlocal current
            for row in waiting:
                current = row
                yield row

        while True:
            try:
                self._connection.executemany(statement, taken())
            except UnicodeEncodeError:
                # Half a character in a text: replaced where one row is written.
                self._connection.execute(statement, current)
            else:
                return
