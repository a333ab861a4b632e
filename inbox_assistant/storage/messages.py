"""Messages: what was read from the mails, one row a message."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.breach import Cause
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.domain.received import TimeSource
from inbox_assistant.domain.settlement import NEVER_WAITED, How, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.storage.connection import told_as_damage
from inbox_assistant.storage.message_values import (
    INSERT,
    NOTHING_LISTED,
    standing_values,
    values_of,
)
from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp

_COLUMNS = """id, key, kind, kind_reason, partner, account, thread_id, received_at,
    received_from, sender, answer_to, alias, case_id, thread_token, mail_id, refs,
    buyer, subject, order_id, asin, product, marketplace, language, topics,
    needs_response, words, words_digest, no_response_link, case_link, attachments,
    doubts, returned_mail_id, trusted, older, state, how, settled_at, sent_back,
    buyer_folded, settled_by, told_at, cause,
    answered_elsewhere_at"""


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message as stored; texts as in ``ParsedMail``, times aware UTC.

    ``partner`` is whom the thread is with; ``words_digest`` the fingerprint of the
    folded words. ``number`` is 0 before it is stored.
    """

    key: str
    kind: Kind
    kind_reason: str
    partner: str | None
    received_at: datetime
    received_from: TimeSource
    account: str | None = None
    sender: str = ""
    answer_to: str | None = None
    alias: str | None = None
    case_id: str | None = None
    thread_token: str | None = None
    mail_id: str | None = None
    references: tuple[str, ...] = ()
    buyer: str | None = None
    buyer_folded: str | None = None
    subject: str = ""
    order_id: str | None = None
    asin: str | None = None
    product: str | None = None
    marketplace: str | None = None
    language: str | None = None
    topics: tuple[str, ...] = ()
    needs_response: bool = True
    words: str = ""
    words_digest: str = ""
    no_response_link: str | None = None
    case_link: str | None = None
    attachments: tuple[Attachment, ...] = ()
    doubts: tuple[str, ...] = ()
    returned_mail_id: str | None = None
    trusted: bool = False
    older: bool = False
    number: int = 0
    thread_id: int | None = None
    standing: Standing = NEVER_WAITED
    cause: Cause | None = None
    """Why it was not answered in time, where somebody said so."""


