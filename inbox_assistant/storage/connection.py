"""The connection that all tables share: its failures are told as ours."""

import functools
import sqlite3
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ParamSpec, Self, TypeVar

from inbox_assistant.domain.errors import DamagedError, StorageError

# Any, as in the signatures of sqlite3 itself.
Result = TypeVar("Result")
Given = ParamSpec("Given")
Parameters = Sequence[Any] | Mapping[str, Any]


RECOVER = (
    "Close the window and open it again, or run “inbox-assistant recover”: what the "
    "file still holds is saved, and the file itself is kept."
)
"""What a person does about a damaged file."""


class TellingCursor(sqlite3.Cursor):
    """A cursor that raises StorageError where the file cannot be read or written.

    Inside a transaction SQLite's own error passes, for ``transaction`` tells it once
    it has rolled back. Errors of the program's own making always pass.
    """

    def execute(self, sql: str, parameters: Any = (), /) -> Self:  # noqa: ANN401
        """Execute *sql*; half a character in a text is replaced, not refused."""
        # As in ``_telling``, written out: nothing is done more often.
        is_within = self.connection.in_transaction
        try:
            return sqlite3.Cursor.execute(self, sql, parameters)
        except UnicodeEncodeError:
            whole = _whole_all(parameters)
            return self._telling(lambda: sqlite3.Cursor.execute(self, sql, whole))
        except sqlite3.DatabaseError as error:
            told = _told(error, is_within=is_within)
            if told is error:
                raise
            raise told from error

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
        except sqlite3.DatabaseError as error:
            told = _told(error, is_within=is_within)
            if told is error:
                raise
            raise told from error


def _told(error: sqlite3.DatabaseError, *, is_within: bool) -> Exception:
    """Return how *error* is told; itself where ``transaction`` or nobody tells it."""
    ours = isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError)
    if ours or is_within:
        return error
    if is_damage(error):
        return damaged(error)
    if is_busy(error):
        return busy()
    return StorageError(
        f"The profile's file could not be read or written: {error}.",
        "Try again; if it stays so, restore a backup.",
        retryable=isinstance(error, sqlite3.OperationalError),
    )


def is_damage(error: Exception) -> bool:
    """Return whether SQLite says by *error* that the file itself is damaged."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return True
    # Texts that are none any more are noticed by Python, not by SQLite.
    return isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error)


def is_busy(error: Exception) -> bool:
    """Return whether SQLite says by *error* that another program is writing."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def busy() -> StorageError:
    """Return how it is told that another program was waited for in vain."""
    return StorageError(
        "Another program is writing to the profile.",
        "Try again when it has finished.",
        retryable=True,
    )


def damaged(error: Exception) -> DamagedError:
    """Return how a damaged file is told; what stood in it is not quoted."""
    says = f": {error}" if isinstance(error, sqlite3.Error) else ""
    return DamagedError(f"The profile's file is damaged{says}.", RECOVER)


def told_as_damage(read: Callable[Given, Result]) -> Callable[Given, Result]:
    """Let *read*, which makes a value of a stored row, tell damage in it as such.

    SQLite notices damage to its own structures alone; what was stored in them may
    have become something that never was.
    """

    @functools.wraps(read)
    def reading(*given: Given.args, **named: Given.kwargs) -> Result:
        try:
            return read(*given, **named)
        except (ValueError, TypeError, OverflowError, LookupError, zlib.error) as error:
            raise damaged(error) from error

    return reading


class TellingConnection(sqlite3.Connection):
    """A connection whose cursors tell failures as ours once it is ready."""

    ready = False
    """Set when the file is open and up to date; how opening fails is told apart."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401
        """Execute *sql* with a new cursor and return that."""
        if self.ready and self.in_transaction:
            # What fails here passes as it is, so that nothing need listen for it.
            try:
                return super().execute(sql, parameters)
            except UnicodeEncodeError:
                return self.cursor(TellingCursor).execute(sql, parameters)
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
