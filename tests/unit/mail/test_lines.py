"""Lines are compared without the signs that nobody sees."""

from inbox_assistant.mail.lines import (
    is_blank,
    is_quoted,
    plain_line,
    without_outer_blanks,
)


def test_direction_marks_dashes_and_wide_signs_are_made_plain() -> None:
    assert plain_line("\u200f\u2014\u2014 رسالة\uff1a \u2212\u00a0") == "-- رسالة: -"


def test_quote_signs_are_recognised_at_the_start_alone() -> None:
    assert is_quoted("> a")
    assert is_quoted("  >a")
    assert is_quoted("\uff1e a")
    assert not is_quoted("a > b")
    assert not is_quoted("      > far in")


def test_a_line_of_invisible_signs_is_blank() -> None:
    assert is_blank(" \u00a0\u200b\ufeff")
    assert not is_blank(".")


def test_only_outer_blank_lines_are_removed() -> None:
    assert without_outer_blanks(["", " ", "  a", "", "b ", ""]) == ["  a", "", "b "]
    assert without_outer_blanks(["", " "]) == []
