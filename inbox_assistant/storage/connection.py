"""The connection that all tables share: its failures are told as ours."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self, TypeVar

from inbox_assistant.domain.errors import StorageError

# Any, as in the signatures of sqlite3 itself.
Result = TypeVar("Result")
Parameters = Sequence[Any] | Mapping[str, Any]


class TellingCursor(sqlite3.Cursor):
    """A cursor that raises StorageError where the file cannot be read or written.

    Inside a transaction SQLite's own error passes, for ``transaction`` tells it once
    it has rolled back. Errors of the program's own making always pass.
    """

    def execute(self, sql: str, parameters: Any = (), /) -> Self:  # noqa: ANN401
        """Execute *sql*; half a character in a text is replaced, not refused."""
        try:
            return self._telling(lambda: sqlite3.Cursor.execute(self, sql, parameters))
        except UnicodeEncodeError:
            whole = _whole_all(parameters)
            return self._telling(lambda: sqlite3.Cursor.execute(self, sql, whole))

    def fetchone(self) -> Any:  # noqa: ANN401
        """Return the next row, or ``None``."""
        return self._telling(super().fetchone)

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """Return the next *size* rows."""
        return self._telling(lambda: sqlite3.Cursor.fetchmany(self, size))

    def fetchall(self) -> list[Any]:
        """Return all rows that are left."""
        return self._telling(super().fetchall)

    def _telling(self, ask: Callable[[], Result]) -> Result:
        # Asked before: a full disk ends a transaction at once.
        is_within = self.connection.in_transaction
        try:
            return ask()
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            if is_within:
                raise
            raise StorageError(
                f"The profile's file could not be read or written: {error}.",
                "Try again; if it stays so, restore a backup.",
                retryable=isinstance(error, sqlite3.OperationalError),
            ) from error


class TellingConnection(sqlite3.Connection):
    """A connection whose cursors tell failures as ours once it is ready."""

    ready = False
    """Set when the file is open and up to date; how opening fails is told apart."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401
        """Execute *sql* with a new cursor and return that."""
        kind = TellingCursor if self.ready else sqlite3.Cursor
        return self.cursor(kind).execute(sql, parameters)


def whole(text: str) -> str:
    """Return *text* with half characters (lone surrogates) replaced.

    File names that are no UTF-8 and some input methods bring them; SQLite refuses
    them.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _whole_all(parameters: Parameters) -> Parameters:
    if isinstance(parameters, Mapping):
        return {name: _whole_value(value) for name, value in parameters.items()}
    return tuple(_whole_value(value) for value in parameters)


def _whole_value(value: object) -> object:
    return whole(value) if isinstance(value, str) else value
