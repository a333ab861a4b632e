"""A folded sentence is read word by word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.tokens import (
    clause_starts,
    has_ideographs,
    read_words,
    without_ideographs,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't use 5-star", ["don't", "use", "5-star"]),
        ("10% off 4.50 €", ["10", "%", "off", "4.50", "€"]),
        ("di$count p@ypal", ["di$count", "p@ypal"]),
        ("$20 us$", ["$", "20", "us", "$"]),
        ("first_name", ["first", "name"]),
        ("हमसे संपर्क", ["हमसे", "संपर्क"]),
        ("14.08.2027 10:30", ["14.08.2027", "10:30"]),
    ],
)
def test_words_numbers_and_signs_of_money_are_read(text: str, words: list[str]) -> None:
    assert read_words(text).words == words


def test_a_clause_begins_after_a_comma_or_a_bracket() -> None:
    text = "if so, review us (please do)"
    words = read_words(text)
    begins = [words.words[at] for at in sorted(clause_starts(text, words))]
    assert begins == ["if", "review", "please"]


def test_scripts_without_blanks_are_known() -> None:
    assert has_ideographs("レビュー")
    assert not has_ideographs("review")


def test_letters_that_need_no_blanks_make_room() -> None:
    assert without_ideographs("電話は03まで") == "   03  "


@given(st.text(st.sampled_from("a é…☄★☆☇\u303f\u3040ー\u3400一\u9fff豈\ufaff😊")))
def test_letters_that_need_no_blanks_are_told_from_all_others(text: str) -> None:
    wide = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u2605\u2606]")
    assert has_ideographs(text) == bool(wide.search(text))
    assert without_ideographs(text) == wide.sub(" ", text)
