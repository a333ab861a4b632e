"""What is typed for a reply while its thread is still on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WITH_TEXT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class EarlyTyping(QObject):
    """Keeps letters from being taken for commands, and gives them back as text.

    Whoever presses R writes at once. Until there is something to write in, the list
    still has the keyboard, and a letter would mark, undo or walk on.
    """

    def __init__(self, listener: QWidget) -> None:
        super().__init__(listener)
        self._listener = listener
        self._kept: list[str] | None = None

    @property
    def is_kept(self) -> bool:
        """Whether what is typed now is kept."""
        return self._kept is not None

    def begin(self) -> None:
        """Keep what is typed from now on."""
        if self._kept is None:
            self._kept = []
            self._listener.installEventFilter(self)

    def end(self) -> str:
        """Keep no more; return what was typed meanwhile."""
        typed, self._kept = "".join(self._kept or ()), None
        self._listener.removeEventFilter(self)
        return typed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters away from the list; Esc and every command still reach it."""
        if self._kept is None or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        is_text = not event.modifiers() & ~_WITH_TEXT and event.text().isprintable()
        is_back = event.key() == Qt.Key.Key_Backspace
        if not (is_back or (is_text and event.text())):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            # Said of a key before it is pressed: it is text and no shortcut.
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and is_back:
            del self._kept[-1:]
        elif event.type() == QEvent.Type.KeyPress:
            self._kept.append(event.text())
        return True
