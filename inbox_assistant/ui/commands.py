"""Every command of the window: one table for keys, menus, palette and key sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done; ``keys`` are portable key sequences.

    Single letters act only while no text is being written: text fields keep their
    letters to themselves. Ctrl+Alt is never used, because AltGr is the same there.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""


def translated(text: str) -> str:
    """Return *text* of the table of commands in the user's language."""
    return QCoreApplication.translate("Commands", text)


class Commands(QObject):
    """The commands that the window offers, in the order of the table."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}

    def add(self, command: Command, act: Callable[[], None]) -> QAction:
        """Offer *command*, which does *act*."""
        action = QAction(translated(command.text), self._window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setProperty("icon_name", command.icon)
        # A slot of a plain callable would be given the checked state.
        action.triggered.connect(lambda _checked=False: act())
        self._window.addAction(action)
        self._actions[command.name] = action
        return action

    def action(self, name: str) -> QAction:
        """Return the action of the command called *name*."""
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Return the actions of all commands."""
        return list(self._actions.values())


def named_keys(keys: str) -> str:
    """Return *keys*, portable ones with commas between them, as people read them."""
    names = [QKeySequence(one).toString(_NATIVE) or one for one in keys.split(", ")]
    return ", ".join(names).replace("Return", "Enter")


def keys_of(action: QAction) -> str:
    """Return the keys of *action* as people read them."""
    names = [keys.toString(_NATIVE) for keys in action.shortcuts()]
    # Qt knows two Enters, people know one.
    return ", ".join(dict.fromkeys(name.replace("Return", "Enter") for name in names))
