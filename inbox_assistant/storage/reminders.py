"""What a person was reminded of, so that no start of the program repeats it.

Each is a single fact of the file, by the thread's key or the mailbox's name. Losing one
only means that something is told twice.
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta

from inbox_assistant.domain.reminder import Pending, Reminder, Told
from inbox_assistant.storage.connection import told_as_damage
from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp

_TOLD = "told/"
_SILENCE = "silence/"
_LAST = "reminded-at"
_SECOND = timedelta(seconds=1)


class Reminders:
    """Facts about reminders, beside the threads they are about."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @told_as_damage
    def pending(self, until: datetime) -> list[Pending]:
        """Return the threads of today's work that are due by *until*, first due first.

        What is decided but not confirmed on Amazon is among them: its clock runs on.
        """
        rows = self._connection.execute(
            f"""select key, due_at, snoozed_until, value from thread
            left join fact on name = '{_TOLD}' || key
            where state in ('waiting', 'to-confirm') and older = 0 and due_at <= ?
            order by due_at, thread.id""",  # noqa: S608 - a constant
            (to_stamp(until),),
        ).fetchall()
        return [
            Pending(key, certain(due), _told(value), from_stamp(asleep))
            for key, due, asleep, value in rows
        ]

    @told_as_damage
    def last_told_at(self) -> datetime | None:
        """Return when anything was last told."""
        value = self._value(_LAST)
        return None if value is None else certain(int(value))

    def keep(self, reminders: Iterable[Reminder], now: datetime) -> None:
        """Remember that *reminders* were told; those of threads answered since go."""
        self._keep(
            [
                (
                    f"{_TOLD}{one.thread}",
                    f"{to_stamp(one.due_at)} {one.lead // _SECOND}",
                )
                for one in reminders
            ]
        )
        self._keep([(_LAST, str(to_stamp(now)))])
        self._connection.execute(
            f"""delete from fact where name >= '{_TOLD}' and name < 'told0'
            and substr(name, {len(_TOLD) + 1}) not in (
                select key from thread where state in ('waiting', 'to-confirm'))"""  # noqa: S608 - a constant
        )

    @told_as_damage
    def silence_told(self, account: str) -> datetime | None:
        """Return which silence of a mailbox was told, by when it began."""
        value = self._value(f"{_SILENCE}{account}")
        return None if value is None else certain(int(value))

    def keep_silence(self, account: str, since: datetime) -> None:
        """Remember that the silence of a mailbox since *since* was told."""
        self._keep([(f"{_SILENCE}{account}", str(to_stamp(since)))])

    def _value(self, name: str) -> str | None:
        row = self._connection.execute(
            "select value from fact where name = ?", (name,)
        ).fetchone()
        return None if row is None else str(row[0])

    def _keep(self, facts: Iterable[tuple[str, str]]) -> None:
        self._connection.executemany(
            """insert into fact values (?, ?)
            on conflict(name) do update set value = excluded.value""",
            facts,
        )


def _told(value: str | None) -> Told | None:
    if value is None:
        return None
    due, seconds = value.split()
    return Told(certain(int(due)), timedelta(seconds=int(seconds)))
