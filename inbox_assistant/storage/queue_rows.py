"""The queue as its list asks for it: which threads a view holds, and their rows.

It stands apart from ``threads``, which also writes them, because it is all that the
window needs of the file before its first rows are seen.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.domain.view import View
from inbox_assistant.storage.connection import told_as_damage
from inbox_assistant.storage.stamps import from_stamp, to_stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import datetime

_TODAY = "state = 'waiting' and older = 0"
_AWAKE = "(snoozed_until is null or snoozed_until <= :now)"
CONDITIONS = {
    View.WAITING: (f"{_TODAY} and {_AWAKE}", "due_at, id"),
    View.SNOOZED: (f"{_TODAY} and snoozed_until > :now", "snoozed_until, id"),
    View.DUE_SOON: (f"{_TODAY} and due_at between :now and :soon", "due_at, id"),
    View.OVERDUE: (f"{_TODAY} and due_at < :now", "due_at, id"),
    View.OLDER: ("state = 'waiting' and older = 1", "due_at, id"),
    View.TO_CONFIRM: ("state = 'to-confirm'", "due_at, id"),
    # By the plus SQLite leaves the index of states alone: few were ever sent back.
    View.SENT_BACK: ("sent_back = 1 and +state = 'waiting'", "due_at, id"),
    View.PROMISES: (
        "key in (select thread from promise where promise.state = 'open')",
        """(select min(due_at) from promise
            where promise.thread = thread.key and promise.state = 'open'), id""",
    ),
    View.SETTLED: ("state = 'settled'", "last_at desc, id desc"),
    View.ALL: ("state <> 'none'", "due_at is null, due_at, last_at desc, id"),
}

_BY_WAITING = frozenset({View.WAITING, View.DUE_SOON, View.OVERDUE})
_ASLEEP = "thread indexed by thread_snoozed"
"""The few threads that were ever put off."""


def table_of(view: View) -> str:
    """Return from where a view's numbers are read.

    For what waits an index holds all that narrows and sorts it; SQLite, left alone,
    would rather read every row.
    """
    if view is View.SNOOZED:
        return _ASLEEP
    return "thread indexed by thread_waiting" if view in _BY_WAITING else "thread"


_ROW = """thread.id, thread.key, buyer, subject, preview, topics, marketplace,
    order_id, asin, language, waiting, received_at, due_at, state, older, sent_back,
    doubtful, suggestion, account, claimed_by, tags, snoozed_until,
    exists (select 1 from draft where draft.thread = thread.key
        and trim(draft.body, char(9, 10, 13, 32)) <> ''),
    (select min(promise.due_at) from promise
        where promise.thread = thread.key and promise.state = 'open'),
    answered_elsewhere_at"""


class QueueRows:
    """Questions to the table ``thread``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ids(
        self, view: View, now: datetime, soon: datetime, limit: int = -1
    ) -> array[int]:
        """Return the numbers of a view's threads, most urgent first.

        *soon* bounds what counts as due soon; a *limit* below zero means all.
        """
        condition, order = CONDITIONS[view]
        cursor = self._connection.execute(
            f"""select id from {table_of(view)} where {condition} order by {order}
            limit :limit""",  # noqa: S608 - both are constants
            {"now": to_stamp(now), "soon": to_stamp(soon), "limit": limit},
        )
        found = array("q")
        while part := cursor.fetchmany(500):
            found.extend(number for (number,) in part)
        return found

    def count(self, view: View, now: datetime, soon: datetime) -> int:
        """Return how many threads a view holds."""
        if view is View.WAITING:
            # Who sleeps is found at once; to look into every row would be felt.
            return self._count(_TODAY) - self.count(View.SNOOZED, now, soon)
        condition, _ = CONDITIONS[view]
        table = _ASLEEP if view is View.SNOOZED else "thread"
        values = {"now": to_stamp(now), "soon": to_stamp(soon)}
        return self._count(condition, table, values)

    def _count(
        self,
        condition: str,
        table: str = "thread",
        values: Mapping[str, object] | None = None,
    ) -> int:
        row = self._connection.execute(
            f"select count(*) from {table} where {condition}",  # noqa: S608 - ours
            values or {},
        ).fetchone()
        return int(row[0])

    def count_promises_missed(self, now: datetime) -> int:
        """Return in how many threads a promise is open whose time has passed."""
        row = self._connection.execute(
            """select count(distinct thread) from promise
            where state = 'open' and due_at < ?""",
            (to_stamp(now),),
        ).fetchone()
        return int(row[0])

    def next_due(self) -> datetime | None:
        """Return when the most urgent waiting thread of today's work is due."""
        row = self._connection.execute(
            f"select due_at from thread where {_TODAY} order by due_at, id limit 1"  # noqa: S608
        ).fetchone()
        return None if row is None else from_stamp(row[0])

    def next_due_after(self, now: datetime) -> datetime | None:
        """Return when the next thread that is still in time will be due."""
        row = self._connection.execute(
            f"""select due_at from thread where {_TODAY} and due_at >= ?
            order by due_at limit 1""",  # noqa: S608 - a constant
            (to_stamp(now),),
        ).fetchone()
        return None if row is None else from_stamp(row[0])

    def next_waking(self, now: datetime) -> datetime | None:
        """Return when the next thread that is put off comes back."""
        row = self._connection.execute(
            f"""select min(snoozed_until) from {_ASLEEP}
            where {_TODAY} and snoozed_until > ?""",  # noqa: S608 - constants
            (to_stamp(now),),
        ).fetchone()
        return from_stamp(row[0])

    def rows(self, numbers: Sequence[int]) -> list[QueueRow]:
        """Return the rows of the threads *numbers*, in that order.

        A thread that is gone by now is left out.
        """
        found: dict[int, QueueRow] = {}
        for start in range(0, len(numbers), 500):
            part = list(numbers[start : start + 500])
            marks = ",".join("?" * len(part))
            rows = self._connection.execute(
                f"select {_ROW} from thread where id in ({marks})",  # noqa: S608
                part,
            ).fetchall()
            found.update((row[0], _queue_row(row)) for row in rows)
        return [found[number] for number in numbers if number in found]


@told_as_damage
def _queue_row(row: tuple) -> QueueRow:  # type: ignore[type-arg] # as SQLite gives it
    return QueueRow(
        number=row[0],
        thread=row[1],
        buyer=row[2],
        subject=row[3],
        preview=row[4],
        topics=tuple(filter(None, row[5].split(","))),
        marketplace=row[6],
        order_id=row[7],
        asin=row[8],
        language=row[9],
        waiting=row[10],
        received_at=from_stamp(row[11]),
        due_at=from_stamp(row[12]),
        state=State(row[13]),
        older=bool(row[14]),
        sent_back=bool(row[15]),
        doubtful=bool(row[16]),
        suggestion=bool(row[17]),
        account=row[18] or "",
        agent=row[19],
        tags=tuple(filter(None, row[20].split(","))),
        snoozed_until=from_stamp(row[21]),
        draft=bool(row[22]),
        promised_at=from_stamp(row[23]),
        answered_elsewhere_at=from_stamp(row[24]),
    )
