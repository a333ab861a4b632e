"""How far an import is; it can be stopped, and gone on with."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.tinted import TintedFrame


class ImportBar(TintedFrame):
    """Shown while mails are taken in, and after that was stopped."""

    stop_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons.theme, "note_tint", parent)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(spacing.MEDIUM)
        self.stop = CalmButton(self.tr("Stop"), icons.theme)
        self.stop.clicked.connect(self.stop_wanted)
        self.resume = CalmButton(self.tr("Go on"), icons.theme)
        self.resume.clicked.connect(self.resume_wanted)
        self.leave = CalmButton(self.tr("Leave it at that"), icons.theme, is_quiet=True)
        self.leave.clicked.connect(self.hide)
        column = QVBoxLayout()
        column.setSpacing(spacing.SMALL)
        column.addWidget(self.words)
        column.addWidget(self.progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            spacing.LARGE, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM
        )
        row.setSpacing(spacing.MEDIUM)
        row.addLayout(column, 1)
        for button in (self.stop, self.resume, self.leave):
            row.addWidget(button)
        self.hide()

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Say that *done* mails are read; of *total*, where that is known and not 0."""
        if total:
            words = self.tr("Importing: {done} of %n mail(s)", "", total)
            self.words.setText(words.format(done=self.locale().toString(done)))
        else:
            self.words.setText(self.tr("Importing: %n mail(s) so far", "", done))
        self.progress.setRange(0, total)
        self.progress.setValue(min(done, total))
        self._offer(is_going=True)

    def show_stopped(self, done: int) -> None:
        """Say that it was stopped after *done* mails, and offer to go on."""
        self.words.setText(
            self.tr(
                "Stopped after %n mail(s), which are kept. Going on leaves out what is "
                "there.",
                "",
                done,
            )
        )
        self._offer(is_going=False)

    def _offer(self, *, is_going: bool) -> None:
        self.progress.setVisible(is_going)
        self.stop.setVisible(is_going)
        self.resume.setVisible(not is_going)
        self.leave.setVisible(not is_going)
        self.show()
