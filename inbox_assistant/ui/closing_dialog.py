"""Closing the window while a reply has not left yet."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import strong

_WIDTH = 460


class ClosingDialog(QDialog):
    """Says what is on its way; nothing is lost whichever way is chosen."""

    now_wanted = Signal()
    """Close at once; the reply leaves at the next start."""

    later_wanted = Signal()
    """Close when it has left."""

    def __init__(
        self, count: int, leave_at: datetime, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A reply has not left yet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(
            self.windowTitle()
            if count == 1
            else self.tr("%n replies have not left yet", "", count)
        )
        title.setFont(strong(self.font()))
        seconds = max(1, int((leave_at - now).total_seconds()) + 1)
        words = QLabel(
            self.tr(
                "It can still be called back for {seconds} s. If the window closes "
                "now, it stays stored and leaves at the next start."
            ).format(seconds=seconds)
        )
        words.setWordWrap(True)
        buttons = QDialogButtonBox()
        later = buttons.addButton(
            self.tr("Close when it has left"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        at_once = buttons.addButton(
            self.tr("Close now"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        buttons.addButton(self.tr("Stay"), QDialogButtonBox.ButtonRole.RejectRole)
        later.setDefault(True)
        later.clicked.connect(self._later)
        at_once.clicked.connect(self._now)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.GENEROUS] * 4)
        layout.setSpacing(spacing.LARGE)
        for part in (title, words, buttons):
            layout.addWidget(part)
        self.setFixedWidth(_WIDTH)

    def _later(self) -> None:
        self.accept()
        self.later_wanted.emit()

    def _now(self) -> None:
        self.accept()
        self.now_wanted.emit()
