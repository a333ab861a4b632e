"""The row of a thread shows its newest waiting message."""

from dataclasses import replace

from inbox_assistant.storage.store import Store
from tests.integration.services.reckoned import arrive, said, thread
from tests.integration.storage.samples import HOUR, NOON, QUESTION


def test_the_row_of_a_thread_shows_its_newest_waiting_message(store: Store) -> None:
    arrive(
        store,
        said(replace(QUESTION, buyer="Anna", subject="one", older=True), "First\n\nq"),
        replace(QUESTION, key="q2", subject="two", received_at=NOON + HOUR),
    )
    number = store.threads.number(thread(store, "q") or "") or 0
    facts = store.threads.facts(number)
    assert facts is not None
    assert (facts.buyer, facts.subject, facts.preview) == ("Anna", "two", "")
    assert not facts.older
    assert not facts.suggestion
    assert store.threads.rows([number])[0].waiting == 2


def test_the_words_of_a_row_show_where_they_are_cut(store: Store) -> None:
    arrive(store, said(QUESTION, "word " * 100))
    number = store.threads.number(thread(store, "q") or "") or 0
    facts = store.threads.facts(number)
    assert facts is not None
    assert facts.preview.startswith("word word")
    assert facts.preview.endswith("…")
    assert len(facts.preview) == 160
