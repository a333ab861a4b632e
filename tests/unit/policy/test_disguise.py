"""Words written letter by letter are put together."""

import pytest

from inbox_assistant.policy.disguise import join_letters
from inbox_assistant.policy.tokens import read_words

KNOWN = {"five", "star", "review", "us", "whatsapp", "usreview"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a r e v i e w", ["a", "review"]),
        ("b a r e v i e w", ["b", "a", "r", "e", "v", "i", "e", "w"]),
        ("good r e v i e w", ["good", "review"]),
        ("f i v e s t a r r e v i e w", ["five", "star", "review"]),
        ("r.e.v.i.e.w us", ["review", "us"]),
        ("on w h a t s a p p now", ["on", "whatsapp", "now"]),
        ("my r e v i e w y us", ["my", "review", "y", "us"]),
        ("on i r e v i e w", ["on", "i", "review"]),
        ("a wh a t s a p p now", ["a", "whatsapp", "now"]),
        ("us r e v i e w", ["us", "review"]),
        ("my a b c d e", ["my", "a", "b", "c", "d", "e"]),
        ("sizes a b c d e", ["sizes", "a", "b", "c", "d", "e"]),
        ("r e v", ["r", "e", "v"]),
    ],
)
def test_letters_are_joined_where_they_spell_words(text: str, words: list[str]) -> None:
    assert join_letters(read_words(text), KNOWN.__contains__).words == words


def test_a_joined_word_spans_its_letters() -> None:
    joined = join_letters(read_words("my r e v i e w ok"), KNOWN.__contains__)
    assert (joined.starts, joined.ends) == ([0, 3, 15], [2, 14, 17])
