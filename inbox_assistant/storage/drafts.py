"""Drafts: what is being written, one a thread."""

import sqlite3
from datetime import datetime

from inbox_assistant.domain.reply import Draft
from inbox_assistant.storage.stamps import from_stamp, to_stamp
from inbox_assistant.storage.steps import step_from_text, step_to_text


class Drafts:
    """The table ``draft``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, draft: Draft, updated_at: datetime) -> None:
        """Store *draft* in place of the thread's former one."""
        self._connection.execute(
            """insert into draft (thread, body, cursor, updated_at, step)
            values (?, ?, ?, ?, ?) on conflict(thread) do update
            set body = excluded.body, cursor = excluded.cursor,
                updated_at = excluded.updated_at, step = excluded.step""",
            (
                draft.thread,
                draft.body,
                draft.cursor,
                to_stamp(updated_at),
                step_to_text(draft.step),
            ),
        )

    def read(self, thread: str) -> Draft | None:
        """Return the draft of *thread*, or ``None``."""
        row = self._connection.execute(
            "select body, cursor, updated_at, step from draft where thread = ?",
            (thread,),
        ).fetchone()
        if row is None:
            return None
        return Draft(thread, row[0], row[1], from_stamp(row[2]), step_from_text(row[3]))

    def forget(self, thread: str) -> None:
        """Remove the draft of *thread*; nothing happens where there is none."""
        self._connection.execute("delete from draft where thread = ?", (thread,))

    def move(self, old: str, new: str) -> None:
        """Give the draft of thread *old* to *new*, below what is written there."""
        moving, staying = self.read(old), self.read(new)
        if moving is None:
            return
        if staying is not None and not moving.body.strip():
            self.forget(old)
            return
        if staying is not None and not staying.body.strip():
            self.forget(new)
            staying = None
        if staying is None:
            self._connection.execute(
                "update draft set thread = ? where thread = ?", (new, old)
            )
            return
        body = f"{staying.body}\n\n{moving.body}"
        step = staying.step.joined_with(moving.step)
        self._connection.execute(
            "update draft set body = ?, step = ? where thread = ?",
            (body, step_to_text(step), new),
        )
        self.forget(old)

    def threads(self) -> list[str]:
        """Return the keys of the threads that have a draft with words in it."""
        rows = self._connection.execute(
            "select thread from draft where trim(body, char(9, 10, 13, 32)) <> ''"
        ).fetchall()
        return [thread for (thread,) in rows]
