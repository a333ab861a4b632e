"""Rows are read out of the pages of a file as SQLite itself reads them."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.storage.carving import Record, carve

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.binary(max_size=40),
)


def make(path: Path, rows: list[tuple[object, ...]], mode: str = "delete") -> None:
    """Write *rows* into a table, an index and a table without row numbers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"pragma journal_mode = {mode}")
        connection.execute("create table a (x, y)")
        connection.execute("create table b (k integer primary key, x) without rowid")
        connection.execute("begin")
        connection.executemany("insert into a values (?, ?)", rows)
        connection.executemany(
            "insert into b values (?, ?)", [(n, row[0]) for n, row in enumerate(rows)]
        )
        connection.execute("commit")


def carved(path: Path) -> set[Record]:
    return set(carve(path))


def expected(rows: list[tuple[object, ...]]) -> set[Record]:
    return {Record(number, tuple(row)) for number, row in enumerate(rows, 1)} | {
        Record(None, (number, row[0])) for number, row in enumerate(rows)
    }


@given(rows=st.lists(st.tuples(VALUES, VALUES), max_size=30))
def test_every_kind_of_value_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[object, ...]]
) -> None:
    path = tmp_path_factory.mktemp("carved") / "file.db"
    make(path, rows)
    # 1 and 1.0 are equal, and stored alike where that saves room.
    assert expected(rows) <= carved(path)


def test_rows_that_take_many_pages_come_back(tmp_path: Path) -> None:
    chance = random.Random(1)
    rows = [(chance.randbytes(size), "x" * size) for size in (10, 4000, 4100, 90_000)]
    make(tmp_path / "file.db", rows)
    assert expected(rows) <= carved(tmp_path / "file.db")


def test_a_tree_of_many_pages_is_read_to_its_last_leaf(tmp_path: Path) -> None:
    rows = [(f"row {number}", number) for number in range(5000)]
    make(tmp_path / "file.db", rows)
    assert expected(rows) <= carved(tmp_path / "file.db")


def test_what_stands_in_the_log_alone_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    make(path, [("in the file", 1)], "wal")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("insert into a values (?, ?)", ("in the log", b"x" * 9000))
        found = carved(path)
    assert Record(2, ("in the log", b"x" * 9000)) in found


def test_pages_that_hold_nothing_any_more_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    make(path, [(f"old row {number}" * 20, number) for number in range(500)])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("drop table a")
        connection.execute("drop table b")
    assert not [one for one in carve(path) if "old row" in str(one.values)]


def test_a_page_overwritten_costs_only_its_own_rows(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    rows = [(f"row {number}", number) for number in range(5000)]
    make(path, rows)
    content = bytearray(path.read_bytes())
    content[0:4096] = bytes(4096)
    content[8 * 4096 : 9 * 4096] = random.Random(1).randbytes(4096)
    path.write_bytes(content)
    found = {one for one in carve(path) if one.rowid is not None}
    assert len(found & expected(rows)) > 4500


@given(seed=st.integers(0, 2**32), length=st.integers(0, 20_000))
def test_nothing_that_a_file_may_hold_raises(
    tmp_path_factory: pytest.TempPathFactory, seed: int, length: int
) -> None:
    path = tmp_path_factory.mktemp("carved") / "file.db"
    chance = random.Random(seed)
    path.write_bytes(chance.randbytes(length))
    path.with_name("file.db-wal").write_bytes(chance.randbytes(length // 2))
    assert all(isinstance(one, Record) for one in carve(path))
