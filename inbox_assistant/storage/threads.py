"""Threads: one row each, made anew from their messages whenever those change."""

from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.thread import ThreadStanding
from inbox_assistant.storage.queue_rows import QueueRows
from inbox_assistant.storage.stamps import certain, to_stamp


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


_WRITTEN = """partner, account, buyer, subject, preview, order_id, asin, product,
    marketplace, language, topics, state, waiting, to_confirm, received_at, due_at,
    last_at, older, sent_back, doubtful, suggestion, answered_elsewhere_at"""


class Threads(QueueRows):
    """The tables ``thread`` and ``thread_moved``."""

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
        return self.place(key, partner)[0]

    def place(self, key: str, partner: str) -> tuple[int, bool]:
        """Return the number of thread *key* and whether it had to be made."""
        self._connection.execute("delete from thread_moved where old = ?", (key,))
        row = self._connection.execute(
            "select id from thread where key = ?", (key,)
        ).fetchone()
        if row is not None:
            return int(row[0]), False
        cursor = self._connection.execute(
            """insert into thread (key, partner, state, waiting, to_confirm, last_at)
            values (?, ?, 'none', 0, 0, 0)""",
            (key, partner),
        )
        return int(cursor.lastrowid or 0), True

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

    def begin(self, facts: ThreadFacts, standing: ThreadStanding) -> int:
        """Make a thread, none of whose key may be there, and return its number."""
        cursor = self._connection.execute(
            f"""insert into thread ({_WRITTEN}, key)
            values ({"?, " * _WRITTEN.count(",")} ?, ?)""",  # noqa: S608 - constants
            (*_values_of(facts, standing), facts.key),
        )
        return int(cursor.lastrowid or 0)

    def write(self, number: int, facts: ThreadFacts, standing: ThreadStanding) -> None:
        """Write down everything a thread's row shows."""
        self._connection.execute(
            f"""update thread set ({_WRITTEN}) = ({"?, " * _WRITTEN.count(",")} ?)
            where id = ?""",  # noqa: S608 - constants
            (*_values_of(facts, standing), number),
        )

    def related(self, number: int, limit: int) -> list[int]:
        """Return other threads with the same correspondent or order, newest first."""
        rows = self._connection.execute(
            """select id, last_at from thread where id <> :number
                and partner = (select partner from thread where id = :number)
            union select id, last_at from thread where id <> :number
                and order_id = (select order_id from thread where id = :number)
            order by last_at desc, id desc limit :limit""",
            {"number": number, "limit": limit},
        ).fetchall()
        return [other for other, _ in rows]

    def names(self, number: int) -> tuple[str, str] | None:
        """Return the key of a thread and whom it is with."""
        row = self._connection.execute(
            "select key, partner from thread where id = ?", (number,)
        ).fetchone()
        return None if row is None else (row[0], row[1])

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


def _values_of(
    facts: ThreadFacts, standing: ThreadStanding
) -> tuple[int | str | None, ...]:
    return (
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
        to_stamp(standing.answered_elsewhere_at),
    )
