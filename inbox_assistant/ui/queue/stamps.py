"""Words that many rows share, drawn once and then only stamped.

Shaping text is most of what painting a row costs, and topics, badges and countdowns
repeat from row to row.
"""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from inbox_assistant.ui import spacing
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
                self._drawn.clear()
            tint = _TINTS.get(colour, f"{colour}_tint") if on_tint else None
            pixmap = self._draw(words, colour, tint, face, ratio)
            self._drawn[key] = pixmap
        return pixmap

    def _draw(
        self, words: str, colour: str, tint: str | None, face: Face, ratio: float
    ) -> QPixmap:
        size = QSizeF(stamp_width(words, face), stamp_height(face))
        pixmap = QPixmap((size * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if tint is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(tint))
            radius = min(spacing.PILL_RADIUS, size.height() / 2)
            painter.drawRoundedRect(QRectF(0, 0, *size.toTuple()), radius, radius)
        painter.setFont(face.fit_for(words).font)
        painter.setPen(self._colour(colour))
        painter.drawText(SIDE, spacing.HAIR + face.metrics.ascent(), words)
        painter.end()
        return pixmap

    def _colour(self, name: str) -> QColor:
        colour: QColor = getattr(self._theme.colours, name)
        return colour


def stamp_width(words: str, face: Face) -> int:
    """Return how wide a stamp of *words* is."""
    return face.fit_for(words).width(words) + 2 * SIDE


def stamp_height(face: Face) -> int:
    """Return how high every stamp set in *face* is."""
    return face.metrics.height() + 2 * spacing.HAIR


def stamp_top(baseline: int, face: Face) -> int:
    """Return where a stamp begins whose words stand on *baseline*."""
    return baseline - face.metrics.ascent() - spacing.HAIR
