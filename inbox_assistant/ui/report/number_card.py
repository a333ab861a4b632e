"""One number of the report, large, with what it counts; it opens its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import figures, strong

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from inbox_assistant.ui.theme import Theme

_SIZE = QSize(132, 74)
_BIG = 1.7


class NumberCard(QPushButton):
    """A push button that is painted as a number above its name."""

    def __init__(
        self, theme: Theme, name: str, ink: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._ink = ink
        self._number = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)
        self.show_number("—")

    @property
    def number(self) -> str:
        """Return the number that is shown."""
        return self._number

    def show_number(self, number: str, *, opens: bool = False) -> None:
        """Show *number*; *opens* says whether there is a list behind it."""
        self._number = number
        self.setEnabled(opens)
        self.setAccessibleName(f"{self._name}: {number}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that number and name want."""
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        """Return the same, narrower."""
        return QSize(92, _SIZE.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, number and name."""
        del event
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.focus if self.hasFocus() else colours.line
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        is_under = self.underMouse() and self.isEnabled()
        ground = colours.accent_tint if is_under else self.palette().base().color()
        painter.setBrush(ground)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, spacing.RADIUS, spacing.RADIUS)
        inner = rect.adjusted(spacing.LARGE, spacing.MEDIUM, -spacing.SMALL, -6)
        painter.setFont(figures(strong(self.font(), _BIG)))
        painter.setPen(getattr(colours, self._ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, self._number)
        painter.setFont(self.font())
        painter.setPen(colours.muted)
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, self._name)
