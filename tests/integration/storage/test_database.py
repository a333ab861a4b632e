"""The file is opened with care, changed as a whole or not at all, and copied."""

import multiprocessing
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.storage import database as file
from inbox_assistant.storage.database import (
    KNOWN_VERSION,
    check,
    copy_to,
    file_uri,
    open_reader,
    open_writer,
    transaction,
)
from inbox_assistant.storage.store import Store, open_reading, open_store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class StopError(Exception):
    """Breaks a block off."""


def set_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {version}")


def facts(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("select name, value from fact order by 1").fetchall()


def open_and_close(path: Path) -> str:
    try:
        open_writer(path).close()
    except StorageError as error:
        return str(error)
    return ""


def test_a_new_file_is_made_with_its_folder_and_is_its_owners_alone(
    database: Path,
) -> None:
    with open_store(database) as store:
        store.accounts.keep_fact("a", "1")
        modes = {
            path.suffix: stat.S_IMODE(path.stat().st_mode)
            for path in database.parent.glob("inbox.db*")
        }
    if sys.platform != "win32":
        assert modes == {".db": 0o600, ".db-wal": 0o600, ".db-shm": 0o600}


def test_a_file_that_is_there_keeps_what_is_in_it(database: Path) -> None:
    with open_store(database) as store:
        store.accounts.keep_fact("a", "1")
    with open_store(database) as store:
        assert store.accounts.fact("a") == "1"


@pytest.mark.parametrize("opener", [open_writer, open_reader])
def test_a_newer_file_is_refused_in_a_clear_sentence_and_left_alone(
    database: Path, opener: type[sqlite3.Connection]
) -> None:
    open_store(database).close()
    set_version(database, KNOWN_VERSION + 1)
    before = database.read_bytes()
    with pytest.raises(
        StorageError, match="written by a newer Inbox Assistant"
    ) as told:
        opener(database)
    assert told.value.hint == "Update the program, or open another profile."
    assert database.read_bytes() == before


@pytest.mark.parametrize("opener", [open_writer, open_reader])
def test_a_file_of_something_else_is_refused_and_left_alone(
    tmp_path: Path, opener: type[sqlite3.Connection]
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_bytes(b"Dear Sir or Madam, " * 400)
    with pytest.raises(StorageError, match="cannot be opened"):
        opener(letter)
    assert letter.read_bytes() == b"Dear Sir or Madam, " * 400


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StorageError, match="cannot be opened") as told:
        open_writer(tmp_path / "taken" / "inbox.db")
    assert told.value.retryable


def test_a_reader_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be opened"):
        open_reader(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_reader_sees_what_is_written_meanwhile_and_can_write_nothing(
    database: Path,
) -> None:
    with open_store(database) as writer, open_reading(database) as reader:
        before = reader.version_seen()
        writer.accounts.keep_fact("a", "1")
        assert reader.accounts.fact("a") == "1"
        assert reader.version_seen() != before
        with pytest.raises(StorageError, match="readonly"):
            reader.accounts.keep_fact("a", "2")


def test_a_reader_brings_a_file_up_to_date_that_is_not(database: Path) -> None:
    database.parent.mkdir()
    with closing(sqlite3.connect(database)) as empty:
        empty.execute("pragma user_version = 0")
        empty.execute("vacuum")
    with open_reading(database) as reader:
        assert reader.accounts.fact("a") is None


def test_many_processes_may_open_a_new_file_at_the_same_time(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.db" for number in range(4)]
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        told = pool.map(open_and_close, files * 4, chunksize=1)
    assert set(told) == {""}
    assert {facts(path) == [] for path in files} == {True}


def test_switching_the_journal_waits_for_others_but_not_for_ever(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "_BUSY_SECONDS", 0.1)
    database.parent.mkdir()
    with closing(sqlite3.connect(database)) as other:
        other.execute("create table here_first (id)")
        other.execute("begin immediate")
        with pytest.raises(StorageError, match="Another program is writing"):
            open_writer(database)


def test_a_transaction_is_stored_as_a_whole(database: Path) -> None:
    with open_store(database) as store, store.transaction():
        store.accounts.keep_fact("a", "1")
        with store.transaction():
            store.accounts.keep_fact("b", "2")
    assert facts(database) == [("a", "1"), ("b", "2")]


def test_a_block_broken_off_changes_nothing_its_inner_blocks_included(
    store: Store,
) -> None:
    def change() -> None:
        with store.transaction():
            store.accounts.keep_fact("a", "1")
            with store.transaction():
                store.accounts.keep_fact("b", "2")
            raise StopError

    with pytest.raises(StopError):
        change()
    assert store.accounts.fact("a") is None
    assert store.accounts.fact("b") is None
    with store.transaction():
        store.accounts.keep_fact("c", "3")


def test_a_batch_is_a_transaction_whose_notes_are_in_the_memory(store: Store) -> None:
    def where() -> int:
        return int(store._connection.execute("pragma temp_store").fetchone()[0])

    in_the_memory = 2
    with store.batch(), store.batch():
        store.accounts.keep_fact("kept", "1")
        assert store._connection.in_transaction
        assert where() == in_the_memory
    assert where() == 0
    with pytest.raises(ValueError, match="broken"), store.batch():  # noqa: PT012 - the block
        store.accounts.keep_fact("lost", "1")
        raise ValueError("broken")
    assert where() == 0
    assert (store.accounts.fact("kept"), store.accounts.fact("lost")) == ("1", None)


def test_a_full_disk_is_told_and_changes_nothing(database: Path) -> None:
    connection = open_writer(database)
    store = Store(connection)
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {pages + 2}")

    def fill() -> None:
        with store.transaction():
            store.accounts.keep_fact("a", "1")
            store.accounts.keep_fact("b", "x" * 100_000)

    with pytest.raises(StorageError, match="full") as told:
        fill()
    assert told.value.retryable
    assert "Nothing was changed" in told.value.hint
    assert not connection.in_transaction
    assert store.accounts.fact("a") is None
    store.accounts.keep_fact("small", "fits")
    store.close()


def test_a_full_disk_is_told_also_outside_a_transaction(database: Path) -> None:
    connection = open_writer(database)
    store = Store(connection)
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(StorageError, match="full"):
        store.accounts.keep_fact("b", "x" * 100_000)
    store.close()


def test_what_breaks_a_promise_of_the_tables_is_rolled_back(store: Store) -> None:
    def break_it() -> None:
        with store.transaction():
            store.accounts.keep_fact("a", "1")
            store.mails.belongs_to(store.mails.keep(b"raw", "k", NOON), 99)

    with pytest.raises(StorageError, match="FOREIGN KEY"):
        break_it()
    assert store.accounts.fact("a") is None


def test_a_column_holds_its_own_type_alone(database: Path) -> None:
    connection = open_writer(database)
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        connection.execute("insert into raw values (1, 'text', x'00', 1, 1, 'k', null)")
    connection.close()


def test_every_table_of_ours_is_strict(database: Path) -> None:
    connection = open_writer(database)
    loose = connection.execute(
        """select name from pragma_table_list where schema = 'main' and strict = 0
        and type = 'table' and name not like 'sqlite%' and name not like '_sqlite%'"""
    ).fetchall()
    connection.close()
    assert loose == []


def test_a_sound_file_has_no_problems(store: Store) -> None:
    assert store.problems() == []


def test_a_damaged_file_says_so(database: Path) -> None:
    with open_store(database) as store:
        for number in range(50):
            store.accounts.keep_fact(str(number), "x" * 2000)
    content = bytearray(database.read_bytes())
    content[-20 * 4096 :] = b"\xa5" * (20 * 4096)
    database.write_bytes(content)
    with open_store(database) as store:
        assert store.problems() != []


def test_a_file_cut_short_says_so_or_is_refused(database: Path) -> None:
    open_store(database).close()
    database.write_bytes(database.read_bytes()[: 10 * 4096 + 17])
    connection = sqlite3.connect(database)
    assert check(connection) != []
    connection.close()


def test_a_reference_into_nothing_is_a_problem(database: Path) -> None:
    open_store(database).close()
    with closing(sqlite3.connect(database)) as stranger:
        stranger.execute("insert into journal_message values ('m', 7)")
        stranger.commit()
    with open_store(database) as store:
        assert store.problems() == ["journal_message refers to a missing journal"]


def test_a_copy_holds_also_what_is_not_yet_in_the_main_file(
    database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "backups" / "monday.db"
    with open_store(database) as store:
        store.accounts.keep_fact("a", "1")
        with closing(
            sqlite3.connect(f"{database.as_uri()}?immutable=1", uri=True)
        ) as m:
            tables = m.execute("select count(*) from sqlite_schema").fetchone()
        assert tables == (0,), "the journal was emptied, so the test proves nothing"
        store.copy_to(target)
    assert facts(target) == [("a", "1")]
    assert [path.name for path in target.parent.iterdir()] == ["monday.db"]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_copy_replaces_an_older_one_and_opens_like_the_original(
    store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    store.copy_to(target)
    store.accounts.keep_fact("a", "1")
    store.copy_to(target)
    with open_store(target) as copy:
        assert copy.accounts.fact("a") == "1"
        assert copy.problems() == []


def test_a_copy_never_takes_the_place_of_the_open_file(
    database: Path, store: Store
) -> None:
    store.accounts.keep_fact("a", "1")
    with pytest.raises(StorageError, match="the profile's own file"):
        store.copy_to(database.parent / ".." / "profile" / "inbox.db")
    assert store.accounts.fact("a") == "1"
    assert not list(database.parent.glob("*.part"))


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(
    store: Store, tmp_path: Path
) -> None:
    taken = tmp_path / "file"
    taken.touch()
    with pytest.raises(StorageError, match="could not be written") as told:
        store.copy_to(taken / "copy.db")
    assert told.value.retryable
    with pytest.raises(StorageError, match="is a folder"):
        store.copy_to(tmp_path)
    assert not list(tmp_path.parent.glob("*.part"))


def test_a_copy_of_a_damaged_file_is_not_kept(database: Path, tmp_path: Path) -> None:
    open_store(database).close()
    with closing(sqlite3.connect(database)) as stranger:
        stranger.execute("insert into journal_message values ('m', 7)")
        stranger.commit()
    target = tmp_path / "copy.db"
    target.write_bytes(b"the last good copy")
    with open_store(database) as store, pytest.raises(StorageError, match="not sound"):
        store.copy_to(target)
    assert target.read_bytes() == b"the last good copy"
    assert not list(tmp_path.glob("*.part"))


def test_a_transaction_that_cannot_begin_is_told(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "_BUSY_SECONDS", 0.05)
    with (
        closing(open_writer(database)) as one,
        closing(open_writer(database)) as two,
        transaction(one),
        pytest.raises(StorageError, match="Another program is writing"),
        transaction(two),
    ):
        pass


def test_a_plain_connection_can_be_copied_too(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as memory:
        copy_to(memory, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").exists()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/desk/inbox.db"), "file:///desk/inbox.db?mode=ro"),
        (PureWindowsPath("C:/Desk/inbox.db"), "file:///C:/Desk/inbox.db?mode=ro"),
        (PureWindowsPath("//desk/all/inbox.db"), "file:////desk/all/inbox.db?mode=ro"),
    ],
)
def test_no_address_names_a_server(path: PurePath, address: str) -> None:
    assert file_uri(path, "mode=ro") == address


def test_a_file_with_odd_signs_in_its_name_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "50% é ?#&.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table t (x)")
    with closing(sqlite3.connect(file_uri(path, "mode=ro"), uri=True)) as connection:
        assert connection.execute("select count(*) from t").fetchone() == (0,)
