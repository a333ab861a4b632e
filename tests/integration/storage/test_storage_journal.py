"""The journal is only ever added to, and an entry is there once."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import NOON

ENTRY = Entry(
    entry_id="e1",
    desk="desk",
    agent="anna",
    at=NOON,
    action=Action.NO_RESPONSE_DECIDED,
    thread="t1",
    messages=("a", "b"),
    data={"reason": "thanks only — “danke”", "before": {"a": "waiting"}},
)


def names(entries: list[Entry]) -> list[str]:
    return [entry.entry_id for entry in entries]


def test_an_entry_is_read_back_as_it_was_written(store: Store) -> None:
    store.journal.append(ENTRY)
    assert store.journal.entry("e1") == ENTRY
    assert store.journal.entry("e2") is None


def test_an_entry_that_is_there_already_is_left_alone(store: Store) -> None:
    store.journal.append(ENTRY)
    store.journal.append(replace(ENTRY, agent="berta", messages=("c",)))
    assert list(store.journal.everything()) == [ENTRY]
    assert store.journal.about(["c"]) == []


@pytest.mark.parametrize(
    "change", ["update journal set agent = 'nobody'", "delete from journal"]
)
def test_not_even_a_statement_of_our_own_changes_the_journal(
    store: Store, change: str
) -> None:
    store.journal.append(ENTRY)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        store._connection.execute(change)
    assert store.journal.entry("e1") == ENTRY


def test_what_concerns_a_message_is_found_undos_included(store: Store) -> None:
    undone = replace(ENTRY, entry_id="e2", action=Action.UNDONE, undoes="e1")
    other = replace(ENTRY, entry_id="e3", messages=("c",))
    kept = replace(ENTRY, entry_id="e4", action=Action.MAILS_KEPT)
    for entry in (ENTRY, undone, other, kept):
        store.journal.append(entry)
    assert names(store.journal.about(["a", "b"])) == ["e1", "e2"]
    assert names(store.journal.about(["b", "c"])) == ["e1", "e2", "e3"]
    assert store.journal.about([]) == []


def test_what_takes_an_entry_back_is_found_whatever_messages_it_names(
    store: Store,
) -> None:
    undone = replace(
        ENTRY, entry_id="e2", action=Action.UNDONE, messages=("b",), undoes="e1"
    )
    again = replace(undone, entry_id="e3", messages=("c",), undoes="e2")
    for entry in (ENTRY, undone, again):
        store.journal.append(entry)
    assert names(store.journal.about(["a"])) == ["e1", "e2", "e3"]
    assert names(store.journal.about(["c"])) == ["e3"]


def test_an_entry_knows_whether_it_was_taken_back(store: Store) -> None:
    store.journal.append(ENTRY)
    assert not store.journal.is_undone("e1")
    store.journal.append(
        replace(ENTRY, entry_id="e2", action=Action.UNDONE, undoes="e1")
    )
    assert store.journal.is_undone("e1")
    assert not store.journal.is_undone("e2")


def test_the_newest_come_first_and_everything_in_the_order_it_came(
    store: Store,
) -> None:
    many = [
        replace(ENTRY, entry_id=f"e{number}", at=NOON - timedelta(hours=number))
        for number in range(1203)
    ]
    with store.transaction():
        for entry in many:
            store.journal.append(entry)
    assert list(store.journal.everything()) == many
    assert names(store.journal.newest(2)) == ["e1202", "e1201"]
