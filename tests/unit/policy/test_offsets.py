"""Positions are counted as Qt counts them."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.offsets import utf16_offsets


def test_an_emoji_before_a_position_counts_twice() -> None:
    assert utf16_offsets("a😊b", [0, 1, 2, 3]) == (0, 1, 3, 4)


def test_plain_text_keeps_its_positions() -> None:
    assert utf16_offsets("straße", [0, 6]) == (0, 6)


@given(st.text(), st.data())
def test_a_position_is_the_length_of_the_encoded_text_before_it(
    text: str, data: st.DataObject
) -> None:
    point = data.draw(st.integers(0, len(text)))
    units = len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
    assert utf16_offsets(text, [point]) == (units,)
