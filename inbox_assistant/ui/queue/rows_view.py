"""The rows of the queue on the screen: how they are painted, and how time goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from inbox_assistant.ui.qt_numbers import ACCESSIBLE_TEXT_ROLE, NEVER
from inbox_assistant.ui.queue.delegate import QueueDelegate
from inbox_assistant.ui.scroll_bar import calm_scrolling

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from PySide6.QtGui import QPaintEvent

    from inbox_assistant.ui.icons import Icons
    from inbox_assistant.ui.queue.empty import EmptyState
    from inbox_assistant.ui.queue.model import QueueModel


class RowsView(QTableView):
    """A list of any length, of which only what is in sight costs anything."""

    painted = Signal()
    """Rows have been painted."""

    def __init__(
        self,
        model: QueueModel,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._icons = icons
        self._empty: EmptyState | None = None
        self._marks: set[int] = set()
        self._delegate = QueueDelegate(icons, self._marks, model.now, self.font(), self)
        self.setMinimumWidth(self._delegate.narrowest)
        # Asked for a viewport that Python does not know, PySide would look through
        # every kind of widget there is, to find out which one it may be.
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self.setViewport(ground)
        self.setItemDelegate(self._delegate)
        self._set_up()
        # The headers are hidden by now, and so nobody asks for their names.
        self.setModel(model)
        icons.theme.changed.connect(self._paint_again)

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
            self._rows.dataChanged.emit(first, last, [ACCESSIBLE_TEXT_ROLE])

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

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("horizontalScrollBarPolicy", NEVER)
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
