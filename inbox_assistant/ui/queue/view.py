"""The queue's list: keys, marks, and a selection that nothing moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from inbox_assistant.ui.queue.delegate import QueueDelegate
from inbox_assistant.ui.queue.heirs import heir_of, place_of
from inbox_assistant.ui.queue.keys import CTRL, NO_KEYS, SHIFT, keys_of
from inbox_assistant.ui.scroll_bar import calm_scrolling

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable
    from datetime import datetime, timedelta

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from inbox_assistant.ui.icons import Icons
    from inbox_assistant.ui.queue.empty import EmptyState
    from inbox_assistant.ui.queue.model import QueueModel


_CURRENT = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect
    | QItemSelectionModel.SelectionFlag.Rows
)


class QueueView(QTableView):
    """A list of any length with one current row and any number of marked ones."""

    current_changed = Signal(object)
    """The number of the row that is current now, or nothing."""

    opened = Signal(object)
    """The number of a row to be opened."""

    marks_changed = Signal(int)
    """How many rows are marked now."""

    painted = Signal()
    """Rows have been painted."""

    def __init__(
        self, model: QueueModel, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.letters_act = True
        """Whether single letters are commands; some people type by voice."""
        self.is_in_use: Callable[[], bool] = _never
        """Whether what the current row opened must stay although its row is gone."""
        self._rows = model
        self._icons = icons
        self._marks: set[int] = set()
        self._told: int | None = None
        self._is_replacing = False
        self._commands = keys_of(self)
        self._empty: EmptyState | None = None
        self._delegate = QueueDelegate(icons, self._marks, model.now, self.font(), self)
        self.setMinimumWidth(self._delegate.narrowest)
        # Asked for a viewport that Python does not know, PySide would look through
        # every kind of widget there is, to find out which one it may be.
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self.setViewport(ground)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self._set_up()
        icons.theme.changed.connect(self._paint_again)

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

    def set_empty(self, state: EmptyState) -> None:
        """Say *state* while there are no rows."""
        self._empty = state
        self.viewport().update()

    def set_soon(self, soon: timedelta) -> None:
        """Count a deadline as soon from this much time left on."""
        self._delegate.words.soon = soon
        self.viewport().update()

    def count_to_promises(self, *, is_on: bool) -> None:
        """Count down to what a buyer was promised, where that ends sooner."""
        self._delegate.words.by_promise = self._rows.words.by_promise = is_on

    def start(self, ids: array[int]) -> None:
        """Show another list from its beginning, the first row current."""
        self._marks.clear()
        self._replace(ids)
        self.scrollToTop()
        self._is_replacing = True
        first = self._rows.index(0, 0) if ids else QModelIndex()
        self.selectionModel().setCurrentIndex(first, _CURRENT)
        self._is_replacing = False
        # The rows are seen before anybody looks for the thread behind the first one.
        self.viewport().repaint()
        self._tell_current()
        self.marks_changed.emit(0)

    def refresh(self, ids: array[int]) -> None:
        """Show the list as it is now; what is current and in sight stays there."""
        old, bar, height = self._rows.ids, self.verticalScrollBar(), self._row_height
        current = self.currentIndex().row()
        top = bar.value() // height
        is_seen = current in self._seen_places()
        anchor = current if is_seen else top
        offset = anchor * height - bar.value()
        self._replace(ids)
        if old:
            self._stay_current(old, current, ids)
            place = heir_of(old, min(anchor, len(old) - 1), ids)
            bar.setValue((place or 0) * height - offset)
        elif ids:
            self._make_current(0)
        self._keep_marks(ids)

    @Slot()
    def _paint_again(self) -> None:
        self.viewport().update()

    @Slot(object)
    def tick(self, now: datetime) -> None:
        """Repaint the countdowns that read differently at *now*, and nothing else."""
        before = self._delegate.now
        self._delegate.now = self._rows.now = now
        for place in self._seen_places():
            row = self._rows.row_at(place)
            if row is None:
                continue
            old, new = (self._delegate.words.sign(row, at) for at in (before, now))
            if old != new:
                rect = self.visualRect(self._rows.index(place, 0))
                if old.colour == new.colour:
                    rect = self._delegate.sign_place(rect, new.colour)
                self.viewport().update(rect)

    @Slot(object)
    def tell_time(self, now: datetime) -> None:
        """Let screen readers know what the rows in sight say at *now*."""
        self._rows.now = now
        seen = self._seen_places()
        if seen:
            first, last = self._rows.index(seen[0], 0), self._rows.index(seen[-1], 0)
            self._rows.dataChanged.emit(
                first, last, [Qt.ItemDataRole.AccessibleTextRole]
            )

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
        done = self._by_key(event)
        event.setAccepted(done)
        if not done:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark by a click on a row's shape, or with Ctrl or Shift held."""
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not (is_left and index.isValid()):
            super().mousePressEvent(event)
            return
        held = event.modifiers()
        number = self._rows.number_at(index.row())
        if held == SHIFT:
            here = max(0, self.currentIndex().row())
            first, last = sorted((here, index.row()))
            self._set_marks(self._marks | set(self._rows.ids[first : last + 1]))
        elif held == CTRL or self._delegate.is_at_mark(event):
            self._set_marks(self._marks ^ {number})
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._delegate.is_at_mark(event):
            self.opened.emit(self._rows.number_at(index.row()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or that there are none."""
        self._delegate.notice_area(event.rect(), self.viewport().width())
        current = self.currentIndex()
        self._delegate.current = current.row() if current.isValid() else None
        super().paintEvent(event)
        if self._rows.ids:
            self.painted.emit()
        else:
            self._paint_empty()

    def _paint_empty(self) -> None:
        if self._empty is not None:
            from inbox_assistant.ui.queue.empty import paint_empty  # noqa: PLC0415

            paint_empty(self.viewport(), self._empty, self._icons)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows anew when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._delegate.set_font(self.font())
            self.setMinimumWidth(self._delegate.narrowest)
            self.verticalHeader().setDefaultSectionSize(self._row_height)

    @property
    def _row_height(self) -> int:
        return self._delegate.row_height

    def _seen_places(self) -> range:
        top = self.verticalScrollBar().value()
        end = top + self.viewport().height() - 1
        last = min(end // self._row_height, len(self._rows.ids) - 1)
        return range(top // self._row_height, last + 1)

    def _make_current(self, place: int | None) -> None:
        index = QModelIndex() if place is None else self._rows.index(place, 0)
        self.selectionModel().setCurrentIndex(index, _CURRENT)
        self._tell_current()

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
        self._is_replacing = True
        self.selectionModel().clear()
        self._is_replacing = False

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

    def _by_key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = self._commands.get((held, event.key()))
        is_letter = event.text().isalpha() and held in (NO_KEYS, SHIFT)
        if command is None or (is_letter and not self.letters_act):
            return False
        return command() is not False

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Message queue"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(self, self._icons.theme)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._row_height)


def _never() -> bool:
    return False
