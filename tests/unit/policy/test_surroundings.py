"""A sentence is seen with what stands before it and where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.features import features_of
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.surroundings import (
    Surroundings,
    Written,
    signs_of,
    together,
)

TEXT = "Sorry about that. Use it within a month. Kind regards"


def test_each_sentence_knows_its_neighbour_and_its_place() -> None:
    spans = split_sentences(TEXT)
    written = Written(TEXT, spans, proactive=True, language="en")
    assert [written.sentence(at) for at in range(3)] == [
        "Sorry about that.",
        "Use it within a month.",
        "Kind regards",
    ]
    every = {"proactive": True, "language": "en"}
    assert [written.around(at) for at in range(3)] == [
        Surroundings("", first=True, last=False, **every),
        Surroundings("Sorry about that.", first=False, last=False, **every),
        Surroundings("Use it within a month.", first=False, last=True, **every),
    ]


def test_the_words_before_and_the_place_make_a_difference() -> None:
    inside = Surroundings("x", first=False, last=False)
    use, voucher, nothing = (
        signs_of(features_of(text)) for text in ("use it", "voucher", "")
    )
    alone = together(use, nothing, inside)
    behind = together(use, voucher, inside)
    assert alone < behind
    assert behind - alone == voucher.before
    assert together(use, nothing, Surroundings()) > alone
    assert together(use, nothing, inside._replace(proactive=True)) > alone


def test_what_words_mean_counts_as_words_do() -> None:
    plain = signs_of(["voucher"])
    meant = signs_of(["voucher", "#gift", "#gift free", "vouch*"])
    assert len(meant.own - plain.own) == 3
    assert len(meant.before - plain.before) == 1


def test_the_words_before_are_no_words_of_the_sentence() -> None:
    signs = signs_of(features_of("voucher"))
    assert signs.own
    assert signs.before
    assert not signs.own & signs.before


@given(st.text(max_size=80), st.text(max_size=80))
def test_signs_are_numbers_of_32_bits(text: str, before: str) -> None:
    seen = features_of(text), features_of(before)
    signs = together(*map(signs_of, seen), Surroundings(before))
    assert all(0 <= sign < 2**32 for sign in signs)
