"""A panel on a ground of one of the theme's colours."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.theme import Theme


class TintedFrame(QFrame):
    """A frame with round corners, filled with the theme's colour *tint*.

    It is painted and not set as a palette, so that fields and buttons inside keep
    their own grounds and a change of theme needs no further work.
    """

    def __init__(self, theme: Theme, tint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tint = tint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        del event
        colour: QColor = getattr(self._theme.colours, self._tint)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(self.rect()), spacing.RADIUS, spacing.RADIUS)
