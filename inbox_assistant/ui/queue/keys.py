"""What single keys do in the queue's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from inbox_assistant.ui.queue.view import QueueView

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Keys:
    """The keys of one list."""

    def __init__(self, view: QueueView) -> None:
        self._commands = _commands(view)

    def act(self, event: QKeyEvent, *, letters_act: bool) -> bool:
        """Do what the key of *event* says; return whether it is one of the list's.

        Letters are left alone where they do not act.
        """
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = self._commands.get((held, event.key()))
        is_letter = event.text().isalpha() and held in (_PLAIN, _SHIFT)
        if command is None or (is_letter and not letters_act):
            return False
        return command() is not False


def _commands(
    view: QueueView,
) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[], bool | None]]:
    """Return what each key does; ``False`` means that the key is left to others."""
    key = Qt.Key
    return {
        (_PLAIN, key.Key_J): lambda: view.step(1),
        (_PLAIN, key.Key_K): lambda: view.step(-1),
        (_SHIFT, key.Key_J): lambda: view.mark_and_step(1),
        (_SHIFT, key.Key_K): lambda: view.mark_and_step(-1),
        (_SHIFT, key.Key_Down): lambda: view.mark_and_step(1),
        (_SHIFT, key.Key_Up): lambda: view.mark_and_step(-1),
        (_PLAIN, key.Key_Home): lambda: view.step(-view.count),
        (_PLAIN, key.Key_End): lambda: view.step(view.count),
        (_PLAIN, key.Key_X): view.toggle_mark,
        (_CTRL, key.Key_A): view.mark_all,
        (_PLAIN, key.Key_Escape): view.leave_marks,
        (_PLAIN, key.Key_O): view.open_current,
        (_PLAIN, key.Key_Return): view.open_current,
        (_PLAIN, key.Key_Enter): view.open_current,
    }
