"""A sentence is seen with what stands before it and where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.surroundings import (
    Surroundings,
    signs_of,
    surroundings_of,
)

TEXT = "Sorry about that. Use it within a month. Kind regards"


def test_each_sentence_knows_its_neighbour_and_its_place() -> None:
    spans = split_sentences(TEXT)
    found = [
        surroundings_of(TEXT, spans, at, proactive=False) for at in range(len(spans))
    ]
    assert found == [
        Surroundings("", first=True, last=False),
        Surroundings("Sorry about that.", first=False, last=False),
        Surroundings("Use it within a month.", first=False, last=True),
    ]


def test_the_words_before_and_the_place_make_a_difference() -> None:
    inside = Surroundings("x", first=False, last=False)
    alone = signs_of("use it", "", inside)
    behind = signs_of("use it", "voucher", inside)
    assert alone < behind
    assert behind - alone == signs_of("", "voucher", inside)
    assert signs_of("use it", "", Surroundings()) > alone
    assert signs_of("use it", "", inside._replace(proactive=True)) > alone


def test_the_words_before_are_no_words_of_the_sentence() -> None:
    where = Surroundings("x", first=False, last=False)
    assert not signs_of("voucher", "", where) & signs_of("", "voucher", where)


@given(st.text(max_size=80), st.text(max_size=80))
def test_signs_are_numbers_of_32_bits(text: str, before: str) -> None:
    signs = signs_of(text, before, Surroundings(before))
    assert all(0 <= sign < 2**32 for sign in signs)
