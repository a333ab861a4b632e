"""Threads and standings follow from mails and journal, in whatever order they came."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.reply import Draft
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.storage.store import Store, open_store
from tests.integration.services.reckoned import arrive, note, said, standing, thread
from tests.integration.storage.samples import HOUR, NOON, QUESTION, REPLY

SENT = replace(
    QUESTION,
    key="r",
    kind=Kind.REPLY,
    trusted=True,
    mail_id="<r@shop.example>",
    received_at=NOON + HOUR,
)
COPY = replace(
    QUESTION,
    key="c",
    kind=Kind.COPY_OF_REPLY,
    partner=None,
    alias=None,
    trusted=True,
    received_at=NOON + HOUR,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "inbox.db") as opened:
        yield opened


def test_a_question_waits_in_a_thread_of_its_own(store: Store) -> None:
    changed = arrive(store, QUESTION)
    assert changed == {thread(store, "q")}
    assert standing(store) == Standing(State.WAITING)


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
    queued = Entry(
        "e1",
        "desk",
        "anna",
        NOON,
        Action.REPLY_HANDED_OVER,
        thread(store, "q"),
        ("q",),
        data={"message_id": "<r@shop.example>"},
    )
    note(store, queued)
    arrive(store, said(replace(SENT, order_id="1"), "It left today."))
    arrive(store, said(replace(COPY, order_id="1"), "Hello, It left today!"))
    assert standing(store).how is How.REPLIED
    assert standing(store, "q2").state is State.WAITING


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
    note(
        store,
        Entry(
            "e1",
            "desk",
            "anna",
            NOON,
            Action.REPLY_HANDED_OVER,
            thread(store, "q"),
            ("q",),
            data={"message_id": "<r@shop.example>"},
        ),
    )
    arrive(store, replace(SENT, order_id="1"))
    assert thread(store, "r") == thread(store, home)
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


def test_a_thread_that_is_not_there_changes_nothing(store: Store) -> None:
    assert Reckoning(store).reckon_thread("missing") == frozenset()
    assert Reckoning(store).reckon_thread("missing", ["unknown"]) == frozenset()
    assert Reckoning(store).reckon([], [77]) == frozenset()
