"""Compiled patterns are stored and read back piece by piece."""

from inbox_assistant.policy.programs import Compiled, numbers_of, pack, pack_numbers
from inbox_assistant.policy.runs import store_runs


def test_numbers_come_back_as_they_were() -> None:
    assert list(numbers_of(pack_numbers([1, 70_000]))) == [1, 70_000]
    assert list(numbers_of(b"")) == []


def test_programs_and_phrases_come_back_as_they_were() -> None:
    program = (0, (1, 2), -1, False, (((0, 1, -1, 0), (1, 3)),))
    phrases = (((1,), ((0, 1, -1, 0),)),)
    parts = {
        "groups": store_runs([pack(phrases)]),
        "programs": store_runs([pack(program)]),
    }
    compiled = Compiled(parts.__getitem__)
    assert compiled.program(0) == program
    assert compiled.phrases(0) == phrases
