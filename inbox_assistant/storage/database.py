"""Opening, checking and copying the SQLite file of a profile."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePath

from inbox_assistant.domain.errors import DamagedError, StorageError
from inbox_assistant.storage.connection import (
    RECOVER,
    TellingConnection,
    busy,
    damaged,
    is_busy,
    is_damage,
)

KNOWN_VERSION = 10
"""How many migrations this program knows; a file with more is newer than it."""

_BUSY_SECONDS = 10
_SWITCH_SECONDS = 0.05


def open_writer(path: Path) -> sqlite3.Connection:
    """Open the file at *path* for writing, made or brought up to date first.

    Raises StorageError when the file is newer than the program, damaged, or cannot
    be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_new = not path.exists()
        _refuse_gap(path.with_name(path.name + "-wal"))
        connection = _connect(path)
        try:
            if is_new:
                path.chmod(0o600)
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise _cannot_open(path, error) from error
    connection.ready = True
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """Open the file at *path* for reading alone, brought up to date first.

    Raises StorageError when the file is not there, newer than the program, damaged,
    or cannot be opened.
    """
    try:
        connection = _connect(file_uri(path.absolute(), "mode=ro"), uri=True)
        try:
            connection.execute("pragma query_only = 1")
            connection.execute("pragma mmap_size = 268435456")
            version = _version(connection)
            _refuse_newer(version, path)
        except BaseException:
            connection.close()
            raise
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise _cannot_open(path, error) from error
    if version < KNOWN_VERSION:
        # Closed first: what the writer leaves beside the file, it can only take into
        # the file when nobody else has it open, and each start would read it anew.
        connection.close()
        open_writer(path).close()
        return open_reader(path)
    connection.ready = True
    return connection


def file_uri(path: PurePath, options: str) -> str:
    """Return the address of the absolute *path*, with *options* such as ``mode=ro``.

    A share of Windows' networks stands in the address's path: SQLite refuses those that
    name a server. https://sqlite.org/uri.html
    """
    address = path.as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file://", "file:////", 1)
    return f"{address}?{options}"


def refuse_foreign(path: Path) -> None:
    """Raise StorageError unless the file at *path* is one of this program's.

    Nothing is written to it, as opening it would.
    """
    try:
        uri = file_uri(path.absolute(), "mode=ro&immutable=1")
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            names = {
                name for (name,) in connection.execute("select name from sqlite_schema")
            }
            is_ours = _version(connection) > 0 and {"raw", "journal"} <= names
    except (sqlite3.Error, OSError) as error:
        raise StorageError(f"The file {path} cannot be read: {error}.") from error
    if not is_ours:
        raise StorageError(f"The file {path} is none of Inbox Assistant's.")


def _refuse_gap(log: Path) -> None:
    """Raise DamagedError where SQLite would lose commits without a word."""
    if not log.exists():
        return
    # A program that ended well left none.
    from inbox_assistant.storage.change_log import lost_commits  # noqa: PLC0415

    if lost_commits(log):
        raise damaged(sqlite3.DatabaseError("its log of changes has a gap"))


def _connect(name: str | Path, *, uri: bool = False) -> TellingConnection:
    return sqlite3.connect(
        name,
        uri=uri,
        isolation_level=None,
        timeout=_BUSY_SECONDS,
        factory=TellingConnection,
    )


