"""What a list without rows says."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons

_LARGER = 1.1
_HEIGHT = 3 * spacing.ICON_EMPTY
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class EmptyState:
    """A sentence, what follows from it, and the icon above them."""

    title: str
    hint: str = ""
    icon: str = "calm"


def paint_empty(canvas: QWidget, state: EmptyState, icons: Icons) -> None:
    """Paint *state* in the middle of *canvas*."""
    painter = QPainter(canvas)
    ratio = canvas.devicePixelRatioF()
    pixmap = icons.pixmap(state.icon, "muted", spacing.ICON_EMPTY, ratio)
    area = canvas.rect().adjusted(spacing.GENEROUS, 0, -spacing.GENEROUS, 0)
    top = max(spacing.WIDE, (area.height() - _HEIGHT) // 2)
    painter.drawPixmap((canvas.width() - spacing.ICON_EMPTY) // 2, top, pixmap)
    top += spacing.ICON_EMPTY + spacing.WIDE
    painter.setPen(icons.theme.colours.text)
    painter.setFont(strong(canvas.font(), _LARGER))
    below = QRect(area.left(), top, area.width(), area.height() - top)
    used = painter.drawText(below, _WORDS, state.title)
    below.setTop(top + used.height() + spacing.SMALL)
    painter.setPen(icons.theme.colours.muted)
    painter.setFont(canvas.font())
    painter.drawText(below, _WORDS, state.hint)
    painter.end()
