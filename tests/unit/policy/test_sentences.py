"""A text is cut into sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.sentences import LONGEST, split_sentences


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*."""
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Hi Anna,\nit is here.\n\nBye", ["Hi Anna,\nit is here.", "Bye"]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("It costs approx. 5 EUR.", ["It costs approx. 5 EUR."]),
        ("Call 020. 7946. 0958 now.", ["Call 020. 7946. 0958 now."]),
        ("Call O6 . 4I . I2 now.", ["Call O6 . 4I . I2 now."]),
        ("See shop . com today.", ["See shop . com today."]),
        ("発送しました。明日届きます。", ["発送しました。", "明日届きます。"]),
        ("Version 2.4 works.", ["Version 2.4 works."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text())
def test_nothing_but_blanks_is_left_out(text: str) -> None:
    spans = split_sentences(text)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_run_without_an_end_is_cut_so_that_it_stays_quick() -> None:
    spans = split_sentences("word " * 1000)
    assert all(end - start <= LONGEST for start, end in spans)
