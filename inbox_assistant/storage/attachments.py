"""Files beside drafts: kept with their bytes until the reply is composed."""

import json
import sqlite3
from datetime import datetime

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.storage.stamps import to_stamp

_COLUMNS = "id, name, media_type, size, words, remarks"


class Attachments:
    """The table ``attachment``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(
        self, thread: str, file: Enclosure, content: bytes, added_at: datetime
    ) -> int:
        """Keep *file* with its *content* beside the draft of *thread*."""
        cursor = self._connection.execute(
            """insert into attachment (thread, name, media_type, size, bytes, words,
                remarks, added_at) values (?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                thread,
                file.name,
                file.media_type,
                len(content),
                content,
                file.words,
                json.dumps(file.remarks),
                to_stamp(added_at),
            ),
        )
        return int(cursor.lastrowid or 0)

    def of_thread(self, thread: str) -> list[Enclosure]:
        """Return the files beside the draft of *thread*, as they were added."""
        rows = self._connection.execute(
            f"select {_COLUMNS} from attachment where thread = ? order by id",  # noqa: S608
            (thread,),
        ).fetchall()
        return [
            Enclosure(row[0], row[1], row[2], row[3], row[4], tuple(json.loads(row[5])))
            for row in rows
        ]

    def content(self, number: int) -> bytes:
        """Return the bytes of one file; none where it is gone."""
        row = self._connection.execute(
            "select bytes from attachment where id = ?", (number,)
        ).fetchone()
        return b"" if row is None else bytes(row[0])

    def remove(self, thread: str, number: int | None = None) -> None:
        """Remove one file beside the draft of *thread*, or all of them."""
        self._connection.execute(
            "delete from attachment where thread = ? and (? is null or id = ?)",
            (thread, number, number),
        )

    def move(self, old: str, new: str) -> None:
        """Give the files of thread *old* to *new*."""
        self._connection.execute(
            "update attachment set thread = ? where thread = ?", (new, old)
        )
