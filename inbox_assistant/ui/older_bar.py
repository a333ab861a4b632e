"""One action for the old mails of a first import."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.icons import Icons


class OlderBar(QWidget):
    """Stands above the list of older threads and offers to settle them together."""

    wanted = Signal()
    """The older threads are to be settled together."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(
            self.tr(
                "These waited longer than three days when their mailbox was first "
                "imported."
            )
        )
        words.setWordWrap(True)
        self.button = CalmButton(self.tr("Settle all…"), icons.theme)
        self.button.setToolTip(self.tr("Take all of them off the queue, after asking"))
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.LARGE, 0, spacing.LARGE, spacing.MEDIUM)
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(words, 1)
        row.addWidget(self.button)
        self.hide()
