"""Words in a colour stand where a pen of that colour would have put them."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from inbox_assistant.ui.coloured_words import draw_words
from inbox_assistant.ui.theme import Theme

WORDS = [
    "303-5555129",
    "Ääkkönen, façade",
    "سؤال عن الطلب",
    "\N{WAVING HAND SIGN} 你好",
]


def paper() -> QPixmap:
    """Return a white sheet to paint on."""
    pixmap = QPixmap(240, 40)
    pixmap.fill(QColor("#ffffff"))
    return pixmap


def by_pen(words: str, theme: Theme) -> QImage:
    """Return *words* as a painter with a pen draws them."""
    pixmap = paper()
    painter = QPainter(pixmap)
    painter.setPen(theme.colours.overdue)
    painter.drawText(QPointF(8, 28), words)
    painter.end()
    return pixmap.toImage()


@pytest.mark.parametrize("words", WORDS)
def test_coloured_words_look_as_if_a_pen_had_drawn_them(
    theme: Theme, dressed: QApplication, words: str
) -> None:
    pixmap = paper()
    painter = QPainter(pixmap)
    at, brush = QPointF(8, 28), theme.colours.brush("overdue")
    draw_words(painter, at, words, dressed.font(), brush)
    painter.end()
    assert pixmap.toImage() == by_pen(words, theme)
