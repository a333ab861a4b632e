"""Threads are listed by what is most urgent, page by page."""

from datetime import datetime, timedelta

import pytest

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import Draft
from inbox_assistant.domain.state import State
from inbox_assistant.domain.thread import ThreadStanding
from inbox_assistant.domain.view import View
from inbox_assistant.storage.store import Store
from inbox_assistant.storage.threads import ThreadFacts
from tests.integration.storage.samples import BUYER, HOUR, NOON

SOON = NOON + 4 * HOUR


def write(  # noqa: PLR0913 - each is one trait that a view looks at
    store: Store,
    key: str,
    state: State = State.WAITING,
    due_at: datetime | None = NOON,
    *,
    older: bool = False,
    sent_back: bool = False,
    last_at: datetime = NOON,
) -> int:
    number = store.threads.ensure(key, BUYER)
    received_at = None if due_at is None else due_at - timedelta(hours=24)
    store.threads.write(
        number,
        ThreadFacts(key, BUYER, last_at, older=older),
        ThreadStanding(state, 1, 0, received_at, due_at, sent_back),
    )
    return number


def listed(store: Store, view: View, limit: int = -1) -> list[str]:
    numbers = store.threads.ids(view, NOON, SOON, limit)
    assert limit >= 0 or store.threads.count(view, NOON, SOON) == len(numbers)
    return [row.thread for row in store.threads.rows(numbers)]


@pytest.fixture
def full(store: Store) -> Store:
    write(store, "late", due_at=NOON - timedelta(microseconds=1), sent_back=True)
    write(store, "later", due_at=SOON + timedelta(microseconds=1))
    write(store, "now", due_at=NOON)
    write(store, "soon", due_at=SOON)
    write(store, "old", due_at=NOON - 99 * HOUR, older=True)
    write(store, "decided", State.TO_CONFIRM, SOON)
    write(store, "done", State.SETTLED, None, last_at=NOON)
    write(store, "done last", State.SETTLED, None, last_at=NOON + HOUR)
    write(store, "notice", State.NONE, None)
    return store


@pytest.mark.parametrize(
    ("view", "threads"),
    [
        (View.WAITING, ["late", "now", "soon", "later"]),
        (View.DUE_SOON, ["now", "soon"]),
        (View.OVERDUE, ["late"]),
        (View.OLDER, ["old"]),
        (View.TO_CONFIRM, ["decided"]),
        (View.SENT_BACK, ["late"]),
        (View.SETTLED, ["done last", "done"]),
        (
            View.ALL,
            ["old", "late", "now", "decided", "soon", "later", "done last", "done"],
        ),
    ],
)
def test_each_view_holds_its_threads_most_urgent_first(
    full: Store, view: View, threads: list[str]
) -> None:
    found = listed(full, view)
    if view is View.ALL:  # two are due in the same moment
        assert sorted(found[:6]) == sorted(threads[:6])
        assert found[:3] == threads[:3]
        assert found[5:] == threads[5:]
    else:
        assert found == threads


def test_every_waiting_thread_is_in_exactly_one_of_four_views(full: Store) -> None:
    waiting = [*listed(full, View.WAITING), *listed(full, View.OLDER)]
    assert len(waiting) == len(set(waiting)) == 5
    pressing = [*listed(full, View.OVERDUE), *listed(full, View.DUE_SOON)]
    assert len(pressing) == len(set(pressing)) == 3


def test_a_limit_takes_the_most_urgent(full: Store) -> None:
    assert listed(full, View.WAITING, limit=2) == ["late", "now"]
    assert listed(full, View.WAITING, limit=0) == []


def test_the_most_urgent_moment_is_known(full: Store) -> None:
    assert full.threads.next_due() == NOON - timedelta(microseconds=1)
    assert full.threads.next_due_after(NOON) == NOON
    assert full.threads.next_due_after(NOON + HOUR) == SOON
    assert full.threads.next_due_after(NOON + 99 * HOUR) is None


