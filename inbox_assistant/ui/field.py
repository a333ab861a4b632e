"""A line to type in, whose edge can be seen on every ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QLineEdit

from inbox_assistant.ui import spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from inbox_assistant.ui.theme import Theme

_HEIGHT = 30


class Field(QLineEdit):
    """An ordinary line edit; the style's own edge is hardly seen on dark grounds."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setMinimumHeight(_HEIGHT)
        self.setTextMargins(spacing.MEDIUM, 0, spacing.SMALL, 0)
        theme.changed.connect(self._paint_again)

    @Slot()
    def _paint_again(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the edge, which is stronger where the keyboard is."""
        super().paintEvent(event)
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_here = self.hasFocus()
        inset = 1.0 if is_here else 0.5
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        edge = QPainterPath()
        edge.addRoundedRect(place, spacing.SMALL, spacing.SMALL)
        painter.strokePath(
            edge, colours.pen("focus" if is_here else "muted", 2 * inset)
        )
