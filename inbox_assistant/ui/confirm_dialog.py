"""A question before something that concerns many threads at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

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
        self.yes, cancel = QPushButton(yes), QPushButton(self.tr("Cancel"))
        self.yes.setAutoDefault(False)
        self.yes.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        cancel.setDefault(True)
        cancel.setFocus()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.yes)
        buttons.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.GENEROUS] * 4)
        layout.setSpacing(spacing.LARGE)
        for part in (title, below):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.setFixedWidth(_WIDTH)
