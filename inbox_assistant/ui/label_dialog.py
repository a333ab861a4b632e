"""Asks for a word to write on threads: typed, or one of those in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui.field import Field
from inbox_assistant.ui.fonts import strong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inbox_assistant.ui.theme import Theme

_WIDTH = 380
_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class LabelDialog(QDialog):
    """A field with the words in use below it; Down takes one, Enter writes it."""

    told = Signal(str)
    """What is to be written; may be empty."""

    def __init__(
        self, title: str, question: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known: Sequence[str] = ()
        self.field = Field(theme, title)
        self.field.textEdited.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("In use"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda item: self.field.setText(item.text()))
        self.list.hide()
        asked = QLabel(question)
        asked.setFont(strong(self.font()))
        asked.setWordWrap(True)
        buttons = QDialogButtonBox()
        write = buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        write.clicked.connect(self._tell)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (asked, self.field, self.list, buttons):
            layout.addWidget(part)
        self.resize(_WIDTH, self.sizeHint().height())
        self.field.setFocus()

    @Slot(object)
    def know(self, values: Sequence[str]) -> None:
        """Offer *values* as those in use."""
        self._known = values
        self._filter(self.field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list by arrows while the field has the keyboard."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _WALKING:
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _filter(self, typed: str) -> None:
        begin = typed.strip().removeprefix("-").casefold()
        fitting = [one for one in self._known if one.casefold().startswith(begin)]
        self.list.clear()
        self.list.addItems(fitting)
        self.list.setVisible(bool(fitting))

    def _walk(self, by: int) -> None:
        place = max(0, min(self.list.count() - 1, self.list.currentRow() + by))
        if self.list.count():
            self.list.setCurrentRow(place)
            sign = "-" if self.field.text().startswith("-") else ""
            self.field.setText(sign + self.list.item(place).text())

    @Slot()
    def _tell(self) -> None:
        self.accept()
        self.told.emit(self.field.text())
