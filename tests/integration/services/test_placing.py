"""Messages lie in the threads that their ties name, and what was begun goes along."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.domain.reply import Draft
from inbox_assistant.domain.settlement import How
from inbox_assistant.domain.state import State
from inbox_assistant.storage.store import Store
from tests.integration.services.reckoned import (
    COPY,
    SENT,
    arrive,
    hand_over,
    said,
    standing,
    thread,
)
from tests.integration.storage.samples import HOUR, NOON, QUESTION, REPLY


@pytest.mark.parametrize(
    ("answers", "home"),
    [
        (("q",), "q"),
        # What it answered is not here any more: the nearest question has it.
        (("gone",), "q2"),
    ],
)
def test_our_own_reply_lies_with_what_it_answers_and_settles_nothing_elsewhere(
    store: Store, answers: tuple[str, ...], home: str
) -> None:
    # The question bore no Message-ID, so the reply refers to nothing.
    arrive(store, replace(QUESTION, case_id="c1", order_id="1"))
    unseen = replace(QUESTION, key="q2", received_at=NOON + timedelta(minutes=50))
    arrive(store, replace(unseen, case_id="c2", order_id="1"))
    with store.transaction():
        store.outbox.add(replace(REPLY, message_id="<r@shop.example>", answers=answers))
    hand_over(store)
    arrive(store, replace(SENT, order_id="1"))
    assert thread(store, "r") == thread(store, home)
    assert standing(store).how is How.REPLIED
    assert standing(store, "q2").state is State.WAITING


def test_a_copy_known_by_its_words_alone_follows_when_threads_are_joined(
    store: Store,
) -> None:
    arrive(store, QUESTION, said(SENT, "It left today."))
    arrive(store, said(COPY, "It left today."))
    before = thread(store, "q")
    arrive(store, replace(QUESTION, key="q0", case_id="c1", received_at=NOON - HOUR))
    assert thread(store, "q") != before
    assert thread(store, "c") == thread(store, "q")
    assert before is not None
    assert store.threads.present_key(before) == thread(store, "q")


def test_what_was_begun_moves_to_the_thread_that_takes_over(store: Store) -> None:
    arrive(store, QUESTION)
    old = thread(store, "q") or ""
    store.drafts.keep(Draft(old, "Dear"), NOON)
    with store.transaction():
        store.outbox.add(replace(REPLY, thread=old))
    arrive(store, replace(QUESTION, key="q0", case_id="c1", received_at=NOON - HOUR))
    new = thread(store, "q") or ""
    assert new != old
    assert store.drafts.read(new) is not None
    assert [one.reply_id for one in store.outbox.of_thread(new)] == ["r1"]
