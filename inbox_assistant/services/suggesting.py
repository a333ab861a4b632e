"""Words to write in place of a misspelt one, looked up in a process beside this one.

Hunspell takes up to a second a word and keeps Python's lock meanwhile, so that in a
thread it would stop the window as well.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from inbox_assistant.policy.spelling import suggest
from inbox_assistant.services.worker import begin_as_worker

if TYPE_CHECKING:
    from pathlib import Path


class Suggesting:
    """One process with dictionaries, started when a word is first asked about."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._is_closed = False

    def ask(self, name: str, folder: Path, word: str) -> list[str]:
        """Return what *word* may have been meant to be; waits, in a lane of its own.

        Nothing where the process was ended meanwhile; the next question starts another.
        """
        if self._is_closed:
            return []
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                1,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=begin_as_worker,
            )
        try:
            return self._pool.submit(suggest, name, folder, word).result()
        except (BrokenProcessPool, CancelledError):
            self._pool = None
            return []

    def close(self) -> None:
        """End the process; a question that is still being asked gets no answer."""
        self._is_closed = True
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
