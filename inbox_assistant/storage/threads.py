"""Threads: one row each, made anew from their messages whenever those change."""

import sqlite3
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.settlement import State
from inbox_assistant.domain.thread import ThreadStanding
from inbox_assistant.domain.view import View
from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp

_TODAY = "state = 'waiting' and older = 0"
_CONDITIONS = {
    View.WAITING: (_TODAY, "due_at, id"),
    View.DUE_SOON: (f"{_TODAY} and due_at between :now and :soon", "due_at, id"),
    View.OVERDUE: (f"{_TODAY} and due_at < :now", "due_at, id"),
    View.OLDER: ("state = 'waiting' and older = 1", "due_at, id"),
    View.TO_CONFIRM: ("state = 'to-confirm'", "due_at, id"),
    View.SENT_BACK: ("sent_back = 1", "due_at, id"),
    View.SETTLED: ("state = 'settled'", "last_at desc, id desc"),
    View.ALL: ("state <> 'none'", "due_at is null, due_at, last_at desc, id"),
}

_ROW = """thread.id, thread.key, buyer, subject, preview, topics, marketplace,
    order_id, asin, language, waiting, received_at, due_at, state, older, sent_back,
    doubtful, suggestion, account,
    exists (select 1 from draft where draft.thread = thread.key
        and trim(draft.body, char(9, 10, 13, 32)) <> '')"""


@dataclass(frozen=True, slots=True)
class ThreadFacts:
    """What a thread's row says besides where it stands; ``last_at`` is aware UTC."""

    key: str
    partner: str
    last_at: datetime
    account: str | None = None
    buyer: str | None = None
    subject: str = ""
    preview: str = ""
    order_id: str | None = None
    asin: str | None = None
    product: str | None = None
    marketplace: str | None = None
    language: str | None = None
    topics: tuple[str, ...] = ()
    older: bool = False
    doubtful: bool = False
    suggestion: bool = False


class Threads:
    """The tables ``thread`` and ``thread_moved``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def number(self, key: str) -> int | None:
        """Return the number of the thread that has, or had, this key."""
        row = self._connection.execute(
            "select id from thread where key = ?", (self.present_key(key),)
        ).fetchone()
        return None if row is None else int(row[0])

    def present_key(self, key: str) -> str:
        """Return the key under which a thread is known today."""
        seen = {key}
        while True:
            row = self._connection.execute(
                "select new from thread_moved where old = ?", (key,)
            ).fetchone()
            if row is None or row[0] in seen:
                return key
            key = row[0]
            seen.add(key)

    def ensure(self, key: str, partner: str) -> int:
        """Return the number of thread *key*, made when it is not there yet."""
        self._connection.execute("delete from thread_moved where old = ?", (key,))
        row = self._connection.execute(
            "select id from thread where key = ?", (key,)
        ).fetchone()
        if row is not None:
            return int(row[0])
        cursor = self._connection.execute(
            """insert into thread (key, partner, state, waiting, to_confirm, last_at)
            values (?, ?, 'none', 0, 0, 0)""",
            (key, partner),
        )
        return int(cursor.lastrowid or 0)

    def of_partner(self, partner: str) -> dict[str, int]:
        """Return the threads with *partner*: their numbers by key."""
        rows = self._connection.execute(
            "select key, id from thread where partner = ?", (partner,)
        ).fetchall()
        return dict(rows)

    def remove(self, key: str, replaced_by: str | None) -> None:
        """Remove an empty thread, remembering which one took its messages."""
        self._connection.execute("delete from thread where key = ?", (key,))
        if replaced_by is not None:
            self._connection.execute(
                "insert or replace into thread_moved values (?, ?)", (key, replaced_by)
            )

    def write(self, number: int, facts: ThreadFacts, standing: ThreadStanding) -> None:
        """Write down everything a thread's row shows."""
        self._connection.execute(
            """update thread set partner = ?, account = ?, buyer = ?, subject = ?,
                preview = ?, order_id = ?, asin = ?, product = ?, marketplace = ?,
                language = ?, topics = ?, state = ?, waiting = ?, to_confirm = ?,
                received_at = ?, due_at = ?, last_at = ?, older = ?, sent_back = ?,
                doubtful = ?, suggestion = ?
            where id = ?""",
            (
                facts.partner,
                facts.account,
                facts.buyer,
                facts.subject,
                facts.preview,
                facts.order_id,
                facts.asin,
                facts.product,
                facts.marketplace,
                facts.language,
                ",".join(facts.topics),
                standing.state.value,
                standing.waiting,
                standing.to_confirm,
                to_stamp(standing.received_at),
                to_stamp(standing.due_at),
                to_stamp(facts.last_at),
                int(facts.older),
                int(standing.sent_back),
                int(facts.doubtful),
                int(facts.suggestion),
                number,
            ),
        )

    def ids(
        self, view: View, now: datetime, soon: datetime, limit: int = -1
    ) -> "array[int]":
        """Return the numbers of a view's threads, most urgent first.

        *soon* bounds what counts as due soon; a *limit* below zero means all.
        """
        condition, order = _CONDITIONS[view]
        cursor = self._connection.execute(
            f"""select id from thread where {condition} order by {order}
            limit :limit""",  # noqa: S608 - both are constants
            {"now": to_stamp(now), "soon": to_stamp(soon), "limit": limit},
        )
        found = array("q")
        while part := cursor.fetchmany(500):
            found.extend(number for (number,) in part)
        return found

    def count(self, view: View, now: datetime, soon: datetime) -> int:
        """Return how many threads a view holds."""
        condition, _ = _CONDITIONS[view]
        row = self._connection.execute(
            f"select count(*) from thread where {condition}",  # noqa: S608
            {"now": to_stamp(now), "soon": to_stamp(soon)},
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

    def facts(self, number: int) -> ThreadFacts | None:
        """Return what a thread's row says besides where it stands."""
        row = self._connection.execute(
            """select key, partner, last_at, account, buyer, subject, preview, order_id,
                asin, product, marketplace, language, topics, older, doubtful,
                suggestion
            from thread where id = ?""",
            (number,),
        ).fetchone()
        if row is None:
            return None
        return ThreadFacts(
            key=row[0],
            partner=row[1],
            last_at=certain(row[2]),
            account=row[3],
            buyer=row[4],
            subject=row[5],
            preview=row[6],
            order_id=row[7],
            asin=row[8],
            product=row[9],
            marketplace=row[10],
            language=row[11],
            topics=tuple(filter(None, row[12].split(","))),
            older=bool(row[13]),
            doubtful=bool(row[14]),
            suggestion=bool(row[15]),
        )


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
        draft=bool(row[19]),
    )
