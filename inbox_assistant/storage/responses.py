"""How buyer messages were responded to: counted by SQLite, from one index alone.

Every question here is answered from ``message_by_receipt``, which holds whatever the
report counts; the wide rows with the words are never read.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from inbox_assistant.domain.breach import Cause
from inbox_assistant.domain.deadline import RESPONSE_WINDOW
from inbox_assistant.domain.response import Bucket
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.storage.connection import told_as_damage
from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp

_WINDOW = RESPONSE_WINDOW // timedelta(microseconds=1)
_SLOT = timedelta(minutes=15)
"""Every zone's clock differs from UTC by whole quarters of an hour."""

_ANSWERED = f"how in ('{How.REPLIED}', '{How.REPLIED_ELSEWHERE}')"
_BUCKETS = (
    Bucket.IN_TIME,
    Bucket.LATE,
    Bucket.OPEN,
    Bucket.NO_RESPONSE,
    Bucket.DISMISSED,
    Bucket.SET_ASIDE,
)
_BUCKET = f"""case
    when {_ANSWERED} then settled_at - received_at > {_WINDOW}
    when state in ('waiting', 'to-confirm')
        then 2 + (:now - received_at > {_WINDOW})
    when how = '{How.NO_RESPONSE_NECESSARY}' then 4
    else 5 end"""
_SECONDS = f"""sum(case when {_ANSWERED}
    then max(0, settled_at - received_at) / 1000000 else 0 end)"""
_WITHIN = """from message indexed by message_by_receipt
    where state <> 'none' and received_at >= :since and received_at < :until"""
_FOREVER = 2**62
_LONGEST_WAIT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Span:
    """The messages received from *since* on, before *until* where that is given."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Traits:
    """By what a report can divide messages; ``topics`` are comma separated."""

    marketplace: str | None
    account: str | None
    agent: str | None
    topics: str


@dataclass(frozen=True, slots=True)
class Counted:
    """So many messages that count alike, and the seconds their answers took."""

    bucket: Bucket
    count: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Received:
    """One message of a list behind a number."""

    thread: int
    received_at: datetime
    bucket: Bucket
    traits: Traits


@dataclass(frozen=True, slots=True)
class Missed:
    """One message that may have missed its window; ``thread`` is a number."""

    key: str
    thread: int
    received_at: datetime
    standing: Standing
    cause: Cause | None


class Responses:
    """Questions about the responses to what the table ``message`` holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def totals(self, span: Span, now: datetime) -> list[Counted]:
        """Return how the messages of *span* count at *now*."""
        return [
            Counted(_BUCKETS[bucket], count, seconds)
            for bucket, count, seconds in self._ask(
                f"select {_BUCKET}, count(*), {_SECONDS} {_WITHIN} group by 1",
                span,
                now,
            )
        ]

    def by_traits(self, span: Span, now: datetime) -> list[tuple[Traits, Counted]]:
        """Return the same, divided by everything that is written with a message."""
        rows = self._ask(
            f"""select marketplace, account, settled_by, topics, {_BUCKET},
                count(*), {_SECONDS} {_WITHIN} group by 1, 2, 3, 4, 5""",
            span,
            now,
        )
        return [
            (Traits(*row[:4]), Counted(_BUCKETS[row[4]], row[5], row[6]))
            for row in rows
        ]

    def by_quarter_hours(
        self, span: Span, now: datetime
    ) -> Iterator[tuple[datetime, list[Counted]]]:
        """Yield the same for each quarter of an hour in which anything came."""
        # One walk of the index for each quarter: a grouping would have to sort.
        start = self._first(span)
        while start is not None:
            quarter = _quarter(start)
            until = min(quarter + _SLOT, span.until or quarter + _SLOT)
            yield quarter, self.totals(Span(start, until), now)
            start = self._first(Span(until, span.until))

    def listed(self, span: Span, now: datetime) -> Iterator[Received]:
        """Yield each message of *span*, oldest first."""
        cursor = self._ask(
            f"""select thread_id, received_at, {_BUCKET}, marketplace, account,
                settled_by, topics {_WITHIN} and thread_id is not null
            order by received_at""",
            span,
            now,
        )
        while rows := cursor.fetchmany(500):
            for row in rows:
                yield Received(
                    row[0], certain(row[1]), _BUCKETS[row[2]], Traits(*row[3:7])
                )

    def missed(self, span: Span, now: datetime) -> list[Missed]:
        """Return what of *span* was or is open past its window, oldest first.

        What was already waiting when its mailbox was first imported is left out.
        """
        rows = self._ask(
            f"""select key, thread_id, received_at, state, how, settled_at,
                settled_by, told_at, cause
            from message where state <> 'none' and older = 0
            and received_at >= :since and received_at < :until
            and thread_id is not null
            and (settled_at is null or settled_at - received_at > {_WINDOW}
                or told_at - received_at > {_WINDOW}
                or state in ('waiting', 'to-confirm'))
            and :now - received_at > {_WINDOW}
            order by received_at, key""",  # noqa: S608 - a number of ours
            span,
            now,
        )
        return [_missed(row) for row in rows]

    def open_messages(self) -> list[tuple[str, int, datetime]]:
        """Return what is open: keys, thread numbers and times of receipt, in order."""
        rows = self._connection.execute(
            """select message.key, thread_id, message.received_at
            from thread join message on message.thread_id = thread.id
            where thread.state in ('waiting', 'to-confirm')
            and message.state in ('waiting', 'to-confirm')
            order by message.received_at, message.key"""
        ).fetchall()
        return [(key, thread, certain(at)) for key, thread, at in rows]

    def answered_here(self, since: datetime, now: datetime) -> int:
        """Return how many messages the desk's people settled between two moments."""
        row = self._connection.execute(
            """select count(*) from message indexed by message_by_receipt
            where state <> 'none' and received_at >= :earliest
            and settled_by is not null and how <> 'settled with the older ones'
            and settled_at between :since and :now""",
            {
                # Whatever was settled then came some time before.
                "earliest": to_stamp(since - _LONGEST_WAIT),
                "since": to_stamp(since),
                "now": to_stamp(now),
            },
        ).fetchone()
        return int(row[0])

    def _first(self, span: Span) -> datetime | None:
        row = self._connection.execute(
            f"select min(received_at) {_WITHIN}",
            self._values(span, None),
        ).fetchone()
        return from_stamp(row[0])

    def _ask(self, sql: str, span: Span, now: datetime) -> sqlite3.Cursor:
        return self._connection.execute(sql, self._values(span, now))

    def _values(self, span: Span, now: datetime | None) -> dict[str, int | None]:
        until = to_stamp(span.until)
        return {
            "since": to_stamp(span.since),
            "until": _FOREVER if until is None else until,
            "now": to_stamp(now),
        }


def _quarter(moment: datetime) -> datetime:
    minute = moment.minute - moment.minute % 15
    return moment.replace(minute=minute, second=0, microsecond=0)


@told_as_damage
def _missed(row: tuple) -> Missed:  # type: ignore[type-arg] # as SQLite gives it
    standing = Standing(
        state=State(row[3]),
        how=None if row[4] is None else How(row[4]),
        at=from_stamp(row[5]),
        by=row[6],
        told_at=from_stamp(row[7]),
    )
    cause = None if row[8] is None else Cause(row[8])
    return Missed(row[0], row[1], certain(row[2]), standing, cause)
