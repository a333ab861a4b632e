"""What open threads hold is known, the most frequent first."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from inbox_assistant.domain.labels import NO_LABELS, Labels
from inbox_assistant.domain.query import parse_query
from inbox_assistant.domain.view import View
from inbox_assistant.storage.store import Store, open_store
from inbox_assistant.storage.thread_query import Condition, condition_of
from tests.integration.storage.samples import HOUR, NOON
from tests.integration.storage.test_thread_query import add


def test_values_are_counted_one_by_one(store: Store) -> None:
    add(store, "a", topics=("delivery", "invoice"), marketplace="DE")
    add(store, "b", topics=("invoice",), marketplace="UK")
    add(store, "c", topics=("invoice",), marketplace="UK")
    assert store.triage.known_values("topics") == ["invoice", "delivery"]
    assert store.triage.known_values("marketplace") == ["UK", "DE"]
    assert store.triage.known_values("topics", 1) == ["invoice"]
    assert store.triage.known_values("tags") == []
    with pytest.raises(ValueError, match="preview"):
        store.triage.known_values("preview")


def test_values_of_what_is_settled_are_neither_counted_nor_read(store: Store) -> None:
    add(store, "a", marketplace="DE")
    add(store, "b", marketplace="UK")
    add(store, "c", marketplace="FR")
    store._connection.execute("update thread set state = 'settled' where key = 'c'")
    store._connection.execute("update thread set state = 'to-confirm' where key = 'b'")
    asked: list[str] = []
    store._connection.set_trace_callback(asked.append)
    assert store.triage.known_values("marketplace") == ["DE", "UK"]
    store._connection.set_trace_callback(None)
    steps = store._connection.execute(f"explain query plan {asked[0]}").fetchall()
    plan = [step[3] for step in steps if " thread " in step[3]]
    assert plan
    assert all("thread_waiting" in one or "(state=?)" in one for one in plan)


def test_labels_are_kept_and_read(store: Store) -> None:
    add(store, "a")
    number = store.threads.number("a")
    assert number is not None
    assert store.triage.labels(number) == NO_LABELS
    labels = Labels("anna", ("late", "vip"), NOON)
    store.triage.write(number, labels)
    assert store.triage.labels(number) == labels
    assert store.triage.labels(999) == NO_LABELS
    row = store.threads.rows([number])[0]
    assert (row.agent, row.tags, row.snoozed_until) == ("anna", ("late", "vip"), NOON)


def sorted_by(
    store: Store, order: str, condition: Condition, limit: int = -1
) -> list[str]:
    times = (NOON, NOON + 4 * HOUR)
    numbers = store.triage.matching(View.WAITING, condition, times, order, limit)
    return [row.thread for row in store.threads.rows(numbers)]


@pytest.mark.parametrize(
    ("order", "threads"),
    [
        ("buyer", ["ada", "anna", "later", "zoe", "nobody"]),
        ("newest", ["nobody", "zoe", "later", "ada", "anna"]),
        ("marketplace", ["zoe", "anna", "ada", "later", "nobody"]),
    ],
)
def test_what_waits_is_sorted_alike_whether_it_is_narrowed_or_not(
    store: Store, order: str, threads: list[str]
) -> None:
    add(store, "anna", 0, buyer="Anna", marketplace="DE")
    add(store, "ada", 1, buyer="ada", marketplace="DE")
    add(store, "later", 2, buyer="anna", marketplace="UK")
    add(store, "zoe", 3, buyer="Zoe", marketplace="BE")
    add(store, "asleep", 4, Labels(snoozed_until=NOON + HOUR), buyer="Bo")
    add(store, "nobody", 5, buyer=None)
    add(store, "old", 6, buyer="Bo", older=True)
    whole, narrowed = Condition(), condition_of(parse_query("-marketplace:FR"))
    assert sorted_by(store, order, whole) == threads
    assert sorted_by(store, order, narrowed) == threads
    assert sorted_by(store, order, whole, 2) == threads[:2]


@pytest.mark.parametrize("order", ["", "newest", "buyer"])
def test_the_first_rows_of_all_that_waits_are_found_without_sorting(
    store: Store, order: str
) -> None:
    asked: list[str] = []
    store._connection.set_trace_callback(asked.append)
    sorted_by(store, order, Condition(), 50)
    store._connection.set_trace_callback(None)
    steps = store._connection.execute(f"explain query plan {asked[0]}").fetchall()
    plan = [step[3] for step in steps]
    assert [one for one in plan if one.startswith("SEARCH thread USING")] == plan


def test_threads_of_an_early_version_are_sorted_by_buyers_too(tmp_path: Path) -> None:
    early = Path(__file__).parents[2] / "fixtures/databases/v7.db"
    old = tmp_path / "old.db"
    copyfile(early, old)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.executemany(
            """insert into thread (key, partner, buyer, state, waiting, to_confirm,
                last_at, due_at) values (?, 'p', ?, 'waiting', 1, 0, 0, 1)""",
            [("a", "Zoe"), ("b", None), ("c", "ada")],
        )
    with open_store(old) as store:
        found = sorted_by(store, "buyer", Condition())
    assert found == ["c", "a", "b"]
