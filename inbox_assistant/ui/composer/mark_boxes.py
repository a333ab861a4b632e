"""Where flagged stretches stand in the lines of a paragraph."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

Stretch = tuple[int, int, int]
"""Where it begins and ends, in Qt's units, and the number of its look."""

Boxes = dict[int, tuple[list[QRectF], list[QLineF]]]
"""The grounds and the lines to be painted of each look, counted in the paragraph."""

_BELOW = 1.5
"""Pixels between the base line of the letters and a line beneath them."""
_MOST = 600
"""Lines that are remembered: more than two screens of them and what they were."""

_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters written from right to left, and the signs that turn the direction."""


class MarkBoxes:
    """Works out where stretches stand, and remembers it of lines that stay as they are.

    A key press changes a line or two, while Qt paints the whole paragraph anew.
    """

    def __init__(self) -> None:
        self._known: dict[object, Boxes] = {}

    def forget(self) -> None:
        """Remember nothing of the lines as they stood."""
        self._known.clear()

    def of(
        self,
        block: QTextBlock,
        stretches: Sequence[Stretch],
        span: tuple[float, float],
    ) -> Boxes:
        """Return the boxes of the lines of *block* that *span* touches.

        *stretches* are counted in the block and stand in the order of their beginnings,
        and the *span* is from one height in the block to another.
        """
        text = block.text()
        is_plain = text.isascii() or not _FROM_THE_RIGHT.search(text)
        units = text.encode("utf-16-le", "surrogatepass")
        found: Boxes = {}
        for line, begin, stop, inside in _lines(block.layout(), stretches, span):
            if is_plain:
                key = (line.y(), units[2 * begin : 2 * stop], inside)
                boxes = self._known.get(key)
                if boxes is None:
                    boxes = self._remember(key, _boxes(line, begin, inside))
            else:
                # How a line stands depends on words that stand in other lines.
                boxes = _boxes_from_the_right(line, begin, inside)
            for look, (grounds, strokes) in boxes.items():
                if look in found:
                    found[look][0].extend(grounds)
                    found[look][1].extend(strokes)
                else:
                    found[look] = ([*grounds], [*strokes])
        return found

    def _remember(self, key: object, boxes: Boxes) -> Boxes:
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = boxes
        return boxes


def _lines(
    layout: QTextLayout, stretches: Sequence[Stretch], span: tuple[float, float]
) -> Iterator[tuple[QTextLine, int, int, tuple[Stretch, ...]]]:
    """Give each line with a stretch, its ends, and what it holds, counted in it."""
    upper, lower = span
    count = layout.lineCount()
    coming, here = 0, list[Stretch]()
    for number in range(_first(layout, count, upper) if upper > 0 else 0, count):
        line = layout.lineAt(number)
        if line.y() > lower:
            break
        begin = line.textStart()
        stop = begin + line.textLength()
        while coming < len(stretches) and stretches[coming][0] < stop:
            here.append(stretches[coming])
            coming += 1
        here = [one for one in here if one[1] > begin]
        if here:
            inside = [
                (start - begin if start > begin else 0, min(end, stop) - begin, look)
                for start, end, look in here
            ]
            yield line, begin, stop, tuple(inside)


def _first(layout: QTextLayout, count: int, top: float) -> int:
    """Return the number of the first line that ends below *top*."""

    def foot(number: int) -> float:
        line = layout.lineAt(number)
        return line.y() + line.height()

    return bisect_left(range(count), top, key=foot)


def _boxes(line: QTextLine, begin: int, inside: Sequence[Stretch]) -> Boxes:
    """Return the boxes of stretches that are read from left to right."""
    return _laid_out(
        line,
        (
            (_x(line, begin + start), _x(line, begin + end), look)
            for start, end, look in inside
        ),
    )


def _boxes_from_the_right(
    line: QTextLine, begin: int, inside: Sequence[Stretch]
) -> Boxes:
    """Return the boxes of stretches that may stand in several places of *line*."""
    return _laid_out(
        line,
        (
            (box.left(), box.right(), look)
            for start, end, look in inside
            for run in line.glyphRuns(begin + start, end - start)
            for box in (run.boundingRect(),)
        ),
    )


def _laid_out(line: QTextLine, spans: Iterator[tuple[float, float, int]]) -> Boxes:
    top, height = line.y(), line.height()
    y = top + line.ascent() + _BELOW + 1
    boxes: Boxes = {}
    for left, right, look in spans:
        grounds, strokes = boxes.setdefault(look, ([], []))
        grounds.append(QRectF(left, top, right - left, height))
        strokes.append(QLineF(left, y, right, y))
    return boxes


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)
    # The binding also tells the place it was asked for.
    return float(found[0] if isinstance(found, tuple) else found)
