"""Each operator finds the threads it asks for, and words narrow them."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.labels import Labels
from inbox_assistant.domain.query import parse_query
from inbox_assistant.domain.settlement import Standing
from inbox_assistant.domain.state import State
from inbox_assistant.domain.thread import thread_standing
from inbox_assistant.domain.view import View
from inbox_assistant.storage.store import Store, open_store
from inbox_assistant.storage.thread_query import condition_of
from inbox_assistant.storage.threads import ThreadFacts
from tests.integration.storage.samples import HOUR, NOON, QUESTION

BERLIN = ZoneInfo("Europe/Berlin")
WAITING = Standing(State.WAITING)


def add(
    store: Store,
    key: str,
    hours: int = 0,
    labels: Labels | None = None,
    **facts: object,
) -> None:
    """Store a thread of one waiting message."""
    at = NOON + hours * HOUR
    number = store.threads.ensure(key, f"{key}@marketplace.amazon.de")
    row = replace(
        QUESTION,
        key=key,
        received_at=at,
        buyer=str(facts.get("buyer", "Anna")),
        asin=facts.get("asin"),
        words=f"Does the {key} fit?",
    )
    message = store.messages.add(row, 1)
    store.messages.put_into(message, number)
    made = ThreadFacts(key, f"{key}@marketplace.amazon.de", at, **facts)  # type: ignore[arg-type]
    store.threads.write(number, made, thread_standing([(at, WAITING)]))
    if labels is not None:
        store.triage.write(number, labels)


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store of three threads."""
    add(
        store,
        "lamp",
        0,
        Labels("anna", ("vip", "late")),
        buyer="Zoë Grün",
        marketplace="DE",
        topics=("delivery", "invoice"),
        account="shop",
        language="de",
        order_id="302-1111111-1111111",
    )
    add(
        store,
        "shelf",
        10,
        buyer="Ben",
        marketplace="UK",
        topics=("invoice",),
        asin="B0ABCDEFGH",
        language="en",
        order_id="302-2222222-2222222",
    )
    add(store, "jar", 20, Labels(snoozed_until=NOON + 30 * HOUR), buyer="Cleo")
    return store


def keys(store: Store, text: str, view: View = View.ALL, order: str = "") -> list[str]:
    condition = condition_of(parse_query(text), BERLIN)
    now = NOON + 25 * HOUR
    found = store.triage.matching(view, condition, (now, now + 4 * HOUR), order)
    return [row.thread for row in store.threads.rows(found)]


@pytest.mark.parametrize(
    ("text", "threads"),
    [
        ("", ["lamp", "shelf", "jar"]),
        ("from:zoe", ["lamp"]),
        ("from:grun", ["lamp"]),
        ("from:shelf@marketplace.amazon.de", ["shelf"]),
        ("order:302-2", ["shelf"]),
        ("order:302", ["lamp", "shelf"]),
        ("asin:b0abc", ["shelf"]),
        ("marketplace:de", ["lamp"]),
        ("marketplace:de marketplace:uk", ["lamp", "shelf"]),
        ("-marketplace:de", ["shelf", "jar"]),
        ("topic:invoice", ["lamp", "shelf"]),
        ("topic:invoice topic:delivery marketplace:uk", ["shelf"]),
        ("topic:in", []),
        ("account:SHOP", ["lamp"]),
        ("language:en", ["shelf"]),
        ("agent:Anna", ["lamp"]),
        ("tag:VIP", ["lamp"]),
        ("tag:vi", []),
        ("is:overdue", ["lamp"]),
        ("is:waiting -is:overdue", ["shelf", "jar"]),
        ("is:snoozed", ["jar"]),
        ("is:claimed", ["lamp"]),
        ("is:unclaimed", ["shelf", "jar"]),
        ("is:settled", []),
        ("is:draft", []),
        ("before:2026-03-03", ["lamp", "shelf"]),
        ("after:2026-03-02", ["jar"]),
        ("before:0001-01-01", []),
        ("after:9999-12-31", []),
        ("before:9999-12-31 after:0001-01-01", ["lamp", "shelf", "jar"]),
        ("fit shelf", ["shelf"]),
        ("fit -is:overdue", ["shelf", "jar"]),
        ("from:…", []),
    ],
)
def test_each_operator_finds_what_it_asks_for(
    filled: Store, text: str, threads: list[str]
) -> None:
    assert keys(filled, text) == threads


def test_a_view_narrows_a_query_and_has_an_order_of_its_own(filled: Store) -> None:
    assert keys(filled, "is:waiting", View.OVERDUE) == ["lamp"]
    assert keys(filled, "", View.SNOOZED) == ["jar"]
    assert keys(filled, "", order="newest") == ["jar", "shelf", "lamp"]
    assert keys(filled, "", order="buyer") == ["shelf", "jar", "lamp"]
    assert keys(filled, "", order="marketplace") == ["lamp", "shelf", "jar"]
    assert keys(filled, "", order="nonsense") == ["lamp", "shelf", "jar"]


@given(st.text(max_size=40))
def test_no_text_breaks_the_question(text: str) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "a.db") as store:
        assert keys(store, f"{text} from:{text} tag:{text} asin:{text}") == []


@pytest.mark.parametrize("asked", ["order:302-555", "is:draft", "from:a@b.example"])
def test_an_order_a_draft_or_an_alias_is_found_without_reading_every_thread(
    filled: Store, asked: str
) -> None:
    told: list[str] = []
    filled._connection.set_trace_callback(told.append)
    condition = condition_of(parse_query(asked))
    filled.triage.matching(View.ALL, condition, (NOON, NOON + HOUR))
    filled._connection.set_trace_callback(None)
    steps = filled._connection.execute(f"explain query plan {told[0]}").fetchall()
    assert "SCAN thread" not in [step[3] for step in steps]