def test_with_nothing_waiting_there_is_no_moment(store: Store) -> None:
    write(store, "old", due_at=NOON, older=True)
    assert store.threads.next_due() is None
    assert store.threads.next_due_after(NOON) is None
    assert listed(store, View.WAITING) == []


@pytest.mark.parametrize("view", [one for one in View if one is not View.ALL])
def test_no_view_is_found_by_reading_every_thread(store: Store, view: View) -> None:
    asked: list[str] = []
    store._connection.set_trace_callback(asked.append)
    store.threads.ids(view, NOON, SOON, 50)
    store._connection.set_trace_callback(None)
    steps = store._connection.execute(f"explain query plan {asked[0]}").fetchall()
    plan = [step[3] for step in steps]
    assert "SCAN thread" not in plan
    # These are few, so that sorting them costs nothing.
    is_sorted = any("TEMP B-TREE" in one for one in plan)
    few = {View.TO_CONFIRM, View.PROMISES}
    assert is_sorted == (view in few)


@pytest.mark.parametrize(
    "view", [one for one in View if one not in {View.ALL, View.SETTLED}]
)
def test_no_count_of_work_reads_threads_row_by_row(store: Store, view: View) -> None:
    asked: list[str] = []
    store._connection.set_trace_callback(asked.append)
    store.threads.count(view, NOON, SOON)
    store.threads.next_waking(NOON)
    store._connection.set_trace_callback(None)
    plan = [
        step[3]
        for one in asked
        for step in store._connection.execute(f"explain query plan {one}").fetchall()
    ]
    steps = [one for one in plan if " thread " in f"{one} "]
    # The few that were put off, sent back or promised are looked into.
    few = ("thread_snoozed", "thread_sent_back", "INTEGER PRIMARY KEY", "(key=?)")
    assert steps
    assert all("COVERING INDEX" in one or any(f in one for f in few) for one in steps)


def test_rows_come_in_the_order_asked_for_and_without_those_that_are_gone(
    store: Store,
) -> None:
    with store.transaction():
        numbers = [write(store, f"t{number}") for number in range(1201)]
    asked = [*reversed(numbers), 999_999, numbers[0]]
    found = [row.number for row in store.threads.rows(asked)]
    assert found == [*reversed(numbers), numbers[0]]
    assert store.threads.rows([]) == []


def test_a_row_tells_all_that_the_queue_shows(store: Store) -> None:
    number = store.threads.ensure("t1", BUYER)
    facts = ThreadFacts(
        key="t1",
        partner=BUYER,
        last_at=NOON,
        account="shop",
        buyer="Anna",
        subject="Frage",
        preview="Wo ist",
        order_id="028-1234567-7654321",
        asin="B000000001",
        product="Lampe",
        marketplace="DE",
        language="de",
        topics=("delivery", "refund"),
        older=True,
        doubtful=True,
        suggestion=True,
    )
    due_at = NOON + 24 * HOUR
    standing = ThreadStanding(State.WAITING, 2, 1, NOON, due_at, sent_back=True)
    store.threads.write(number, facts, standing)
    store.drafts.keep(Draft("t1", "Liebe"), NOON)
    assert store.threads.facts(number) == facts
    assert store.threads.facts(99) is None
    assert store.threads.rows([number]) == [
        QueueRow(
            number=number,
            thread="t1",
            buyer="Anna",
            subject="Frage",
            preview="Wo ist",
            topics=("delivery", "refund"),
            marketplace="DE",
            order_id="028-1234567-7654321",
            asin="B000000001",
            language="de",
            waiting=2,
            received_at=NOON,
            due_at=due_at,
            state=State.WAITING,
            older=True,
            sent_back=True,
            doubtful=True,
            suggestion=True,
            draft=True,
            account="shop",
        )
    ]


def test_an_empty_draft_is_not_shown(store: Store) -> None:
    number = write(store, "t1")
    store.drafts.keep(Draft("t1", " \n"), NOON)
    assert not store.threads.rows([number])[0].draft
