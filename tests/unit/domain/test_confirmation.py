"""A missing copy is told where copies normally come, and nowhere else."""

from datetime import UTC, datetime, timedelta

from inbox_assistant.domain.confirmation import COPY_WITHIN, Copies, Left, copies_of

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def left(number: int, minutes: int, *, confirmed: bool = False) -> Left:
    at = NOW - timedelta(minutes=minutes)
    return Left(f"r{number}", f"t{number}", at, confirmed)


CONFIRMED = [left(n, 100 + n, confirmed=True) for n in range(3)]


def test_a_copy_may_take_half_an_hour() -> None:
    late = left(9, 31)
    assert copies_of([left(8, 30), late, *CONFIRMED], NOW) == Copies(missing=(late,))
    assert timedelta(minutes=30) == COPY_WITHIN


def test_where_copies_rarely_come_none_is_missed() -> None:
    silent = [left(n, 40 + n) for n in range(4, 9)]
    assert copies_of([*silent, *CONFIRMED], NOW) == Copies()
    assert copies_of([left(9, 40), *CONFIRMED[:2]], NOW) == Copies()


def test_copies_that_never_came_seem_to_be_switched_off() -> None:
    silent = [left(n, 40 + n) for n in range(3)]
    assert copies_of(silent, NOW) == Copies(seem_off=True)
    assert copies_of(silent[:2], NOW) == Copies()
    assert copies_of([left(n, 5) for n in range(9)], NOW) == Copies()


def test_what_happened_last_week_is_asked_about_no_more() -> None:
    old = left(9, 8 * 24 * 60)
    assert copies_of([old, *CONFIRMED], NOW) == Copies()
