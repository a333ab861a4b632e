"""Unfilled slots are found."""

import pytest

from inbox_assistant.policy.detectors.scene import Lore
from inbox_assistant.policy.detectors.slots import find_placeholders
from tests.policy_packs import detected_in

DETECT = find_placeholders(
    {"words": ["name", "order", "id"], "orders": ["insert"]}, Lore()
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dear {name},", "{name}"),
        ("Dear {{customer_first_name}},", "{{customer_first_name}}"),
        ("It costs ${amount} now", "${amount}"),
        ("Dear [BUYER NAME],", "[BUYER NAME]"),
        ("Dear [name],", "[name]"),
        ("Your <order id> is", "<order id>"),
        ("Dear <KUNDNAMN>,", "<KUNDNAMN>"),
        ("Hi %FIRSTNAME%,", "%FIRSTNAME%"),
        ("It comes on XXX", "XXX"),
        ("On ____ we", "____"),
        ("(insert name) is", "(insert name)"),
        ("*|FNAME|* hello", "*|FNAME|*"),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum dolor sit amet."),
        ("[[name]] hi", "[[name]]"),
    ],
)
def test_a_slot_is_found(text: str, found: str) -> None:
    assert found in detected_in(DETECT, text)


@pytest.mark.parametrize(
    "text",
    [
        "Sizes XXL and XXXL",
        "<STRONG>Cold pressed</STRONG>",
        "20 % wool, 80 % cotton",
        "Shelf [A] holds [B]",
        "Press <Enter>",
        "The name (see the order) fits",
        "It costs $20",
        "The ring says XXX.VI.MMXXVI",
        "The keys {」「} are on the right",
    ],
)
def test_an_honest_bracket_is_not(text: str) -> None:
    assert detected_in(DETECT, text) == []
