"""The painting of one view on the left: its shape, its name, how much it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import figures, strong

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QListWidget, QStyleOptionViewItem

    from inbox_assistant.ui.icons import Icons

ICON_ROLE = Qt.ItemDataRole.UserRole + 1
"""The name of the row's icon."""
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
"""How many threads the view holds."""
LOUD_ROLE = Qt.ItemDataRole.UserRole + 3
"""Whether what is in it must not be overlooked."""

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ViewRow(QStyledItemDelegate):
    """Paint a name on the left and a quiet number on the right."""

    def __init__(self, icons: Icons, panel: QListWidget) -> None:
        super().__init__(panel)
        self._icons = icons
        self._panel = panel

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the same height for every view."""
        del index
        height = option.fontMetrics.height() + 2 * (spacing.MEDIUM + spacing.TINY)
        return QSize(option.rect.width(), height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, shape, name and number."""
        is_current = index.row() == self._panel.currentRow()
        is_loud = bool(index.data(LOUD_ROLE))
        count = int(index.data(COUNT_ROLE) or 0)
        ink = "accent" if is_current else "overdue" if is_loud else "text"
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, is_current=is_current)
        inner = rect.adjusted(spacing.WIDE + spacing.TINY, 0, -spacing.WIDE, 0)
        ratio = painter.device().devicePixelRatio()
        icon = self._icons.pixmap(index.data(ICON_ROLE), ink, spacing.ICON, ratio)
        top = inner.center().y() + 1 - spacing.ICON // 2
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        left = inner.right() + 1 - spacing.ICON if is_mirrored else inner.left()
        painter.drawPixmap(left, top, icon)
        font = option.font
        painter.setFont(strong(font) if is_current or is_loud else font)
        painter.setPen(self._ink(ink))
        room = spacing.ICON + spacing.LARGE
        words = inner.adjusted(*((0, 0, -room, 0) if is_mirrored else (room, 0, 0, 0)))
        painter.drawText(words, _MIDDLE, index.data(Qt.ItemDataRole.DisplayRole))
        if count:
            painter.setFont(figures(strong(font) if is_loud else font))
            painter.setPen(self._ink("overdue" if is_loud else "muted"))
            painter.drawText(words, _MIDDLE | Qt.AlignmentFlag.AlignRight, str(count))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, *, is_current: bool
    ) -> None:
        if not is_current:
            return
        ground = rect.adjusted(spacing.MEDIUM, 1, -spacing.MEDIUM, -1)
        painter.setBrush(self._ink("accent_tint"))
        # Where the keyboard is must be seen, and no louder than that.
        is_here = self._panel.hasFocus()
        painter.setPen(self._ink("focus") if is_here else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(ground, spacing.RADIUS, spacing.RADIUS)

    def _ink(self, name: str) -> QColor:
        colour: QColor = getattr(self._icons.theme.colours, name)
        return colour
