"""Icons drawn in the colours of the palette that is worn."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QSizeF, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon

    from inbox_assistant.ui.theme import Theme

_SIZES = (16, 20)
"""What menus and buttons show; other sizes are asked for as pixmaps."""
_RATIOS = (1.0, 2.0)
_DISABLED_OPACITY = 0.4
CLEAR = QColor(0, 0, 0, 0)
"""What a picture is cleared with before anything is drawn on it."""


class Dressed(Protocol):
    """Anything that shows an icon: an action, a button."""

    def setIcon(self, icon: QIcon, /) -> None:
        """Show *icon*."""


class Icons(QObject):
    """Draw the shipped icons; whoever was dressed is dressed anew with the theme."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        super().__init__(theme)
        self._folder = folder
        self.theme = theme
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}
        self._sources: dict[str, str] = {}
        self._dressed: weakref.WeakKeyDictionary[Dressed, tuple[str, str]] = (
            weakref.WeakKeyDictionary()
        )
        theme.changed.connect(self._dress_again)

    def dress(self, target: Dressed, name: str, colour: str = "text") -> None:
        """Give *target* the icon *name*, now and whenever the theme changes."""
        self._dressed[target] = (name, colour)
        target.setIcon(self.icon(name, colour))

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return the icon *name* in the theme's *colour*, with a paler disabled one."""
        # The queue's shapes are pixmaps; icons are for what comes after it.
        from PySide6.QtGui import QIcon  # noqa: PLC0415

        icon = QIcon()
        for size in _SIZES:
            for ratio in _RATIOS:
                pixmap = self.pixmap(name, colour, size, ratio)
                icon.addPixmap(pixmap)
                icon.addPixmap(_paler(pixmap), QIcon.Mode.Disabled)
                chosen = self.pixmap(name, "on_accent", size, ratio)
                icon.addPixmap(chosen, QIcon.Mode.Selected)
        return icon

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon *name*, *size* pixels wide, for a screen of *ratio*."""
        key = (name, colour, size, ratio)
        pixmap = self._drawn.get(key)
        if pixmap is None:
            ink: QColor = getattr(self.theme.colours, colour)
            pixmap = _draw(self._source(name), ink, size, ratio)
            self._drawn[key] = pixmap
        return pixmap

    def _source(self, name: str) -> str:
        source = self._sources.get(name)
        if source is None:
            source = (self._folder / f"{name}.svg").read_text("utf-8")
            self._sources[name] = source
        return source

    @Slot()
    def _dress_again(self) -> None:
        self._drawn.clear()
        for target, (name, colour) in list(self._dressed.items()):
            if shiboken6.isValid(target):
                target.setIcon(self.icon(name, colour))


def _draw(source: str, ink: QColor, size: int, ratio: float) -> QPixmap:
    tinted = source.replace("currentColor", ink.name())
    renderer = QSvgRenderer(QByteArray(tinted.encode()))
    pixmap = QPixmap((QSizeF(size, size) * ratio).toSize())
    pixmap.fill(CLEAR)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _paler(pixmap: QPixmap) -> QPixmap:
    pale = QPixmap(pixmap.size())
    pale.fill(CLEAR)
    pale.setDevicePixelRatio(pixmap.devicePixelRatio())
    painter = QPainter(pale)
    painter.setOpacity(_DISABLED_OPACITY)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return pale
