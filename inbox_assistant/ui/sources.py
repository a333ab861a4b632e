"""Where the queue gets its threads from: a view, or what was searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_assistant.domain.view import View

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from inbox_assistant.domain.query import Query
    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.ui.desk import Desk


class SearchableIds:
    """The threads of a view, or, while there is a query, those that match it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.query = ""
        self.listing: Callable[[], array[int]] | None = None
        """Finds the threads behind a number, in place of view and query."""
        self.filter: Query | None = None
        self.order = ""

    def ids(self, view: View, now: datetime, limit: int = -1) -> array[int]:
        """Return the numbers of the threads, most urgent (or newest) first."""
        if self.listing is not None:
            return self.listing()
        if self.query:
            return self._searched(now, limit)
        return self._narrowed(view, now, limit)

    def _searched(self, now: datetime, limit: int) -> array[int]:
        # The first sight of the queue asks for no search.
        from inbox_assistant.domain.query import Query, parse_query  # noqa: PLC0415

        query = parse_query(self.query)
        more = () if self.filter is None else self.filter.terms
        reading = self._desk.reading
        if not query.terms and not more and not self.order:
            return reading.search(query.words)
        whole = Query((*query.terms, *more), query.words)
        return reading.matching(View.ALL, whole, now, self.order, limit)

    def _narrowed(self, view: View, now: datetime, limit: int) -> array[int]:
        if self.filter is None and not self.order:
            return self._desk.reading.ids(view, now, limit)
        from inbox_assistant.domain.query import Query  # noqa: PLC0415

        query = self.filter or Query()
        return self._desk.reading.matching(view, query, now, self.order, limit)

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
