"""The one window: views, queue, thread with composer below; no decisions here."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.commands import Commands
from inbox_assistant.ui.composer.pane import ComposerPane
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.notice_bar import NoticeBar
from inbox_assistant.ui.older_bar import OlderBar
from inbox_assistant.ui.onboarding.welcome import Welcome
from inbox_assistant.ui.problem_bar import ProblemBar
from inbox_assistant.ui.queue.view import QueueView
from inbox_assistant.ui.status_line import StatusLine
from inbox_assistant.ui.thread.banner import Banner
from inbox_assistant.ui.thread.header import ThreadHeader
from inbox_assistant.ui.thread.view import ThreadView
from inbox_assistant.ui.undo_bar import UndoBar
from inbox_assistant.ui.unsure_bar import UnsureBar
from inbox_assistant.ui.views_panel import ViewsPanel

_SIZE = (1360, 880)
_VIEWS_WIDTH = 188
_QUEUE_WIDTH = 460


class MainWindow(QMainWindow):
    """Holds the parts of the window in their places."""

    closing = Signal()
    """The window is about to close; what is not stored yet must be now."""

    dropped = Signal(object)
    """The files and folders that were dropped on the window, as paths."""

    def __init__(
        self, queue: QueueView, icons: Icons, state: QSettings, now: datetime
    ) -> None:
        super().__init__()
        self._state = state
        self.icons = icons
        self.may_close = _always
        """Asked before the window closes; says whether it may do so now."""
        self.commands = Commands(self)
        self.views = ViewsPanel(icons)
        self.notices = CalmButton("", icons.theme, is_quiet=True)
        self.search = Field(icons.theme, self.tr("Search"))
        self.queue = queue
        self.older = OlderBar(icons)
        self.messages = ThreadView(icons, now)
        self.header = ThreadHeader(icons)
        self.banner = Banner(icons)
        self.composer = ComposerPane(icons)
        self.welcome = Welcome(icons)
        self.problems = ProblemBar(icons)
        self.unsure = UnsureBar(icons)
        self.notice = NoticeBar(icons)
        self.undo = UndoBar(icons)
        self.status = StatusLine()
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._pages = QStackedWidget()
        self.setWindowTitle("Inbox Assistant")
        self.setAcceptDrops(True)
        self._lay_out()
        self._restore()

    @property
    def is_welcoming(self) -> bool:
        """Return whether the first steps are shown in place of the queue."""
        return self._pages.currentWidget() is self.welcome

    def show_welcome(self, *, is_fresh: bool) -> None:
        """Show the first steps while nothing was set up, else the queue."""
        if is_fresh != self.is_welcoming:
            self._pages.setCurrentIndex(1 if is_fresh else 0)
            (self.welcome.connect_mailbox if is_fresh else self.queue).setFocus()

    def show_notices(self, urgent: int, unsorted: int) -> None:
        """Say below the views how many mails are no buyer messages."""
        parts = [
            pattern.format(count=count)
            for pattern, count in (
                (self.tr("{count} notices"), urgent),
                (self.tr("{count} unsorted"), unsorted),
            )
            if count
        ]
        self.notices.setText(", ".join(parts))
        self.notices.setToolTip(self.tr("Claims, notices and unsorted mails (Ctrl+U)"))
        self.notices.setVisible(bool(parts))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window stood and have everything stored."""
        if not self.may_close():
            event.ignore()
            return
        self._state.setValue("window/geometry", self.saveGeometry())
        for name, split in self._splits():
            self._state.setValue(f"window/{name}", split.saveState())
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Have what was dropped imported."""
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the search or the thread by Esc."""
        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        )
        if is_escape:
            if watched is self.search:
                self.search.clear()
            self.queue.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _splits(self) -> tuple[tuple[str, QSplitter], ...]:
        return (
            ("across", self._across),
            ("down", self._down),
            ("sides", self.composer.sides),
        )

    def _lay_out(self) -> None:
        self._down.setAccessibleName(self.tr("Thread and reply"))
        self._across.setAccessibleName(self.tr("Queue and thread"))
        for part in (self._thread(), self.composer):
            self._down.addWidget(part)
            self._down.setStretchFactor(self._down.count() - 1, 1)
        self._down.setSizes([_SIZE[1], _SIZE[1]])
        self._across.addWidget(self._middle())
        self._across.addWidget(self._down)
        rest = _SIZE[0] - _VIEWS_WIDTH - _QUEUE_WIDTH
        self._across.setSizes([_QUEUE_WIDTH, rest])
        self._across.setStretchFactor(1, 1)
        for split in (self._down, self._across):
            split.setChildrenCollapsible(False)
            split.setHandleWidth(spacing.HAIR)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._across, 1)
        self._pages.addWidget(work)
        self._pages.addWidget(self.welcome)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing.HAIR)
        for bar in (self.problems, self.unsure, self.notice, self.undo):
            layout.addWidget(bar)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(whole)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)

    def _thread(self) -> QWidget:
        thread = QWidget()
        column = QVBoxLayout(thread)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.banner):
            column.addWidget(part)
        column.addWidget(self.messages, 1)
        return thread

    def _side(self) -> QWidget:
        self.notices.hide()
        side = QWidget()
        side.setFixedWidth(_VIEWS_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, spacing.MEDIUM, 0, spacing.MEDIUM)
        column.addWidget(self.views, 1)
        column.addWidget(self.notices, 0, Qt.AlignmentFlag.AlignHCenter)
        return side

    def _middle(self) -> QWidget:
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.search.setPlaceholderText(
            self.tr("Search buyer, words, order, ASIN…  ( / )")
        )
        self.search.setClearButtonEnabled(True)
        for part in (self.search, self.messages):
            part.installEventFilter(self)
        field = QHBoxLayout()
        field.setContentsMargins(*[spacing.MEDIUM] * 4)
        field.addWidget(self.search)
        layout.addLayout(field)
        layout.addWidget(self.older)
        layout.addWidget(self.queue, 1)
        return middle

    def _restore(self) -> None:
        self.resize(*_SIZE)
        kept = self._state.value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)
        for name, split in self._splits():
            kept = self._state.value(f"window/{name}")
            if isinstance(kept, QByteArray):
                split.restoreState(kept)


def _always() -> bool:
    return True
