"""Removing leaves no strays, and takes nothing that is not old."""

from datetime import timedelta

from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import NOON
from tests.integration.storage.test_thread_query import add


def test_what_waits_is_never_removed_however_old(store: Store) -> None:
    add(store, "a")
    with store.transaction():
        purged = store.purging.remove_before(NOON + timedelta(days=999))
    assert purged.threads == 0
    assert store.threads.number("a") is not None


def test_nothing_to_remove_is_told_as_nothing(store: Store) -> None:
    for _ in range(2):
        with store.transaction():
            purged = store.purging.remove_before(NOON)
        assert (purged.threads, purged.messages, purged.mails) == (0, 0, 0)
    assert store.problems() == []
