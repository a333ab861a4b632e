"""Bytes received are kept as received, once, with every way they came by."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inbox_assistant.domain.received import Times
from inbox_assistant.storage.mails import Arrival, times_of
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON, put

ARRIVAL = Arrival("shop/INBOX/7", "shop", NOON, NOON - HOUR, True, True)  # noqa: FBT003


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=3000))
def test_any_bytes_are_read_back_as_they_were_received(
    store: Store, raw: bytes
) -> None:
    number = store.mails.find(raw) or store.mails.keep(raw, "k", NOON)
    assert store.mails.read(number) == raw
    assert store.mails.find(raw) == number


def test_bytes_that_sqlite_or_a_terminal_could_stumble_on_are_kept(
    store: Store,
) -> None:
    for raw in (b"", b"\0", b"\0a\0\r\n.\r\n", bytes(range(256)) * 40):
        assert store.mails.read(store.mails.keep(raw, "k", NOON)) == raw


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    store.mails.keep(b"raw", "k", NOON)
    with pytest.raises(sqlite3.IntegrityError):
        store.mails.keep(b"raw", "k", NOON)
    assert store.mails.find(b"other") is None


def test_not_even_a_statement_of_our_own_changes_what_was_received(
    store: Store,
) -> None:
    store.mails.keep(b"raw", "k", NOON)
    for change in ("bytes = x'00'", "message_key = 'x'", "kept_at = 0"):
        with pytest.raises(sqlite3.IntegrityError, match="as it was received"):
            store._connection.execute(f"update raw set {change}")  # noqa: S608


def test_each_way_a_mail_came_by_is_noted_once(store: Store) -> None:
    number = store.mails.keep(b"raw", "k", NOON)
    assert store.mails.note_arrival(number, ARRIVAL, NOON)
    assert not store.mails.note_arrival(number, replace(ARRIVAL, account="x"), NOON)
    second = Arrival("/mails/one.eml")
    assert store.mails.note_arrival(number, second, NOON + HOUR)
    assert store.mails.arrivals(number) == [(ARRIVAL, NOON), (second, NOON + HOUR)]


def test_a_file_whose_name_is_no_text_is_noted_all_the_same(store: Store) -> None:
    number = store.mails.keep(b"raw", "k", NOON)
    odd = Arrival("/mails/caf\udce9.eml")
    assert store.mails.note_arrival(number, odd, NOON)
    assert not store.mails.note_arrival(number, odd, NOON)
    store.mails.note_unreadable("/mails/caf\udce9.eml", "empty", NOON)
    assert store.mails.arrivals(number)[0][0].source == "/mails/caf\ufffd.eml"


def test_deliveries_of_one_message_lead_to_it_and_back(store: Store) -> None:
    message = put(store, "q")
    one = store.mails.keep(b"one", "q", NOON)
    two = store.mails.keep(b"two", "q", NOON)
    assert store.mails.message_of(one) is None
    assert store.mails.first_of(message) is None
    assert store.mails.source_of(message) is None
    for number in (two, one):
        store.mails.belongs_to(number, message)
        store.mails.note_arrival(number, Arrival(f"file-{number}"), NOON)
    assert store.mails.message_of(one) == store.mails.message_of(two) == message
    assert store.mails.first_of(message) == one
    assert store.mails.source_of(message) == f"file-{two}"
    assert store.mails.key_of(one) == "q"
    assert store.mails.message_of(999) is None


def test_all_mails_are_listed_in_the_order_they_were_kept(store: Store) -> None:
    with store.transaction():
        numbers = [
            store.mails.keep(str(number).encode(), "k", NOON) for number in range(1001)
        ]
    assert list(store.mails.numbers()) == numbers


def test_the_last_reason_why_a_source_could_not_be_read_is_kept(store: Store) -> None:
    store.mails.note_unreadable("a.msg", "not a mail", NOON)
    store.mails.note_unreadable("a.msg", "encrypted", NOON)
    rows = store._connection.execute("select source, reason from unreadable_source")
    assert rows.fetchall() == [("a.msg", "encrypted")]


def test_the_times_of_a_delivery_are_brought_together() -> None:
    assert times_of(ARRIVAL, NOON, NOON - HOUR, None) == Times(
        kept_at=NOON, dated_at=NOON - HOUR, arrived_at=NOON, placed_at=NOON - HOUR
    )
