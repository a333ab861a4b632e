"""What the queue's list shows; read only, and all that the first sight asks for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inbox_assistant.domain.view import View
from inbox_assistant.settings import SOON_HOURS, Settings

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.storage.queue_rows import QueueRows


class QueueReading:
    """Questions about the queue, asked in the thread that opened the file."""

    def __init__(self, queue_rows: QueueRows, settings: Settings) -> None:
        self._queue_rows = queue_rows
        self._settings = settings

    def ids(self, view: View, now: datetime, limit: int = -1) -> array[int]:
        """Return the numbers of the threads of *view*, most urgent first.

        A *limit* below zero means all.
        """
        return self._queue_rows.ids(view, now, now + self._soon(), limit)

    def next_turn(self, view: View, now: datetime) -> datetime | None:
        """Return when time alone changes what *view* lists, or ``None``."""
        due = self._queue_rows.next_due_after(now)
        waking = self._queue_rows.next_waking(now)
        turns = [at + timedelta(microseconds=1) for at in (due, waking) if at]
        if view is View.DUE_SOON:
            later = self._queue_rows.next_due_after(now + self._soon())
            if later is not None:
                turns.append(later - self._soon())
        return min(turns, default=None)

    def rows(self, numbers: Sequence[int]) -> list[QueueRow]:
        """Return the rows of the threads *numbers*; those gone are left out."""
        return self._queue_rows.rows(numbers)

    def queue(self, view: View, now: datetime) -> Iterator[QueueRow]:
        """Yield every row of *view*, most urgent first."""
        numbers = self.ids(view, now)
        for start in range(0, len(numbers), 200):
            yield from self.rows(numbers[start : start + 200])

    def _soon(self) -> timedelta:
        return timedelta(hours=self._settings.get(SOON_HOURS))
