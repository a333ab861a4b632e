"""Flags painted beneath the letters of a text.

Qt can tint words by itself, as selections on top or as formats of a paragraph's
layout. Both lay out and paint the whole field again at every key press, and with
eighty flags a letter takes five to fifteen times as long to appear. Painted beneath,
they cost what the repainted lines hold.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLayout, QTextLine

from inbox_assistant.ui.composer.flag import Flag, Look

_BELOW = 1.5
"""Pixels between the base line of the letters and a line beneath them."""
_FIRST_RTL = "\u0590"


class Ink(NamedTuple):
    """How a kind of flag looks."""

    ground: QColor | None
    pen: QPen


class Mark(NamedTuple):
    """One flagged stretch as it is painted; Qt's units, counted in the document."""

    start: int
    end: int
    look: Look


class Marks:
    """The stretches that are painted in one document."""

    def __init__(self, ink: Callable[[Look], Ink]) -> None:
        self._ink = ink
        self.shown: list[Mark] = []
        """What is painted, in the order of the text; empty stretches are left out."""

    def show(self, flags: Sequence[Flag]) -> None:
        """Let *flags* be all that is painted."""
        marks = (Mark(flag.start, flag.end, flag.look) for flag in flags)
        self.shown = [mark for mark in marks if mark.start < mark.end]

    def move(self, at: int, removed: int, added: int) -> None:
        """Go with the words, as they go when *removed* units become *added* ones.

        It does by sums what the flags' own cursors do, which would take long to ask.
        """
        if not self.shown:
            return
        gone, by = at + removed, added - removed

        def moved(place: int) -> int:
            if place < at:
                return place
            return place + by if place >= gone else at + added

        fresh = [Mark(moved(one[0]), moved(one[1]), one[2]) for one in self.shown]
        self.shown = [mark for mark in fresh if mark.start < mark.end]

    def paint(
        self, painter: QPainter, block: QTextBlock, place: QPointF, rect: QRect
    ) -> None:
        """Paint what lies in *block*, whose corner is at *place*, within *rect*."""
        first = block.position()
        last = first + block.length() - 1
        here = [
            (max(mark[0], first) - first, min(mark[1], last) - first, mark[2])
            for mark in self.shown
            if mark[0] < last and mark[1] > first
        ]
        if not here:
            return
        text, layout = block.text(), block.layout()
        for line in _lines(layout, rect.top() - place.y(), rect.bottom() - place.y()):
            begin = line.textStart()
            stop = begin + line.textLength()
            for start, end, look in here:
                if start < stop and end > begin:
                    within = (max(start, begin), min(end, stop))
                    self._paint(painter, line, place, _boxes(text, line, *within), look)

    def _paint(
        self,
        painter: QPainter,
        line: QTextLine,
        place: QPointF,
        boxes: Sequence[tuple[float, float]],
        look: Look,
    ) -> None:
        ink = self._ink(look)
        top = place.y() + line.y()
        y = top + line.ascent() + _BELOW + 1
        for left, right in boxes:
            x = place.x() + left
            if ink.ground is not None:
                box = QRectF(x, top, right - left, line.height())
                painter.fillRect(box, ink.ground)
            painter.setPen(ink.pen)
            painter.drawLine(QPointF(x, y), QPointF(place.x() + right, y))


def _lines(layout: QTextLayout, top: float, bottom: float) -> list[QTextLine]:
    """Return the lines of *layout* that lie between two heights in it."""
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        y = line.y()
        if y > bottom:
            break
        if y + line.height() >= top:
            found.append(line)
    return found


def _boxes(
    text: str, line: QTextLine, begin: int, stop: int
) -> list[tuple[float, float]]:
    """Return from where to where the units from *begin* to *stop* stand in *line*."""
    if not text.isascii() and max(text) >= _FIRST_RTL:
        # Words written from right to left may stand in several places of a line.
        runs = line.glyphRuns(begin, stop - begin)
        boxes = [run.boundingRect() for run in runs]
        return [(box.left(), box.right()) for box in boxes]
    return [(_x(line, begin), _x(line, stop))]


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)
    # The binding also tells the place it was asked for.
    return float(found[0] if isinstance(found, tuple) else found)
