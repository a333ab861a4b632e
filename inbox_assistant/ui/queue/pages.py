"""The rows that were looked at lately."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.ui.queue.source import RowSource

PAGE = 16
"""Rows fetched at once: about a screen, as painting waits for them."""
KEPT = 480
"""Pages kept; the rest can be fetched again."""


class Pages:
    """Rows by their place in the list, fetched by the page and soon forgotten."""

    def __init__(self, source: RowSource) -> None:
        self._source = source
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, list[QueueRow | None]] = OrderedDict()

    @property
    def ids(self) -> array[int]:
        """Return the numbers of all rows, in the order of the list."""
        return self._ids

    def replace(self, ids: array[int]) -> None:
        """Take *ids* as the list and forget all rows."""
        self._ids = ids
        self._pages.clear()

    def row(self, place: int) -> QueueRow | None:
        """Return the row at *place*; nothing where it is gone meanwhile."""
        number, offset = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetch(number)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[offset]

    def _fetch(self, number: int) -> list[QueueRow | None]:
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        found = {row.number: row for row in self._source.rows(ids)}
        return [found.get(one) for one in ids]
