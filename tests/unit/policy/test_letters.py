"""Pieces of text are found where words are not parted by blanks."""

from inbox_assistant.policy.letters import Letters
from inbox_assistant.policy.programs import pack_numbers


def test_pieces_are_found_wherever_they_stand() -> None:
    letters = Letters(
        {"評価": pack_numbers([1]), "価": pack_numbers([2]), "line": pack_numbers([3])}
    )
    assert letters.spots("高評価をlineで") == {1: [(1, 3)], 2: [(2, 3)], 3: [(4, 8)]}


def test_a_latin_word_is_not_cut_out_of_a_longer_one() -> None:
    assert Letters({"line": pack_numbers([3])}).spots("onlineで") == {}
