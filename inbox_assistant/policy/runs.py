"""Runs of bytes stored one after the other, each found by its number.

<how many there are> <0> <where each of them ends>      4 bytes each
<the runs>
"""

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate

Stored = bytes | memoryview

_NUMBER = 4


class Runs:
    """The runs that were stored; nothing is copied before it is asked for."""

    def __init__(self, stored: Stored) -> None:
        view = memoryview(stored)
        self._count = view[:_NUMBER].cast("I")[0]
        begin = _NUMBER * (self._count + 2)
        self._edges = view[_NUMBER:begin].cast("I")
        self._runs = view[begin:]

    def __len__(self) -> int:
        """Return how many runs there are."""
        return self._count

    def __getitem__(self, number: int) -> memoryview:
        """Return a run by its number, from zero."""
        return self._runs[self._edges[number] : self._edges[number + 1]]

    def __iter__(self) -> Iterator[memoryview]:
        """Yield every run."""
        return map(self.__getitem__, range(self._count))


def store_runs(runs: Sequence[bytes]) -> bytes:
    """Return *runs* as they are stored."""
    edges = accumulate(map(len, runs), initial=0)
    return array("I", (len(runs), *edges)).tobytes() + b"".join(runs)
