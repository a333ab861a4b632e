"""A sentence is laid out by its words, or by its letters."""

from inbox_assistant.policy.compiler import Compiler
from inbox_assistant.policy.grid import LetterGrid, WordGrid
from inbox_assistant.policy.lexicon import Memory, Piece
from inbox_assistant.policy.sieve import Groups, Row
from inbox_assistant.policy.tokens import read_words

NOTHING = Compiler().finish()


def test_a_word_grid_knows_what_fills_each_place() -> None:
    words = read_words("leave a review")
    memory = Memory()
    memory.fillers = {1: {"leave"}, 2: {"review"}}
    row = Row([Piece((word,)) for word in words.words], memory)
    grid = WordGrid("leave a review", words, row, Groups(NOTHING))
    assert grid.spots(2) == [(2, 3)]
    assert grid.fills(0, 1)
    assert not grid.fills(-1, 1)
    assert grid.characters((1, 3)) == (6, 14)
    assert grid.everywhere() == [(0, 1), (1, 2), (2, 3)]


def test_a_letter_grid_does_not_count_blanks() -> None:
    grid = LetterGrid("レ ビュー", {5: [(0, 4)]}, Groups(NOTHING))
    assert grid.count == 4
    assert grid.characters((0, 4)) == (0, 5)
    assert grid.fills(0, 5)
    assert grid.begins() == frozenset({0})
