"""Tabs in the window's own look: words, and a line below the chosen one."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.theme import Theme

_LINE = 3
"""Pixels; thick enough that the chosen tab is not told by its colour alone."""


class CalmTabBar(QTabBar):
    """Behaves like any bar of tabs and is only painted differently."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setDrawBase(False)
        self.setExpanding(False)
        # Where room is short every tab stays in sight, with its words cut.
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._paint_again)

    def tabSizeHint(self, index: int) -> QSize:
        """Return room for the words as they are when chosen, with air around them."""
        hint = super().tabSizeHint(index)
        words = self._chosen_font_width(index) + 2 * spacing.LARGE
        height = self.fontMetrics().height() + 2 * (spacing.SMALL + spacing.TINY)
        return QSize(words, max(height, hint.height()))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return what is left where room is short: the words elided."""
        hint = super().minimumTabSizeHint(index)
        return QSize(hint.width(), self.tabSizeHint(index).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, the line of the chosen tab, and where the keyboard is."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        foot = QRect(0, self.height() - spacing.HAIR, self.width(), spacing.HAIR)
        painter.fillRect(foot, colours.edge)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))

    def _paint_tab(self, painter: QPainter, index: int, rect: QRect) -> None:
        colours = self._theme.colours
        is_chosen = index == self.currentIndex()
        if rect.contains(self.mapFromGlobal(self.cursor().pos())) and not is_chosen:
            painter.fillRect(rect, colours.accent_tint)
        painter.setFont(strong(self.font()) if is_chosen else self.font())
        painter.setPen(colours.text if is_chosen else colours.muted)
        words = painter.fontMetrics().elidedText(
            self.tabText(index),
            Qt.TextElideMode.ElideRight,
            rect.width() - 2 * spacing.SMALL,
            Qt.TextFlag.TextShowMnemonic.value,
        )
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextShowMnemonic.value
        painter.drawText(rect, flags, words)
        if is_chosen:
            line = QRect(rect.left(), rect.bottom() - _LINE + 1, rect.width(), _LINE)
            painter.fillRect(line, colours.accent)
            if self.hasFocus():
                painter.setPen(colours.focus)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                ring = rect.adjusted(2, 2, -2, -2 - _LINE)
                painter.drawRoundedRect(ring, spacing.SMALL, spacing.SMALL)

    def _chosen_font_width(self, index: int) -> int:
        metrics = QFontMetrics(strong(self.font()))
        return metrics.size(
            Qt.TextFlag.TextShowMnemonic.value, self.tabText(index)
        ).width()

    @Slot()
    def _paint_again(self) -> None:
        self.update()
