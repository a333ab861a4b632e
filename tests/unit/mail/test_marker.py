"""Amazon's markers are recognised by their dashes."""

import pytest

from inbox_assistant.mail.marker import markers, own_lines, runs_of

D = "-" * 13


@pytest.mark.parametrize(
    "line",
    [
        f"{D} Message: {D}",
        f"{D} Message:  {D}",
        f"{D} Message : {D}",
        f"{D}Nachricht:{D}",
        f"{D} Message:",
        f"\u200f{D} الرسالة: {D}\u200f",
        f"{D} メッセージ\uff1a {D}",
        "\u2014" * 13 + " Message: " + "\u2014" * 13,
    ],
)
def test_an_opening_marker_has_a_colon(line: str) -> None:
    (found,) = markers([line])
    assert found.has_colon


def test_a_closing_marker_has_none() -> None:
    (found,) = markers([f"  {D} Fin du message {D} "])
    assert not found.has_colon


@pytest.mark.parametrize(
    "line",
    [
        "-" * 40,
        f"{D} 123 {D}",
        f"> {D} Message: {D}",
        f"{D} " + "x" * 80 + f" {D}",
        "a",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert markers([line]) == []


def test_shorter_dashes_count_only_where_no_full_ones_are() -> None:
    short = "----- A message -----"
    assert len(markers([short])) == 1
    assert [one.index for one in markers([short, f"{D} Message: {D}"])] == [1]


def test_markers_within_a_line_get_a_line_of_their_own() -> None:
    lines = own_lines(f"a {D} Message: {D} words {D} End message {D} b")
    assert lines == ["a", f"{D} Message: {D}", "words", f"{D} End message {D}", "b"]


def test_quoted_lines_stay_whole() -> None:
    line = f"> a {D} Message: {D} b"
    assert own_lines(line) == [line]


def test_markers_with_only_blanks_between_form_one_run() -> None:
    lines = [
        f"{D} Begin message {D}",
        "",
        f"{D} Début du message {D}",
        "x",
        f"{D} E {D}",
    ]
    runs = runs_of(markers(lines), lines)
    assert [[one.index for one in run] for run in runs] == [[0, 2], [4]]
