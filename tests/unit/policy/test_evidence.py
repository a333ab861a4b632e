"""Counts lie side by side in one number and do not touch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.evidence import count_in, counted, counts_in

COUNTS = st.lists(st.integers(0, 5_000), min_size=1, max_size=9)


@given(st.lists(COUNTS, max_size=20))
def test_adding_numbers_adds_every_count(rows: list[list[int]]) -> None:
    total = sum(counted(enumerate(row)) for row in rows)
    for lane in range(9):
        column = [row[lane] for row in rows if lane < len(row)]
        assert count_in(total, lane) == sum(column)


def test_parts_of_a_count_are_kept() -> None:
    assert counts_in(counted([(0, 1 / 3), (2, 0.35)])) == [
        pytest.approx(1 / 3),
        0,
        pytest.approx(0.35),
    ]
