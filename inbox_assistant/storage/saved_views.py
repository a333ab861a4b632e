"""The views that agents saved."""

import sqlite3

from inbox_assistant.domain.saved_view import SavedView


class SavedViewTable:
    """The table ``saved_view``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[SavedView]:
        """Return every view, in the order they were saved."""
        rows = self._connection.execute(
            "select name, query, sort from saved_view order by place, name"
        ).fetchall()
        return [SavedView(*row) for row in rows]

    def keep(self, view: SavedView) -> None:
        """Keep *view* in the place of one of the same name, or at the end."""
        self._connection.execute(
            """insert into saved_view (name, query, sort, place)
            values (?, ?, ?, (select ifnull(max(place), 0) + 1 from saved_view))
            on conflict (name) do update
            set query = excluded.query, sort = excluded.sort""",
            (view.name, view.query, view.sort),
        )

    def remove(self, name: str) -> bool:
        """Remove a view; return whether it was there."""
        cursor = self._connection.execute(
            "delete from saved_view where name = ?", (name,)
        )
        return cursor.rowcount == 1
