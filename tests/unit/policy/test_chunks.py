"""What stands between blanks is known as the sentence's words are."""

from hypothesis import given
from hypothesis import settings as tuned
from hypothesis import strategies as st

from inbox_assistant.policy.chunks import (
    COUNTS,
    IDEOGRAPHS,
    SCRIPT,
    STOP,
    WORDLESS,
    Chunks,
)
from inbox_assistant.policy.disguise import join_letters
from inbox_assistant.policy.evidence import DIGITS, MARKS, WORDS, count_in
from inbox_assistant.policy.reading import words_of
from inbox_assistant.policy.tokens import has_ideographs
from tests.policy_packs import shipped_engine

SIGNS = "ab e'-.,:;!?@$%_*12１İßéñ\u200b\u0301\u00a0\u2800 \n😊’“[](){}/#ﷺ\u0627\u093f"


def chunks() -> Chunks:
    """Return the memory of the shipped engine's reader."""
    return shipped_engine()._reader._chunks


@given(st.one_of(st.text(SIGNS), st.text()))
@tuned(max_examples=400)
def test_chunks_hold_the_words_of_the_text_they_make_up(text: str) -> None:
    _, words = words_of(text)
    known = chunks()
    pieces = known._lexicon.pieces(words.words, known.memory)
    # A word is held by that one which stands for all that fill the same slots.
    standing = [word for piece in pieces for word in piece.words]
    held = [word for part in text.split() for word in known[part].words]
    assert has_ideographs(text) or held == standing
    assert join_letters(words, lambda _: False) is words or len(words.words) >= 4


def test_a_chunk_says_what_is_to_be_done() -> None:
    known = chunks()
    assert known["it."].flags & STOP
    assert not known["it.x"].flags & STOP
    assert known["评价"].flags & IDEOGRAPHS
    assert known["评价"].flags & SCRIPT
    assert known["–"].flags & WORDLESS
    assert known["a1!!"].flags & COUNTS
    evidence = known["a1!!"].evidence
    assert [count_in(evidence, lane) for lane in (WORDS, DIGITS, MARKS)] == [1, 1, 2]


def test_a_long_chunk_is_not_remembered() -> None:
    known = chunks()
    assert len(known["x" * 500].words) == 1
    assert "x" * 500 not in known
