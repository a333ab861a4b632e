"""One line of text that gives way when there is no room."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget


class ElidedLabel(QFrame):
    """Show *text* on one line, cut with an ellipsis; the tooltip has all of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def text(self) -> str:
        """Return all of the text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show *text* from now on, its line ends as spaces."""
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the whole text."""
        # Rounded down by less than a pixel, a text would be cut that has its room.
        exact = QFontMetricsF(self.font()).horizontalAdvance(self._text)
        return QSize(ceil(exact), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the height of a line and no width."""
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        del event
        metrics = self.fontMetrics()
        mode = Qt.TextElideMode.ElideRight
        fitting = metrics.elidedText(self._text, mode, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, fitting)
