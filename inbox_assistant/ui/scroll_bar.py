"""A scroll bar that keeps to the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractScrollArea

    from inbox_assistant.ui.theme import Theme

_A_MOMENT = 30
"""Milliseconds by which the handle comes later than what it scrolls."""
_THIN = 6
_RESTING = 0.55


class CalmScrollBar(QScrollBar):
    """Show only the handle, thin and round; the style still decides where it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._was_asked = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle where there is something to scroll."""
        del event
        if self.minimum() == self.maximum():
            return
        if not self._was_asked:
            # What a style and ``Qt`` are takes PySide longer to load than the rows to
            # be painted.
            self._was_asked = True
            QTimer.singleShot(_A_MOMENT, self._paint_again)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # noqa: PLC0415

        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            self,
        )
        x = slider.center().x() - _THIN / 2 + 0.5
        handle = QRectF(x, slider.y() + 1, _THIN, slider.height() - 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.muted)
        if not (self.underMouse() or self.isSliderDown()):
            painter.setOpacity(_RESTING)
        painter.drawRoundedRect(handle, _THIN / 2, _THIN / 2)

    def _paint_again(self) -> None:
        # And no more: the moment may be over before the first sight is.
        self.update()


def calm_scrolling(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give *area* a calm scroll bar on its side."""
    area.setVerticalScrollBar(CalmScrollBar(theme))
