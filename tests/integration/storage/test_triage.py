"""What open threads hold is known, the most frequent first."""

import pytest

from inbox_assistant.domain.labels import NO_LABELS, Labels
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import NOON
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
