"""Where the queue gets its threads from: a view, or what was searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.domain.view import View
    from inbox_assistant.ui.desk import Desk


class SearchableIds:
    """The threads of a view, or, while there is a query, those that match it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.query = ""
        self.listing: Callable[[], array[int]] | None = None
        """Finds the threads behind a number, in place of view and query."""

    def ids(self, view: View, now: datetime) -> array[int]:
        """Return the numbers of the threads, most urgent (or newest) first."""
        if self.listing is not None:
            return self.listing()
        if self.query:
            return self._desk.reading.search(self.query)
        return self._desk.queue.ids(view, now)

    def next_turn(self, view: View, now: datetime) -> datetime | None:
        """Return when time alone changes the list."""
        if self.query or self.listing is not None:
            return None
        return self._desk.queue.next_turn(view, now)


class DeskRows:
    """Rows for painting, over the GUI thread's own reading connection."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rows(self, numbers: Sequence[int]) -> list[QueueRow]:
        """Return the rows *numbers*."""
        return self._desk.queue.rows(numbers)
