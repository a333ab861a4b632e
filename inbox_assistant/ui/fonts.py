"""The bundled typeface and the sizes it is used in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

FAMILY = "Inter"
FIRST_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")
"""What the queue is set in."""
FILES = (*FIRST_FILES, "Inter-Medium.otf", "Inter-Italic.otf")
_SMALLEST = 8.0
_LARGEST = 24.0
_USUAL = 10.0


def load_fonts(folder: Path, names: Iterable[str] = FILES) -> list[str]:
    """Add the files *names* in *folder* to the program; return those Qt refused."""
    return [
        name
        for name in names
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0
    ]


def set_base_font(application: QApplication, points: float | None = None) -> None:
    """Let the whole window use the bundled typeface at *points*.

    Without *points* the system's own size is kept where it is a sensible one, because
    people with weak eyes set it there.
    """
    size = points or application.font().pointSizeF()
    font = QFont(FAMILY)
    font.setPointSizeF(size if _SMALLEST < size <= _LARGEST else _USUAL)
    application.setFont(font)


def scaled(font: QFont, factor: float = 1.0) -> QFont:
    """Return *font* at *factor* times its size."""
    other = QFont(font)
    if font.pointSizeF() > 0:
        other.setPointSizeF(font.pointSizeF() * factor)
    else:
        other.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return other


def strong(font: QFont, factor: float = 1.0) -> QFont:
    """Return *font* semibold, at *factor* times its size."""
    other = scaled(font, factor)
    other.setWeight(QFont.Weight.DemiBold)
    return other


def figures(font: QFont) -> QFont:
    """Return *font* with digits of equal width, so that a countdown stands still."""
    other = QFont(font)
    other.setFeature(QFont.Tag("tnum"), 1)
    return other
