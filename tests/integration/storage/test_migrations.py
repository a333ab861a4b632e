"""Each step of the file's shape is taken once, as a whole, and counted."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.storage import database as file
from inbox_assistant.storage.database import KNOWN_VERSION, open_writer
from inbox_assistant.storage.migrations import migrations
from inbox_assistant.storage.store import open_store


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("select name from sqlite_schema order by 1")
        return [name for (name,) in rows]


def test_the_version_that_a_file_bears_is_the_number_of_steps(database: Path) -> None:
    open_store(database).close()
    with closing(sqlite3.connect(database)) as connection:
        steps = connection.execute("select count(*) from _sqlite_migrations")
        assert steps.fetchone() == (KNOWN_VERSION,)
        version = connection.execute("pragma user_version").fetchone()
    assert version == (KNOWN_VERSION,)
    assert len(migrations._migrations) == KNOWN_VERSION


def test_a_file_that_is_up_to_date_is_not_touched(database: Path) -> None:
    open_store(database).close()
    before = database.read_bytes()
    open_store(database).close()
    assert database.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "inbox.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table search (stranger)")
    with pytest.raises(StorageError, match="cannot be opened"):
        open_writer(path)
    assert names(path) == ["search"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (0,)


def test_a_step_that_another_process_took_meanwhile_is_not_taken_again(
    database: Path,
) -> None:
    with closing(open_writer(database)) as connection:
        before = connection.execute("select * from _sqlite_migrations").fetchall()
        file._migrate(connection, database)
        after = connection.execute("select * from _sqlite_migrations").fetchall()
    assert after == before
