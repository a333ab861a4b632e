"""Rows of the queue without a database."""

from array import array
from collections.abc import Sequence
from datetime import datetime

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.view import View


class FakeRows:
    """Rows kept in memory, ordered as they were put in."""

    def __init__(self) -> None:
        self.kept: dict[int, QueueRow] = {}
        self.asked: list[list[int]] = []
        self.turn: datetime | None = None

    def put(self, row: QueueRow) -> None:
        """Keep *row*, in place of the one with its number."""
        self.kept[row.number] = row

    def ids(self, view: View, now: datetime, limit: int = -1) -> "array[int]":
        """Return the numbers, whatever the view."""
        del view, now
        numbers = list(self.kept)
        return array("q", numbers if limit < 0 else numbers[:limit])

    def next_turn(self, view: View, now: datetime) -> datetime | None:
        """Return what the test set."""
        del view, now
        return self.turn

    def rows(self, numbers: Sequence[int]) -> list[QueueRow]:
        """Return the rows that are still there, and remember the question."""
        self.asked.append(list(numbers))
        return [self.kept[number] for number in numbers if number in self.kept]
