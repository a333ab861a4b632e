"""A batch of new mails is asked about and stored as mail by mail."""

from dataclasses import replace

import pytest

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.settlement import Standing
from inbox_assistant.domain.state import State
from inbox_assistant.storage.incoming import NewMail
from inbox_assistant.storage.mails import Arrival, pack
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import BUYER, NOON, QUESTION, put
from tests.integration.storage.test_messages import FULL

WAITING = Standing(State.WAITING)


def new_mail(row: MessageRow) -> NewMail:
    return NewMail(pack(row.key.encode()), Arrival(f"shop/INBOX/{row.key}"), row)


def add(store: Store, *rows: MessageRow) -> range:
    with store.transaction():
        return store.incoming.add([new_mail(row) for row in rows], {}, 1, NOON)


def test_each_mail_is_stored_with_its_bytes_and_how_it_came(store: Store) -> None:
    numbers = add(store, QUESTION, replace(FULL, key="full"))
    assert list(numbers) == [1, 2]
    for number, key in zip(numbers, ("q", "full"), strict=True):
        (raw_id,) = store.mails.of_message(number)
        assert store.mails.read(raw_id) == key.encode()
        assert store.mails.key_of(raw_id) == key
        assert store.mails.arrivals(raw_id) == [
            (Arrival(f"shop/INBOX/{key}"), NOON),
        ]


def test_a_message_is_stored_as_one_that_came_alone(store: Store) -> None:
    add(store, FULL)
    found = store.messages.by_key(FULL.key)
    assert found is not None
    assert replace(found, number=0) == FULL


def test_a_message_comes_into_its_thread_and_is_found(store: Store) -> None:
    place = store.threads.ensure("t1", BUYER)
    row = replace(QUESTION, words="the yellow lamp")
    with store.transaction():
        store.incoming.add([new_mail(row)], {"q": (place, WAITING)}, 1, NOON)
    (stored,) = store.messages.of_thread(place)
    assert stored.standing == WAITING
    assert store.search("yellow") == [place]


def test_numbers_go_on_where_the_last_one_ended(store: Store) -> None:
    put(store, "first")
    last = put(store, "last")
    with store.transaction():
        store._connection.execute("delete from message where id = ?", (last,))
    # A number is never given twice.
    assert list(add(store, QUESTION)) == [last + 1]
    assert put(store, "next") == last + 2


@pytest.mark.parametrize("place", [0, 1, 2])
def test_half_a_character_is_replaced_and_nothing_lost(
    store: Store, place: int
) -> None:
    rows = [replace(QUESTION, key=f"k{number}") for number in range(3)]
    rows[place] = replace(rows[place], subject="half \ud83d")
    add(store, *rows)
    stored = [store.messages.by_key(f"k{number}") for number in range(3)]
    subjects = [row.subject for row in stored if row is not None]
    assert len(subjects) == 3
    assert subjects[place] == "half \ufffd"


def test_what_is_known_is_told_from_what_is_new(store: Store) -> None:
    add(store, *(replace(QUESTION, key=f"k{number}") for number in range(3)))
    store.threads.ensure("t1", "somebody@marketplace.amazon.de")
    incoming = store.incoming
    assert incoming.known_keys(["k1", "k9"]) == {"k1"}
    assert incoming.known_partners([BUYER, "nobody"]) == {BUYER}
    assert incoming.known_partners(["somebody@marketplace.amazon.de"])
    digests = [pack(text).digest for text in (b"k0", b"k2", b"k7")]
    assert incoming.known_digests(digests) == set(digests[:2])
    assert incoming.known_digests([]) == set()


def test_keys_that_threads_had_once_are_known_too(store: Store) -> None:
    for key in ("t1", "t2"):
        store.threads.ensure(key, BUYER)
    store.threads.remove("t1", "t2")
    assert store.incoming.known_threads(["t1", "t2", "t3"]) == {"t1", "t2"}


def test_being_kept_is_no_decision(store: Store) -> None:
    for number, action in enumerate([Action.MAILS_KEPT, Action.NO_RESPONSE_DECIDED]):
        entry = Entry(
            f"e{number}", "desk", "anna", NOON, action, messages=(f"k{number}",)
        )
        store.journal.append(entry)
    assert store.incoming.decided(["k0", "k1", "k2"]) == {"k1"}
