"""Removing old correspondence for good; the journal stays."""

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.storage.stamps import to_stamp

_OLD = """select partner from thread group by partner
    having max(last_at) < :before and sum(state in ('waiting', 'to-confirm')) = 0
    and sum(exists (select 1 from draft where draft.thread = thread.key)) = 0
    and sum(exists (select 1 from outbox where outbox.thread = thread.key
        and outbox.state in ('queued', 'sending', 'dot-pending', 'unsure'))) = 0
    and sum(exists (select 1 from promise where promise.thread = thread.key
        and promise.state = 'open')) = 0"""
_NOTICES = """kind in ('return', 'refund', 'cancellation', 'a-to-z', 'other-notice',
    'not-amazon', 'bounce', 'opt-out', 'copy-of-reply')"""


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was removed; ``digest`` is taken of the removed mails' own hashes."""

    threads: int
    messages: int
    mails: int
    digest: str


class Purging:
    """Deletes from every table that holds correspondence; call in a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def remove_before(self, before: datetime) -> Purged:
        """Remove what was exchanged with correspondents silent since *before*.

        Whoever has anything open, promised, drafted or on its way is left alone, as a
        whole; mails that nobody could sort stay as well.
        """
        ask = self._connection.execute
        ask("pragma secure_delete = on")
        ask("create temp table gone_thread (id integer primary key, key text)")
        ask("create temp table gone_message (id integer primary key)")
        try:
            ask(
                f"""insert into gone_thread select id, key from thread
                where partner in ({_OLD})""",  # noqa: S608 - constants
                {"before": to_stamp(before)},
            )
            ask(
                f"""insert into gone_message select id from message
                where thread_id in (select id from gone_thread)
                or thread_id is null and partner is null and {_NOTICES}
                    and received_at < :before""",  # noqa: S608 - constants
                {"before": to_stamp(before)},
            )
            return self._remove()
        finally:
            ask("drop table temp.gone_thread")
            ask("drop table temp.gone_message")

    def _remove(self) -> Purged:
        ask = self._connection.execute
        mails = "raw_id in (select id from raw where message_id in gone_message)"
        hashes = ask(
            """select sha256 from raw where message_id in gone_message
            order by sha256"""
        ).fetchall()
        digest = hashlib.sha256(b"".join(row[0] for row in hashes)).hexdigest()
        ask(f"delete from arrival where {mails}")  # noqa: S608 - a constant
        ask("delete from raw where message_id in gone_message")
        keys = "thread in (select key from gone_thread)"
        ask(
            f"""delete from answered where reply_id in
            (select reply_id from outbox where {keys})"""  # noqa: S608 - a constant
        )
        for table in ("outbox", "attachment", "promise"):
            ask(f"delete from {table} where {keys}")  # noqa: S608 - constants
        messages = ask("delete from message where id in gone_message").rowcount
        if messages:
            # What is taken out of the index stays in it until its parts are merged.
            ask("insert into search(search) values ('optimize')")
        threads = ask("delete from thread where id in (select id from gone_thread)")
        return Purged(threads.rowcount, messages, len(hashes), digest)
