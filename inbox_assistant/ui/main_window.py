"""The one window: views, queue, thread with composer below; no decisions here.

It is made in two steps. At first it holds what the first sight of the queue shows,
and leaves the others their room; ``furnish`` puts them there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QSettings,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.menus import name_menus
from inbox_assistant.ui.status_line import StatusLine
from inbox_assistant.ui.theme import WISHES_CONTRAST
from inbox_assistant.ui.views_panel import ViewsPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from inbox_assistant.ui.button import CalmButton
    from inbox_assistant.ui.commands import Commands
    from inbox_assistant.ui.composer.pane import ComposerPane
    from inbox_assistant.ui.furniture import Furniture
    from inbox_assistant.ui.icons import Icons
    from inbox_assistant.ui.import_bar import ImportBar
    from inbox_assistant.ui.listing_bar import ListingBar
    from inbox_assistant.ui.notice_bar import NoticeBar
    from inbox_assistant.ui.notifying.reminder_bar import ReminderBar
    from inbox_assistant.ui.older_bar import OlderBar
    from inbox_assistant.ui.onboarding.welcome import Welcome
    from inbox_assistant.ui.problem_bar import ProblemBar
    from inbox_assistant.ui.queue.filter_bar import FilterBar
    from inbox_assistant.ui.queue.view import QueueView
    from inbox_assistant.ui.thread.banner import Banner
    from inbox_assistant.ui.thread.header import ThreadHeader
    from inbox_assistant.ui.thread.view import ThreadView
    from inbox_assistant.ui.undo_bar import UndoBar
    from inbox_assistant.ui.unsure_bar import UnsureBar

_SIZE = (1360, 880)
_FRAME = (8, 40, 8, 8)
"""What a desktop may put around a window: left, top, right and bottom.

