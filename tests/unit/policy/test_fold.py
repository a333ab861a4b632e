"""A text is folded, and every stretch finds its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.fold import fold, fold_text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("REVIEW", "review"),
        ("Größe Straße", "grosse strasse"),
        ("ｒｅｖｉｅｗ", "review"),
        ("𝐫𝐞𝐯𝐢𝐞𝐰", "review"),
        ("rеviеw", "review"),
        ("re\u200bvi\u00adew", "review"),
        ("r̶e̶v̶i̶e̶w̶", "review"),
        ("İstanbul ışık", "istanbul isik"),
        ("Łódź coûte ñandú", "lodz coute nandu"),
        ("١٢٣", "123"),
        ("1️⃣", "1"),
        ("🅰", "a"),
        ("ｶﾞ ガ か\u3099", "ガ ガ が"),
        ("السّلام", "السلام"),
        ("\u00a0", " "),
    ],
)
def test_what_a_reader_does_not_mind_is_folded_away(written: str, folded: str) -> None:
    assert fold_text(written) == folded


def test_vowel_signs_of_devanagari_stay() -> None:
    assert fold_text("अनुवाद") == "अनुवाद"


def test_a_stretch_takes_the_marks_of_its_last_letter_with_it() -> None:
    text = "a re\u0301\u0302 b"
    assert fold(text).span(2, 4) == (2, 6)


def test_a_stretch_within_what_one_character_became_is_that_character() -> None:
    assert fold("a㌖b").span(3, 5) == (1, 2)


@given(st.text())
def test_the_whole_of_a_folded_text_is_the_whole_of_its_source(text: str) -> None:
    folded = fold(text)
    if folded.text:
        start, end = folded.span(0, len(folded.text))
        assert end == len(text)
        assert fold_text(text[:start]) == ""


@given(st.text(min_size=1), st.data())
def test_every_stretch_lies_within_the_source(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)


@given(st.text(alphabet="abcäöüéñçøßЖ中か1 "))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


def test_a_blessing_in_one_sign_stays_one_sign() -> None:
    assert fold_text("\ufdfa\ufdfb") == "\ufdfa\ufdfb"
    assert fold_text("㌖") == fold_text("キロメートル")
