"""Asks why: a few usual reasons by digit, or one's own words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.theme import Theme

_WIDTH = 440
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReasonDialog(QDialog):
    """A question with usual answers; Esc leaves everything as it is."""

    given = Signal(str)
    """The reason."""

    def __init__(
        self,
        title: str,
        details: str,
        reasons: Sequence[str],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(title)
        heading.setFont(strong(self.font()))
        below = QLabel(details)
        below.setWordWrap(True)
        below.setTextFormat(Qt.TextFormat.PlainText)
        self.choices = QListWidget()
        self.choices.setAccessibleName(self.tr("Reasons"))
        for number, reason in enumerate(reasons, 1):
            self.choices.addItem(f"{number}   {reason}")
        self._reasons = tuple(reasons)
        self.choices.itemActivated.connect(self._choose)
        self.field = Field(theme, self.tr("Another reason"))
        self.field.setPlaceholderText(self.tr("Another reason"))
        self.decide = CalmButton(self.tr("Decide"), theme, is_main=True)
        self.back = CalmButton(self.tr("Cancel"), theme)
        for button in (self.decide, self.back):
            button.setAutoDefault(False)
        self.decide.clicked.connect(self._choose)
        self.back.clicked.connect(self.reject)
        self._lay_out(heading, below)
        self.choices.setCurrentRow(0)
        self.choices.setFocus()
        self._is_decided = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, decide by Enter."""
        place = event.key() - Qt.Key.Key_1
        if self.choices.hasFocus() and 0 <= place < len(self._reasons):
            self.choices.setCurrentRow(place)
        elif event.key() in _ENTER:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, heading: QLabel, below: QLabel) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.decide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.GENEROUS] * 4)
        layout.setSpacing(spacing.LARGE)
        for widget in (heading, below, self.choices, self.field):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.setFixedWidth(_WIDTH)

    @Slot()
    def _choose(self) -> None:
        own = self.field.text().strip()
        place = self.choices.currentRow()
        reason = own or (self._reasons[place] if place >= 0 else "")
        if reason and not self._is_decided:
            self._is_decided = True
            self.accept()
            self.given.emit(reason)
