"""Words in a colour of their own, painted without a pen.

``QPainter.setPen`` takes names of ``Qt`` as well as colours, and what is seen first
does without ``Qt``; see ``ui.qt_numbers``. A text's format takes a brush and no name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCharFormat, QTextLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QFont, QPainter


def draw_words(
    painter: QPainter, at: QPointF, words: str, font: QFont, brush: QBrush
) -> None:
    """Draw *words* in the colour of *brush*; their baseline begins *at* that point."""
    ink = QTextCharFormat()
    ink.setForeground(brush)
    whole = QTextLayout.FormatRange()
    # Qt counts characters beyond the first 65,536 twice, and none after the end.
    whole.start, whole.length, whole.format = 0, 2 * len(words), ink
    layout = QTextLayout(words, font)
    layout.setFormats([whole])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    layout.draw(painter, at - QPointF(0, line.ascent()))
