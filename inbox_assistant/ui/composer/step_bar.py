"""What happens when the reply is sent, and not before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inbox_assistant.domain.reply import NO_STEP, NextStep
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.moments import short_time


class StepBar(QWidget):
    """Says what is staged; a button leaves it out."""

    left_out = Signal()
    """The promise is not to be made."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self.leave_out = CalmButton(self.tr("Leave out"), icons.theme, is_quiet=True)
        self.leave_out.setToolTip(self.tr("Send the reply without this promise"))
        self.leave_out.clicked.connect(self.left_out.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.LARGE, 0, spacing.MEDIUM, 0)
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(self._words, 1)
        row.addWidget(self.leave_out)
        self.show_step(NO_STEP)

    @property
    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def show_step(self, step: NextStep) -> None:
        """Say what *step* will do."""
        self.setVisible(step.promise_at is not None)
        if step.promise_at is not None:
            self._words.setText(
                self.tr("When sent: the buyer is promised to hear by {time}.").format(
                    time=short_time(step.promise_at)
                )
            )
