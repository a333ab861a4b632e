"""A scroll bar that keeps to the background."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
)

from inbox_assistant.ui.theme import Theme

_THIN = 6
_RESTING = 0.55


class CalmScrollBar(QScrollBar):
    """Show only the handle, thin and round; the style still decides where it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle where there is something to scroll."""
        del event
        if self.minimum() == self.maximum():
            return
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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.muted)
        if not (self.underMouse() or self.isSliderDown()):
            painter.setOpacity(_RESTING)
        painter.drawRoundedRect(handle, _THIN / 2, _THIN / 2)


def calm_scrolling(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give *area* a calm scroll bar on its side."""
    area.setVerticalScrollBar(CalmScrollBar(theme))
