"""A thread that does one piece of work after another."""

import queue
import threading
from collections.abc import Callable

Work = Callable[[], None]


class Lane:
    """Do work in the order given, in a thread of its own.

    Whoever owns a resource (the writing connection, a mailbox) has one lane and so
    never meets itself.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._waiting: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        # A server that never answers must not keep the program from ending.
        self._thread = threading.Thread(
            target=self._work, name=f"lane {name}", daemon=True
        )
        self._thread.start()

    def add(self, work: Work) -> None:
        """Do *work* after everything already given."""
        self._waiting.put(work)

    def finish(self) -> None:
        """End once everything already given is done."""
        self._waiting.put(None)

    def is_finished_within(self, seconds: float) -> bool:
        """Wait up to *seconds* for the end; return whether it came."""
        self._thread.join(max(0.0, seconds))
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()
