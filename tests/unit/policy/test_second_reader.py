"""The second reader doubts, agrees and hints by marks, and knows what it cannot see."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import pytest

from inbox_assistant.policy.second_reader import Doubt, SecondReader
from inbox_assistant.policy.surroundings import Surroundings
from inbox_assistant.policy.table import Known, Table, read_table
from tests.policy_table import HEAD, table_of

WHERE = Surroundings()
PITCH = "our splendid summer catalogue tempts you with lovely novelties"
HARMLESS = "the kettle boils within four minutes and switches itself off"
UNSURE = "the postman brought something heavy round yesterday afternoon again"
READER = SecondReader(read_table(table_of({UNSURE: 0, PITCH: 3, HARMLESS: -3})))


def doubt(stretch: str, sentence: str, trust: float = 0.0) -> Doubt:
    return READER.doubt("promotion", stretch, sentence, WHERE, trust)


def test_it_doubts_what_reads_harmless() -> None:
    assert doubt("boils", HARMLESS) is Doubt.FULL
    assert doubt("catalogue", PITCH) is Doubt.NONE
    assert doubt("heavy", UNSURE) is Doubt.NONE


def test_it_doubts_the_less_the_more_a_rule_is_trusted() -> None:
    doubts = [doubt("boils", HARMLESS, trust) for trust in range(20)]
    assert sorted(doubts, key=list(Doubt).index, reverse=True) == doubts
    assert set(doubts) == set(Doubt)


def test_it_agrees_and_hints_where_enough_speaks_for_it() -> None:
    assert READER.is_sure("promotion", PITCH, WHERE)
    assert not READER.is_sure("promotion", UNSURE, WHERE)
    assert READER.hints(("promotion",), PITCH, WHERE) == ("promotion",)
    assert READER.hints(("promotion",), UNSURE, WHERE) == ()


def test_of_what_it_has_not_learned_it_says_nothing() -> None:
    assert READER.doubt("emoji", "boils", HARMLESS, WHERE) is Doubt.NONE
    assert not READER.is_sure("emoji", PITCH, WHERE)
    assert READER.hints(("emoji",), PITCH, WHERE) == ()


def test_of_words_it_does_not_know_it_says_nothing() -> None:
    assert doubt("xyzzy", "xyzzy plugh") is Doubt.NONE
    assert READER.hints(("promotion",), "xyzzy plugh", WHERE) == ()


@pytest.mark.parametrize(
    "disguised",
    [
        "c o u p o n",
        "c0upon",
        "c@upon",
        "c.o.u.p.o.n",
        "coup*n",
        "c-o-d-e",
        "cou\u200bpon",
    ],
)
def test_what_is_disguised_is_never_doubted(disguised: str) -> None:
    assert doubt(disguised, HARMLESS) is Doubt.NONE


@pytest.mark.parametrize(
    "plain", ["20 % off", "I'd take it", "a gift, at last", "C'est à vous", "割引です"]
)
def test_plain_words_may_be_doubted(plain: str) -> None:
    assert doubt(plain, HARMLESS) is not Doubt.NONE


def test_it_reads_the_languages_it_has_learned() -> None:
    assert READER.reads(("en",))
    assert READER.reads(())
    assert not READER.reads(("en", "hi"))


class Counting(Table):
    """A table that counts how often it is asked."""

    asked = 0

    def known(self, places: Iterable[int]) -> Known:
        """Return what is known of the signs at *places*, and count."""
        self.asked += 1
        return super().known(places)


def test_a_sentence_is_looked_up_once_until_it_is_forgotten() -> None:
    table = Counting(HEAD, bytes((len(HEAD.columns) + 1) << HEAD.bits))
    reader = SecondReader(table)
    for _ in range(2):
        reader.is_sure("promotion", PITCH, WHERE)
        reader.doubt("promotion", "catalogue", PITCH, WHERE)
    assert table.asked == 1
    reader.forget()
    reader.is_sure("promotion", PITCH, WHERE)
    assert table.asked == 2


def test_several_threads_read_the_same() -> None:
    texts = [PITCH, HARMLESS, UNSURE] * 40

    def sure(text: str) -> bool:
        return READER.is_sure("promotion", text, WHERE)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(sure, texts)) == [sure(text) for text in texts]
