"""A number that the buyer wrote is no way to reach the seller."""

import pytest

from inbox_assistant.policy.context import Context
from inbox_assistant.policy.given_back import is_given_back
from tests.policy_packs import shipped_engine


@pytest.mark.parametrize(
    "message",
    [
        "Put 0151 5550188 on the tag, please.",
        "tag: 0151/555-01-88",
        "01515550188",
        "Rex, (0151) 555 0188",
    ],
)
def test_a_number_is_known_again_however_it_is_grouped(message: str) -> None:
    assert is_given_back("0151 555 0188", message)


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("0151 555 0188", "Put 0151 555 0199 on the tag, please."),
        ("0151 555 0188", ""),
        ("12", "12 of them, please"),
    ],
)
def test_another_number_is_not_the_buyers(number: str, message: str) -> None:
    assert not is_given_back(number, message)


def test_only_the_buyers_own_number_may_be_given_back() -> None:
    asked = Context("Can the dog's tag say 07700 900123?", language="en")
    back = "Yes, the back will say 07700 900 123 and the front Rex."
    own = "Yes. You can reach us on 07700 900 456 as well."
    invited = "We will ring you on 07700 900123, or call us on that number."
    check = shipped_engine().check
    assert check(back, asked) == ()
    assert [item.category for item in check(own, asked)] == ["contact-details"]
    assert "contact-details" in [item.category for item in check(invited, asked)]
