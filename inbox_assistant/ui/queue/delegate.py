"""The painting of queue rows: calm, with the countdown as the loudest thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.coloured_words import draw_words
from inbox_assistant.ui.qt_numbers import USER_ROLE
from inbox_assistant.ui.queue.row_layout import (
    LEAST_BUYER,
    TEXT,
    RowLayout,
    lay_out,
)
from inbox_assistant.ui.queue.row_style import BAR, GUTTER, row_style
from inbox_assistant.ui.queue.row_words import RowWords, Sign
from inbox_assistant.ui.queue.stamps import (
    SIDE,
    Stamps,
    stamp_height,
    stamp_top,
    stamp_width,
)

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QFont, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.ui.icons import Icons

_KEPT = 500


class Marks(Protocol):
    """Tells which rows are marked."""

    def __contains__(self, number: object, /) -> bool:
        """Return whether the row *number* is marked."""


class QueueDelegate(QStyledItemDelegate):
    """Paint a row from its value and the one *now* that all rows share."""

    def __init__(
        self,
        icons: Icons,
        marks: Marks,
        now: datetime,
        font: QFont,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.now = now
        """What the time left is counted from; set by whoever ticks."""
        self.words = RowWords()
        self.current: int | None = None
        """The place of the row that is current; asking Qt's option costs more."""
        self.only_signs = False
        """Whether nothing but countdowns is to be painted anew."""
        self.is_mirrored = QGuiApplication.isRightToLeft()
        """Whether the language runs from right to left, and rows with it."""
        self._icons = icons
        self._marks = marks
        self._style = row_style(font)
        self._layouts: dict[tuple[int, int, str], tuple[QueueRow, RowLayout]] = {}
        self._stamps = Stamps(icons.theme)

    @property
    def row_height(self) -> int:
        """Return how high every row is."""
        return self._style.height

    def set_font(self, font: QFont) -> None:
        """Set the rows in *font* from now on."""
        self._style = row_style(font)
        self._layouts.clear()

    @property
    def sign_room(self) -> int:
        """Return the width of the strip at the end that holds every countdown."""
        return self.sign_width("overdue") + spacing.LARGE

    @property
    def narrowest(self) -> int:
        """Return the width in which a countdown leaves room for a buyer's name."""
        return GUTTER + LEAST_BUYER + spacing.MEDIUM + self.sign_room + BAR

    def is_at_mark(self, event: QMouseEvent) -> bool:
        """Return whether a click at *event* marks its row."""
        x, widget = event.position().x(), self.parent()
        if self.is_mirrored and isinstance(widget, QWidget):
            x = widget.width() - x
        return x < GUTTER

    def notice_area(self, area: QRect, width: int) -> None:
        """Notice whether *area*, of rows of *width*, holds nothing but countdowns."""
        room = self.sign_room
        is_at_left = area.right() <= room
        is_at_right = area.left() >= width - room - 1
        self.only_signs = is_at_left if self.is_mirrored else is_at_right

    def sign_width(self, colour: str) -> int:
        """Return the room kept for the countdown of rows whose sign is *colour*."""
        return stamp_width(self.words.widest_sign(colour), self._style.sign)

    def sign_place(self, row: QRect, colour: str) -> QRect:
        """Return where in *row* a countdown in *colour* stands, and nothing else."""
        face, width = self._style.sign, self.sign_width(colour) + spacing.LARGE
        top = row.top() + stamp_top(self._style.first_line, face)
        left = row.left() if self.is_mirrored else row.right() + 1 - width
        return QRect(left, top, width, stamp_height(face))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the same size for every row."""
        del index
        return QSize(option.rect.width(), self._style.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row at *index*."""
        row: QueueRow | None = index.data(USER_ROLE)
        rect: QRect = option.rect
        if row is None:
            return
        sign = self.words.sign(row, self.now)
        painter.translate(rect.topLeft())
        is_marked = row.number in self._marks
        is_current = index.row() == self.current
        self._paint_ground(painter, rect, is_current=is_current, is_marked=is_marked)
        if is_current or sign.colour == "overdue":
            ink = "accent" if is_current else "overdue"
            at = rect.width() - BAR if self.is_mirrored else 0
            self._fill(painter, (at, 0, BAR, rect.height() - 1), ink)
        if not self.only_signs:
            self._paint_shape(painter, sign, rect.width(), is_marked=is_marked)
            self._paint_words(painter, self._layout(row, rect.width(), sign.colour))
        self._paint_sign(painter, sign, rect.width())
        painter.translate(-rect.topLeft())

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        *,
        is_current: bool,
        is_marked: bool,
    ) -> None:
        width, height = rect.width(), rect.height()
        if is_current:
            self._fill(painter, (0, 0, width, height), "accent_tint")
        elif is_marked:
            self._fill(painter, (0, 0, width, height), "marked_tint")
        self._fill(painter, (0, height - 1, width, 1), "line")

    def _fill(
        self, painter: QPainter, area: tuple[int, int, int, int], ink: str
    ) -> None:
        # What else fills a rectangle would load the hundreds of names of ``Qt``.
        painter.setBackground(self._icons.theme.colours.brush(ink))
        painter.eraseRect(*area)

    def _paint_shape(
        self,
        painter: QPainter,
        sign: Sign,
        width: int,
        *,
        is_marked: bool,
    ) -> None:
        icon, colour = ("marked", "accent") if is_marked else (sign.icon, sign.colour)
        if not icon:
            return
        ratio = painter.device().devicePixelRatio()
        pixmap = self._icons.pixmap(icon, colour, spacing.ICON, ratio)
        middle = self._style.first_line - self._style.buyer.metrics.capHeight() // 2
        left = spacing.LARGE
        if self.is_mirrored:
            left = width - left - spacing.ICON
        painter.drawPixmap(left, middle - spacing.ICON // 2, pixmap)

    def _paint_words(self, painter: QPainter, layout: RowLayout) -> None:
        small, ratio = self._style.small, painter.device().devicePixelRatio()
        for pill in layout.pills:
            words, colour = pill.badge.words, pill.badge.colour
            stamp = self._stamps.stamp(words, colour, small, ratio, on_tint=True)
            painter.drawPixmap(pill.at, stamp)
        if self.is_mirrored:
            # Each text in the direction of its own first letter.
            painter.setLayoutDirection(QtCore.Qt.LayoutDirection.LayoutDirectionAuto)
        colours = self._icons.theme.colours
        for run in layout.runs:
            if run.colour == TEXT:
                painter.setFont(run.face.font)
                painter.drawText(run.x, run.y, run.text)
            else:
                at, brush = QPointF(run.x, run.y), colours.brush(run.colour)
                draw_words(painter, at, run.text, run.face.font, brush)

    def _paint_sign(self, painter: QPainter, sign: Sign, width: int) -> None:
        if not sign.words:
            return
        face, ratio = self._style.sign, painter.device().devicePixelRatio()
        on_tint = sign.colour == "overdue"
        stamp = self._stamps.stamp(
            sign.words, sign.colour, face, ratio, on_tint=on_tint
        )
        right = width - spacing.LARGE + (0 if on_tint else SIDE)
        x = right - stamp.deviceIndependentSize().width()
        if self.is_mirrored:
            x = width - right
        painter.drawPixmap(QPointF(x, stamp_top(self._style.first_line, face)), stamp)

    def _layout(self, row: QueueRow, width: int, colour: str) -> RowLayout:
        key = (row.number, width, colour)
        known = self._layouts.get(key)
        # A row fetched anew is another object, and may say something else.
        if known is not None and known[0] is row:
            return known[1]
        if len(self._layouts) >= _KEPT:
            # One at a time: to free them all at once would be felt.
            del self._layouts[next(iter(self._layouts))]
        layout = lay_out(row, self.words, self._style, width, self.sign_width(colour))
        if self.is_mirrored:
            layout.mirror(width, self._style.small)
        self._layouts[key] = (row, layout)
        return layout
