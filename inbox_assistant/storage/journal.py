"""The journal: appended to, never changed."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.storage.connection import told_as_damage
from inbox_assistant.storage.stamps import certain, to_stamp

_SEEN = json.dumps({"seen": "mailbox"})[1:-1]
"""Stands in the details of what followed from a mark; in words quotes are escaped."""
_COLUMNS = "seq, entry_id, desk, agent, at, action, thread, undoes, data, schema"


class JournalTable:
    """The tables ``journal`` and ``journal_message``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def append(self, entry: Entry) -> None:
        """Add *entry*; one with the same id that is there already is left alone."""
        cursor = self._connection.execute(
            """insert into journal (entry_id, schema, desk, agent, at, action, thread,
                undoes, data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
            (
                entry.entry_id,
                entry.schema,
                entry.desk,
                entry.agent,
                to_stamp(entry.at),
                entry.action.value,
                entry.thread,
                entry.undoes,
                json.dumps(entry.data, ensure_ascii=False, sort_keys=True),
            ),
        )
        if cursor.rowcount == 1:
            self._connection.executemany(
                "insert or ignore into journal_message values (?, ?)",
                [(key, cursor.lastrowid) for key in entry.messages],
            )

    def about(self, keys: Iterable[str]) -> list[Entry]:
        """Return the entries that name any of the messages *keys*, undos included.

        What takes one of them back may name other messages: of a conversation that
        parted since, only those of one side.
        """
        found: dict[int, Entry] = {}
        for key in keys:
            rows = self._connection.execute(
                f"""select {_COLUMNS} from journal
                where seq in (select seq from journal_message where message_key = ?)
                and action <> 'mails-kept'""",  # noqa: S608 - a constant
                (key,),
            ).fetchall()
            found.update((row[0], self._entry(row)) for row in rows)
        fresh = list(found.values())
        while fresh:
            undos = self._undoing(fresh)
            fresh = [undos[seq] for seq in undos.keys() - found.keys()]
            found.update(undos)
        return list(found.values())

    def _undoing(self, entries: Iterable[Entry]) -> dict[int, Entry]:
        """Return what takes any of *entries* back, by number."""
        rows = self._connection.execute(
            f"""select {_COLUMNS} from journal
            where undoes in (select value from json_each(?))""",  # noqa: S608
            (json.dumps([entry.entry_id for entry in entries]),),
        ).fetchall()
        return {row[0]: self._entry(row) for row in rows}

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry with this id, or ``None``."""
        row = self._connection.execute(
            f"select {_COLUMNS} from journal where entry_id = ?",  # noqa: S608
            (entry_id,),
        ).fetchone()
        return None if row is None else self._entry(row)

    def newest(self, limit: int) -> list[Entry]:
        """Return the last *limit* entries, newest first."""
        rows = self._connection.execute(
            f"select {_COLUMNS} from journal order by seq desc limit ?",  # noqa: S608
            (limit,),
        ).fetchall()
        return [self._entry(row) for row in rows]

    def of_action(self, action: Action, since: datetime | None = None) -> list[Entry]:
        """Return the entries of *action* from *since* on, newest first."""
        rows = self._connection.execute(
            f"""select {_COLUMNS} from journal
            where action = ? and action <> 'mails-kept' and at >= ?
            order by at desc, seq desc""",  # noqa: S608 - a constant
            (action.value, to_stamp(since) or 0),
        ).fetchall()
        return [self._entry(row) for row in rows]

    def is_undone(self, entry_id: str) -> bool:
        """Return whether an entry takes this one back."""
        row = self._connection.execute(
            "select 1 from journal where undoes = ? limit 1", (entry_id,)
        ).fetchone()
        return row is not None

    def no_response_since(self, seq: int, limit: int) -> tuple[int, frozenset[str]]:
        """Return which messages were decided here to need no response after *seq*.

        Those of which that was taken back are among them, another seat's decision
        included; what followed from marks in the mailbox is not. First comes the number
        of the last entry that was looked at; *limit* decisions at most are.
        """
        rows = self._connection.execute(
            """select seq, coalesce(undoes, entry_id) from journal
            where seq > ? and action in ('no-response-confirmed', 'undone')
                and instr(data, ?) = 0
            order by seq limit ?""",
            (seq, _SEEN, limit),
        ).fetchall()
        last = rows[-1][0] if len(rows) == limit else self._last()
        keys = {
            key
            for _, entry_id in rows
            for (key,) in self._connection.execute(
                """select message_key from journal_message join journal using (seq)
                where entry_id = ?
                and action in ('no-response-confirmed', 'no-response-seen')""",
                (entry_id,),
            ).fetchall()
        }
        return last, frozenset(keys)

    def _last(self) -> int:
        row = self._connection.execute(
            "select coalesce(max(seq), 0) from journal"
        ).fetchone()
        return int(row[0])

    def everything(self) -> Iterator[Entry]:
        """Yield every entry in the order it was appended."""
        last = 0
        while True:
            rows = self._connection.execute(
                f"""select {_COLUMNS} from journal where seq > ?
                order by seq limit 500""",  # noqa: S608 - a constant
                (last,),
            ).fetchall()
            if not rows:
                return
            yield from (self._entry(row) for row in rows)
            last = rows[-1][0]

    @told_as_damage
    def _entry(
        self, row: tuple[int, str, str, str, int, str, str, str, str, int]
    ) -> Entry:
        keys = self._connection.execute(
            "select message_key from journal_message where seq = ? order by 1",
            (row[0],),
        ).fetchall()
        return Entry(
            entry_id=row[1],
            desk=row[2],
            agent=row[3],
            at=certain(row[4]),
            action=Action(row[5]),
            thread=row[6],
            messages=tuple(key for (key,) in keys),
            undoes=row[7],
            data=json.loads(row[8]),
            schema=row[9],
        )
