"""A bar chart that is drawn by ourselves, and whose bars open their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from inbox_assistant.reports.chart import Box, Column, Frame, Layout, lay_out
from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import figures, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from inbox_assistant.ui.theme import Theme

INKS = ("done", "soon", "overdue")
"""The colours of the parts of a bar, from the base upwards, by their meaning."""

_HEIGHT = 210
_LABEL_SIZE = 0.85
_ROUND = 2.0


class ChartView(QWidget):
    """Draws columns of three parts; ``names`` say what the parts are."""

    chosen = Signal(int, int)
    """The numbers of the column and of the part that was clicked."""

    def __init__(
        self, theme: Theme, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = tuple(names)
        self._columns: tuple[Column, ...] = ()
        self.setMinimumHeight(_HEIGHT)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Chart"))
        theme.changed.connect(self.update)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Draw *columns* from now on."""
        self._columns = tuple(columns)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which labels can be read."""
        return QSize(640, _HEIGHT)

    def picture(self, scale: float = 2.0) -> QImage:
        """Return the chart as a picture, on the ground of the window."""
        image = QImage(self.size() * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(self.palette().base().color())
        painter = QPainter(image)
        self._draw(painter)
        painter.end()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart."""
        del event
        painter = QPainter(self)
        self._draw(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which part was clicked."""
        box = self._box_at(event.position().x(), event.position().y())
        if box is not None:
            self.chosen.emit(box.column, box.part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be opened."""
        box = self._box_at(event.position().x(), event.position().y())
        shape = Qt.CursorShape
        self.setCursor(shape.ArrowCursor if box is None else shape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        """Say the number below the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            box = self._box_at(event.pos().x(), event.pos().y())
            if box is not None:
                column = self._columns[box.column]
                words = f"{column.label}: {column.parts[box.part]}"
                name = self._names[box.part]
                QToolTip.showText(event.globalPos(), f"{words} · {name}", self)
            return True
        return super().event(event)

    def _layout(self) -> Layout:
        metrics = self.fontMetrics()
        longest = max(
            (metrics.horizontalAdvance(c.label) for c in self._columns), default=0
        )
        frame = Frame(self.width(), self.height(), bottom=metrics.height() + 8)
        return lay_out(self._columns, frame, longest + spacing.LARGE)

    def _box_at(self, x: float, y: float) -> Box | None:
        for box in self._layout().boxes:
            rect = QRectF(box.x, box.y, box.width, box.height)
            if rect.adjusted(0, -1, 0, 1).contains(x, y):
                return box
        return None

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(figures(scaled(self.font(), _LABEL_SIZE)))
        layout, colours = self._layout(), self._theme.colours
        for y, at in layout.ticks:
            painter.setPen(colours.line)
            painter.drawLine(36, round(y), self.width() - 8, round(y))
            painter.setPen(colours.muted)
            place = QRectF(0, y - 9, 30, 18)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, align, str(at))
        painter.setPen(Qt.PenStyle.NoPen)
        for box in layout.boxes:
            painter.setBrush(getattr(colours, INKS[box.part]))
            rect = QRectF(box.x, box.y, box.width, box.height)
            painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.setPen(colours.muted)
        for x, label in layout.labels:
            place = QRectF(x - 80, self.height() - 22, 160, 20)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label)
