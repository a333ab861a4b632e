"""A question before something that concerns many threads at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import strong

_WIDTH = 440


class ConfirmDialog(QDialog):
    """Ask *question*; only its own button says yes, and it is not the first one."""

    def __init__(self, question: str, details: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title, below = QLabel(question), QLabel(details)
        title.setFont(strong(self.font()))
        for label in (title, below):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        cancel.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.GENEROUS] * 4)
        layout.setSpacing(spacing.LARGE)
        for part in (title, below, buttons):
            layout.addWidget(part)
        self.setFixedWidth(_WIDTH)
