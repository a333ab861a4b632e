"""Processes beside this one: how many may work, and what each begins with."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LESS_URGENT = 7
"""A fifth of a core for a worker where each has something to do."""


@contextmanager
def starting_workers() -> Iterator[None]:
    """Begin processes in this block that stopping by the keyboard does not reach.

    It does so before ``begin_as_worker``, while they load, and each would end with a
    traceback of its own. This process is stopped when the block is over.
    """
    if not hasattr(signal, "pthread_sigmask"):
        # Windows has no such thing.
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin_as_worker() -> None:
    """Let this process end as soon as the one that started it is no more.

    One that was killed cannot end its workers, which would wait for work for ever.
    Stopping by the keyboard is the business of the process that started this one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, name="parent", daemon=True).start()


MOST_WORKERS = 61
"""Windows cannot wait for more processes at once, and Python refuses them there."""


def give_way() -> None:
    """Let the process that started this one go first, where the system allows it.

    It hands the work out: kept from a core by its workers it would keep them waiting.
    """
    if hasattr(os, "nice"):
        os.nice(_LESS_URGENT)


def usable_cores() -> int:
    """Return how many processor cores this process may use, at most so many."""
    if hasattr(os, "sched_getaffinity"):
        return min(MOST_WORKERS, len(os.sched_getaffinity(0)))
    return min(MOST_WORKERS, os.cpu_count() or 1)
