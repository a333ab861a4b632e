"""The one window: views, queue, thread with composer below; no decisions here."""

from datetime import datetime

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.commands import Commands
from inbox_assistant.ui.composer.pane import ComposerPane
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.problem_bar import ProblemBar
from inbox_assistant.ui.queue.view import QueueView
from inbox_assistant.ui.status_line import StatusLine
from inbox_assistant.ui.thread.view import ThreadView
from inbox_assistant.ui.undo_bar import UndoBar
from inbox_assistant.ui.views_panel import ViewsPanel

_SIZE = (1320, 860)
_QUEUE_WIDTH = 430
_THREAD_HEIGHT = 430


class MainWindow(QMainWindow):
    """Holds the parts of the window in their places."""

    closing = Signal()
    """The window is about to close; what is not stored yet must be now."""

    def __init__(
        self, queue: QueueView, icons: Icons, state: QSettings, now: datetime
    ) -> None:
        super().__init__()
        self._state = state
        self.icons = icons
        self.commands = Commands(self)
        self.views = ViewsPanel(icons)
        self.search = QLineEdit()
        self.queue = queue
        self.messages = ThreadView(icons, now)
        self.composer = ComposerPane(icons)
        self.problems = ProblemBar(icons)
        self.undo = UndoBar(icons)
        self.notice = QLabel()
        self.status = StatusLine()
        self.setWindowTitle("Inbox Assistant")
        self._lay_out()
        self._restore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window stood and have everything stored."""
        self._state.setValue("window/geometry", self.saveGeometry())
        self._state.setValue("window/across", self._across.saveState())
        self._state.setValue("window/down", self._down.saveState())
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.notice.setWordWrap(True)
        self.notice.hide()
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.setAccessibleName(self.tr("Thread and reply"))
        self._down.addWidget(self.messages)
        self._down.addWidget(self.composer)
        self._down.setSizes([_THREAD_HEIGHT, _SIZE[1] - _THREAD_HEIGHT])
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.setAccessibleName(self.tr("Queue and thread"))
        self._across.addWidget(self._left())
        self._across.addWidget(self._down)
        self._across.setSizes([_QUEUE_WIDTH, _SIZE[0] - _QUEUE_WIDTH])
        self._across.setStretchFactor(1, 1)
        for split in (self._down, self._across):
            split.setChildrenCollapsible(False)
            split.setHandleWidth(spacing.HAIR)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.views)
        row.addWidget(self._across, 1)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for bar in (self.problems, self.notice, self.undo):
            layout.addWidget(bar)
        layout.addLayout(row, 1)
        self.setCentralWidget(whole)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)

    def _left(self) -> QWidget:
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.search.setPlaceholderText(
            self.tr("Search buyer, words, order, ASIN…  ( / )")
        )
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        field = QHBoxLayout()
        field.setContentsMargins(*[spacing.MEDIUM] * 4)
        field.addWidget(self.search)
        layout.addLayout(field)
        layout.addWidget(self.queue, 1)
        return left

    def _restore(self) -> None:
        self.resize(*_SIZE)
        for name, restore in (
            ("geometry", self.restoreGeometry),
            ("across", self._across.restoreState),
            ("down", self._down.restoreState),
        ):
            kept = self._state.value(f"window/{name}")
            if isinstance(kept, QByteArray):
                restore(kept)
