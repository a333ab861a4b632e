"""Walking a list from the field above it, which keeps the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

_KEYS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
)


def walks(listing: QAbstractItemView, event: QKeyEvent) -> bool:
    """Let *listing* go where the key of *event* leads; say if it leads anywhere."""
    if event.key() not in _KEYS:
        return False
    listing.event(event)
    return True
