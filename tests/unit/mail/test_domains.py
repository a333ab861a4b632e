"""Amazon's domains are told from those made to look like them."""

import pytest

from inbox_assistant.domain.marketplace import MARKETPLACES
from inbox_assistant.mail.domains import (
    base_of,
    case_of,
    is_amazon,
    is_no_reply,
    is_person,
    is_relay,
    pretends_amazon,
    relays_in,
    top_level_of,
)

CASE = "11111111-2222-4333-8444-555555555555"


@pytest.mark.parametrize("top", [place.top_level for place in MARKETPLACES])
def test_the_relay_of_every_marketplace_is_known(top: str) -> None:
    address = f"abc@Marketplace.amazon.{top}"
    assert is_relay(address)
    assert is_person(address)
    assert is_amazon(address)
    assert not pretends_amazon(address)
    assert top_level_of(address.partition("@")[2].lower()) == top


def test_the_old_mobile_relay_of_japan_is_known() -> None:
    assert is_person("abc@m.marketplace.amazon.co.jp")


@pytest.mark.parametrize(
    "address",
    [
        "abc@marketplace.amazon.com.evil.example",
        "abc@marketplace-amazon.example",
        "abc@amazon-marketplace.example",
        "abc@marketplace.arnazon.example",
        "abc@marketplace.amaz0n.example",
        "abc@marketplace.аmazon.example",
        "abc@marketplace.xn--mazon-3ve.example",
        "abc@amazon.example",
        "abc@my-amazon.example",
    ],
)
def test_a_domain_that_looks_like_amazons_is_none_of_its(address: str) -> None:
    assert pretends_amazon(address)
    assert not is_amazon(address)
    assert not is_relay(address)


@pytest.mark.parametrize(
    "address", ["a@shop.example", "a@amazonas.example", "a@amazonses.com", "", "a@"]
)
def test_other_domains_are_neither(address: str) -> None:
    assert not pretends_amazon(address)
    assert not is_amazon(address)


def test_a_suffix_alone_is_not_enough() -> None:
    assert not is_relay("abc@evilmarketplace.amazon.de.example")
    assert not is_amazon("abc@notamazon.de")
    assert not is_relay("@marketplace.amazon.de")


@pytest.mark.parametrize(
    "local",
    [
        "no-reply-amazon-iba-buyer",
        "noreply",
        "DoNotReply",
        "do-not-reply",
        "postmaster",
    ],
)
def test_robots_of_the_relay_are_no_persons(local: str) -> None:
    assert is_no_reply(f"{local}@marketplace.amazon.it")
    assert not is_person(f"{local}@marketplace.amazon.it")


def test_the_suffix_names_the_case_and_not_the_buyer() -> None:
    address = f"Token123+{CASE.upper()}@marketplace.amazon.de"
    assert base_of(address) == "token123@marketplace.amazon.de"
    assert case_of(address) == CASE
    assert case_of("token+133a066e@marketplace.amazon.com") is None


def test_relay_addresses_are_found_in_text() -> None:
    text = "Write to ab+c@marketplace.amazon.co.uk. Not to x@marketplace.amazon.xyz!"
    assert relays_in(text) == ["ab+c@marketplace.amazon.co.uk"]
