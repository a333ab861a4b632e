"""The colours of the window, read from the palettes that ship with it."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QColor, QPalette


class Scheme(StrEnum):
    """The two palettes, by the names of their files."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Palette:
    """One scheme: Qt's roles and the colours with a meaning."""

    scheme: Scheme
    roles: QPalette
    colours: Colours


def load_palette(scheme: Scheme, folder: Path) -> Palette:
    """Return the palette *scheme* from its file in *folder*."""
    text = (folder / f"{scheme}.toml").read_text("utf-8")
    content = tomllib.loads(text)
    roles = QPalette()
    for name, value in content["roles"].items():
        roles.setColor(QPalette.ColorRole[name], QColor(value))
    for name, value in content["disabled"].items():
        roles.setColor(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole[name], QColor(value)
        )
    colours = Colours(
        **{name: QColor(value) for name, value in content["meaning"].items()}
    )
    return Palette(scheme, roles, colours)
