"""Flags painted beneath the letters of a text.

Qt can tint words by itself, as selections on top or as formats of a paragraph's
layout. Both lay out and paint the whole field again at every key press, and with
eighty flags a letter takes five to fifteen times as long to appear. Painted beneath,
they cost what the repainted lines hold.

All of it stands between a key press and its letter. A call into Qt costs more than what
it does there, so stretches are moved by sums and what looks alike is painted at once.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from inbox_assistant.domain.finding import Severity
from inbox_assistant.ui.composer.flag import Flag, Look
from inbox_assistant.ui.composer.mark_boxes import MarkBoxes, Stretch

_LOOKS: tuple[Look, ...] = tuple(
    (severity, is_dismissed)
    for is_dismissed in (True, False)
    for severity in (Severity.NOTE, Severity.WARN, Severity.BLOCK)
)
"""What is painted first, and so lies below: the gravest is seen where they overlap."""
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_PLACES = {look: place for place, look in enumerate(_LOOKS)}


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
        self._boxes = MarkBoxes()
        self._stretches: list[Stretch] = []

    def __bool__(self) -> bool:
        """Return whether anything is painted."""
        return bool(self._stretches)

    @property
    def shown(self) -> list[Mark]:
        """Return what is painted, in the order of the text; no stretch is empty."""
        return [Mark(start, end, _LOOKS[at]) for start, end, at in self._stretches]

    def show(self, flags: Iterable[Flag]) -> bool:
        """Let *flags* be all that is painted; say if anything else was."""
        before = self._stretches
        found = ((flag.start, flag.end, _PLACES[flag.look]) for flag in flags)
        self._stretches = sorted(one for one in found if one[0] < one[1])
        return self._stretches != before

    def move(self, at: int, removed: int, added: int) -> None:
        """Go with the words, as they go when *removed* units become *added* ones.

        It does by sums what the flags' own cursors do, which would take long to ask.
        """
        gone, by = at + removed, added - removed

        def moved(place: int) -> int:
            if place < at:
                return place
            return place + by if place >= gone else at + added

        behind = bisect_left(self._stretches, (gone,))
        near = [
            one if one[1] < at else (moved(one[0]), moved(one[1]), one[2])
            for one in self._stretches[:behind]
        ]
        if removed:
            near = [one for one in near if one[0] < one[1]]
        self._stretches = near + [
            (start + by, end + by, look)
            for start, end, look in self._stretches[behind:]
        ]

    def forget_places(self) -> None:
        """Work out anew where the stretches stand: the letters have other shapes."""
        self._boxes.forget()

    def paint(
        self,
        painter: QPainter,
        block: QTextBlock,
        corner: tuple[float, float],
        span: tuple[float, float],
    ) -> None:
        """Paint what lies in *block*, whose *corner* is there on the screen.

        *span* is from where to where it is to be painted, counted in the block.
        """
        first = block.position()
        last = first + block.length() - 1
        stretches = self._stretches
        here = [
            (start - first if start > first else 0, end - first, look)
            for start, end, look in stretches[: bisect_left(stretches, (last,))]
            if end > first
        ]
        if not here:
            return
        boxes = self._boxes.of(block, here, span)
        painter.translate(*corner)
        for at in sorted(boxes):
            grounds, lines = boxes[at]
            ground, pen = self._ink(_LOOKS[at])
            if ground is not None:
                painter.setPen(_NO_PEN)
                painter.setBrush(ground)
                painter.drawRects(grounds)
            painter.setPen(pen)
            painter.drawLines(lines)
        painter.translate(-corner[0], -corner[1])
