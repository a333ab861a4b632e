"""What may be put into a reply, and what stays outside."""

from pathlib import Path

from PySide6.QtCore import QMimeData

NOTE_FORMAT = "application/x-inbox-assistant-note"
"""Marks words that were copied out of an internal note."""


def files_in(source: QMimeData) -> list[Path]:
    """Return the files of this computer that *source* names; folders are none."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return [path for path in paths if not path.is_dir()]


def is_from_note(source: QMimeData) -> bool:
    """Return whether *source* holds words of an internal note."""
    return source.hasFormat(NOTE_FORMAT)
