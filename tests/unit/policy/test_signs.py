"""A sentence is told by the numbers of its words, those before it, and its place."""

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.features import features_of
from inbox_assistant.policy.meanings import Meanings
from inbox_assistant.policy.signs import SignReader, Signs
from inbox_assistant.policy.surroundings import Surroundings

MEANINGS = Meanings(
    ("gift", "free", "review"),
    {"en": "voucher 0\nfree 1\nfeedback 2\nfeedback 1\n評価 2"},
)
READER = SignReader(MEANINGS)
WORDS = st.sampled_from(
    ["voucher", "free", "feedback", "評価です", "use", "it", "12", "?", "%", "a", ","]
)
TEXTS = st.lists(WORDS | st.text(max_size=8), max_size=12).map(" ".join)


def read(text: str) -> Signs:
    """Return the signs of an English *text*."""
    return READER.read(text, "en")


def numbers(features: list[str], begin: int = 0) -> set[int]:
    """Return the check sums of *features*."""
    return {crc32(feature.encode(), begin) for feature in features}


@given(TEXTS)
def test_each_feature_has_its_check_sum(text: str) -> None:
    features = list(MEANINGS.features_of(text, "en"))
    alone = [one for one in features if " " not in one and "*" not in one]
    assert read(text) == Signs(
        frozenset(numbers(features)), frozenset(numbers(alone, 1))
    )


def test_words_of_no_language_mean_nothing() -> None:
    assert READER.read("voucher", None).own == numbers(list(features_of("voucher")))


def test_the_words_before_and_the_place_make_a_difference() -> None:
    inside = Surroundings("x", first=False, last=False)
    use, voucher, nothing = map(read, ("use it", "voucher", ""))
    alone = READER.together(use, nothing, inside)
    behind = READER.together(use, voucher, inside)
    assert alone < behind
    assert behind - alone == voucher.before
    assert READER.together(use, nothing, Surroundings()) > alone
    assert READER.together(use, nothing, inside._replace(proactive=True)) > alone


def test_the_words_before_are_no_words_of_the_sentence() -> None:
    signs = read("voucher")
    assert signs.own
    assert signs.before
    assert not signs.own & signs.before


def test_what_is_not_known_is_left_out() -> None:
    word, mark = crc32(b"voucher"), crc32(b"<last>")
    reader = SignReader(MEANINGS, {word: 7, mark: 9}.get)
    signs = reader.read("a free voucher", "en")
    assert signs == Signs(frozenset({7}), frozenset())
    assert reader.together(signs, signs, Surroundings()) == {7, 9}


@given(TEXTS, TEXTS)
def test_signs_are_numbers_of_32_bits(text: str, before: str) -> None:
    signs = READER.together(read(text), read(before), Surroundings(before))
    assert all(0 <= sign < 2**32 for sign in signs)


def test_what_is_remembered_has_an_end() -> None:
    reader = SignReader(MEANINGS)
    many = [f"w{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{'x' * (at // 676)}"
            for at in range(40_000)]  # fmt: skip
    for at in range(0, len(many), 1_000):
        text = " ".join(many[at : at + 1_000])[:4_000]
        assert reader.read(text, "en") == SignReader(MEANINGS).read(text, "en")
    assert len(reader._words) <= 20_000
    assert len(reader._pairs) <= 20_000