class Messages:
    """The table ``message``; everything in it can be made again from ``raw``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, row: MessageRow, parser: int) -> int:
        """Store *row*, which must not be there yet, and return its number."""
        number = self.add_if_new(row, parser)
        if number is None:
            message = "a message with this key is there already"
            raise ValueError(message)
        return number

    def add_if_new(self, row: MessageRow, parser: int) -> int | None:
        """Store *row* and return its number; ``None`` where its key is there.

        In which thread it is and where it stands are written down later.
        """
        cursor = self._connection.execute(
            f"{INSERT} on conflict(key) do nothing",
            values_of(row, None, parser, None, NEVER_WAITED),
        )
        return int(cursor.lastrowid or 0) if cursor.rowcount == 1 else None

    def earlier(
        self, number: int, at: datetime, source: TimeSource, *, trusted: bool
    ) -> bool:
        """Take over what another delivery of the message knows better.

        The earlier time of receipt counts; trust once gained stays. Returns whether
        anything changed.
        """
        cursor = self._connection.execute(
            """update message set
                received_from = case when ?1 < received_at then ?2
                    else received_from end,
                received_at = min(received_at, ?1), trusted = max(trusted, ?3)
            where id = ?4 and (?1 < received_at or ?3 > trusted)""",
            (to_stamp(at), source.value, int(trusted), number),
        )
        return cursor.rowcount == 1

    def came_by(self, number: int, account: str) -> None:
        """Say through which account a message came."""
        self._connection.execute(
            "update message set account = ? where id = ?", (account, number)
        )

    def not_older(self, number: int) -> None:
        """Say that a message is today's work after all."""
        self._connection.execute("update message set older = 0 where id = ?", (number,))

    def by_key(self, key: str) -> MessageRow | None:
        """Return the message with this key, or ``None``."""
        return self._one("key = ?", (key,))

    def by_number(self, number: int) -> MessageRow | None:
        """Return the message with this number, or ``None``."""
        return self._one("id = ?", (number,))

    def of_partner(self, partner: str) -> list[MessageRow]:
        """Return every message exchanged with *partner*."""
        return self._where("partner = ?", (partner,))

    def of_thread(self, thread_id: int) -> list[MessageRow]:
        """Return the messages of a thread, oldest first."""
        return self._where("thread_id = ?", (thread_id,))

    def replies_with_mail_id(self, mail_id: str) -> list[MessageRow]:
        """Return the replies with this Message-ID."""
        return self._where(
            "kind = 'reply' and mail_id = ?", (mail_id,), "indexed by reply_by_mail_id"
        )

    def floating(
        self,
        *,
        orders: Iterable[str] = (),
        names: Iterable[str] = (),
        mail_ids: Iterable[str] = (),
        aliases: Iterable[str] = (),
        digests: Iterable[str] = (),
    ) -> list[MessageRow]:
        """Return the mails of Amazon's own that may speak of the things named.

        *digests* are fingerprints of the words that a copy repeats.
        """
        found: dict[int, MessageRow] = {}
        of_copies = f"kind = '{Kind.COPY_OF_REPLY.value}' and words_digest"
        for index, column, values in (
            ("message_by_order", "order_id", orders),
            ("message_floating_name", "buyer_folded", names),
            ("message_by_returned", "returned_mail_id", mail_ids),
            ("message_floating_alias", "alias", aliases),
            ("copy_by_digest", of_copies, digests),
        ):
            wanted = list(values)
            if not wanted:
                continue
            # Told which index, SQLite does not go through every mail of Amazon's.
            rows = self._where(
                f"partner is null and {column} in (select value from json_each(?))",  # noqa: S608 - constants
                (json.dumps(wanted, ensure_ascii=False),),
                f"indexed by {index}",
            )
            found.update((row.number, row) for row in rows)
        return list(found.values())

    def threads_of_order(self, order_id: str) -> list[MessageRow]:
        """Return the messages with a partner that belong to an order."""
        return self._where("partner is not null and order_id = ?", (order_id,))

    def threads_of_name(self, folded: str) -> list[MessageRow]:
        """Return the messages with a partner of that folded name."""
        return self._where("partner is not null and buyer_folded = ?", (folded,))

    def replies_of_words(self, digest: str) -> list[MessageRow]:
        """Return the replies whose folded words have this fingerprint."""
        return self._of_words("reply", Kind.REPLY, digest)

    def _of_words(self, index: str, kind: Kind, digest: str) -> list[MessageRow]:
        # Told which index, SQLite does not go through every message of the kind.
        return self._where(
            f"kind = '{kind.value}' and words_digest = ?",
            (digest,),
            f"indexed by {index}_by_digest",
        )

    def put_into(self, number: int, thread_id: int | None) -> None:
        """Place a message in a thread."""
        self._connection.execute(
            "update message set thread_id = ? where id = ?", (thread_id, number)
        )

    def stand(self, number: int, standing: Standing) -> None:
        """Write down where a message stands."""
        self._connection.execute(
            """update message set state = ?, how = ?, settled_at = ?, sent_back = ?,
                settled_by = ?, told_at = ?, answered_elsewhere_at = ?
            where id = ?""",
            (*standing_values(standing), number),
        )

    def explain(self, number: int, cause: Cause | None) -> None:
        """Write down why a message was not answered in time."""
        self._connection.execute(
            "update message set cause = ? where id = ?",
            (None if cause is None else cause.value, number),
        )

    def of_kind(self, kind: Kind) -> Iterator[MessageRow]:
        """Yield the messages of *kind*, newest first."""
        numbers = self._connection.execute(
            "select id from message where kind = ? order by received_at desc, id desc",
            (kind.value,),
        ).fetchall()
        for (number,) in numbers:
            row = self.by_number(number)
            if row is not None:
                yield row

    @told_as_damage
    def count_by_kind(self, kinds: Iterable[Kind] = Kind) -> dict[Kind, int]:
        """Return how many messages of *kinds* there are, where there are any."""
        wanted = [kind.value for kind in kinds]
        # Of most kinds nobody counts the hundreds of thousands there are.
        rows = self._connection.execute(
            f"""select kind, count(*) from message indexed by message_by_kind
            where kind in ({",".join("?" * len(wanted))}) group by kind""",  # noqa: S608
            wanted,
        ).fetchall()
        return {Kind(kind): count for kind, count in rows}

    def newest_kept_at(self) -> datetime | None:
        """Return when a mail was last kept, or ``None``."""
        row = self._connection.execute(
            "select kept_at from raw order by id desc limit 1"
        ).fetchone()
        return None if row is None else certain(row[0])

    def _one(self, condition: str, values: tuple[object, ...]) -> MessageRow | None:
        found = self._where(condition, values)
        return found[0] if found else None

    def _where(
        self, condition: str, values: tuple[object, ...], index: str = ""
    ) -> list[MessageRow]:
        rows = self._connection.execute(
            f"""select {_COLUMNS} from message {index} where {condition}
            order by received_at, key""",  # noqa: S608 - conditions are constants
            values,
        ).fetchall()
        return [_message(row) for row in rows]


def _listed(text: str) -> tuple:  # type: ignore[type-arg] # as JSON gives it
    return () if text == NOTHING_LISTED else tuple(json.loads(text))


@told_as_damage
def _message(row: tuple) -> MessageRow:  # type: ignore[type-arg] # as SQLite gives it
    return MessageRow(
        number=row[0],
        key=row[1],
        kind=Kind(row[2]),
        kind_reason=row[3],
        partner=row[4],
        account=row[5],
        thread_id=row[6],
        received_at=certain(row[7]),
        received_from=TimeSource(row[8]),
        sender=row[9],
        answer_to=row[10],
        alias=row[11],
        case_id=row[12],
        thread_token=row[13],
        mail_id=row[14],
        references=_listed(row[15]),
        buyer=row[16],
        buyer_folded=row[38],
        subject=row[17],
        order_id=row[18],
        asin=row[19],
        product=row[20],
        marketplace=row[21],
        language=row[22],
        topics=tuple(filter(None, row[23].split(","))),
        needs_response=bool(row[24]),
        words=row[25],
        words_digest=row[26],
        no_response_link=row[27],
        case_link=row[28],
        attachments=tuple(Attachment(*one) for one in _listed(row[29])),
        doubts=_listed(row[30]),
        returned_mail_id=row[31],
        trusted=bool(row[32]),
        older=bool(row[33]),
        standing=Standing(
            state=State(row[34]),
            how=None if row[35] is None else How(row[35]),
            at=from_stamp(row[36]),
            sent_back=bool(row[37]),
            by=row[39],
            told_at=from_stamp(row[40]),
            answered_elsewhere_at=from_stamp(row[42]),
        ),
        cause=None if row[41] is None else Cause(row[41]),
    )
