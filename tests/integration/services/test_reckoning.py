"""Threads and standings follow from mails and journal, in whatever order they came."""

from dataclasses import replace

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.settlement import Standing
from inbox_assistant.domain.state import State
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.storage.store import Store
from tests.integration.services.reckoned import arrive, note, standing, thread
from tests.integration.storage.samples import HOUR, NOON, QUESTION


def test_a_question_waits_in_a_thread_of_its_own(store: Store) -> None:
    changed = arrive(store, QUESTION)
    assert changed == {thread(store, "q")}
    assert standing(store) == Standing(State.WAITING)


def test_an_undo_reaches_messages_that_have_moved_to_another_thread(
    store: Store,
) -> None:
    arrive(store, QUESTION, replace(QUESTION, key="q2", received_at=NOON + 99 * HOUR))
    first = thread(store, "q")
    decided = Entry(
        "e1", "desk", "a", NOON, Action.NO_RESPONSE_DECIDED, first, ("q", "q2")
    )
    note(store, decided)
    arrive(
        store,
        replace(QUESTION, key="c1", case_id="c1", received_at=NOON - HOUR),
        replace(QUESTION, key="c2", case_id="c2", received_at=NOON + 98 * HOUR),
    )
    assert thread(store, "q") != thread(store, "q2")
    undone = replace(decided, entry_id="e2", action=Action.UNDONE, undoes="e1")
    note(store, replace(undone, thread=store.threads.present_key(first or "")))
    assert standing(store, "q").state is State.WAITING
    assert standing(store, "q2").state is State.WAITING


def test_a_thread_that_is_not_there_changes_nothing(store: Store) -> None:
    assert Reckoning(store).reckon_thread("missing") == frozenset()
    assert Reckoning(store).reckon_thread("missing", ["unknown"]) == frozenset()
    assert Reckoning(store).reckon([], [77]) == frozenset()
