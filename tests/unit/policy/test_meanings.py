"""Words of all languages share their meanings."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.meanings import (
    Meanings,
    meaning_signs,
    meaning_signs_before,
)

MEANINGS = Meanings(
    {
        "en": "review* 1\nfeedback 1\nplease 2\nleave 3\nleave 4",
        "de": "*bewertung* 1\nbitte 2\n*gabe 5\ngab* 6",
        "ja": "レビュー 1\nレビューを 7\nお願い 2",
    }
)


def test_a_word_means_the_same_in_every_language() -> None:
    assert MEANINGS.read("please leave reviews", "en") == [(2,), (3, 4), (1,)]
    assert MEANINGS.read("produktbewertungen bitte", "de") == [(1,), (2,)]
    assert MEANINGS.read("レビューお願い", "ja") == [(1,), (2,)]


def test_a_form_is_a_whole_word_a_beginning_an_end_or_a_part() -> None:
    assert MEANINGS.read("feedbacks", "en") == []
    assert MEANINGS.read("reviewers", "en") == [(1,)]
    assert MEANINGS.read("angabe", "de") == [(5,)]
    assert MEANINGS.read("gabe", "de") == [(5, 6)]


def test_the_longest_form_counts_where_nothing_is_between_words() -> None:
    assert MEANINGS.read("のレビューをお願いします", "ja") == [(7,), (2,)]


def test_numbers_and_telling_signs_mean_something_everywhere() -> None:
    number, question, percent = MEANINGS.read("12 ? %", "en")
    assert MEANINGS.read("7?", "de") == [number, question]
    assert len({number, question, percent}) == 3


def test_words_of_a_language_that_is_not_known_mean_nothing() -> None:
    assert MEANINGS.read("please", "hi") == []
    assert MEANINGS.read("please", None) == []


def test_neighbours_count_in_their_order_and_only_in_the_sentence_itself() -> None:
    one, two = set(meaning_signs([(1,), (2,)])), set(meaning_signs([(2,), (1,)]))
    alone = set(meaning_signs([(1,)])) | set(meaning_signs([(2,)]))
    assert alone < one
    assert alone < two
    assert one != two
    before = list(meaning_signs_before([(1,), (2,), (1,)]))
    assert len(before) == len(set(before)) == 2
    assert not one & set(before)


@given(st.text(max_size=60), st.sampled_from(["en", "de", "ja", "xx", None]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    for several in MEANINGS.read(text, language):
        assert several
    signs = meaning_signs(MEANINGS.read(text, language))
    assert all(0 <= sign < 2**32 for sign in signs)
