"""What was told is kept with the file and goes when the thread is answered."""

from dataclasses import replace
from datetime import timedelta

from inbox_assistant.domain.reminder import Reminder, Told
from inbox_assistant.domain.state import State
from inbox_assistant.domain.thread import ThreadStanding
from inbox_assistant.storage.store import Store
from inbox_assistant.storage.threads import ThreadFacts
from tests.integration.storage.samples import BUYER, HOUR, NOON

LEAD = timedelta(minutes=30)


def standing(state: State, due_in: timedelta) -> ThreadStanding:
    due = NOON + due_in
    waiting = int(state is State.WAITING)
    confirm = int(state is State.TO_CONFIRM)
    return ThreadStanding(
        state, waiting, confirm, due - 24 * HOUR, due, sent_back=False
    )


def write(
    store: Store, key: str, state: State, due_in: timedelta, **facts: bool
) -> None:
    row = replace(ThreadFacts(key, BUYER, NOON), **facts)
    store.threads.write(store.threads.ensure(key, BUYER), row, standing(state, due_in))


def test_what_runs_against_the_clock_is_found_first_due_first(store: Store) -> None:
    write(store, "later", State.WAITING, 7 * HOUR)
    write(store, "soon", State.WAITING, HOUR)
    write(store, "decided", State.TO_CONFIRM, -HOUR)
    write(store, "old", State.WAITING, -90 * HOUR, older=True)
    write(store, "done", State.SETTLED, HOUR)
    found = store.reminders.pending(NOON + 6 * HOUR)
    assert [(one.thread, one.due_at, one.told) for one in found] == [
        ("decided", NOON - HOUR, None),
        ("soon", NOON + HOUR, None),
    ]


def test_what_was_told_stays_until_the_thread_is_answered(store: Store) -> None:
    for key in ("a", "b"):
        write(store, key, State.WAITING, HOUR)
    reminders = [Reminder(key, NOON + HOUR, LEAD, is_last=True) for key in ("a", "b")]
    assert store.reminders.last_told_at() is None
    store.reminders.keep(reminders, NOON)
    told = [one.told for one in store.reminders.pending(NOON + HOUR)]
    assert told == [Told(NOON + HOUR, LEAD)] * 2
    assert store.reminders.last_told_at() == NOON
    write(store, "a", State.SETTLED, HOUR)
    store.reminders.keep([], NOON + HOUR)
    assert store.reminders.last_told_at() == NOON + HOUR
    write(store, "a", State.WAITING, HOUR)
    told = [one.told for one in store.reminders.pending(NOON + HOUR)]
    assert told == [None, Told(NOON + HOUR, LEAD)]


def test_the_silence_of_a_mailbox_is_remembered_by_its_name(store: Store) -> None:
    store.reminders.keep_silence("shop", NOON)
    store.reminders.keep_silence("shop", NOON + HOUR)
    assert store.reminders.silence_told("shop") == NOON + HOUR
    assert store.reminders.silence_told("other") is None
    store.reminders.keep([], NOON)
    assert store.reminders.silence_told("shop") == NOON + HOUR
