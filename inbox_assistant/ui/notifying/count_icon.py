"""The picture in the tray: how many threads wait, on the colour of the worst.

Colour is not the only sign: what is overdue stands on a disc, what is due soon on a
square, and what has time in an outline. A dot in the corner says that a mailbox is no
longer read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap

from inbox_assistant.domain.countdown import Urgency

if TYPE_CHECKING:
    from inbox_assistant.domain.tally import Tally
    from inbox_assistant.ui.palette import Colours

_SIZES = (16, 22, 24, 32, 48, 64)
_MOST = 99
_HEIGHTS = {1: 0.72, 2: 0.60, 3: 0.44}
"""How high figures are drawn, as a part of the whole, by how many there are."""


def count_icon(tally: Tally, colours: Colours, *, is_silent: bool) -> QIcon:
    """Return the picture for *tally* in every size that trays use."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_draw(tally, colours, size, is_silent=is_silent))
    return icon


def count_text(tally: Tally) -> str:
    """Return the figures on the picture; nothing where nothing waits."""
    # What was put off and ran over is not among those that wait.
    count = max(tally.waiting, tally.overdue)
    if count > _MOST:
        return f"{_MOST}+"
    return str(count) if count else ""


def _draw(tally: Tally, colours: Colours, size: int, *, is_silent: bool) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(0, 0, size, size)
    ink = _ground(painter, tally, colours, room)
    text = count_text(tally)
    if text:
        font = QFont()
        font.setBold(True)
        font.setPixelSize(max(7, round(size * _HEIGHTS[len(text)])))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    else:
        _tick(painter, ink, size)
    if is_silent:
        _dot(painter, colours, size)
    painter.end()
    return pixmap


def _ground(painter: QPainter, tally: Tally, colours: Colours, room: QRectF) -> QColor:
    """Paint what the figures stand on; return the colour to write them in."""
    worst, corner = tally.worst, room.width() / 5
    painter.setPen(Qt.PenStyle.NoPen)
    if worst is Urgency.OVERDUE:
        painter.setBrush(colours.overdue)
        painter.drawEllipse(room)
        return colours.overdue_tint
    if worst is Urgency.SOON:
        painter.setBrush(colours.soon)
        painter.drawRoundedRect(room, corner, corner)
        return colours.soon_tint
    # A tray may be light or dark, whatever the window wears.
    half = max(1.0, room.width() / 16)
    ink = colours.accent if worst else colours.done
    painter.setBrush(colours.accent_tint if worst else colours.done_tint)
    painter.setPen(QPen(ink, 2 * half))
    painter.drawRoundedRect(room.adjusted(half, half, -half, -half), corner, corner)
    return ink


def _tick(painter: QPainter, ink: QColor, size: int) -> None:
    pen = QPen(ink, size / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((0.28, 0.52), (0.44, 0.68), (0.72, 0.34))
    painter.drawPolyline([QPointF(x * size, y * size) for x, y in points])


def _dot(painter: QPainter, colours: Colours, size: int) -> None:
    painter.setPen(QPen(colours.block_tint, max(1.0, size / 16)))
    painter.setBrush(colours.block)
    painter.drawEllipse(QPointF(size * 0.8, size * 0.2), size * 0.18, size * 0.18)
