"""Promises are written a thread at a time and found by when they are due."""

from dataclasses import replace
from datetime import timedelta

from inbox_assistant.domain.promise import Promise, PromiseState
from inbox_assistant.domain.state import State
from inbox_assistant.domain.view import View
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON, put

ONE = Promise("p1", "t", NOON + 48 * HOUR, "soon", NOON, "<1>")
SOONER = replace(ONE, promise_id="p2", thread="u", due_at=NOON + HOUR)
KEPT = replace(ONE, promise_id="p3", state=PromiseState.KEPT, ended_at=NOON)


def test_promises_of_a_thread_replace_those_written_before(store: Store) -> None:
    store.promises.write("t", [ONE, KEPT])
    assert store.promises.of_thread("t") == [ONE, KEPT]
    store.promises.write("t", [KEPT])
    assert store.promises.of_thread("t") == [KEPT]
    store.promises.forget_all()
    assert store.promises.of_thread("t") == []


def test_open_ones_are_listed_by_when_they_are_due(store: Store) -> None:
    store.promises.write("t", [ONE, KEPT])
    store.promises.write("u", [SOONER])
    assert store.promises.in_state(PromiseState.OPEN) == [SOONER, ONE]


def test_the_view_lists_threads_with_something_promised(store: Store) -> None:
    for key in ("t", "u", "v"):
        put(store, f"m{key}", key)
    store.promises.write("t", [ONE, KEPT])
    store.promises.write("u", [SOONER])
    store.promises.write("v", [replace(KEPT, thread="v")])
    soon = NOON + timedelta(hours=4)
    numbers = store.threads.ids(View.PROMISES, NOON, soon)
    rows = store.threads.rows(numbers)
    assert [row.thread for row in rows] == ["u", "t"]
    assert [row.promised_at for row in rows] == [SOONER.due_at, ONE.due_at]
    assert store.threads.count(View.PROMISES, NOON, soon) == 2
    assert rows[0].state is State.NONE
