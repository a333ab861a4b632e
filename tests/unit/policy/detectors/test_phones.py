"""Telephone numbers are told from other numbers."""

import pytest

from inbox_assistant.policy.detectors.phones import find_phones
from inbox_assistant.policy.detectors.scene import Lore
from tests.policy_packs import detected_in

DIGITS = {"zero": "0", "oh": "0", "one": "1", "two": "2", "four": "4", "five": "5"}
LORE = Lore(
    digits=DIGITS | {"three": "3", "six": "6", "seven": "7", "nine": "9"},
    doubles=frozenset({"double"}),
    phone=frozenset({"call", "phone", "whatsapp", "numero"}),
    other=frozenset({"order", "tracking", "part", "追跡", "numero", "seur"}),
)
DETECT = find_phones({"regions": ["DE", "GB", "US", "ES", "IN"]}, LORE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring +49 30 5550 1234 now", "+49 30 5550 1234"),
        ("Ring 0049 30 5550 1234 now", "0049 30 5550 1234"),
        ("We are at (512) 555-0192", "(512) 555-0192"),
        ("Ours is 512.555.0192.", "512.555.0192"),
        ("Just 555-0192", "555-0192"),
        ("It is 020 7946 0958", "020 7946 0958"),
        ("Call 07700900123", "07700900123"),
        ("Call 0 2 0 7 9 4 6 0 9 5 8", "0 2 0 7 9 4 6 0 9 5 8"),
        ("Call O2O 7946 O958", "O2O 7946 O958"),
        (
            "It is zero two zero seven nine four six",
            "zero two zero seven nine four six",
        ),
        ("oh two oh, double seven, nine four", "oh two oh, double seven, nine four"),
        ("five-five-five zero-one-nine-two", "five-five-five zero-one-nine-two"),
        ("Ring +９１ 98765 01234", "+９１ 98765 01234"),
        ("zero four, 55 nine six, 08", "zero four, 55 nine six, 08"),
        ("7six6, then five5five", "7six6, then five5five"),
        ("z e r o four seven two one nine", "z e r o four seven two one nine"),
        ("Call 6O1-22-33-4I4", "6O1-22-33-4I4"),
        ("Call me 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣", "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣"),
        ("Zadzwoń 612 345 678", "612 345 678"),
        ("電話は03-1234-5678まで", "03-1234-5678"),
        ("UK 020 7946 0958 is ours", "020 7946 0958"),
        ("Call 00493055501234", "00493055501234"),
    ],
)
def test_a_telephone_number_is_found(text: str, found: str) -> None:
    assert detected_in(DETECT, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Your order 123-4567890-1234567 is here",
        "The EAN is 4006381333931",
        "It was 12.03.2026 and 2026-03-12",
        "Between 10:30 and 11:45",
        "It weighs 12 500 g",
        "It costs 1.299,00 EUR",
        "Tracking 0034 0434 1610 9400 0000",
        "DPD 15502384417620 shows it",
        "Part number 020 7946 0958",
        "Size 120 x 60 x 75 cm",
        "The years 2019-2024",
        "One two three go",
        "Sizes one, two, 3 and 40-42",
        "The B7one and the 5five4",
        "Model B07VN3QK8D",
        "追跡番号は4012-3456-7890です",
        "It fits the L2730 en L2750.",
        "By post, numero GA 300114820.",
        "Numero CE 118 220 347 IE, so it is on its way",
        "It is the 1Z 88A 0F7 03 1122 4409, by UPS",
        "The numero is 1122-3344-5566",
        "Lettre, numero 1L04688173926",
        "Sent as 00370724512345",
    ],
)
def test_another_number_is_not(text: str) -> None:
    assert detected_in(DETECT, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Salio con SEUR, numero 12345678901.", []),
        ("Nuestro numero es 612345678.", ["612345678"]),
        ("Por su order, nuestro numero es 020 7946 0958", ["020 7946 0958"]),
    ],
)
def test_a_word_for_both_kinds_leaves_it_to_the_one_before(
    text: str, found: list[str]
) -> None:
    assert detected_in(DETECT, text) == found
