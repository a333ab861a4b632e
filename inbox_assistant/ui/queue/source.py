"""Where the queue's list gets its rows from."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.view import View

if TYPE_CHECKING:
    from array import array


class IdSource(Protocol):
    """Lists the rows of a view; may take long and is asked outside the GUI thread."""

    def ids(self, view: View, now: datetime, limit: int = -1) -> "array[int]":
        """Return the numbers of the rows of *view*, most urgent first.

        A *limit* below zero means all; a source may return more than was asked for.
        """

    def next_turn(self, view: View, now: datetime) -> datetime | None:
        """Return when time alone changes what *view* lists."""


class RowSource(Protocol):
    """Gives rows by their numbers; asked in the GUI thread while painting.

    It is asked for at most a page at once and must answer within two milliseconds.
    """

    def rows(self, numbers: Sequence[int]) -> list[QueueRow]:
        """Return the rows *numbers*, in any order; those gone are left out."""
