"""Links outside Amazon, mailboxes and handles are found."""

import pytest

from inbox_assistant.policy.detectors.links import (
    find_emails,
    find_handles,
    find_links,
)
from inbox_assistant.policy.detectors.scene import Lore
from tests.policy_packs import detected_in, detections

LORE = Lore(carriers={"dhl.de": "DHL"}, ats=frozenset({"at"}), dots={"dot": None})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://www.example.com/a.", ["https://www.example.com/a"]),
        ("See amazon.com.example.ru", ["amazon.com.example.ru"]),
        ("See https://www.amazon.co.uk/dp/B000000000", []),
        ("See sellercentral.amazon.de", []),
        ("Track at https://www.dhl.de/x", []),
        ("See a.co/x or my.example", ["my.example"]),
        ("商品はwww.mug-shop.jpでも", ["www.mug-shop.jp"]),
        ("amazon.co.jpの注文履歴", []),
        ("It says XXX.VI.MMXXVI inside", []),
        ("See lamps.vi for more", ["lamps.vi"]),
    ],
)
def test_only_amazons_own_pages_may_be_linked(text: str, found: list[str]) -> None:
    assert detected_in(find_links({"own": ["a.co"]}, LORE), text) == found


def test_a_carriers_link_has_a_fix_that_keeps_the_number() -> None:
    detect = find_links({"only_carriers": True}, LORE)
    [link] = detections(detect, "See https://www.dhl.de/t?id=00340434161094000000 now")
    [fix] = link.fixes
    assert fix.replacement == "DHL (00340434161094000000)"
    [bare] = detections(detect, "See dhl.de now")
    assert bare.fixes[0].replacement == "DHL"
    assert detections(detect, "See example.com") == []


def test_a_mailbox_is_found_and_a_buyers_alias_is_not() -> None:
    detect = find_emails({}, LORE)
    assert detected_in(detect, "Mail anna@example.com now") == ["anna@example.com"]
    assert detected_in(detect, "Mail x1y2@marketplace.amazon.de now") == []


def test_a_handle_is_found_and_a_price_is_not() -> None:
    detect = find_handles({}, LORE)
    assert detected_in(detect, "We are @example_shop there") == ["@example_shop"]
    assert detected_in(detect, "We are @ anna_lamps") == ["@ anna_lamps"]
    assert detected_in(detect, "インスタの@lampyaなら") == ["@lampya"]
    assert detected_in(detect, "Two @ 3 EUR, @ab, anna@example.com, @amazon") == []


def test_somebody_called_dot_is_no_dot() -> None:
    detect = find_links({}, LORE)
    assert detected_in(detect, "Hi Dot, you are kind to ask") == []
    assert detected_in(detect, "see shop dot com") == ["shop dot com"]
