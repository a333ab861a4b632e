"""Patterns are read, and those that are not patterns are refused with a reason."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.pattern import PatternError, PatternReader
from tests.policy_packs import found_in

CLASSES: dict[str, str | list[str]] = {
    "coupon": ["coupon{,s}|voucher*", "promo|discount code{,s}"],
    "give": "use|enter",
}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("review", "Please REVIEW it", ["review"]),
        ("leave ~2 review", "leave us a review", ["leave us a review"]),
        ("leave ~2 review", "leave us a good honest review", []),
        ("review{,s,ed}", "reviewed", ["reviewed"]),
        ("bewert*", "Bewertungen", ["bewertungen"]),
        ("*bewertung", "Kundenbewertung", ["kundenbewertung"]),
        ("*bewertung*", "Kundenbewertungen", ["kundenbewertungen"]),
        ("whatsapp~", "on watsapp", ["watsapp"]),
        ("whatsapp~", "on whatspap", ["whatspap"]),
        ("@give ~3 @coupon", "use the discount code", ["use the discount code"]),
        ("@give ~3 @coupon", "enter your vouchers", ["enter your vouchers"]),
        ("(five star|top) review", "a five star review", ["five star review"]),
        ("(by|over phone | in person)", "over phone", ["over phone"]),
        ("get_in_touch|write", "get in touch", ["get in touch"]),
        ("the? review", "the review", ["the review"]),
        ("leave (a big)? review", "leave a big review", ["leave a big review"]),
        ("^ review us", "So, review us", ["review us"]),
        ("^ review us", "We review us", []),
        ("review us $", "Review us.", ["review us"]),
        ("review us $", "Review us now.", []),
        ("!we review", "we review", []),
        ("!we review", "please review", ["review"]),
        ("review !of us", "review of us", []),
        ("# % off", "take 15% off", ["15 % off".replace(" %", "%")]),
        ("code #code", "code SAVE10", ["code save10"]),
        ("two for usd|$|€ #", "two for $29", ["two for $29"]),
        ("5 sterne bewertung", "eine 5-Sterne-Bewertung", ["5-sterne-bewertung"]),
        ("avis", "l'avis", ["l'avis"]),
        ("dont", "don't", ["don't"]),
        ("grösse", "Groesse Größe Grosse", ["groesse", "grosse"]),
        ("leave * review", "leave one review", ["leave one review"]),
        ("レビュー ~4 お願い", "レビューをお願いします", ["レビューをお願い"]),
        ("line ~3 追加", "LINEに追加", ["lineに追加"]),
        ("line ~3 追加", "ONLINEに追加", []),
    ],
)
def test_a_pattern_finds_what_it_describes(
    pattern: str, text: str, found: list[str]
) -> None:
    hits = found_in(pattern, text, CLASSES)
    assert hits[: len(found)] == found
    assert bool(hits) == bool(found)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("@missing", "no word class"),
        ("a ~40 b", "gap"),
        ("a ~13 b", "gap is wider"),
        ("# ~2 *", "needs a word"),
        ("ab*", "too short"),
        ("(a b", "no partner"),
        ("a{b", "no partner"),
        ("a||b", "empty"),
        ("a | | b", "empty"),
        ("re*view", "inside"),
        ("typo~", "too short"),
        ("…", "holds no word"),
    ],
)
def test_what_is_no_pattern_is_refused_with_a_reason(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        PatternReader(CLASSES).read(pattern)


def test_a_class_that_contains_itself_is_refused() -> None:
    with pytest.raises(PatternError, match="contains itself"):
        PatternReader({"a": "@b", "b": "@a x"}).read("@a")


@given(st.text(alphabet="ab|()~?!^$@#*{}, _é1中", max_size=30))
def test_any_text_is_a_pattern_or_refused(text: str) -> None:
    with contextlib.suppress(PatternError):
        assert PatternReader({"a": "ab"}).read(text).steps
