"""A learned model sees words, pairs of words, beginnings, and runs of signs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.features import (
    MOST_CHARACTERS,
    clauses_of,
    features_of,
    is_ideographic,
    pieces,
)

WIDE = "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
TEXTS = st.text(st.sampled_from("aé_ ?%★々あア一龥豈￿\u303f\u3400") | st.characters())


def test_a_word_counts_by_itself_with_the_one_before_and_by_its_beginnings() -> None:
    assert list(features_of("my parcel")) == ["my", "parcel", "my parcel", *(
        "par*", "parc*", "parce*",
    )]  # fmt: skip


def test_a_feature_knows_where_it_stands_first() -> None:
    found = features_of("where, where is it")
    assert found["where"] == (0, 5)
    assert found["is it"] == (13, 18)


def test_which_digits_there_are_is_no_matter() -> None:
    assert features_of("order 123") == features_of("order 987")


def test_a_script_without_blanks_counts_by_runs_of_up_to_four_signs() -> None:
    found = features_of("荷物まだ?")
    assert {"荷", "荷物", "荷物まだ", "まだ", "?"} <= found.keys()
    assert found["まだ"] == (2, 4)


def test_a_question_mark_counts() -> None:
    assert "?" in features_of("ok?")


def test_a_long_message_costs_no_more_than_its_first_part() -> None:
    assert features_of("word " * MOST_CHARACTERS) == features_of(
        ("word " * MOST_CHARACTERS)[:MOST_CHARACTERS]
    )


def test_clauses_are_parted_by_commas_and_colons_too_and_are_folded() -> None:
    assert clauses_of("Danke, aber: der HENKEL ist ab! :)") == [
        "danke",
        " aber",
        " der henkel ist ab!",
    ]


@given(st.text(max_size=200))
def test_any_text_has_features_within_it(text: str) -> None:
    for start, end in features_of(text).values():
        assert 0 <= start < end <= len(text)


@given(TEXTS)
def test_words_are_the_same_whether_or_not_there_are_ideographs(text: str) -> None:
    wide = re.compile(rf"[{WIDE}]+|[^\W_{WIDE}]+|[?%★]")
    assert pieces(text, "?%★").findall(text) == wide.findall(text)


@pytest.mark.parametrize("sign", ["々", "\u3040", "ー", "\u30ff", "一", "\u9fff", "豈"])
def test_signs_written_without_blanks_are_ideographic(sign: str) -> None:
    assert is_ideographic(sign)


@given(st.characters())
def test_a_sign_is_ideographic_within_its_ranges_alone(sign: str) -> None:
    assert is_ideographic(sign) == bool(re.match(f"[{WIDE}]", sign))
