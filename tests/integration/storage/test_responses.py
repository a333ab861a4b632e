"""What the report counts comes from one index, in spans that leave nothing out."""

from dataclasses import replace
from datetime import timedelta

from inbox_assistant.domain.response import Bucket
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.storage.responses import Counted, Span
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON, QUESTION

NOW = NOON + 100 * HOUR


def fill(store: Store) -> None:
    """Store four messages, some hours apart, in one thread."""
    thread = store.threads.ensure("t", "buyer")
    settled = Standing(State.SETTLED, How.REPLIED, NOON + 30 * HOUR, by="anna")
    for number, standing in enumerate(
        (settled, settled, Standing(State.WAITING), Standing(State.TO_CONFIRM))
    ):
        at = NOON + number * 10 * HOUR
        row = replace(QUESTION, key=f"k{number}", received_at=at)
        stored = store.messages.add(row, 1)
        store.messages.put_into(stored, thread)
        store.messages.stand(stored, standing)


def test_spans_meet_without_a_gap_or_an_overlap(store: Store) -> None:
    fill(store)
    middle = NOON + 10 * HOUR
    parts = [Span(NOON, middle), Span(middle)]
    whole = store.responses.totals(Span(NOON), NOW)
    assert whole == [
        Counted(Bucket.IN_TIME, 1, 20 * 3600),
        Counted(Bucket.LATE, 1, 30 * 3600),
        Counted(Bucket.NO_RESPONSE, 2, 0),
    ]
    counts = [
        sum(one.count for one in store.responses.totals(part, NOW)) for part in parts
    ]
    assert counts == [1, 3]


def test_quarters_in_which_nothing_came_are_passed_over(store: Store) -> None:
    fill(store)
    quarters = list(store.responses.by_quarter_hours(Span(NOON - HOUR), NOW))
    assert [at for at, _ in quarters] == [NOON + n * 10 * HOUR for n in range(4)]
    late = Span(NOON + timedelta(minutes=1), NOON + 20 * HOUR)
    assert len(list(store.responses.by_quarter_hours(late, NOW))) == 1


def test_the_count_never_touches_the_wide_rows(store: Store) -> None:
    fill(store)
    asked: list[str] = []
    store._connection.set_trace_callback(asked.append)
    store.responses.totals(Span(NOON), NOW)
    store.responses.by_traits(Span(NOON), NOW)
    store._connection.set_trace_callback(None)
    for sql in asked:
        plan = store._connection.execute(f"explain query plan {sql}").fetchall()
        assert any("COVERING INDEX message_by_receipt" in row[3] for row in plan)


def test_what_may_have_missed_its_window_is_listed_oldest_first(store: Store) -> None:
    fill(store)
    missed = store.responses.missed(Span(NOON), NOW)
    assert [one.key for one in missed] == ["k0", "k2", "k3"]
    assert missed[0].standing.by == "anna"
    assert store.responses.missed(Span(NOON), NOON + 24 * HOUR) == []
