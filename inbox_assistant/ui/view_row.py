"""The painting of one view on the left: its shape, its name, how much it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate

from inbox_assistant.ui import spacing
from inbox_assistant.ui.coloured_words import draw_words
from inbox_assistant.ui.fonts import figures, strong
from inbox_assistant.ui.qt_numbers import DISPLAY_ROLE, USER_ROLE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtWidgets import QListWidget, QStyleOptionViewItem

    from inbox_assistant.ui.icons import Icons

ICON_ROLE = USER_ROLE + 1
"""The name of the row's icon."""
COUNT_ROLE = USER_ROLE + 2
"""How many threads the view holds."""
LOUD_ROLE = USER_ROLE + 3
"""Whether what is in it must not be overlooked."""


class _Words(NamedTuple):
    text: str
    font: QFont
    ink: str


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
        is_mirrored = self._panel.isRightToLeft()
        left = inner.right() + 1 - spacing.ICON if is_mirrored else inner.left()
        painter.drawPixmap(left, top, icon)
        room = spacing.ICON + spacing.LARGE
        place = inner.adjusted(*((0, 0, -room, 0) if is_mirrored else (room, 0, 0, 0)))
        font: QFont = option.font
        name = strong(font) if is_current or is_loud else font
        words = _Words(index.data(DISPLAY_ROLE), name, ink)
        self._paint_words(painter, words, place)
        if count:
            number = figures(strong(font) if is_loud else font)
            words = _Words(str(count), number, "overdue" if is_loud else "muted")
            self._paint_words(painter, words, place, at_end=True)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, words: _Words, place: QRect, *, at_end: bool = False
    ) -> None:
        """Paint *words* into the middle of *place*, at its beginning or its end."""
        metrics = QFontMetrics(words.font)
        top = place.top() + (place.height() - metrics.height()) // 2
        left = place.left()
        if at_end is not self._panel.isRightToLeft():
            left = place.right() + 1 - metrics.horizontalAdvance(words.text)
        at = QPointF(left, top + metrics.ascent())
        brush = self._icons.theme.colours.brush(words.ink)
        draw_words(painter, at, words.text, words.font, brush)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, *, is_current: bool
    ) -> None:
        if not is_current:
            return
        colours = self._icons.theme.colours
        place = QRectF(rect.adjusted(spacing.MEDIUM, 1, -spacing.MEDIUM, -1))
        ground = QPainterPath()
        ground.addRoundedRect(place, spacing.RADIUS, spacing.RADIUS)
        painter.fillPath(ground, colours.brush("accent_tint"))
        if self._panel.hasFocus():
            # Where the keyboard is must be seen, and no louder than that.
            painter.strokePath(ground, colours.pen("focus", 1))
