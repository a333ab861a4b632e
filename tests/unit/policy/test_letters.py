"""Pieces of text are found where words are not parted by blanks."""

from inbox_assistant.policy.letters import Letters


def test_pieces_are_found_wherever_they_stand() -> None:
    letters = Letters({"評価": (1,), "価": (2,), "line": (3,)})
    assert letters.spots("高評価をlineで") == {1: [(1, 3)], 2: [(2, 3)], 3: [(4, 8)]}


def test_a_latin_word_is_not_cut_out_of_a_longer_one() -> None:
    assert Letters({"line": (3,)}).spots("onlineで") == {}
    assert not Letters({})
