"""What is pressed and typed for a thread while it is still on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit, QWidget

_WITH_TEXT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class EarlyTyping(QObject):
    """Keeps letters from being taken for commands, and gives them back as text.

    Whoever presses R writes at once. Until there is something to write in, the list
    still has the keyboard, and a letter would mark, undo or walk on. A command that
    needs the thread is kept as well, and what is typed after it is meant for what it
    opens.
    """

    def __init__(self, listener: QWidget) -> None:
        super().__init__(listener)
        self._listener = listener
        self._kept: list[str] | None = None
        self._command: Callable[[], None] | None = None
        self._reply: str | None = None
        """What was typed for the reply before the command, if that was asked for."""

    @property
    def is_kept(self) -> bool:
        """Whether what is typed now is kept."""
        return self._kept is not None

    def begin(self) -> None:
        """Keep what is typed from now on."""
        if self._kept is None:
            self._kept = []
            self._listener.installEventFilter(self)

    def keep(self, command: Callable[[], None]) -> None:
        """Keep *command* until the thread is there, in the place of an earlier one."""
        if self._command is None:
            self._reply = None if self._kept is None else "".join(self._kept)
        self.begin()
        self._kept, self._command = [], command

    def end(self) -> None:
        """Keep no more, and forget what was kept."""
        self._kept = self._command = self._reply = None
        self._listener.removeEventFilter(self)

    def deliver(self, editor: QPlainTextEdit) -> None:
        """Write what was typed into *editor*, and do the command that was kept."""
        typed = "".join(self._kept or ())
        command, reply = self._command, self._reply
        self.end()
        if command is None:
            reply, typed = typed, ""
        if reply is not None:
            editor.setFocus()
            editor.insertPlainText(reply)
        if command is not None:
            command()
            opened = QApplication.activeModalWidget()
            field = None if opened is None else opened.focusWidget()
            if isinstance(field, QLineEdit):
                field.insert(typed)

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