def _cannot_open(path: Path, error: Exception) -> StorageError:
    message = f"The profile's file {path} cannot be opened: {error}."
    if is_damage(error):
        return DamagedError(message, RECOVER)
    if is_busy(error):
        return busy()
    return StorageError(
        message,
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
    version = _version(connection)
    _refuse_newer(version, path)
    _keep_journal_aside(connection)
    # FULL: a reply marked as leaving must be on the disk before it leaves.
    connection.execute("pragma synchronous = full")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma cache_size = -65536")
    # An archive changes the same pages in every transaction: each is copied from the
    # log into the file once for several of them.
    connection.execute("pragma wal_autocheckpoint = 4000")
    if version < KNOWN_VERSION:
        _migrate(connection, path)


def _keep_journal_aside(connection: sqlite3.Connection) -> None:
    """Switch to a write-ahead journal, so that readers and the writer never wait.

    Here alone SQLite does not wait for other processes by itself, so that two which
    open a new file at the same time would get into each other's way.
    """
    left = int(_BUSY_SECONDS / _SWITCH_SECONDS)
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            left -= 1
            if left <= 0 or not is_busy(error):
                raise
            time.sleep(_SWITCH_SECONDS)
        else:
            return


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    # Loading sqlite-utils takes a quarter of a second, so only when it is needed.
    from sqlite_utils.db import Database  # noqa: PLC0415

    from inbox_assistant.storage.migrations.sequence import migrations  # noqa: PLC0415

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
        if is_damage(error):
            raise damaged(error) from error
        if is_busy(error):
            raise busy() from error
        raise StorageError(
            f"The change could not be stored: {error}.",
            "Nothing was changed. Check the disk's free space, then try again.",
            retryable=True,
        ) from error


@contextmanager
def batch(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one transaction of statements that change little each.

    What a single statement would have to take back is noted in the memory: after one
    that changed some more, SQLite writes each page's note to a temporary file. Raises
    as ``transaction`` does.
    """
    if connection.in_transaction:
        yield
        return
    connection.execute("pragma temp_store = memory")
    try:
        with transaction(connection):
            yield
    finally:
        connection.execute("pragma temp_store = default")


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """Write a complete copy of the open file to *target*, and verify it.

    Uses SQLite's own backup, which also sees what is not yet in the main file.
    Raises StorageError when the copy cannot be written or is not sound.
    """
    part = target.parent / (target.name + ".part")
    try:
        _refuse_place(connection, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as copy:
            part.chmod(0o600)
            connection.backup(copy)
            copy.execute("pragma journal_mode = delete")
            problems = check(copy)
        if problems:
            part.unlink()
            raise StorageError(f"The backup {target} is not sound: {problems[0]}.")
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            part.unlink()
        # Without the number and the path that Python adds.
        reason = getattr(error, "strerror", None) or error
        raise StorageError(
            f"The backup {target} could not be written: {reason}.",
            "Choose another place with enough free space.",
            retryable=True,
        ) from error


def _refuse_place(connection: sqlite3.Connection, target: Path) -> None:
    if target.is_dir():
        raise StorageError(
            f"{target} is a folder.", "Give the backup a file's name in it."
        )
    if not target.exists():
        return
    # The copy takes the place of what is there: a device or a pipe would be gone.
    if not target.is_file():
        raise StorageError(f"{target} is no file.", "Choose another place.")
    # Put in the place of the open file, a copy would cut it off from its journal; in
    # the journal's place, it would lose what only that holds.
    own = Path(connection.execute("pragma database_list").fetchone()[2])
    beside = (own.with_name(own.name + end) for end in ("-wal", "-shm") if own.name)
    if any(one.exists() and target.samefile(one) for one in (own, *beside)):
        raise StorageError(
            f"{target} is the profile's own file.", "Choose another place."
        )


def check(connection: sqlite3.Connection, *, quickly: bool = False) -> list[str]:
    """Return what is wrong with the open file; an empty list means it is sound.

    *quickly* reads every page once and leaves out what indexes and references say.
    """
    look = "quick_check" if quickly else "integrity_check"
    try:
        rows = connection.execute(f"pragma {look}(20)").fetchall()
        if quickly:
            return [str(row[0]) for row in rows if row[0] != "ok"]
        wrong = [str(row[0]) for row in rows if row[0] != "ok"]
        strays = connection.execute("pragma foreign_key_check").fetchall()
        wrong.extend(f"{row[0]} refers to a missing {row[2]}" for row in strays[:20])
    except (sqlite3.Error, StorageError, UnicodeDecodeError) as error:
        return [str(error)]
    return wrong
