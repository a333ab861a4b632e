"""Where the queue's list gets its rows from."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from inbox_assistant.domain.queue_row import QueueRow

if TYPE_CHECKING:
    from array import array


class RowSource(Protocol):
    """What the list asks for; a view is named by a word such as ``waiting``."""

    def ids(self, view: str, now: datetime) -> "array[int]":
        """Return the numbers of all rows of *view*, most urgent first.

        It may take long and is called outside the GUI thread.
        """

    def next_turn(self, view: str, now: datetime) -> datetime | None:
        """Return when the ids of *view* change next without anything happening.

        That is the next moment after *now* at which a deadline passes, or becomes
        soon; called outside the GUI thread.
        """

    def rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Return the rows numbered *ids*, in any order; those gone are left out.

        It is called while painting, with at most a page of numbers, and must answer
        within two milliseconds.
        """
