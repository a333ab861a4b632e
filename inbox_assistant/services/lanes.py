"""Where work runs: storage in the one thread that writes, networks elsewhere."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Run(Protocol):
    """Runs work where the writing connection lives, and waits for its result."""

    def __call__(self, work: Callable[[], T], /) -> T:
        """Return what *work* returns; raises what it raises."""
        ...


def run_here(work: Callable[[], T], /) -> T:
    """Run *work* in the calling thread, for programs with one thread."""
    return work()
