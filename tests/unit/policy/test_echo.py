"""What a reply quotes from the buyer's message is told from its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.echo import quoted_from


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ('Please put "CALL US NOW" on the sign.', "Fine: “CALL US NOW” in black."),
        ("Quiero LLÁMENOS YA en el cartel", "De acuerdo: «LLÁMENOS YA» en negro."),
        ("看板に「今すぐお電話を」と入れたい", "「今すぐお電話を」で作ります。"),
        ("Bitte 'Ruf mich an!' gravieren", "Wir gravieren „Ruf mich an!“ gern."),
    ],
)
def test_words_of_the_buyer_in_quotation_marks_are_found(
    message: str, reply: str
) -> None:
    [(start, end)] = quoted_from(message, reply)
    assert reply[start] in "“«「„"
    assert reply[end - 1] in "”»」“"


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("Where is my parcel?", "Please “call us now” about it."),
        ("Please call us now", "Call us now, please."),
        ("", "It says “call us now”."),
        ("???", "It says “call us now” and “??”."),
    ],
)
def test_other_words_are_not(message: str, reply: str) -> None:
    assert quoted_from(message, reply) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_texts_give_stretches_of_the_reply(message: str, reply: str) -> None:
    for start, end in quoted_from(message, reply):
        assert 0 <= start < end <= len(reply)
