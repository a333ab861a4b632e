"""One of a few: why no response is necessary, or for how long; chosen by a digit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.sentences import told

_WIDTH = 380


class ReasonPicker(QDialog):
    """Asks for a reason; nothing happens on one stroke of a key alone."""

    picked = Signal(str)
    """The reason that was chosen."""

    def __init__(
        self,
        question: str,
        details: str,
        reasons: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("No response necessary"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_decided = False
        self._reasons = tuple(reasons)
        title = QLabel(question)
        title.setFont(strong(self.font()))
        title.setWordWrap(True)
        below = QLabel(details)
        below.setWordWrap(True)
        below.setTextFormat(Qt.TextFormat.PlainText)
        below.setVisible(bool(details))
        self.choices = QListWidget()
        self.choices.setAccessibleName(self.tr("Reasons"))
        for number, reason in enumerate(self._reasons, 1):
            self.choices.addItem(f"{number}   {told(reason)}")
        self.choices.setCurrentRow(0)
        self.choices.itemActivated.connect(self._pick)
        self.choices.itemDoubleClicked.connect(self._pick)
        buttons = QDialogButtonBox()
        self.decide = buttons.addButton(
            self.tr("Decide"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.decide.clicked.connect(self._pick)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (title, below, self.choices, buttons):
            layout.addWidget(widget)
        self.choices.setFocus()
        self.resize(_WIDTH, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit; Enter decides for the chosen one."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self._reasons):
            self.choices.setCurrentRow(place)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _pick(self) -> None:
        place = self.choices.currentRow()
        # Enter comes by two ways, from the list and from the dialog.
        if not self._is_decided and 0 <= place < len(self._reasons):
            self._is_decided = True
            self.accept()
            self.picked.emit(self._reasons[place])
