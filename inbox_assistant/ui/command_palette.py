"""Ctrl+K: find any command by typing part of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.commands import keys_of
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.theme import Theme
from inbox_assistant.ui.walking import walks

_WIDTH = 520
_HEIGHT = 420


class CommandPalette(QDialog):
    """A field and the commands that match it; Enter does the first one."""

    def __init__(
        self, actions: Sequence[QAction], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._field = Field(theme, self.tr("Find a command"))
        self._field.setPlaceholderText(self.tr("What would you like to do?"))
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.itemActivated.connect(self._act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.MEDIUM] * 4)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self.resize(_WIDTH, _HEIGHT)
        self._filter("")
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the field has the focus."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if walks(self._list, event):
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._act(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _filter(self, typed: str) -> None:
        self._list.clear()
        words = typed.casefold().split()
        for action in self._actions:
            name = action.text().replace("&", "")
            if not action.isEnabled() or not all(w in name.casefold() for w in words):
                continue
            keys = keys_of(action)
            item = QListWidgetItem(action.icon(), f"{name}    {keys}" if keys else name)
            item.setData(Qt.ItemDataRole.UserRole, action)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        if not self._list.count():
            pattern = self.tr("Nothing called “{words}” can be done here.")
            nothing = QListWidgetItem(pattern.format(words=typed.strip()))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)

    @Slot(QListWidgetItem)
    def _act(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            action = item.data(Qt.ItemDataRole.UserRole)
            self.close()
            action.trigger()
