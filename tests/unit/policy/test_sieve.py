"""The sieve lets everything pass that matches, and little else."""

from hypothesis import given
from hypothesis import settings as tuned
from hypothesis import strategies as st

from inbox_assistant.policy.compiler import Compiler
from inbox_assistant.policy.grid import WordGrid
from inbox_assistant.policy.lexicon import Lexicon, opened
from inbox_assistant.policy.pattern import PatternReader
from inbox_assistant.policy.search import run
from inbox_assistant.policy.sieve import Groups, Row, Sieve, smeared
from inbox_assistant.policy.tokens import read_words

WORDS = st.sampled_from(["aa", "bb", "cc", "dd", "aa-bb", "cc-dd"])
STEP = st.sampled_from(
    ["aa", "bb|cc", "aa_bb", "(cc_dd|aa)", "(aa ~1 dd|bb)", "dd?", "(bb_cc|dd)?", "!aa",
     "~2", "$", "*"]
)  # fmt: skip
PATTERN = st.lists(STEP, max_size=4).map(lambda steps: " ".join(["^", "aa", *steps]))
LOOSE = st.lists(STEP, max_size=4).map(lambda steps: " ".join(["bb|aa", *steps]))


@given(st.lists(WORDS, max_size=9), st.one_of(PATTERN, LOOSE))
@tuned(max_examples=400)
def test_what_matches_passes(words: list[str], source: str) -> None:
    compiler = Compiler()
    owner = compiler.add_owner()
    compiler.add_phrase(owner, PatternReader({}).read(source))
    compiled = compiler.finish()
    lexicon, groups = Lexicon(compiled), Groups(compiled)
    text = " ".join(words)
    read = read_words(text)
    memory = lexicon.memory
    pieces = lexicon.pieces(read.words, memory)
    grid = WordGrid(text, read, Row(pieces, memory), groups)
    sieve = Sieve(compiled.program, groups)
    passing = sieve.passing(pieces, opened(pieces), memory)
    if run(compiled.program(0), grid):
        assert passing == [0]


def test_words_in_the_wrong_order_or_too_far_apart_do_not_pass() -> None:
    compiler = Compiler()
    owner = compiler.add_owner()
    compiler.add_phrase(owner, PatternReader({}).read("leave ~1 (good_review|stars)"))
    compiled = compiler.finish()
    lexicon, sieve = Lexicon(compiled), Sieve(compiled.program, Groups(compiled))

    def passing(text: str) -> list[int]:
        memory = lexicon.memory
        pieces = lexicon.pieces(text.split(), memory)
        return sieve.passing(pieces, opened(pieces), memory)

    assert passing("leave a good review") == [0]
    assert passing("leave stars") == [0]
    assert passing("stars leave") == []
    assert passing("leave a b c stars") == []
    assert passing("leave a good thing for a review") == []


@given(st.integers(0, 1 << 30), st.integers(0, 40))
def test_smearing_reaches_every_place_within_reach(places: int, most: int) -> None:
    expected = 0
    for step in range(most + 1):
        expected |= places << step
    assert smeared(places, most) == expected
