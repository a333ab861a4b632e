"""A log of changes with a gap is told from one that was cut as power cuts do."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inbox_assistant.domain.errors import DamagedError
from inbox_assistant.storage.change_log import lost_commits
from inbox_assistant.storage.store import open_store

FRAME = 4096 + 24


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Return the log that a killed program leaves, with five commits in it."""
    path = tmp_path / "live.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table a (x)")
        for number in range(4):
            connection.execute("insert into a values (?)", (str(number) * 3000,))
        copy = tmp_path / "left.db-wal"
        shutil.copy(path.with_name("live.db-wal"), copy)
        yield copy


def test_a_log_as_it_was_written_has_no_gap(log: Path) -> None:
    assert log.stat().st_size > 5 * FRAME
    assert not lost_commits(log)


def test_no_log_and_an_empty_one_have_none(tmp_path: Path) -> None:
    assert not lost_commits(tmp_path / "none")
    (tmp_path / "empty").touch()
    assert not lost_commits(tmp_path / "empty")


def test_a_log_cut_anywhere_has_none(log: Path) -> None:
    content = log.read_bytes()
    chance = random.Random(1)
    for _ in range(100):
        log.write_bytes(content[: chance.randrange(len(content))])
        assert not lost_commits(log)


def test_a_torn_last_commit_is_no_gap(log: Path) -> None:
    content = bytearray(log.read_bytes())
    content[-100] ^= 1
    log.write_bytes(content)
    assert not lost_commits(log)


def test_damage_with_a_commit_behind_it_is_a_gap(log: Path) -> None:
    content = log.read_bytes()
    chance = random.Random(1)
    for _ in range(30):
        damaged = bytearray(content)
        damaged[chance.randrange(24, len(content) - 2 * FRAME)] ^= (
            1 << chance.randrange(8)
        )
        log.write_bytes(damaged)
        assert lost_commits(log)


def test_what_an_earlier_round_left_behind_the_end_is_no_gap(tmp_path: Path) -> None:
    path = tmp_path / "live.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table a (x)")
        connection.execute("insert into a values (?)", ("x" * 30_000,))
        connection.execute("pragma wal_checkpoint(restart)")
        connection.execute("insert into a values ('y')")
        assert path.with_name("live.db-wal").stat().st_size > 5 * FRAME
        assert not lost_commits(path.with_name("live.db-wal"))


def test_a_file_whose_log_has_a_gap_is_not_opened_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "live.db"
    with open_store(path) as store:
        for number in range(5):
            store.accounts.keep_fact(f"a{number}", "1")
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{tmp_path / 'left.db'}{ending}")
    log = tmp_path / "left.db-wal"
    content = bytearray(log.read_bytes())
    content[32 + 24 + 100] ^= 1
    log.write_bytes(content)
    with pytest.raises(DamagedError, match="gap"):
        open_store(tmp_path / "left.db")
    assert log.read_bytes() == content
