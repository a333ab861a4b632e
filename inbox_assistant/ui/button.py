"""A flat button in the window's own look."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.theme import Theme

_BETWEEN = 6
_PRESSED = 0.82
_UNUSABLE = 0.45
_MNEMONIC = Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignVCenter


class CalmButton(QPushButton):
    """Say what happens in a word or two; the one that matters most is filled.

    A quiet one shows its ground only under the pointer, for what is rarely wanted.

    It behaves like any push button and is only painted differently, so that keys,
    focus and screen readers work as everywhere.
    """

    def __init__(
        self,
        text: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        is_main: bool = False,
        is_quiet: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._is_main = is_main
        self._is_quiet = is_quiet
        self.setIconSize(QSize(spacing.ICON, spacing.ICON))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for icon and words, with air around them."""
        metrics = self.fontMetrics()
        width = metrics.size(_MNEMONIC.value, self.text()).width()
        if not self.icon().isNull():
            width += self.iconSize().width() + (_BETWEEN if self.text() else 0)
        height = metrics.height() + 2 * (spacing.SMALL + spacing.TINY)
        return QSize(width + 2 * spacing.LARGE, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same as the size that is liked best."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, edge, icon and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_UNUSABLE)
        elif self.isDown():
            painter.setOpacity(_PRESSED)
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(self._ground())
        painter.setPen(self._edge())
        painter.drawRoundedRect(inner, spacing.RADIUS, spacing.RADIUS)
        self._paint_content(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._ink() if self._is_main else self._theme.colours.focus)
            ring = inner.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, spacing.SMALL, spacing.SMALL)

    def _paint_content(self, painter: QPainter) -> None:
        words = self.fontMetrics().size(_MNEMONIC.value, self.text()).width()
        icon = self.icon() if self.isEnabled() or not self._is_main else QIcon()
        size = self.iconSize().width() if not icon.isNull() else 0
        between = _BETWEEN if size and words else 0
        x = (self.width() - size - between - words) // 2
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = x + words + between if is_mirrored else x
        if size:
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            y = (self.height() - size) // 2
            icon.paint(painter, at, y, size, size, Qt.AlignmentFlag.AlignCenter, mode)
        painter.setPen(self._ink())
        start = x if is_mirrored else x + size + between
        rect = QRectF(start, 0, words + 1, self.height())
        painter.drawText(rect, _MNEMONIC.value, self.text())

    def _ground(self) -> QColor:
        colours = self._theme.colours
        if self._is_main:
            return self.palette().highlight().color()
        if self.isChecked() or self.underMouse():
            return colours.accent_tint
        if self._is_quiet:
            return QColor(Qt.GlobalColor.transparent)
        return self.palette().button().color()

    def _edge(self) -> QColor:
        is_plain = not (self._is_main or self._is_quiet)
        return self._theme.colours.edge if is_plain else self._ground()

    def _ink(self) -> QColor:
        if self._is_main and self.isEnabled():
            return self._theme.colours.on_accent
        colours = self._theme.colours
        return colours.accent if self._is_quiet else colours.text
