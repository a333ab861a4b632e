"""Pages of HTML as PDF and PNG files; a screen is not needed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from inbox_assistant.domain.errors import InputError
from inbox_assistant.ui.fonts import FAMILY, load_fonts

if TYPE_CHECKING:
    from pathlib import Path

_PDF_DPI = 96
_MARGIN = 12.0
"""Millimetres of an A4 page."""

_PNG_WIDTH = 960
_PNG_SCALE = 2


def be_ready_to_print(fonts: Path) -> QGuiApplication:
    """Return the application object, made for no screen where there is none yet.

    *fonts* is the folder of the typeface, for machines that have none of their own.
    """
    known = QGuiApplication.instance()
    if isinstance(known, QGuiApplication):
        return known
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = QGuiApplication(sys.argv[:1])
    load_fonts(fonts)
    return made


def write_pdf(page: str, path: Path, title: str) -> None:
    """Write the HTML *page* to *path* as PDF, on A4 pages.

    Raises InputError when the file cannot be written.
    """
    _refuse_unwritable(path)
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("Inbox Assistant")
    writer.setResolution(_PDF_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = _document(page)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)


def write_png(page: str, path: Path) -> None:
    """Write the HTML *page* to *path* as one picture, as long as it is.

    Raises InputError when the file cannot be written.
    """
    _refuse_unwritable(path)
    document = _document(page)
    document.setTextWidth(_PNG_WIDTH)
    size = (document.size() * _PNG_SCALE).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(_PNG_SCALE, _PNG_SCALE)
    document.drawContents(painter)
    painter.end()
    if not image.save(str(path), "PNG"):  # type: ignore[call-overload] # its stub wants bytes
        raise InputError(f"{path} cannot be written.")


def _document(page: str) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont(FAMILY))
    document.setHtml(page)
    return document


def _refuse_unwritable(path: Path) -> None:
    try:
        path.open("wb").close()
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}.", "Choose another place."
        ) from error
