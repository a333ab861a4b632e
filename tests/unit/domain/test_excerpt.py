"""A line shows as much of a text as it has room for."""

import pytest

from inbox_assistant.domain.excerpt import excerpt


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("on\n two\t lines ", "on two lines"),
        ("exactly ten+", "exactly ten+"),
        ("one letter too many", "one letter …"),
        ("x" * 1_000_000, "xxxxxxxxxxx…"),
        ("", ""),
    ],
)
def test_a_text_is_cut_to_one_line(text: str, shown: str) -> None:
    assert excerpt(text, 12) == shown
