"""Threads by what agents ask for, and what they wrote on them."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

from inbox_assistant.domain.labels import NO_LABELS, Labels
from inbox_assistant.domain.view import View
from inbox_assistant.storage.queue_rows import CONDITIONS, table_of
from inbox_assistant.storage.stamps import from_stamp, to_stamp
from inbox_assistant.storage.thread_query import Condition, values_with

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

ORDERS = {
    "due": "due_at is null, due_at, last_at desc, id",
    "newest": "last_at desc, id desc",
    "buyer": "buyer is null, buyer collate nocase, due_at, id",
    "marketplace": "marketplace is null, marketplace, due_at, id",
}
"""The orders a person can choose besides a view's own."""

_IN_ORDER = {
    "newest": "thread indexed by thread_by_last",
    "buyer": "thread indexed by thread_by_buyer",
}
"""Where all that waits is read in an order, so that the first rows cost no sorting."""

_LISTED = frozenset(
    {"marketplace", "account", "language", "claimed_by", "topics", "tags"}
)


class Triage:
    """Questions to the table ``thread``, and its columns for labels."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def matching(
        self,
        view: View,
        condition: Condition,
        times: tuple[datetime, datetime],
        order: str = "",
        limit: int = -1,
    ) -> array[int]:
        """Return the numbers of a view's threads that meet *condition*.

        *times* are now and until when a thread is due soon; *order* names one of
        ``ORDERS``, without it the view's own counts; a *limit* below zero means all.
        """
        now, soon = times
        of_view, usual = CONDITIONS[view]
        table = table_of(view)
        # What narrows stands in the other index alone; without it each row is read.
        if view is View.WAITING and condition.is_met_by_all:
            table = _IN_ORDER.get(order, table)
        cursor = self._connection.execute(
            f"""select id from {table} where {of_view} and {condition.sql}
            order by {ORDERS.get(order, usual)} limit :limit""",  # noqa: S608 - values stand apart
            values_with(
                condition,
                {"now": to_stamp(now), "soon": to_stamp(soon), "limit": limit},
            ),
        )
        found = array("q")
        while part := cursor.fetchmany(500):
            found.extend(number for (number,) in part)
        return found

    def known_values(self, column: str, limit: int = 50) -> list[str]:
        """Return what open threads hold in *column*, the most frequent first.

        *column* is one of marketplace, account, language, claimed_by, topics and tags;
        the last two hold several values each.
        """
        if column not in _LISTED:
            raise ValueError(column)
        # Where nearly all is settled SQLite may still read every thread for it.
        rows = self._connection.execute(
            f"""select value, count(*) from (
                select {column} as value from thread indexed by thread_waiting
                where state = 'waiting'
                union all
                select {column} from thread indexed by thread_by_due
                where state = 'to-confirm')
            where value <> '' group by 1 order by 2 desc, 1""",  # noqa: S608 - one of ours
        )
        counts: Counter[str] = Counter()
        for values, count in rows:
            for value in values.split(","):
                counts[value] += count
        return [value for value, _ in counts.most_common(limit)]

    def write(self, number: int, labels: Labels) -> None:
        """Write down whose a thread is, its tags, and until when it is put off."""
        self._connection.execute(
            """update thread set claimed_by = ?, tags = ?, snoozed_until = ?
            where id = ?""",
            (
                labels.agent,
                ",".join(labels.tags),
                to_stamp(labels.snoozed_until),
                number,
            ),
        )

    def labels(self, number: int) -> Labels:
        """Return the labels of a thread."""
        row = self._connection.execute(
            "select claimed_by, tags, snoozed_until from thread where id = ?", (number,)
        ).fetchone()
        if row is None:
            return NO_LABELS
        tags = tuple(filter(None, row[1].split(",")))
        return Labels(row[0], tags, from_stamp(row[2]))
