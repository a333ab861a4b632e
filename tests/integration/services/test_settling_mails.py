"""Replies, copies and notices say what they may, and no more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.services.reckoning import Reckoning
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


def test_a_reply_in_the_sent_folder_settles_the_question_and_no_later_one(
    store: Store,
) -> None:
    arrive(store, QUESTION, SENT)
    assert standing(store).how is How.REPLIED
    arrive(store, replace(QUESTION, key="q2", received_at=NOON + 2 * HOUR))
    assert standing(store, "q2").state is State.WAITING


def test_a_copy_of_what_was_typed_elsewhere_settles_what_came_before(
    store: Store,
) -> None:
    arrive(store, replace(QUESTION, order_id="1"))
    arrive(store, replace(COPY, order_id="1"))
    assert standing(store).how is How.REPLIED_ELSEWHERE


def test_a_copy_of_our_own_reply_settles_nothing_that_the_reply_did_not_answer(
    store: Store,
) -> None:
    unseen = replace(QUESTION, key="q2", received_at=NOON + timedelta(minutes=50))
    arrive(store, replace(QUESTION, order_id="1"), replace(unseen, order_id="1"))
    with store.transaction():
        store.outbox.add(replace(REPLY, message_id="<r@shop.example>"))
    hand_over(store)
    arrive(store, said(replace(SENT, order_id="1"), "It left today."))
    arrive(store, said(replace(COPY, order_id="1"), "Hello, It left today!"))
    assert standing(store).how is How.REPLIED
    assert standing(store, "q2").state is State.WAITING


def test_a_copy_of_which_an_earlier_delivery_is_found_settles_less(
    store: Store,
) -> None:
    first = replace(QUESTION, key="q0", received_at=NOON - 2 * HOUR)
    arrive(store, replace(first, order_id="1"), replace(QUESTION, order_id="1"))
    arrive(store, replace(COPY, order_id="1"))
    copy = store.messages.by_key("c")
    assert copy is not None
    assert standing(store).state is State.SETTLED
    with store.transaction():
        store.messages.earlier(
            copy.number, NOON - HOUR, copy.received_from, trusted=True
        )
        Reckoning(store).reckon([], [copy.number])
    assert standing(store).state is State.WAITING


def test_a_copy_that_came_before_its_reply_finds_it_by_its_words_alone(
    store: Store,
) -> None:
    arrive(store, QUESTION)
    arrive(store, said(COPY, "It left today."))
    assert thread(store, "c") is None
    arrive(store, said(SENT, "It left today."))
    assert thread(store, "c") == thread(store, "q")


@pytest.mark.parametrize("kind", [Kind.OPT_OUT, Kind.BOUNCE])
def test_a_notice_that_names_no_mail_speaks_of_the_last_that_left(
    store: Store, kind: Kind
) -> None:
    arrive(store, replace(QUESTION, order_id="1"))
    arrive(store, said(replace(SENT, order_id="1"), "It left today."))
    late = replace(COPY, key="o", kind=kind, order_id="1")
    arrive(store, replace(late, received_at=NOON + 2 * HOUR))
    assert standing(store) == Standing(State.WAITING, sent_back=True)
    number = store.threads.number(thread(store, "q") or "") or 0
    row = store.threads.rows([number])[0]
    assert row.sent_back
    assert row.due_at == NOON + 24 * HOUR


def test_a_notice_before_any_reply_sends_nothing_back(store: Store) -> None:
    arrive(store, replace(QUESTION, order_id="1"), replace(SENT, order_id="1"))
    early = replace(COPY, key="o", kind=Kind.OPT_OUT, order_id="1")
    arrive(store, replace(early, received_at=NOON + HOUR / 2))
    assert standing(store).state is State.SETTLED


def test_a_notice_sends_back_also_what_was_typed_elsewhere(store: Store) -> None:
    arrive(store, replace(QUESTION, order_id="1"), replace(COPY, order_id="1"))
    late = replace(COPY, key="o", kind=Kind.OPT_OUT, order_id="1")
    arrive(store, replace(late, received_at=NOON + 2 * HOUR))
    assert standing(store) == Standing(State.WAITING, sent_back=True)
