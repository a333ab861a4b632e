"""What brings the rows of a view into the list, and brings them anew in time."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.view import View
from inbox_assistant.ui.jobs import Jobs
from inbox_assistant.ui.queue.keeping import Keeping
from inbox_assistant.ui.queue.source import IdSource
from inbox_assistant.ui.queue.view import QueueView

if TYPE_CHECKING:
    from array import array

_LANE = "read"
_QUESTION = "queue"
_IN_SIGHT = 200
"""More rows than any screen shows; they are found in a moment."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows of a view and when they change by themselves."""

    view: View
    ids: "array[int]"
    next_turn: datetime | None


class QueueLoader(QObject):
    """Look a view's rows up outside the GUI thread and show them in the list.

    The list is loaded again when something changed and when the time alone changes
    it: a deadline that passes moves its row, on the second.
    """

    loaded = Signal(object, int)
    """A view and how many rows it has now."""

    turned = Signal()
    """A deadline has passed that the list depends on."""

    def __init__(
        self, source: IdSource, jobs: Jobs, clock: Clock, view: QueueView
    ) -> None:
        super().__init__(view)
        self._source = source
        self._jobs = jobs
        self._clock = clock
        self._list = view
        self._wanted: View | None = None
        self._shown: View | None = None
        self._next_turn: datetime | None = None
        self._keeping = Keeping.NOTHING

    @property
    def view(self) -> View | None:
        """Return the name of the view that is shown or on its way."""
        return self._wanted

    def take_over(self, view: View) -> None:
        """Go on with *view*, whose first rows the list shows already."""
        self._wanted = self._shown = view
        self.reload()

    def show(self, view: View, keeping: Keeping = Keeping.NOTHING) -> None:
        """Show *view*, anew but for *keeping*: what is in sight at once, then all."""
        self._wanted = view
        self._keeping = keeping
        self._shown = None
        source = self._source
        self._next_turn = None

        def look_up() -> _Found:
            now = self._clock()
            ids = source.ids(view, now, _IN_SIGHT)
            return _Found(view, ids, source.next_turn(view, now))

        self._jobs.run_newest(_LANE, _QUESTION, look_up, then=self._begin)

    @Slot()
    def reload(self) -> None:
        """Look the rows up again; what is current stays current."""
        view, source = self._wanted, self._source
        self._next_turn = None
        if view is None:
            return

        def look_up() -> _Found:
            now = self._clock()
            return _Found(view, source.ids(view, now), source.next_turn(view, now))

        self._jobs.run_newest(_LANE, _QUESTION, look_up, then=self._show)

    @Slot(object)
    def tick(self, now: datetime) -> None:
        """Reload once a deadline has passed that the order depends on."""
        if self._next_turn is not None and now > self._next_turn:
            self.reload()
            self.turned.emit()

    @Slot(object)
    def _begin(self, found: _Found) -> None:
        if len(found.ids) < _IN_SIGHT:
            self._show(found)
            return
        self._start(found, is_whole=False)
        self.reload()

    @Slot(object)
    def _show(self, found: _Found) -> None:
        self._next_turn = found.next_turn
        if found.view == self._shown:
            self._list.refresh(found.ids)
        else:
            self._start(found)
        self.loaded.emit(found.view, len(found.ids))

    def _start(self, found: _Found, *, is_whole: bool = True) -> None:
        self._shown = found.view
        self._list.count_to_promises(is_on=found.view is View.PROMISES)
        self._list.start(found.ids, self._keeping, is_whole=is_whole)
