"""Words are looked up once and remembered."""

from inbox_assistant.policy.compiler import Compiler
from inbox_assistant.policy.lexicon import MEMO, Lexicon, joined, opened
from inbox_assistant.policy.pattern import PatternReader


def lexicon() -> Lexicon:
    """Return a lexicon for two patterns."""
    reader, compiler = PatternReader({}), Compiler(usual={"review": 5})
    owner = compiler.add_owner()
    compiler.add_phrase(owner, reader.read("leave ~3 review"))
    compiler.add_phrase(owner, reader.read("coupon"))
    return Lexicon(compiler.finish())


def test_a_program_is_filed_under_its_rarest_word_and_opened_by_another() -> None:
    words = lexicon()
    leave, review, coupon = words.pieces(["leave", "review", "coupon"], words.memory)
    assert leave.seconds == review.gates == 1
    assert leave.partners == {0: ((0, 4, (0,)),)}
    assert coupon.alone == (1,)
    assert opened([leave, review]) == 1


def test_pieces_that_follow_each_other_become_one() -> None:
    words = lexicon()
    pieces = words.pieces(["coupon-review", "leave"], words.memory)
    whole = joined(pieces)
    assert whole.words == ("coupon-review", "leave")
    assert (whole.compounds, whole.alone, whole.seconds) == ((0,), (1,), 1)
    assert joined([]).words == ()


def test_a_full_memory_is_exchanged_and_the_old_one_stays_whole() -> None:
    words = lexicon()
    memory = words.memory
    words.pieces([f"word{number}" for number in range(MEMO)], memory)
    assert words.memory is not memory
    assert "word1" in memory.pieces
    assert not words.memory.pieces


def test_of_words_that_no_pattern_tells_apart_the_first_stands_for_all() -> None:
    words = lexicon()
    memory = words.memory
    first, second, other = words.pieces(["17", "2890", "leave"], memory)
    assert second is first
    assert first.words == ("17",)
    assert other.words == ("leave",)
    joined_up, plain = words.pieces(["so-called", "called"], memory)
    assert (joined_up.compounds, plain.compounds) == ((0,), ())
