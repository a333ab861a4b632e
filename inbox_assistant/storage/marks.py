"""Which marks the mails of a mailbox were seen to bear, and up to which change."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from inbox_assistant.domain.marks import Mark

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of an account as its server numbers it now."""

    account: str
    folder: str
    uid_validity: int

    @property
    def prefix(self) -> str:
        """Return how the sources of its mails begin; the number follows."""
        return f"{self.account}/{self.folder}/{self.uid_validity}/"


@dataclass(frozen=True, slots=True)
class KnownMarks:
    """The marks that one mail was seen to bear, and the message that it brought."""

    message: str
    marks: frozenset[Mark]


class Marks:
    """The tables ``mailbox_flags`` and ``mailbox_mark``.

    Losing them loses nothing: the marks are read again then.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def is_read(self, place: Place) -> bool:
        """Return whether the marks of *place* were ever dealt with to the end."""
        return self._position(place) is not None

    def modseq(self, place: Place) -> int | None:
        """Return the count of changes up to which they were, where it is known."""
        row = self._position(place)
        return None if row is None else row[0]

    def keep_modseq(self, place: Place, modseq: int | None) -> None:
        """Remember that; what was known of an earlier numbering is forgotten."""
        values = (place.account, place.folder, place.uid_validity)
        self._connection.execute(
            "insert or replace into mailbox_flags values (?, ?, ?, ?)",
            (*values, modseq),
        )
        self._connection.execute(
            """delete from mailbox_mark
            where account = ? and folder = ? and uid_validity <> ?""",
            values,
        )

    def known(self, place: Place, uids: Sequence[int]) -> dict[int, KnownMarks]:
        """Return what is known of those of *uids* that bore a mark."""
        found: dict[int, tuple[str, set[Mark]]] = {}
        for start in range(0, len(uids), _AT_ONCE):
            part = uids[start : start + _AT_ONCE]
            rows = self._connection.execute(
                f"""select uid, mark, message_key from mailbox_mark
                where account = ? and folder = ? and uid_validity = ?
                and uid in ({",".join("?" * len(part))})""",  # noqa: S608 - marks
                (place.account, place.folder, place.uid_validity, *part),
            )
            for uid, mark, message in rows:
                found.setdefault(uid, (message, set()))[1].add(Mark(mark))
        return {
            uid: KnownMarks(message, frozenset(marks))
            for uid, (message, marks) in found.items()
        }

    def newest(self, place: Place, limit: int) -> list[int]:
        """Return the mails that bore a mark, those with the highest numbers first."""
        rows = self._connection.execute(
            """select distinct uid from mailbox_mark
            where account = ? and folder = ? and uid_validity = ?
            order by uid desc limit ?""",
            (place.account, place.folder, place.uid_validity, limit),
        ).fetchall()
        return [uid for (uid,) in rows]

    def note(
        self, place: Place, uid: int, message: str, marks: Collection[Mark]
    ) -> None:
        """Remember that the mail *uid* of *message* bears exactly *marks*."""
        mail = (place.account, place.folder, place.uid_validity, uid)
        self._connection.execute(
            """delete from mailbox_mark
            where account = ? and folder = ? and uid_validity = ? and uid = ?""",
            mail,
        )
        self._connection.executemany(
            "insert into mailbox_mark values (?, ?, ?, ?, ?, ?)",
            [(*mail, mark.value, message) for mark in marks],
        )

    def is_on(self, message: str, mark: Mark) -> bool:
        """Return whether any mail of *message* bore *mark* when it was last seen."""
        row = self._connection.execute(
            "select 1 from mailbox_mark where message_key = ? and mark = ? limit 1",
            (message, mark.value),
        ).fetchone()
        return row is not None

    def open_mails(self, place: Place, limit: int = -1) -> dict[int, str]:
        """Return the mails of messages that want a response, the most urgent first.

        Each number comes with the key of its message; a *limit* below zero means all.
        """
        return self._mails(
            """select source, message.key from thread
            join message on message.thread_id = thread.id
            join raw on raw.message_id = message.id
            join arrival on arrival.raw_id = raw.id
            where thread.state in ('waiting', 'to-confirm')
                and message.state in ('waiting', 'to-confirm')
                and source >= :first and source < :end
            order by thread.older, thread.due_at, message.id limit :limit""",
            place,
            {"limit": limit},
        )

    def marked_before(self, place: Place) -> dict[int, str]:
        """Return the mails of messages that bore a mark in an earlier numbering.

        Each number, which is the present one, comes with the key of its message. There
        are none once the marks of *place* were dealt with to the end.
        """
        return self._mails(
            """select distinct source, mailbox_mark.message_key from mailbox_mark
            join message on message.key = mailbox_mark.message_key
            join raw on raw.message_id = message.id
            join arrival on arrival.raw_id = raw.id
            where mailbox_mark.account = :account and folder = :folder
                and uid_validity <> :uid_validity
                and source >= :first and source < :end""",
            place,
            {
                "account": place.account,
                "folder": place.folder,
                "uid_validity": place.uid_validity,
            },
        )

    def _mails(
        self, question: str, place: Place, values: dict[str, object]
    ) -> dict[int, str]:
        found: dict[int, str] = {}
        # After the stroke that ends the prefix comes the nought, sign by sign.
        bounds = {"first": place.prefix, "end": f"{place.prefix[:-1]}0"}
        for source, key in self._connection.execute(question, {**bounds, **values}):
            number = source.removeprefix(place.prefix)
            if number.isdecimal():
                found[int(number)] = key
        return found

    def _position(self, place: Place) -> tuple[int | None] | None:
        row: tuple[int | None] | None = self._connection.execute(
            """select modseq from mailbox_flags
            where account = ? and folder = ? and uid_validity = ?""",
            (place.account, place.folder, place.uid_validity),
        ).fetchone()
        return row
