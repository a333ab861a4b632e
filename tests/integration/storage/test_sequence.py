"""Each step of the file's shape is taken once, as a whole, and counted."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.domain.kept_templates import kept_templates
from inbox_assistant.domain.state import State
from inbox_assistant.storage import database as file
from inbox_assistant.storage.database import KNOWN_VERSION, open_writer
from inbox_assistant.storage.migrations.sequence import migrations
from inbox_assistant.storage.store import open_store

SAMPLES = sorted(
    (Path(__file__).parents[2] / "fixtures/databases").glob("v*.db"),
    key=lambda sample: int(sample.stem[1:]),
)


def shape(path: Path) -> list[tuple[str, str]]:
    """Return what the tables, indexes and triggers of a file were made by."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "select name, sql from sqlite_schema where sql is not null order by 1"
        )
        return [(name, " ".join(sql.split())) for name, sql in rows]


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


def test_there_is_a_sample_of_every_version() -> None:
    versions = [f"v{number + 1}" for number in range(KNOWN_VERSION)]
    assert [sample.stem for sample in SAMPLES] == versions


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_file_of_any_version_opens_whole_and_in_the_shape_of_a_new_one(
    sample: Path, database: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.db"
    shutil.copyfile(sample, old)
    with open_store(old) as store:
        assert store.problems() == []
        assert store.mails.read(1).endswith(b"Wo ist es?\r\n")
        assert store.search("anna frage") == [store.threads.number("t0")]
        reply = store.outbox.by_message_id("<r1@shop.example>")
        assert reply is not None
        assert reply.answers == store.journal.about(["m1"])[0].messages == ("m1",)
        message = store.messages.by_key("m1")
        assert message is not None
        assert message.standing.state is State.SETTLED
        assert store.drafts.threads() == ["t1"]
        assert store.accounts.known_uids("shop", "INBOX", 7, 0) == {7}
    open_store(database).close()
    assert shape(old) == shape(database)


def test_templates_of_early_versions_are_told_whole_to_the_journal(
    tmp_path: Path,
) -> None:
    old = tmp_path / "old.db"
    shutil.copyfile(SAMPLES[4], old)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.executemany(
            "insert into template values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                ("own.2", 'A "b"', "de", "DE", "delivery,other", "x", 3, 1, 0, 5),
                ("own.3", "Gone", "de", None, "", "x", None, 0, 1, 5),
            ],
        )
    with open_store(old) as store:
        known = kept_templates(store.journal.everything())
        assert (
            {key for key, one in known.items() if one.template is None}
            == store.templates.hidden()
            == {"own.3"}
        )
        told = [one.template for one in known.values() if one.template is not None]
        assert sorted(told, key=lambda one: one.title) == store.templates.all()
        assert all(one.is_whole for one in known.values())
        times = {key: one.changed_at for key, one in known.items()}
        assert times == store.templates.updated()


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


def test_the_index_of_an_early_version_loses_what_is_in_no_thread(
    tmp_path: Path,
) -> None:
    old = tmp_path / "old.db"
    shutil.copyfile(SAMPLES[5], old)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("update message set thread_id = null where key = 'm1'")
    with open_store(old) as store:
        number = store.messages.by_key("m1")
        assert number is not None
        rows = store._connection.execute(
            "select rowid from search where search match 'frage'"
        )
        assert number.number not in {found for (found,) in rows.fetchall()}
        store.messages.put_into(number.number, store.threads.number("t0"))
        assert store.search("frage") == [store.threads.number("t0")]
