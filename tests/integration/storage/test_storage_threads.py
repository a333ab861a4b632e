"""Threads are made once, written anew and keep their old names."""

import sqlite3

import pytest

from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import BUYER, put


def test_a_thread_is_made_once(store: Store) -> None:
    number = store.threads.ensure("t1", BUYER)
    assert store.threads.ensure("t1", BUYER) == number
    assert store.threads.of_partner(BUYER) == {"t1": number}
    assert store.threads.of_partner("nobody") == {}
    assert store.threads.number("t2") is None
    assert store.threads.place("t1", BUYER) == (number, False)
    assert store.threads.place("t2", BUYER)[1]
    assert store.threads.names(number) == ("t1", BUYER)
    assert store.threads.names(number + 9) is None


def test_a_thread_is_found_by_every_name_it_ever_had(store: Store) -> None:
    number = store.threads.ensure("c", BUYER)
    for old, new in (("a", "b"), ("b", "c")):
        store.threads.ensure(old, BUYER)
        store.threads.remove(old, new)
    assert store.threads.present_key("a") == "c"
    assert store.threads.number("a") == store.threads.number("b") == number


def test_a_name_that_comes_back_is_its_own_thread_again(store: Store) -> None:
    store.threads.ensure("b", BUYER)
    store.threads.remove("a", "b")
    number = store.threads.ensure("a", BUYER)
    assert store.threads.present_key("a") == "a"
    assert store.threads.number("a") == number
    store.threads.remove("b", "a")
    assert store.threads.number("b") == number


def test_names_that_lead_in_a_circle_lead_nowhere_for_ever(store: Store) -> None:
    store.threads.remove("a", "b")
    store.threads.remove("b", "a")
    assert store.threads.number("a") is None


def test_a_thread_that_nothing_took_over_leaves_no_name(store: Store) -> None:
    store.threads.ensure("a", BUYER)
    store.threads.remove("a", None)
    assert store.threads.number("a") is None


def test_a_thread_with_messages_in_it_cannot_be_removed(store: Store) -> None:
    put(store, "q", "t1")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.threads.remove("t1", None)


def test_the_number_of_a_thread_is_never_given_to_another(store: Store) -> None:
    number = store.threads.ensure("a", BUYER)
    store.threads.remove("a", None)
    assert store.threads.ensure("b", BUYER) > number
