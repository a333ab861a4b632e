"""A lock that one process at a time holds, and that dies with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def sole_holder(path: Path) -> Iterator[bool]:
    """Hold the lock at *path* for the block; yields whether it could be had.

    SQLite's own file lock is used because the operating system lets go of it when the
    process ends in whatever way, on every system.
    """
    connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        try:
            connection.execute("begin exclusive")
        except sqlite3.OperationalError:
            yield False
            return
        yield True
    finally:
        connection.close()
