"""Papers that leave the desk name no buyer, and keep what Amazon asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.masking import masked_name, masked_text


@pytest.mark.parametrize(
    ("name", "masked"),
    [("Anna Meier", "A… M…"), ("Zoë", "Z…"), ("", "—"), (None, "—"), ("  ", "—")],
)
def test_a_name_becomes_its_letters(name: str | None, masked: str) -> None:
    assert masked_name(name) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Write to anna@example.com, please.", "Write to …, please."),
        ("Order 302-1234567-7654321 is late.", "Order 302-1234567-7654321 is late."),
        ("Call +44 20 7946 0000 now.", "Call … now."),
        ("See https://example.com/x?y=1 there.", "See … there."),
        ("In 2026 I bought 3 lids.", "In 2026 I bought 3 lids."),
        ("Regards, ANNA meier. Annabel too.", "Regards, A… M…. Annabel too."),
    ],
)
def test_what_names_a_buyer_is_left_out(text: str, masked: str) -> None:
    assert masked_text(text, ["Anna Meier"]) == masked


@given(st.text(), st.lists(st.text(max_size=8), max_size=3))
def test_no_text_and_no_name_breaks_it(text: str, names: list[str]) -> None:
    assert "@example.com" not in masked_text(f"{text} a@example.com", names)
