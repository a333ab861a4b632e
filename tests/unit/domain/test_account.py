"""Accounts are written down as plain values and read back with care."""

import pytest

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InputError

SHOP = Account("shop", "service@shop.example", read_host="imap.shop.example")


def test_what_was_written_down_is_read_back_the_same() -> None:
    assert Account.from_values(SHOP.as_values()) == SHOP


def test_a_later_version_may_have_written_more() -> None:
    values = {**SHOP.as_values(), "colour": "green"}
    assert Account.from_values(values) == SHOP


def test_no_field_can_hold_a_password() -> None:
    assert not any("password" in name or "secret" in name for name in SHOP.as_values())


def test_the_address_signs_in_unless_another_name_is_set() -> None:
    assert SHOP.sign_in_name == "service@shop.example"
    other = Account("shop", "service@shop.example", user="shop-1")
    assert other.sign_in_name == "shop-1"


def test_an_account_without_an_address_is_refused() -> None:
    with pytest.raises(InputError, match="lacks a name or an address"):
        Account.from_values({"name": "shop"})


@pytest.mark.parametrize(
    ("name", "value"),
    [("read_port", "993"), ("read_port", True), ("files_sent", 1), ("address", None)],
)
def test_a_value_of_another_type_is_refused_by_its_name(
    name: str, value: object
) -> None:
    with pytest.raises(InputError, match=f"The account's {name} is not usable"):
        Account.from_values({**SHOP.as_values(), name: value})
