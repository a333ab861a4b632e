"""Courtesy alone is told from anything more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.policy_packs import shipped_engine

THANKS = [
    "Thanks so much!",
    "Thank you, Anna!",
    "ok",
    "Perfect, thank you very much for your help.",
    "Vielen Dank!",
    "Alles klar, danke für die schnelle Antwort.",
]


@pytest.mark.parametrize("text", THANKS)
def test_thanks_alone_need_no_response(text: str) -> None:
    assert shipped_engine().courtesy.needs_no_response(text)


@pytest.mark.parametrize(
    "more",
    [
        "?",
        " But it is broken.",
        " The order is 123-4567890-1234567.",
        " Can you send the invoice",
        " Leider fehlt eine Schraube.",
        " I am still waiting.",
        " The blue one has 5000 scratches",
    ],
)
@pytest.mark.parametrize("text", THANKS)
def test_thanks_with_anything_more_need_one(text: str, more: str) -> None:
    assert not shipped_engine().courtesy.needs_no_response(text + more)


@given(st.text(min_size=1))
def test_a_question_mark_always_needs_a_response(text: str) -> None:
    assert not shipped_engine().courtesy.needs_no_response(f"Thanks {text}?")


def test_a_seller_who_only_thanks_says_nothing() -> None:
    courtesy = shipped_engine().courtesy
    assert courtesy.only_thanks("Dear Anna, thank you for your purchase!\nBest, Tom")
    assert not courtesy.only_thanks("Thank you! The lamp needs an E14 bulb.")
    assert not courtesy.only_thanks("")


def test_a_sentence_that_opens_with_thanks_is_known() -> None:
    assert shipped_engine().courtesy.opens_with_thanks("Thank you very much")
    assert not shipped_engine().courtesy.opens_with_thanks("Thanks, but it leaks")


@pytest.mark.parametrize(
    "text",
    [
        "Van de 6 glazen waren er 2 aan scherven",
        "Bana başkasının paketi geldi",
    ],
)
def test_a_report_without_a_word_that_brakes_needs_a_response(text: str) -> None:
    assert shipped_engine().read_topics(text).needs_response
