"""Opening, checking and copying the SQLite file of a profile."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from inbox_assistant.domain.errors import StorageError

KNOWN_VERSION = 1
"""How many migrations this program knows; a file with more is newer than it."""

_BUSY_MILLISECONDS = 10_000


def open_writer(path: Path) -> sqlite3.Connection:
    """Open the file at *path* for writing, made or brought up to date first.

    Raises StorageError when the file is newer than the program, damaged, or cannot
    be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_new = not path.exists()
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            if is_new:
                path.chmod(0o600)
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    except (sqlite3.Error, OSError) as error:
        raise _cannot_open(path, error) from error
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """Open the file at *path* for reading alone; it must exist and be up to date."""
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro",
            uri=True,
            isolation_level=None,
            check_same_thread=True,
        )
        connection.execute(f"pragma busy_timeout = {_BUSY_MILLISECONDS}")
        connection.execute("pragma query_only = 1")
        connection.execute("pragma mmap_size = 268435456")
        _refuse_newer(_version(connection), path)
    except (sqlite3.Error, OSError) as error:
        raise _cannot_open(path, error) from error
    return connection


def _cannot_open(path: Path, error: Exception) -> StorageError:
    return StorageError(
        f"The profile's file {path} cannot be opened: {error}.",
        "Check that the folder exists and can be written, or restore a backup.",
        retryable=True,
    )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def _refuse_newer(version: int, path: Path) -> None:
    if version > KNOWN_VERSION:
        raise StorageError(
            f"The file {path} was written by a newer Inbox Assistant.",
            "Update the program, or open another profile.",
        )


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute(f"pragma busy_timeout = {_BUSY_MILLISECONDS}")
    version = _version(connection)
    _refuse_newer(version, path)
    connection.execute("pragma journal_mode = wal")
    # FULL: a reply marked as leaving must be on the disk before it leaves.
    connection.execute("pragma synchronous = full")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma cache_size = -65536")
    if version < KNOWN_VERSION:
        _migrate(connection, path)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    # Loading sqlite-utils takes a quarter of a second, so only when it is needed.
    from sqlite_utils.db import Database  # noqa: PLC0415

    from inbox_assistant.storage.migrations import migrations  # noqa: PLC0415

    connection.execute("begin exclusive")
    try:
        # Another process may have been faster.
        version = _version(connection)
        if version < KNOWN_VERSION:
            _refuse_newer(version, path)
            migrations.apply(Database(connection, execute_plugins=False))
            connection.execute(f"pragma user_version = {KNOWN_VERSION}")
        connection.execute("commit")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    # SQLite has already rolled back after some errors, such as a full disk.
    if connection.in_transaction:
        connection.execute("rollback")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one transaction; a nested block joins the outer one.

    Raises StorageError when SQLite refuses, after rolling back.
    """
    if connection.in_transaction:
        yield
        return
    try:
        connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            _roll_back(connection)
            raise
        connection.execute("commit")
    except sqlite3.Error as error:
        _roll_back(connection)
        raise StorageError(
            f"The change could not be stored: {error}.",
            "Nothing was changed. Check the disk's free space, then try again.",
            retryable=True,
        ) from error


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """Write a complete copy of the open file to *target*, and verify it.

    Uses SQLite's own backup, which also sees what is not yet in the main file.
    Raises StorageError when the copy cannot be written or is not sound.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as copy:
            part.chmod(0o600)
            connection.backup(copy)
            copy.execute("pragma journal_mode = delete")
            problems = check(copy)
        if problems:
            raise StorageError(f"The backup {target} is not sound: {problems[0]}.")
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        raise StorageError(
            f"The backup {target} could not be written: {error}.",
            "Choose another place with enough free space.",
            retryable=True,
        ) from error


def check(connection: sqlite3.Connection) -> list[str]:
    """Return what is wrong with the open file; an empty list means it is sound."""
    try:
        rows = connection.execute("pragma integrity_check(20)").fetchall()
        wrong = [str(row[0]) for row in rows if row[0] != "ok"]
        strays = connection.execute("pragma foreign_key_check").fetchall()
        wrong.extend(f"{row[0]} refers to a missing {row[2]}" for row in strays[:20])
    except sqlite3.Error as error:
        return [str(error)]
    return wrong
