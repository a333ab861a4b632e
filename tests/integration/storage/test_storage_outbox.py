"""A reply is stored before it is sent, and no message has two on their way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON, REPLY

SECOND = replace(REPLY, reply_id="r2", message_id="<r2@shop.example>", queued_at=NOON)


def ids(replies: list) -> list[str]:  # type: ignore[type-arg]
    return [reply.reply_id for reply in replies]


def add(store: Store, *replies: object, is_first: bool = True) -> None:
    for reply in replies:
        with store.transaction():
            store.outbox.add(reply, is_first=is_first)  # type: ignore[arg-type]


def test_a_reply_is_read_back_byte_for_byte(store: Store) -> None:
    odd = replace(
        REPLY,
        raw=bytes(range(256)),
        body="Grüße 😀\n",
        answers=("b", "a"),
        handed_over_at=NOON + HOUR,
        attempts=3,
        problem="busy",
        response="250 ok",
    )
    add(store, odd)
    assert store.outbox.reply("r1") == odd
    assert store.outbox.by_message_id("<r1@shop.example>") == odd
    assert store.outbox.reply("r2") is None
    assert store.outbox.by_message_id("<r2@shop.example>") is None


def test_threads_with_replies_are_told_from_those_without(store: Store) -> None:
    add(store, REPLY)
    many = [f"t{number}" for number in range(100, 1_200)]
    assert store.outbox.threads_among([*many, REPLY.thread]) == [REPLY.thread]
    assert store.outbox.threads_among([]) == []


def test_a_message_is_never_answered_by_two_replies_at_once(store: Store) -> None:
    add(store, REPLY)
    with pytest.raises(StorageError, match="already on its way"):
        add(store, replace(SECOND, answers=("new", "q")))
    assert store.outbox.reply("r2") is None
    add(store, replace(SECOND, answers=("new",)))


def test_a_reply_that_did_not_get_through_leaves_room_for_another(
    store: Store,
) -> None:
    add(store, REPLY)
    store.outbox.release("r1")
    add(store, SECOND)
    assert store.outbox.reply("r2") == SECOND


def test_a_further_reply_takes_no_message(store: Store) -> None:
    add(store, REPLY)
    add(store, SECOND, is_first=False)
    assert ids(store.outbox.of_thread("t1")) == ["r1", "r2"]


def test_one_message_id_leaves_once(store: Store) -> None:
    add(store, REPLY)
    with pytest.raises(StorageError, match="UNIQUE"):
        add(store, replace(REPLY, reply_id="r2", answers=("other",)))


def test_marking_changes_what_is_named_and_nothing_else(store: Store) -> None:
    add(store, REPLY)
    store.outbox.mark("r1", OutboxState.SENDING, attempts=1, problem="slow")
    store.outbox.mark(
        "r1",
        OutboxState.HANDED_OVER,
        response="250 ok",
        problem="",
        handed_over_at=NOON + HOUR,
    )
    store.outbox.mark("r1", OutboxState.CONFIRMED)
    store.outbox.mark("r1", OutboxState.CONFIRMED, leave_at=NOON)
    assert store.outbox.reply("r1") == replace(
        REPLY,
        state=OutboxState.CONFIRMED,
        attempts=1,
        response="250 ok",
        handed_over_at=NOON + HOUR,
        leave_at=NOON,
    )


def test_replies_are_found_by_their_state_oldest_first(store: Store) -> None:
    later = replace(SECOND, answers=("b",), queued_at=NOON + timedelta(seconds=1))
    add(store, later, REPLY)
    assert ids(store.outbox.in_states([OutboxState.QUEUED])) == ["r1", "r2"]
    store.outbox.mark("r1", OutboxState.UNSURE)
    both = [OutboxState.QUEUED, OutboxState.UNSURE]
    assert ids(store.outbox.in_states(both)) == ["r1", "r2"]
    assert ids(store.outbox.in_states([OutboxState.UNSURE])) == ["r1"]
    assert store.outbox.in_states([]) == []


def test_only_what_left_and_is_not_filed_has_still_to_be_filed(store: Store) -> None:
    add(store, REPLY)
    assert store.outbox.unfiled("shop") == []
    store.outbox.mark("r1", OutboxState.HANDED_OVER)
    assert ids(store.outbox.unfiled("shop")) == ["r1"]
    assert store.outbox.unfiled("other") == []
    store.outbox.mark_filed("r1")
    assert store.outbox.unfiled("shop") == []


def test_the_replies_of_a_thread_move_with_it(store: Store) -> None:
    add(store, REPLY)
    store.outbox.move("t1", "t9")
    assert store.outbox.of_thread("t1") == []
    assert ids(store.outbox.of_thread("t9")) == ["r1"]
