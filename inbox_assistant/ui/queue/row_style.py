"""The type and the measures of a queue row."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtGui import QFont, QFontMetrics

from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import figures, scaled, strong

_SMALL = 0.9
_LOUD = 1.08
_WIDTHS_KEPT = 2000
_FIRST_TO_SHAPE = "\u0300"
"""From the combining accents on, letters may need shaping."""

GUTTER = spacing.LARGE + spacing.ICON + spacing.MEDIUM
"""The strip on the left, with the shape of the urgency or the mark."""

BAR = 3
"""The upright line before a row that is overdue or current."""


_ELLIPSIS = "…"


def is_plain(text: str) -> bool:
    """Return whether each character of *text* is a letter for itself."""
    return text.isascii() or max(text) < _FIRST_TO_SHAPE


def whole_letters(text: str, end: int) -> int:
    """Return *end*, or where before it *text* can be cut without dividing a letter."""
    if is_plain(text):
        return end
    kind = QtCore.QTextBoundaryFinder
    finder = kind(kind.BoundaryType.Grapheme, text)
    # Qt counts what lies beyond the 65,536 first characters twice.
    finder.setPosition(len(text[:end].encode("utf-16-le")) // 2)
    if finder.isAtBoundary():
        return end
    before = finder.toPreviousBoundary()
    return len(text.encode("utf-16-le")[: 2 * before].decode("utf-16-le"))


class Face:
    """One font and how wide its words are."""

    def __init__(self, font: QFont, shaping: Face | None = None) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.key = font.key()
        """Names the font among others."""
        self.shaping = shaping
        """The same with everything that a script may need to be read."""
        self._widths: dict[str, int] = {}

    def fit_for(self, text: str) -> Face:
        """Return the face to set *text* in: the plain one for plain Latin letters."""
        if self.shaping is None or is_plain(text):
            return self
        return self.shaping

    def measured(self, text: str) -> int:
        """Return how wide *text* is."""
        return self.metrics.horizontalAdvance(text)

    def elided(self, text: str, room: int) -> str:
        """Return the beginning of *text* that fits into *room* with an ellipsis.

        As ``QFontMetrics.elidedText``, which cannot be called without ``Qt``.
        """
        left = room - self.measured(_ELLIPSIS)
        if left < 0:
            return ""
        ends = range(len(text) + 1)
        end = bisect_left(ends, left, key=lambda end: self.measured(text[:end])) - 1
        return text[: whole_letters(text, max(0, end))] + _ELLIPSIS

    def width(self, word: str) -> int:
        """Return how wide *word* is, and remember it, as many rows share it."""
        width = self._widths.get(word)
        if width is None:
            if len(self._widths) >= _WIDTHS_KEPT:
                self._widths.clear()
            width = self._widths[word] = self.metrics.horizontalAdvance(word)
        return width


class RowStyle(NamedTuple):
    """The faces of a row and the heights that follow from them."""

    buyer: Face
    text: Face
    small: Face
    sign: Face
    height: int
    first_line: int
    """The baseline of buyer and countdown, from the row's top."""
    second_line: int
    """The baseline of subject and badges, from the row's top."""


def row_style(font: QFont) -> RowStyle:
    """Return the style of rows set in *font*."""
    text = _plain_face(font)
    buyer = Face(strong(font))
    line = buyer.metrics.height()
    first = spacing.MEDIUM + spacing.TINY + buyer.metrics.ascent()
    return RowStyle(
        buyer=buyer,
        text=text,
        small=_plain_face(scaled(font, _SMALL)),
        sign=Face(figures(strong(font, _LOUD))),
        height=2 * line + 2 * (spacing.MEDIUM + spacing.TINY) + spacing.SMALL,
        first_line=first,
        second_line=first + line + spacing.SMALL,
    )


def _plain_face(font: QFont) -> Face:
    """Return a face without fine kerning, which costs a third of the painting.

    Qt then joins no letters and places no accents, so that other scripts, which
    cannot be read without, have a face of their own.
    """
    plain = QFont(font)
    plain.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return Face(plain, Face(font))