It is only known once the window is seen, which is too late.
"""
_VIEWS_WIDTH = 188
_QUEUE_WIDTH = 460


class MainWindow(QMainWindow):
    """Holds the parts of the window in their places."""

    closing = Signal()
    """The window is about to close; what is not stored yet must be now."""

    dropped = Signal(object)
    """The files and folders that were dropped on the window, as paths."""

    page_turned = Signal()
    """Another page is shown: the work, the first steps, or one of the others."""

    # Put in place by ``furnish``.
    commands: Commands
    header: ThreadHeader
    banner: Banner
    messages: ThreadView
    composer: ComposerPane
    today: CalmButton
    notices: CalmButton
    older: OlderBar
    listing: ListingBar
    filters: FilterBar
    welcome: Welcome
    problems: ProblemBar
    unsure: UnsureBar
    notice: NoticeBar
    importing: ImportBar
    undo: UndoBar
    reminder: ReminderBar

    def __init__(self, queue: QueueView, icons: Icons, state: QSettings) -> None:
        super().__init__()
        self._state = state
        self.icons = icons
        self.may_close = _always
        """Asked before the window closes; says whether it may do so now."""
        self.views = ViewsPanel(icons)
        self.search = Field(icons.theme, self.tr("Search"))
        self.queue = queue
        self.status = StatusLine()
        self._down = QSplitter()
        self._across = QSplitter()
        self._room = QWidget()
        """Keeps the place of thread and reply until they are there."""
        self._bar_room = QWidget()
        """Keeps the place of the filters until they are there."""
        self._pages = QStackedWidget()
        self._pages.currentChanged.connect(self.page_turned)
        self._side = QVBoxLayout()
        self._middle = QVBoxLayout()
        self._whole = QVBoxLayout()
        self.setWindowTitle("Inbox Assistant")
        name_menus(self.menuBar())
        self._lay_out()
        self._restore()

    def furnish(self, furniture: Furniture, commands: Commands) -> None:
        """Put everything that the first sight could do without into its place."""
        self.commands = commands
        self.header = furniture.header
        self.banner = furniture.banner
        self.messages = furniture.messages
        self.composer = furniture.composer
        self.today = furniture.today
        self.notices = furniture.notices
        self.older = furniture.older
        self.listing = furniture.listing
        self.filters = furniture.filters
        self.welcome = furniture.welcome
        self.problems = furniture.problems
        self.unsure = furniture.unsure
        self.notice = furniture.notice
        self.importing = furniture.importing
        self.undo = furniture.undo
        self.reminder = furniture.reminder
        for place, bar in enumerate(
            (
                self.problems,
                self.reminder,
                self.unsure,
                self.notice,
                self.importing,
                self.undo,
            )
        ):
            self._whole.insertWidget(place, bar)
        for button in (self.today, self.notices):
            self._side.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        self._hang_filters()
        self._hang_thread()
        self._pages.addWidget(self.welcome)
        self._restore_split("down", self._down)
        self._restore_split("sides", self.composer.sides)
        self._leave_by_escape(self.search, self.messages)
        self.setAcceptDrops(True)

    def _leave_by_escape(self, *parts: QWidget) -> None:
        for watched in parts:
            watched.installEventFilter(self)

    def _hang_thread(self) -> None:
        self._room.setParent(None)
        self._room.deleteLater()
        self._down.setOrientation(QtCore.Qt.Orientation.Vertical)
        for place, half in enumerate((self._thread(), self.composer)):
            self._down.addWidget(half)
            self._down.setStretchFactor(place, 1)
        self._down.setSizes([_SIZE[1], _SIZE[1]])
        self._down.setChildrenCollapsible(False)

    def _hang_filters(self) -> None:
        self.filters.setFixedHeight(self._bar_room.height())
        self._middle.replaceWidget(self._bar_room, self.filters)
        self._bar_room.setParent(None)
        self._bar_room.deleteLater()
        for part in (self.older, self.listing):
            self._middle.insertWidget(2, part)

    @property
    def is_at_work(self) -> bool:
        """Return whether views, queue and thread are shown."""
        return self._pages.currentIndex() == 0

    @property
    def is_welcoming(self) -> bool:
        """Return whether the first steps are shown in place of the queue."""
        return self._pages.currentWidget() is self.welcome

    def show_welcome(self, *, is_fresh: bool) -> None:
        """Show the first steps while nothing was set up, else the queue."""
        if is_fresh != self.is_welcoming:
            self._pages.setCurrentIndex(1 if is_fresh else 0)
            (self.welcome.connect_mailbox if is_fresh else self.queue).setFocus()

    def show_page(self, page: QWidget) -> None:
        """Show *page* in the place of views, queue and thread."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    @Slot()
    def show_work(self) -> None:
        """Show views, queue and thread again."""
        self._pages.setCurrentIndex(0)
        self.queue.setFocus()

    def show_notices(self, urgent: int, unsorted: int) -> None:
        """Say below the views how many mails are no buyer messages."""
        parts = [
            words
            for words, count in (
                (self.tr("%n notice(s)", "", urgent), urgent),
                (self.tr("%n unsorted", "", unsorted), unsorted),
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
        self._state.setValue(WISHES_CONTRAST, self.icons.theme.wishes_contrast)
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
        from PySide6.QtGui import QKeyEvent  # noqa: PLC0415

        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == QtCore.Qt.Key.Key_Escape
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
        self._down.addWidget(self._room)
        self._across.addWidget(self._list())
        self._across.addWidget(self._down)
        rest = _SIZE[0] - _VIEWS_WIDTH - _QUEUE_WIDTH
        self._across.setSizes([_QUEUE_WIDTH, rest])
        self._across.setStretchFactor(1, 1)
        self._across.setChildrenCollapsible(False)
        for split in (self._down, self._across):
            split.setHandleWidth(spacing.HAIR)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._views())
        row.addWidget(self._across, 1)
        self._pages.addWidget(work)
        whole = QWidget()
        whole.setLayout(self._whole)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(spacing.HAIR)
        self._whole.addWidget(self._pages, 1)
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

    def _views(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_VIEWS_WIDTH)
        side.setLayout(self._side)
        self._side.setContentsMargins(0, spacing.MEDIUM, 0, spacing.MEDIUM)
        self._side.addWidget(self.views, 1)
        return side

    def _list(self) -> QWidget:
        middle = QWidget()
        middle.setLayout(self._middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self.search.setPlaceholderText(
            self.tr("Search buyer, words, order, ASIN…  ( / )")
        )
        self.search.setClearButtonEnabled(True)
        field = QHBoxLayout()
        field.setContentsMargins(*[spacing.MEDIUM] * 4)
        field.addWidget(self.search)
        self._middle.addLayout(field)
        self._bar_room.setFixedHeight(self.fontMetrics().height() + 2 * spacing.MEDIUM)
        self._middle.addWidget(self._bar_room)
        self._middle.addWidget(self.queue, 1)
        return middle

    def _restore(self) -> None:
        self.resize(*_SIZE)
        kept = self._state.value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)
        self._stay_on_screen()
        self._restore_split("across", self._across)

    def _stay_on_screen(self) -> None:
        """Let no part of the window lie where no screen shows it, frame included."""
        if self.isMaximized() or self.isFullScreen():
            return
        # Where the window was may be a screen that is not there any more.
        screen = QGuiApplication.screenAt(self.geometry().center()) or self.screen()
        self.setGeometry(fitted(self.geometry(), screen.availableGeometry()))

    def _restore_split(self, name: str, split: QSplitter) -> None:
        kept = self._state.value(f"window/{name}")
        if isinstance(kept, QByteArray):
            split.restoreState(kept)


def fitted(window: QRect, available: QRect) -> QRect:
    """Return *window* without its frame, as large as may be within *available*."""
    left, top, right, bottom = _FRAME
    room = available.adjusted(left, top, -right, -bottom)
    size = window.size().boundedTo(room.size())
    x = min(max(window.left(), room.left()), room.right() + 1 - size.width())
    y = min(max(window.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(QPoint(x, y), size)


def _always() -> bool:
    return True
