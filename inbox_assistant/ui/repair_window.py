"""What is seen while a damaged profile is made whole."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from inbox_assistant.ui import spacing

_WIDTH = 460


class RepairWindow(QWidget):
    """A small window that cannot be closed before the work is done."""

    told = Signal(int)
    """How many mails have been read again; may come from another thread."""
    ended = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Dialog)
        self.setWindowTitle(self.tr("Inbox Assistant"))
        self._loop = QEventLoop()
        words = QLabel(
            self.tr(
                "The profile's file is damaged. What it still holds is being saved; "
                "the file itself is kept."
            )
        )
        words.setWordWrap(True)
        self._count = QLabel()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.LARGE] * 4)
        layout.setSpacing(spacing.MEDIUM)
        for part in (words, bar, self._count):
            layout.addWidget(part)
        self.setFixedWidth(_WIDTH)
        # From the thread that works to the one that shows.
        queued = Qt.ConnectionType.QueuedConnection
        self.told.connect(self._show_count, queued)
        self.ended.connect(self._loop.quit, queued)

    def wait_for(self, begin: Callable[[], None]) -> None:
        """Show the window, *begin* the work and return when it has ended."""
        self.show()
        QTimer.singleShot(0, begin)
        self._loop.exec()
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay: half a recovery would only have to begin again."""
        event.ignore()

    @Slot(int)
    def _show_count(self, count: int) -> None:
        self._count.setText(self.tr("%n mail(s) read", "", count))
