"""Says above the queue which list is shown there in place of a view."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.icons import Icons


class ListingBar(QWidget):
    """Names a list and offers to leave it."""

    left = Signal()
    """The view is wanted back."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        leave = CalmButton(self.tr("Back to the view"), icons.theme)
        leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.LARGE, 0, spacing.LARGE, spacing.MEDIUM)
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(self.words, 1)
        row.addWidget(leave)
        self.hide()

    def tell(self, words: str) -> None:
        """Show *words*, or nothing where there are none."""
        self.words.setText(words)
        self.setVisible(bool(words))
