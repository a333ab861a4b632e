"""Numbers of cards and accounts are told from parcels'."""

import pytest

from inbox_assistant.policy.detectors.accounts import find_accounts, find_cards
from inbox_assistant.policy.detectors.scene import Lore
from tests.policy_packs import detected_in

LORE = Lore(other=frozenset({"tracking", "ean"}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("card 4111 1111 1111 1111 (08/27)", ["4111 1111 1111 1111"]),
        ("card 4111-1111-1111-1111", ["4111-1111-1111-1111"]),
        ("card 5500005555555559 ok", ["5500005555555559"]),
        ("card 3782 822463 10005", ["3782 822463 10005"]),
        ("number 4111111111111112", []),
        ("tracking 4111 1111 1111 1111", []),
        ("card ending 1234", []),
        ("カード4111 1111 1111 1111に", ["4111 1111 1111 1111"]),
    ],
)
def test_a_card_number_is_found(text: str, found: list[str]) -> None:
    assert detected_in(find_cards({}, LORE), text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("to DE89 3704 0044 0532 0130 00 now", ["DE89 3704 0044 0532 0130 00"]),
        ("to NL91ABNA0417164300", ["NL91ABNA0417164300"]),
        ("yours is 078-05-1120", ["078-05-1120"]),
        ("model DE89-3704 fits", []),
        ("order 123-4567890-1234567", []),
    ],
)
def test_an_account_is_found(text: str, found: list[str]) -> None:
    assert detected_in(find_accounts({}, LORE), text) == found
