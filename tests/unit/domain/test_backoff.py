"""A server that fails is left alone, longer each time, and by chance."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.backoff import LONGEST, SHORTEST, pause


def test_the_pause_doubles_up_to_its_limit() -> None:
    assert [pause(n, 0.5) for n in (0, 1, 2, 3)] == [
        SHORTEST,
        SHORTEST,
        2 * SHORTEST,
        4 * SHORTEST,
    ]
    assert pause(99, 0.5) == LONGEST


@given(st.integers(1, 10**6), st.floats(0, 1))
def test_chance_moves_it_by_a_quarter_at_most(failures: int, chance: float) -> None:
    middle = pause(failures, 0.5)
    assert abs(pause(failures, chance) - middle) <= middle / 4 + timedelta(
        microseconds=1
    )
