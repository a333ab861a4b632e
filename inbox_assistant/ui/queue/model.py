"""The rows of the queue as Qt asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QAbstractTableModel, QModelIndex

from inbox_assistant.ui.qt_numbers import (
    ACCESSIBLE_TEXT_ROLE,
    DISPLAY_ROLE,
    TOOL_TIP_ROLE,
    USER_ROLE,
)
from inbox_assistant.ui.queue.pages import Pages
from inbox_assistant.ui.queue.row_words import RowWords

if TYPE_CHECKING:
    from array import array
    from datetime import datetime

    from PySide6.QtCore import QObject

    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.ui.queue.source import RowSource

_Index = QModelIndex
_ROLES = frozenset({USER_ROLE, TOOL_TIP_ROLE, DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE})
_ROOT = QModelIndex()


class QueueModel(QAbstractTableModel):
    """One column of rows, of which only the visible ones are ever fetched.

    ``UserRole`` is the row itself; the texts are one sentence for screen readers.
    """

    def __init__(
        self, source: RowSource, now: datetime, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.now = now
        """What the time left is counted from; set by whoever ticks."""
        self._pages = Pages(source)
        self.words = RowWords()
        """What is told of a row to whoever does not see it."""

    @property
    def ids(self) -> array[int]:
        """Return the numbers of all rows, in the order of the list."""
        return self._pages.ids

    def replace(self, ids: array[int]) -> None:
        """Show the rows numbered *ids*, fetched anew."""
        if ids == self._pages.ids:
            self._pages.replace(ids)
            if ids:
                last = self.index(len(ids) - 1, 0)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._pages.replace(ids)
        self.endResetModel()

    def row_at(self, place: int) -> QueueRow | None:
        """Return the row at *place*; nothing where it is gone meanwhile."""
        return self._pages.row(place)

    def number_at(self, place: int) -> int:
        """Return the number of the row at *place*."""
        return self._pages.ids[place]

    def rowCount(self, parent: _Index = _ROOT) -> int:  # type: ignore[override]
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._pages.ids)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # type: ignore[override]
        """Return one: a row is drawn as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = DISPLAY_ROLE) -> Any:  # type: ignore[override]  # noqa: ANN401 - Qt takes anything
        """Return the row, or its sentence for a screen reader."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._pages.row(index.row())
        if role == USER_ROLE:
            return row
        if row is None:
            return ""
        if role == TOOL_TIP_ROLE:
            return self.words.times(row)
        return self.words.sentence(row, self.now)

    def headerData(
        self,
        section: int,
        orientation: QtCore.Qt.Orientation,
        role: int = DISPLAY_ROLE,
    ) -> Any:  # noqa: ANN401 - Qt takes anything
        """Name the column; rows have no names, or each would be read as a number."""
        if role != DISPLAY_ROLE or section < 0:
            return None
        is_column = orientation == QtCore.Qt.Orientation.Horizontal
        return self.tr("Messages") if is_column else ""
