"""The colours of the window, read from the palettes that ship with it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QPalette, QPen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QBrush


class Scheme(StrEnum):
    """The palettes, by the names of their files."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"

    @property
    def is_dark(self) -> bool:
        """Return whether ink is lighter than ground."""
        return self in {Scheme.DARK, Scheme.CONTRAST_DARK}

    @property
    def strong(self) -> Scheme:
        """Return the palette of strong contrasts on a ground like this one's."""
        return Scheme.CONTRAST_DARK if self.is_dark else Scheme.CONTRAST_LIGHT


class Colours:
    """The colours that say something; a ``_tint`` is a ground for its colour."""

    text: QColor
    muted: QColor
    line: QColor
    edge: QColor
    focus: QColor
    accent: QColor
    on_accent: QColor
    accent_tint: QColor
    marked_tint: QColor
    overdue: QColor
    overdue_tint: QColor
    soon: QColor
    soon_tint: QColor
    later: QColor
    later_tint: QColor
    done: QColor
    done_tint: QColor
    block: QColor
    block_tint: QColor
    warn: QColor
    warn_tint: QColor
    note: QColor
    note_tint: QColor
    reply_ground: QColor

    def __init__(self, named: Mapping[str, QColor]) -> None:
        self.__dict__.update(named)
        self._brushes: dict[str, QBrush] = {}

    def brush(self, name: str) -> QBrush:
        """Return what fills a shape with the colour *name*.

        Unlike ``QPainter.setBrush``, what takes a brush alone needs no ``Qt``; see
        ``ui.qt_numbers``. To make one of a colour would, but a palette makes them too.
        """
        brush = self._brushes.get(name)
        if brush is None:
            roles = QPalette()
            roles.setColor(QPalette.ColorRole.Base, getattr(self, name))
            brush = self._brushes[name] = roles.base()
        return brush

    def pen(self, name: str, width: float) -> QPen:
        """Return what outlines a shape in the colour *name*, for ``strokePath``."""
        pen = QPen()
        pen.setColor(getattr(self, name))
        pen.setWidthF(width)
        return pen


class Palette(NamedTuple):
    """One scheme: Qt's roles and the colours with a meaning."""

    scheme: Scheme
    roles: QPalette
    colours: Colours


class Palettes(dict[Scheme, Palette]):
    """The palettes of a folder, each read when it is first worn."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, scheme: Scheme) -> Palette:
        """Read *scheme*."""
        return self.setdefault(scheme, load_palette(scheme, self._folder))


def load_palette(scheme: Scheme, folder: Path) -> Palette:
    """Return the palette *scheme* from its file in *folder*."""
    tables = _read((folder / f"{scheme}.toml").read_text("utf-8"))
    roles = QPalette()
    for name, value in tables["roles"].items():
        roles.setColor(QPalette.ColorRole[name], QColor(value))
    for name, value in tables["disabled"].items():
        roles.setColor(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole[name], QColor(value)
        )
    named = {name: QColor(value) for name, value in tables["meaning"].items()}
    return Palette(scheme, roles, Colours(named))


def _read(text: str) -> dict[str, dict[str, str]]:
    """Return the tables of a palette's TOML, which holds nothing but short texts.

    The first picture waits for it, and to load a whole reader takes much longer.
    """
    tables: dict[str, dict[str, str]] = {}
    table: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("["):
            table = tables.setdefault(line.strip("[] "), {})
        elif line and not line.startswith("#"):
            name, value = line.split("=", 1)
            table[name.strip()] = value.strip().strip('"')
    return tables
