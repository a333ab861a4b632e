"""Several small counts kept in one number, so that adding two adds all of them."""

from collections.abc import Iterable

Evidence = int
"""Lanes of bits, one for each count."""

WORDS, LETTERS, DIGITS, MARKS = range(4)
"""Lanes that every reading has: words, letters that stand alone, digits, and marks
of exclamation and question."""
FIRST_LANGUAGE = 4
UNIT = 50_400
"""One count; the weights of languages are whole parts of it."""
_WIDTH = 40
_FULL = (1 << _WIDTH) - 1


def counted(counts: Iterable[tuple[int, float]]) -> Evidence:
    """Return *counts*, each with its lane, as one number."""
    return sum(round(count * UNIT) << (_WIDTH * lane) for lane, count in counts)


def count_in(evidence: Evidence, lane: int) -> float:
    """Return the count in a *lane*."""
    return (evidence >> (_WIDTH * lane) & _FULL) / UNIT


def counts_in(evidence: Evidence) -> list[float]:
    """Return the counts in all lanes, up to the last that has one."""
    lanes = range(-(-evidence.bit_length() // _WIDTH))
    return [count_in(evidence, lane) for lane in lanes]
