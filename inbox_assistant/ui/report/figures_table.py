"""The figures of one division as a table whose numbers open their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from inbox_assistant.domain.response import Bucket
from inbox_assistant.ui.report.words import (
    bucket_name,
    dimension_name,
    share_words,
    span_name,
    value_name,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inbox_assistant.reports.response_times import Dimension, Figures

BUCKETS = (
    Bucket.IN_TIME,
    Bucket.LATE,
    Bucket.NO_RESPONSE,
    Bucket.OPEN,
    Bucket.DISMISSED,
)
"""The columns that open a list, after the one with the name."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_RATE, _AVERAGE = len(BUCKETS) + 1, len(BUCKETS) + 2


class FiguresTable(QTableWidget):
    """One row a value, one column a bucket."""

    chosen = Signal(str, object)
    """The value and the bucket of the number that was opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, _AVERAGE + 1, parent)
        self._values: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Figures"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(_RIGHT)
        self.cellClicked.connect(self._open)
        self.cellActivated.connect(self._open)

    def show_figures(self, dimension: Dimension, values: Mapping[str, Figures]) -> None:
        """List *values* of *dimension*."""
        self._values = tuple(values)
        heads = [dimension_name(dimension), *(bucket_name(one) for one in BUCKETS)]
        heads += [self.tr("Late rate"), self.tr("Average")]
        self.setHorizontalHeaderLabels(heads)
        name = self.horizontalHeaderItem(0)
        if name is not None:
            name.setTextAlignment(_LEFT)
        self.setRowCount(len(values))
        for row, (value, figures) in enumerate(values.items()):
            counts = [figures.count(bucket) for bucket in BUCKETS]
            cells = [value_name(dimension, value), *map(str, counts)]
            cells += [share_words(figures.late_rate), span_name(figures.average)]
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                side = (
                    Qt.AlignmentFlag.AlignRight
                    if column
                    else Qt.AlignmentFlag.AlignLeft
                )
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)

    @Slot(int, int)
    def _open(self, row: int, column: int) -> None:
        item = self.item(row, column)
        is_count = 0 < column <= len(BUCKETS)
        if is_count and item is not None and item.text() != "0":
            self.chosen.emit(self._values[row], BUCKETS[column - 1])
