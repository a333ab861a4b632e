"""What an agent finds in the morning: how much there is of each kind, and the first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from inbox_assistant.domain.view import View

if TYPE_CHECKING:
    from datetime import datetime

    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.services.reading import Notice, Reading

ORDER = (
    View.DUE_SOON,
    View.OVERDUE,
    View.TO_CONFIRM,
    View.SENT_BACK,
    View.PROMISES,
    None,
    View.WAITING,
)
"""The piles in the order of a morning; ``None`` are notices and unsorted mails.

What can still be answered in time comes before what is late already; what waits at all
comes last, as it holds most of the others.
"""

SHOWN = 3
"""How many threads of each pile are named."""

_TODAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pile:
    """Work of one kind; ``view`` is ``None`` for notices and unsorted mails.

    ``later`` counts promises that are not due within a day; ``count`` leaves them out.
    ``missed`` counts those whose time has passed.
    """

    view: View | None
    count: int
    rows: tuple[QueueRow, ...] = ()
    notices: tuple[Notice, ...] = ()
    later: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class TodaysWork:
    """All piles, and when the next thread that waits is due."""

    piles: tuple[Pile, ...]
    next_due_at: datetime | None

    @property
    def waiting(self) -> int:
        """Return how many threads wait."""
        return self.piles[ORDER.index(View.WAITING)].count


def todays_work(reading: Reading, now: datetime) -> TodaysWork:
    """Return what there is to do at *now*."""
    status = reading.status(now)
    unread = status.urgent_notices + status.unsorted
    piles = []
    for view in ORDER:
        if view is None:
            notices = tuple(reading.notices(min(unread, SHOWN)))
            piles.append(Pile(None, unread, notices=notices))
        elif view is View.PROMISES:
            piles.append(_promises(reading, now))
        else:
            rows = tuple(reading.rows(reading.ids(view, now, SHOWN)))
            piles.append(Pile(view, status.counts[view], rows))
    return TodaysWork(tuple(piles), status.next_due_at)


def _promises(reading: Reading, now: datetime) -> Pile:
    promises = reading.promises()
    due = {one.thread for one in promises if one.due_at <= now + _TODAY}
    missed = {one.thread for one in promises if one.is_overdue(now)}
    numbers = reading.ids(View.PROMISES, now)
    rows = tuple(reading.rows(numbers[: min(len(due), SHOWN)]))
    return Pile(
        View.PROMISES,
        len(due),
        rows,
        later=len(numbers) - len(due),
        missed=len(missed),
    )
