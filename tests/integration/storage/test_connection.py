"""Failures of the file are told as ours, wherever they come up."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import DamagedError, StorageError
from inbox_assistant.storage.connection import TellingConnection, whole
from inbox_assistant.storage.database import open_writer
from inbox_assistant.storage.store import Store, open_store

HALF = "caf\udce9 \ud83d"


def damage(path: Path) -> None:
    """Overwrite all but the first page, as a failing disk might."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))


def test_reading_from_a_damaged_file_is_told_in_a_sentence(database: Path) -> None:
    open_store(database).close()
    connection = open_writer(database)
    damage(database)
    with (
        Store(connection) as store,
        pytest.raises(DamagedError, match="is damaged") as told,
    ):
        store.drafts.threads()
    assert not told.value.retryable


def test_each_way_of_fetching_tells_a_failure(database: Path) -> None:
    connection = open_writer(database)

    def fails(value: int) -> int:
        if value > 3:
            raise ValueError
        return value

    connection.create_function("fails", 1, fails)
    numbers = "select fails(value) from json_each('[1, 2, 3, 4, 5]')"
    assert connection.execute(numbers).fetchone() == (1,)
    with pytest.raises(StorageError):
        connection.execute(numbers).fetchall()
    with pytest.raises(StorageError):
        connection.execute(numbers).fetchmany(5)
    cursor = connection.execute(numbers)
    with pytest.raises(StorageError):
        list(iter(cursor.fetchone, None))
    connection.close()


def test_half_a_character_is_replaced_and_not_refused(store: Store) -> None:
    store.accounts.keep_fact("name", HALF)
    assert store.accounts.fact("name") == "caf\ufffd \ufffd"
    with store.transaction():
        store.accounts.keep_fact("name", f"{HALF}!")
    assert store.accounts.fact("name") == "caf\ufffd \ufffd!"


def test_half_a_character_is_replaced_among_named_values_too(database: Path) -> None:
    connection = open_writer(database)
    row = connection.execute("select :text, :number", {"text": HALF, "number": 7})
    assert row.fetchone() == ("caf\ufffd \ufffd", 7)
    connection.close()


def test_both_halves_of_a_character_become_one_again() -> None:
    assert whole("\ud83d\ude00") == "😀"


@given(st.text())
def test_a_whole_text_stays_as_it_is(text: str) -> None:
    assert whole(text) == text


def test_until_the_file_is_open_sqlite_speaks_for_itself() -> None:
    assert TellingConnection.ready is False
