"""A word fills the slots of every way it can be read."""

import pytest

from inbox_assistant.policy.programs import Form, pack_numbers
from inbox_assistant.policy.vocabulary import LONGEST_WORD, Vocabulary, store_words


def vocabulary() -> Vocabulary:
    """Return a small vocabulary: each word has a slot of its own."""
    tables: dict[str, dict[str, tuple[int, ...]]] = {form: {} for form in Form}
    tables[Form.WORD] = {"review": (1,), "free": (2,), "dont": (3,), "email": (9,)}
    tables[Form.PREFIX] = {"bewert": (4,)}
    tables[Form.SUFFIX] = {"gutschein": (5,)}
    tables[Form.TYPO] = {"whatsapp": (6,)}
    tables[Form.NUMBER] = {"": (7,)}
    tables[Form.CODE] = {"": (8,)}
    return Vocabulary(
        {
            form: store_words(
                form, {text: pack_numbers(slots) for text, slots in table.items()}
            )
            for form, table in tables.items()
        }
    )


@pytest.mark.parametrize(
    ("word", "slot"),
    [
        ("review", 1),
        ("r3view", 1),
        ("rev1ew", 1),
        ("reviewww", 1),
        ("r*view", 1),
        ("re-view", 1),
        ("my-review", 1),
        ("freee", 2),
        ("don't", 3),
        ("bewertungen", 4),
        ("einkaufsgutschein", 5),
        ("whatsap", 6),
        ("whatsaap", 6),
        ("wahtsapp", 6),
        ("4.50", 7),
        ("2nd", 7),
        ("save10", 8),
    ],
)
def test_a_word_is_known_however_it_is_written(word: str, slot: int) -> None:
    assert slot in vocabulary().slots(word)


@pytest.mark.parametrize(
    "word", ["view", "reviewer", "whats", "x" * (LONGEST_WORD + 1)]
)
def test_another_word_is_not_known(word: str) -> None:
    assert vocabulary().slots(word) == set()


def test_two_words_joined_are_several_and_one_with_a_hyphen_is_one() -> None:
    assert vocabulary().is_compound("five-star")
    assert not vocabulary().is_compound("e-mail")


def test_it_knows_words_and_stems() -> None:
    assert vocabulary().knows("review")
    assert vocabulary().knows("bewertung")
    assert not vocabulary().knows("lamp")


@pytest.mark.parametrize("code", ["save10", "winter2026", "a1b2c3", "tea5off"])
def test_a_coupon_fills_the_slot_of_codes(code: str) -> None:
    assert 8 in vocabulary().slots(code)


@pytest.mark.parametrize("number", ["rr448120033nl", "jd2290ba", "3sbkdf19902", "tea"])
def test_a_parcels_number_does_not(number: str) -> None:
    assert 8 not in vocabulary().slots(number)
