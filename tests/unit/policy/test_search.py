"""The search finds what a slow and simple reading of a pattern finds."""

from hypothesis import given
from hypothesis import strategies as st

from tests.policy_packs import found_in

WORDS = ["a", "b", "c"]
ELEMENT = st.sampled_from(["a", "b", "c", "a|b", "b|c"])
PATTERN = st.lists(
    st.tuples(st.integers(0, 3), ELEMENT, st.booleans()), min_size=1, max_size=4
)


def slow_ends(words: list[str], pattern: list[tuple[int, str, bool]]) -> set[int]:
    """Return where *pattern* can end in *words*, by trying everything."""

    def follow(place: int, rest: list[tuple[int, str, bool]]) -> set[int]:
        if not rest:
            return {place}
        gap, element, optional = rest[0]
        ends = set()
        for skipped in range(gap + 1):
            at = place + skipped
            if at < len(words) and words[at] in element.split("|"):
                ends |= follow(at + 1, rest[1:])
            if optional:
                ends |= follow(at, rest[1:])
        return ends

    (_, first, _), rest = pattern[0], pattern[1:]
    starts = [at for at, word in enumerate(words) if word in first.split("|")]
    return {end for start in starts for end in follow(start + 1, rest)}


@given(st.lists(st.sampled_from(WORDS), max_size=8), PATTERN)
def test_it_finds_a_match_exactly_where_there_is_one(
    words: list[str], pattern: list[tuple[int, str, bool]]
) -> None:
    pattern = [(0, pattern[0][1], False), *pattern[1:]]
    source = " ".join(
        (f"~{gap} " if gap else "") + element + ("?" if optional else "")
        for gap, element, optional in pattern
    )
    found = found_in(source, " ".join(words))
    assert bool(found) == bool(slow_ends(words, pattern))


def test_overlapping_matches_of_one_owner_are_one() -> None:
    assert found_in("a ~2 b", "a b c b") == ["a b c b"]


def test_the_search_takes_time_in_proportion_to_the_sentence() -> None:
    text = "a " * 300
    assert found_in("a ~12 a ~12 a ~12 a ~12 b", text) == []
