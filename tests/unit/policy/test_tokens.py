"""A folded sentence is read word by word."""

import pytest

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
