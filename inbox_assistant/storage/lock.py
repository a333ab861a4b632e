"""A lock that one process at a time holds, and that dies with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inbox_assistant.domain.errors import StorageError


@contextmanager
def sole_holder(path: Path) -> Iterator[bool]:
    """Hold the lock at *path* for the block; yields whether it could be had.

    SQLite's own file lock is used because the operating system lets go of it when the
    process ends in whatever way, on every system. Raises StorageError when there can
    be no lock at *path* at all.
    """
    connection = None
    try:
        connection = sqlite3.connect(path, isolation_level=None, timeout=0)
        connection.execute("begin exclusive")
        is_held = True
    except sqlite3.Error as error:
        if connection is None or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            if connection is not None:
                connection.close()
            raise StorageError(
                f"The lock {path} cannot be used: {error}.",
                "Check that the profile's folder can be written.",
            ) from error
        is_held = False
    try:
        yield is_held
    finally:
        connection.close()
