"""Replies on their way: stored before they are sent."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from inbox_assistant.domain.confirmation import Left
from inbox_assistant.domain.errors import StorageError
from inbox_assistant.domain.reply import OutboxReply, OutboxState, Stray
from inbox_assistant.storage.connection import told_as_damage
from inbox_assistant.storage.membership import found_among
from inbox_assistant.storage.packed import packed, unpacked
from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp
from inbox_assistant.storage.steps import step_from_text, step_to_text

_COLUMNS = """reply_id, message_id, account, thread, sender, to_address, answers, body,
    raw, state, queued_at, leave_at, attempts, problem, response, handed_over_at,
    step"""


_STRAYS = """select o.thread, m.id, m.partner from outbox o
    join message m on m.kind = 'reply' and m.mail_id = o.message_id
    left join thread t on t.key = o.thread
    where o.state = 'unsure' or (o.answers <> '[]' and m.thread_id is not t.id)
union select o.thread, m.id, m.partner from outbox o
    join message m on m.returned_mail_id = o.message_id
    left join thread t on t.key = o.thread
    where m.kind in ('bounce', 'opt-out') and (m.thread_id is not t.id
        or o.state in ('unsure', 'handed-over', 'confirmed'))
order by 1, 2"""


class Outbox:
    """The tables ``outbox`` and ``answered``.

    ``answered`` holds each message at most once, so that no message is ever answered
    by two replies at the same time.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, reply: OutboxReply, *, is_first: bool = True) -> None:
        """Store *reply*; raises StorageError when one of its messages is taken.

        A further reply to messages that are settled already is not the first one and
        takes none.
        """
        self._connection.execute(
            f"insert into outbox ({_COLUMNS}) values ({'?,' * 16} ?)",  # noqa: S608
            (
                reply.reply_id,
                reply.message_id,
                reply.account,
                reply.thread,
                reply.sender,
                reply.to_address,
                json.dumps(reply.answers),
                reply.body,
                packed(reply.raw),
                reply.state.value,
                to_stamp(reply.queued_at),
                to_stamp(reply.leave_at),
                reply.attempts,
                reply.problem,
                reply.response,
                to_stamp(reply.handed_over_at),
                step_to_text(reply.step),
            ),
        )
        if not is_first:
            return
        try:
            self._connection.executemany(
                "insert into answered values (?, ?)",
                [(key, reply.reply_id) for key in reply.answers],
            )
        except sqlite3.IntegrityError as error:
            raise StorageError(
                "Another reply to this message is already on its way.",
                "Look at the thread again before you answer once more.",
            ) from error

    def release(self, reply_id: str) -> None:
        """Let the messages of a reply that did not get through be answered anew."""
        self._connection.execute("delete from answered where reply_id = ?", (reply_id,))

    def mark(  # noqa: PLR0913 - each is one column of the change
        self,
        reply_id: str,
        state: OutboxState,
        *,
        problem: str | None = None,
        response: str | None = None,
        leave_at: datetime | None = None,
        handed_over_at: datetime | None = None,
        attempts: int | None = None,
    ) -> None:
        """Move a reply to *state*; what is ``None`` stays as it is."""
        self._connection.execute(
            """update outbox set state = ?, problem = coalesce(?, problem),
                response = coalesce(?, response), leave_at = coalesce(?, leave_at),
                handed_over_at = coalesce(?, handed_over_at),
                attempts = coalesce(?, attempts)
            where reply_id = ?""",
            (
                state.value,
                problem,
                response,
                to_stamp(leave_at),
                to_stamp(handed_over_at),
                attempts,
                reply_id,
            ),
        )

    def mark_filed(self, reply_id: str) -> None:
        """Remember that the reply stands in the Sent folder."""
        self._connection.execute(
            "update outbox set filed = 1 where reply_id = ?", (reply_id,)
        )

    def unfiled(self, account: str) -> list[OutboxReply]:
        """Return replies that left but are not yet known to stand in Sent."""
        return self._where(
            """account = ? and filed = 0
            and state in ('handed-over', 'confirmed', 'sent-back')""",
            (account,),
        )

    def left_last(self, account: str, limit: int) -> list[Left]:
        """Return the last replies of *account* that left and did not come back."""
        rows = self._connection.execute(
            """select reply_id, thread, handed_over_at, state = 'confirmed'
            from outbox where account = ? and state in ('handed-over', 'confirmed')
            and handed_over_at is not null order by handed_over_at desc limit ?""",
            (account, limit),
        ).fetchall()
        return [
            Left(reply_id, thread, certain(at), bool(is_confirmed))
            for reply_id, thread, at, is_confirmed in rows
        ]

    def reply(self, reply_id: str) -> OutboxReply | None:
        """Return one reply by its id, or ``None``."""
        found = self._where("reply_id = ?", (reply_id,))
        return found[0] if found else None

    def by_message_id(self, message_id: str) -> OutboxReply | None:
        """Return the reply with this Message-ID, or ``None``."""
        found = self._where("message_id = ?", (message_id,))
        return found[0] if found else None

    def of_thread(self, thread: str) -> list[OutboxReply]:
        """Return the replies of *thread*, oldest first."""
        return self._where("thread = ?", (thread,))

    def threads_among(self, threads: Iterable[str]) -> list[str]:
        """Return those of *threads* in which replies were written, in a fixed order."""
        question = "select distinct thread from outbox where thread in"
        return sorted(found_among(self._connection, question, list(threads)))

    @told_as_damage
    def strays(self) -> list[Stray]:
        """Return the mails that lie elsewhere than the reply they are or speak of.

        So are those returned that lie right and still were not noticed.
        """
        return [Stray(*row) for row in self._connection.execute(_STRAYS).fetchall()]

    def in_states(self, states: Iterable[OutboxState]) -> list[OutboxReply]:
        """Return the replies in any of *states*, oldest first."""
        names = sorted(state.value for state in states)
        marks = ", ".join("?" * len(names))
        return self._where(f"state in ({marks})", tuple(names))

    def move(self, old: str, new: str) -> None:
        """Give the replies of thread *old* to thread *new*."""
        self._connection.execute(
            "update outbox set thread = ? where thread = ?", (new, old)
        )

    @told_as_damage
    def _where(self, condition: str, values: tuple[str, ...]) -> list[OutboxReply]:
        rows = self._connection.execute(
            f"""select {_COLUMNS} from outbox where {condition}
            order by queued_at, reply_id""",  # noqa: S608 - conditions are constants
            values,
        ).fetchall()
        return [
            OutboxReply(
                reply_id=row[0],
                message_id=row[1],
                account=row[2],
                thread=row[3],
                sender=row[4],
                to_address=row[5],
                answers=tuple(json.loads(row[6])),
                body=row[7],
                raw=unpacked(row[8]),
                state=OutboxState(row[9]),
                queued_at=certain(row[10]),
                leave_at=certain(row[11]),
                attempts=row[12],
                problem=row[13],
                response=row[14],
                handed_over_at=from_stamp(row[15]),
                step=step_from_text(row[16]),
            )
            for row in rows
        ]
