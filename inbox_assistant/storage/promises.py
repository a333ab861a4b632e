"""Promises, as they follow from the journal."""

import sqlite3
from collections.abc import Iterable

from inbox_assistant.domain.promise import Promise, PromiseState
from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp


class Promises:
    """The table ``promise``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def write(self, thread: str, promises: Iterable[Promise]) -> None:
        """Put *promises* in the place of what is written of *thread*."""
        self._connection.execute("delete from promise where thread = ?", (thread,))
        self._connection.executemany(
            "insert or replace into promise values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    one.promise_id,
                    thread,
                    to_stamp(one.due_at),
                    one.words,
                    to_stamp(one.made_at),
                    one.message_id,
                    one.state.value,
                    to_stamp(one.ended_at),
                )
                for one in promises
            ],
        )

    def of_thread(self, thread: str) -> list[Promise]:
        """Return the promises made in *thread*, oldest first."""
        return self._where("thread = ? order by made_at, promise_id", (thread,))

    def in_state(self, state: PromiseState) -> list[Promise]:
        """Return the promises in *state*, the one due first in front."""
        return self._where("state = ? order by due_at, promise_id", (state.value,))

    def forget_all(self) -> None:
        """Remove everything: it can be made again."""
        self._connection.execute("delete from promise")

    def _where(self, condition: str, values: tuple[str, ...]) -> list[Promise]:
        rows = self._connection.execute(
            f"""select promise_id, thread, due_at, words, made_at, message_id, state,
                ended_at
            from promise where {condition}""",  # noqa: S608 - conditions are constants
            values,
        ).fetchall()
        return [
            Promise(
                promise_id=row[0],
                thread=row[1],
                due_at=certain(row[2]),
                words=row[3],
                made_at=certain(row[4]),
                message_id=row[5],
                state=PromiseState(row[6]),
                ended_at=from_stamp(row[7]),
            )
            for row in rows
        ]
