"""Words that many rows share, drawn once and then only stamped.

Shaping text is most of what painting a row costs, and topics, badges and countdowns
repeat from row to row.
"""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from inbox_assistant.ui import spacing
from inbox_assistant.ui.coloured_words import draw_words
from inbox_assistant.ui.icons import CLEAR
from inbox_assistant.ui.queue.row_style import Face
from inbox_assistant.ui.theme import Theme

SIDE = 6
"""From the edge of a stamp to its words."""

_KEPT = 1000
_TINTS = {"muted": "later_tint"}


class Stamps:
    """Draw a word or two on a round ground, or on none."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[object, ...], QPixmap] = {}
        theme.changed.connect(self.clear)

    def clear(self) -> None:
        """Forget everything drawn so far."""
        self._drawn.clear()

    def stamp(
        self, words: str, colour: str, face: Face, ratio: float, *, on_tint: bool
    ) -> QPixmap:
        """Return *words* in *colour*, on its tint where *on_tint* asks for it."""
        key = (words, colour, face.key, ratio, on_tint)
        pixmap = self._drawn.get(key)
        if pixmap is None:
            if len(self._drawn) >= _KEPT:
                # One at a time: to free them all at once would be felt.
                del self._drawn[next(iter(self._drawn))]
            tint = _TINTS.get(colour, f"{colour}_tint") if on_tint else None
            pixmap = self._draw(words, colour, tint, face, ratio)
            self._drawn[key] = pixmap
        return pixmap

    def _draw(
        self, words: str, colour: str, tint: str | None, face: Face, ratio: float
    ) -> QPixmap:
        width, height = stamp_width(words, face), stamp_height(face)
        pixmap = QPixmap((QSizeF(width, height) * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(CLEAR)
        painter = QPainter(pixmap)
        colours = self._theme.colours
        if tint is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = min(spacing.PILL_RADIUS, height / 2)
            ground = QPainterPath()
            ground.addRoundedRect(QRectF(0, 0, width, height), radius, radius)
            painter.fillPath(ground, colours.brush(tint))
        at = QPointF(SIDE, spacing.HAIR + face.metrics.ascent())
        font = face.fit_for(words).font
        draw_words(painter, at, words, font, colours.brush(colour))
        painter.end()
        return pixmap


def stamp_width(words: str, face: Face) -> int:
    """Return how wide a stamp of *words* is."""
    return face.fit_for(words).width(words) + 2 * SIDE


def stamp_height(face: Face) -> int:
    """Return how high every stamp set in *face* is."""
    return face.metrics.height() + 2 * spacing.HAIR


def stamp_top(baseline: int, face: Face) -> int:
    """Return where a stamp begins whose words stand on *baseline*."""
    return baseline - face.metrics.ascent() - spacing.HAIR
