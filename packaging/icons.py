#!/usr/bin/env python3
"""Draw the program's icon in the sizes and formats that each system wants.

python3 packaging/icons.py DIR    makes DIR/*.png, DIR/*.ico and DIR/*.icns

Wants PySide6, which the program itself brings.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parent / "linux" / "inbox-assistant.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels; the sizes of the icon theme that every desktop falls back to."""
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {
    16: b"icp4",
    32: b"icp5",
    64: b"icp6",
    128: b"ic07",
    256: b"ic08",
    512: b"ic09",
}
"""The types of an icon file of macOS that hold PNG, by pixels."""


def main() -> None:
    """Draw everything into the folder named on the command line."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - one argument
        sys.exit("usage: icons.py DIR")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: draw(size) for size in SIZES}
    for size, png in drawn.items():
        (folder / f"inbox-assistant-{size}.png").write_bytes(png)
    (folder / "inbox-assistant.ico").write_bytes(
        ico({size: drawn[size] for size in ICO_SIZES})
    )
    (folder / "inbox-assistant.icns").write_bytes(
        icns({size: drawn[size] for size in ICNS_TYPES})
    )
    application.quit()


def draw(size: int) -> bytes:
    """Return the icon as PNG, *size* pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        sys.exit("The icon cannot be written as PNG.")
    return bytes(kept.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an icon file of Windows that holds *pictures*.

    The format: a header, then 16 bytes for each picture, then the pictures, which
    may be PNG since Windows Vista; a width of 256 is written as 0.
    """
    header = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(header) + 16 * len(pictures)
    entries, data = b"", b""
    for size, png in pictures.items():
        width = size % 256
        entries += struct.pack(
            "<BBBBHHII", width, width, 0, 0, 1, 32, len(png), place + len(data)
        )
        data += png
    return header + entries + data


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return an icon file of macOS that holds *pictures*.

    The format: the word icns and the whole length, then for each picture its type,
    its length with these eight bytes, and the PNG.
    """
    body = b"".join(
        ICNS_TYPES[size] + struct.pack(">I", 8 + len(png)) + png
        for size, png in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main()
