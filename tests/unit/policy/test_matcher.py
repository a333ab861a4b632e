"""Sentences are compared with every pattern of every owner."""

from inbox_assistant.policy.compiler import Compiler
from inbox_assistant.policy.lexicon import MEMO
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.pattern import PatternReader
from inbox_assistant.policy.tokens import read_words


def matcher() -> Matcher:
    """Return a matcher with four owners."""
    reader, compiler = PatternReader({}), Compiler()
    plain = compiler.add_owner()
    compiler.add_phrase(plain, reader.read("leave ~3 review"))
    compiler.add_guard(plain, reader.read("we ~1 review"))
    asks = compiler.add_owner(question=True)
    compiler.add_phrase(asks, reader.read("review"))
    both = compiler.add_owner()
    compiler.add_together(both, [reader.read("gift"), reader.read("review")], 6)
    denied = compiler.add_owner()
    compiler.add_phrase(denied, reader.read("call|ring ~2 us|you"))
    compiler.add_denial(denied, reader.read("we|i (cannot|never)"))
    return Matcher(compiler.finish())


def owners(text: str, *, question: bool = False) -> list[int]:
    """Return the owners that hit in *text*."""
    hits = matcher().hits(text, read_words(text), question=question)
    return sorted(hit.owner for hit in hits)


def test_an_owner_hits_where_its_pattern_matches() -> None:
    assert owners("please leave a review") == [0]


def test_a_guard_silences_its_owner_in_the_sentence() -> None:
    assert owners("please leave a review while we review") == []


def test_some_owners_hit_in_questions_only() -> None:
    assert owners("a review", question=True) == [1]
    assert owners("a review") == []


def test_words_that_belong_together_may_stand_in_any_order() -> None:
    assert owners("a review gets a gift") == [2]
    assert owners("a gift for the review") == [2]
    assert owners("a gift a b c d e f g review") == []


def test_a_full_memory_is_emptied_and_nothing_is_lost() -> None:
    one = matcher()
    text = " ".join(f"word{number}" for number in range(MEMO + 10)) + " leave review"
    assert [hit.owner for hit in one.hits(text, read_words(text))] == [0]


def test_it_knows_the_words_that_rules_ask_for() -> None:
    assert matcher().knows("review")
    assert not matcher().knows("lamp")


def test_a_hit_right_behind_a_denial_is_taken_back() -> None:
    assert owners("we cannot ring you") == []
    assert owners("i never simply call you") == []


def test_a_denial_elsewhere_in_the_sentence_takes_nothing_back() -> None:
    assert owners("we cannot help here, call us") == [3]
    assert owners("call us, for i cannot see it") == [3]
