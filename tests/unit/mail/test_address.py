"""Addresses are found, and names never become addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.address import Address, addresses, read_addresses
from inbox_assistant.mail.headers import split_headers


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("a@b.example", "", "a@b.example"),
        ("<a@b.example>", "", "a@b.example"),
        ("Nora <a@b.example>", "Nora", "a@b.example"),
        ('"Doe, Nora" <a@b.example>', "Doe, Nora", "a@b.example"),
        ("Doe, Nora <a@b.example>", "Doe, Nora", "a@b.example"),
        ("a@b.example (Nora)", "Nora", "a@b.example"),
        ("=?utf-8?q?J=C3=BCrgen?= <a@b.example>", "Jürgen", "a@b.example"),
        ('"a@amazon.de" <x@evil.example>', "a@amazon.de", "x@evil.example"),
        ("<a@amazon.de> <x@evil.example>", "<a@amazon.de>", "x@evil.example"),
        (
            "=?utf-8?q?Nora_=3Ca=40amazon.de=3E?= <x@evil.example>",
            "Nora <a@amazon.de>",
            "x@evil.example",
        ),
        ("=?utf-8?q?Nora_<a=40b.example>?=", "Nora", "a@b.example"),
        ('"Nora \\"N\\"" <a@b.example>', 'Nora "N"', "a@b.example"),
    ],
)
def test_one_mailbox_is_read(value: str, name: str, address: str) -> None:
    assert read_addresses(value) == [Address(name, address)]


def test_lists_and_groups_are_read() -> None:
    value = "team: a@x.example, B <b@x.example>;, c@x.example"
    found = [one.address for one in read_addresses(value)]
    assert found == ["a@x.example", "b@x.example", "c@x.example"]


def test_local_part_and_domain_are_told_apart() -> None:
    one = Address("", "Token+case@Marketplace.Amazon.DE.")
    assert one.local == "Token+case"
    assert one.domain == "marketplace.amazon.de"


def test_several_fields_are_read_in_the_order_asked_for() -> None:
    headers, _ = split_headers(b"To: a@x.example\nDelivered-To: b@x.example\n\n")
    found = addresses(headers, "delivered-to", "to")
    assert [one.address for one in found] == ["b@x.example", "a@x.example"]


def test_values_without_an_address_give_none() -> None:
    assert read_addresses("undisclosed-recipients:;") == []
    assert read_addresses("") == []


@pytest.mark.parametrize(
    "bomb",
    ["(" * 16_000, '"' + '\\"' * 8_000, "<" * 16_000, "," * 16_000, "a" * 16_000],
)
def test_bombs_are_read_at_once(bomb: str) -> None:
    assert read_addresses(bomb) == []


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(value: str) -> None:
    for one in read_addresses(value):
        assert "@" in one.address
        assert not set(one.address) & set("\r\n <>,")


def test_a_quoted_local_part_is_no_address_of_its_own() -> None:
    for value in (
        '"x@marketplace.amazon.de"@else.example',
        'Nora <"x@marketplace.amazon.de"@else.example>',
    ):
        assert [one.domain for one in read_addresses(value)] == ["else.example"]
