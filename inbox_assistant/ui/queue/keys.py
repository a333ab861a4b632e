"""What single keys do in the queue's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_assistant.ui.queue.view import QueueView

NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def keys_of(
    view: QueueView,
) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[], bool | None]]:
    """Return what each key does; ``False`` means that the key is left to others."""
    key = Qt.Key
    return {
        (NO_KEYS, key.Key_J): lambda: view.step(1),
        (NO_KEYS, key.Key_K): lambda: view.step(-1),
        (SHIFT, key.Key_J): lambda: view.mark_and_step(1),
        (SHIFT, key.Key_K): lambda: view.mark_and_step(-1),
        (SHIFT, key.Key_Down): lambda: view.mark_and_step(1),
        (SHIFT, key.Key_Up): lambda: view.mark_and_step(-1),
        (NO_KEYS, key.Key_Home): lambda: view.step(-view.count),
        (NO_KEYS, key.Key_End): lambda: view.step(view.count),
        (NO_KEYS, key.Key_X): view.toggle_mark,
        (CTRL, key.Key_A): view.mark_all,
        (NO_KEYS, key.Key_Escape): view.leave_marks,
        (NO_KEYS, key.Key_O): view.open_current,
        (NO_KEYS, key.Key_Return): view.open_current,
        (NO_KEYS, key.Key_Enter): view.open_current,
    }
