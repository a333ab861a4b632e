"""The queue's list: keys, marks, and a selection that nothing moves."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal, Slot

from inbox_assistant.ui.queue.heirs import heir_of, place_of
from inbox_assistant.ui.queue.keeping import Keeping
from inbox_assistant.ui.queue.rows_view import RowsView

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from inbox_assistant.ui.icons import Icons
    from inbox_assistant.ui.queue.keys import Keys
    from inbox_assistant.ui.queue.model import QueueModel


_CURRENT = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect
    | QItemSelectionModel.SelectionFlag.Rows
)


class QueueView(RowsView):
    """A list of any length with one current row and any number of marked ones."""

    current_changed = Signal(object)
    """The number of the row that is current now, or nothing."""

    opened = Signal(object)
    """The number of a row to be opened."""

    marks_changed = Signal(int)
    """How many rows are marked now."""

    def __init__(
        self, model: QueueModel, icons: Icons, parent: QWidget | None = None
    ) -> None:
        # Qt tells of a current row as soon as there is a model, and none is.
        self._is_replacing = True
        super().__init__(model, icons, parent)
        self.setAccessibleName(self.tr("Message queue"))
        self.letters_act = True
        """Whether single letters are commands; some people type by voice."""
        self.is_in_use: Callable[[], bool] = _never
        """Whether what the current row opened must stay although its row is gone."""
        self.is_begun: Callable[[], bool] = _never
        """Whether an answer to what the current row opened was begun."""
        self._told: int | None = None
        self._awaited: int | None = None
        self._is_replacing = False

    @property
    def marked(self) -> frozenset[int]:
        """Return the numbers of the marked rows."""
        return frozenset(self._marks)

    def numbers(self) -> list[int]:
        """Return the numbers of all rows, in the order of the list."""
        return list(self._rows.ids)

    @property
    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows.ids)

    def acting_on(self) -> list[int]:
        """Return the rows an action is meant for: those marked, else the current."""
        if self._marks:
            return [number for number in self._rows.ids if number in self._marks]
        current = self.current_number()
        return [] if current is None else [current]

    def current_number(self) -> int | None:
        """Return the number of the current row."""
        index = self.currentIndex()
        return self._rows.number_at(index.row()) if index.isValid() else None

    @property
    def is_gone_to(self) -> bool:
        """Whether somebody went to the current row or began to answer it."""
        return self.currentIndex().row() > 0 or self.is_begun()

    def start(
        self,
        ids: array[int],
        keeping: Keeping = Keeping.NOTHING,
        *,
        is_whole: bool = True,
    ) -> None:
        """Show another list from its beginning, the first row current.

        What somebody writes in stays current, or open where the list has no such row.
        So does what *keeping* says; where *ids* are not the *is_whole* list yet, the
        row may come with the next ``refresh``.
        """
        current, is_in_use = self.currentIndex().row(), self.is_in_use()
        is_kept = is_in_use or keeping is Keeping.PLACE
        kept = self._told if is_kept else None
        place = None if kept is None else place_of(ids, kept, 0)
        below_top = self._below_top(current)
        self._awaited = kept if place is None and not is_whole else None
        if keeping is Keeping.NOTHING:
            self._marks.clear()
        self._replace(ids)
        if place is None and self._awaited is None and (kept is None or not is_in_use):
            place, kept = (0, None) if ids else (None, None)
        self._select(place)
        self._scroll_to(place, below_top)
        # The rows are seen before anybody looks for the thread behind the first one.
        self.viewport().repaint()
        if kept is None:
            self._tell_current()
        if is_whole:
            self._keep_marks(ids)
        self.marks_changed.emit(len(self._marks))

    def refresh(self, ids: array[int]) -> None:
        """Show the list as it is now; what is current and in sight stays there."""
        old, bar, height = self._rows.ids, self.verticalScrollBar(), self._row_height
        current = self.currentIndex().row()
        top = bar.value() // height
        is_seen = current in self._seen_places()
        anchor = current if is_seen else top
        offset = anchor * height - bar.value()
        awaited, self._awaited = self._awaited, None
        self._replace(ids)
        if awaited is not None and current < 0:
            self._take_up(awaited)
        elif old:
            self._stay_current(old, current, ids)
            place = heir_of(old, min(anchor, len(old) - 1), ids)
            bar.setValue((place or 0) * height - offset)
        elif ids:
            self._make_current(0)
        self._keep_marks(ids)

    def go_to(self, number: int) -> bool:
        """Make the row *number* current; return whether the list has it."""
        near = max(0, self.currentIndex().row())
        place = place_of(self._rows.ids, number, near)
        if place is None:
            return False
        self._make_current(place)
        return True

    def step(self, by: int) -> None:
        """Make the row *by* places further on current, as far as there are rows."""
        last = len(self._rows.ids) - 1
        if last >= 0:
            self._make_current(min(last, max(0, self.currentIndex().row() + by)))

    def toggle_mark(self) -> None:
        """Mark the current row, or take its mark away."""
        number = self.current_number()
        if number is not None:
            self._set_marks(self._marks ^ {number})

    def mark_and_step(self, by: int) -> None:
        """Mark the current row and the one *by* places further, which gets current."""
        start = self.current_number()
        self.step(by)
        end = self.current_number()
        if start is not None and end is not None:
            self._set_marks(self._marks | {start, end})

    @Slot()
    def mark_all(self) -> None:
        """Mark every row of the list."""
        self._set_marks(set(self._rows.ids))

    @Slot()
    def clear_marks(self) -> None:
        """Take every mark away."""
        self._set_marks(set())

    def leave_marks(self) -> bool:
        """Take every mark away; where there is none the key is someone else's."""
        had_marks = bool(self._marks)
        self.clear_marks()
        return had_marks

    def open_current(self) -> None:
        """Tell that the current row is to be opened."""
        number = self.current_number()
        if number is not None:
            self.opened.emit(number)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell which row is current, unless the same one only moved."""
        super().currentChanged(current, previous)
        if not self._is_replacing:
            self._tell_current()

    def keyboardSearch(self, search: str) -> None:
        """Ignore typed letters: they are commands, and Qt would read every row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, mark and open by single keys; leave the rest to Qt."""
        done = self._keys.act(event, letters_act=self.letters_act)
        event.setAccepted(done)
        if not done:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark by a click on a row's shape, or with Ctrl or Shift held."""
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == QtCore.Qt.MouseButton.LeftButton
        if not (is_left and index.isValid()):
            super().mousePressEvent(event)
            return
        held, key = event.modifiers(), QtCore.Qt.KeyboardModifier
        number = self._rows.number_at(index.row())
        if held == key.ShiftModifier:
            here = max(0, self.currentIndex().row())
            first, last = sorted((here, index.row()))
            self._set_marks(self._marks | set(self._rows.ids[first : last + 1]))
        elif held == key.ControlModifier or self._delegate.is_at_mark(event):
            self._set_marks(self._marks ^ {number})
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._delegate.is_at_mark(event):
            self.opened.emit(self._rows.number_at(index.row()))

    def _below_top(self, place: int) -> int:
        """Return how far down the row at *place* is seen; the middle if it is not."""
        if place in self._seen_places():
            return place * self._row_height - self.verticalScrollBar().value()
        return (self.viewport().height() - self._row_height) // 2

    def _scroll_to(self, place: int | None, below_top: int) -> None:
        """Show the row at *place* as far down as before, or with the top of all."""
        top = (place or 0) * self._row_height
        is_at_top = top + self._row_height <= self.viewport().height()
        self.verticalScrollBar().setValue(0 if is_at_top else top - below_top)

    def _make_current(self, place: int | None) -> None:
        self._select(place)
        self._tell_current()

    def _select(self, place: int | None) -> None:
        """Make the row at *place* current, and tell nobody yet."""
        self._is_replacing = True
        if place is None:
            self.selectionModel().clear()
        else:
            index = self._rows.index(place, 0)
            self.selectionModel().setCurrentIndex(index, _CURRENT)
        self._is_replacing = False

    def _take_up(self, number: int) -> None:
        """Go on with the row *number*, or begin anew where it is not in the list."""
        place = place_of(self._rows.ids, number, 0)
        below_top = self._below_top(-1)
        if place is None and self.is_in_use():
            return
        self._make_current(place or (0 if self._rows.ids else None))
        self._scroll_to(place, below_top)

    def _stay_current(self, old: array[int], current: int, ids: array[int]) -> None:
        """Keep the row that was current, or let its heir take over."""
        if current >= 0:
            is_there = place_of(ids, old[current], current) is not None
            if is_there or not self.is_in_use():
                self._make_current(heir_of(old, current, ids))
                return
        elif self._told is not None:
            # It was gone while somebody wrote in it, and may be back.
            place = place_of(ids, self._told, 0)
            if place is not None:
                self._make_current(place)
                return
        # What is open stays open: nobody is told that no row is current.
        self._select(None)

    def _tell_current(self) -> None:
        number = self.current_number()
        if number != self._told:
            self._told = number
            self.current_changed.emit(number)

    def _replace(self, ids: array[int]) -> None:
        self._is_replacing = True
        self._rows.replace(ids)
        # The scroll bar's range must be the new list's before it is set.
        self.updateGeometries()
        self._is_replacing = False

    def _keep_marks(self, ids: array[int]) -> None:
        if self._marks:
            self._set_marks(self._marks.intersection(ids))

    def _set_marks(self, marks: set[int]) -> None:
        if marks == self._marks:
            return
        # The delegate holds the very same set.
        self._marks.clear()
        self._marks.update(marks)
        self.viewport().update()
        self.marks_changed.emit(len(marks))

    @cached_property
    def _keys(self) -> Keys:
        # No key is let in before the first rows are seen.
        from inbox_assistant.ui.queue.keys import Keys  # noqa: PLC0415

        return Keys(self)


def _never() -> bool:
    return False
