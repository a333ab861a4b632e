"""Words of all languages share their meanings."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.features import features_of
from inbox_assistant.policy.meanings import (
    NONE,
    Meanings,
    load_meanings,
    read_meanings,
    write_meanings,
)
from inbox_assistant.policy.sealed import DamagedError

NAMES = ("review", "please", "leave", "present", "money")
WRITTEN = {
    "en": "review* 0\nfeedback 0\nplease 1\nleave 2\nleave 3",
    "de": "*bewertung* 0\nbitte 1\n*gabe 3\ngab* 4",
    "ja": "レビュー 0\nレビューを 3\nお願い 1",
}
MEANINGS = Meanings(NAMES, WRITTEN)


def meant(text: str, language: str | None) -> list[str]:
    """Return the features of *text* that are meanings, in their order."""
    return [one for one in MEANINGS.features_of(text, language) if one.startswith("#")]


def test_a_word_means_the_same_in_every_language() -> None:
    assert meant("feedback please", "en") == ["#review", "#please", "#review please"]
    assert meant("produktbewertung, bitte", "de") == meant("feedback please", "en")
    assert meant("お願い", "ja") == ["#please"]


def test_a_form_is_a_whole_word_a_beginning_an_end_or_a_part() -> None:
    assert meant("feedbacks", "en") == []
    assert meant("reviewers", "en") == ["#review"]
    assert meant("angabe", "de") == ["#present"]
    assert meant("gabe", "de") == ["#money", "#present"]


def test_the_longest_form_counts_where_nothing_is_between_words() -> None:
    assert meant("のレビューをお願いします", "ja")[:2] == ["#present", "#please"]


def test_numbers_and_telling_signs_mean_something_everywhere() -> None:
    assert meant("12 ? %", "en") == ["#0", "#?", "#0 ?", "#%", "#? %"]
    assert meant("7?", "de")[:2] == ["#0", "#?"]


def test_neighbours_count_in_their_order() -> None:
    assert "#please review" in meant("please, some kind review", "en")
    assert "#review please" not in meant("please, some kind review", "en")


def test_meanings_stand_where_their_words_stand() -> None:
    found = MEANINGS.features_of("kind feedback please", "en")
    assert found["#review"] == (5, 13)
    assert found["#review please"] == (5, 20)
    assert features_of("kind feedback please").items() <= found.items()


def test_words_of_a_language_that_is_not_known_mean_nothing() -> None:
    assert meant("please", "hi") == meant("please", None) == []
    assert NONE.features_of("please", "en") == features_of("please")


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "words.meanings"
    path.write_bytes(write_meanings(NAMES, WRITTEN))
    found = load_meanings(path)
    text = "bitte eine bewertung"
    assert found.features_of(text, "de") == MEANINGS.features_of(text, "de")


def test_a_missing_or_damaged_file_means_nothing(tmp_path: Path) -> None:
    path = tmp_path / "words.meanings"
    assert load_meanings(path) is NONE
    content = write_meanings(NAMES, WRITTEN)
    path.write_bytes(content.replace(b"please", b"plaese"))
    assert load_meanings(path) is NONE
    with pytest.raises(DamagedError):
        read_meanings(content[:-1])


@given(st.text(max_size=60), st.sampled_from(["en", "de", "ja", "xx", None]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    found = MEANINGS.features_of(text, language)
    assert all(0 <= start < end <= len(text) for start, end in found.values())
