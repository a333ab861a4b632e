"""What the window holds beside the queue: made once the first rows are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.composer.pane import ComposerPane
from inbox_assistant.ui.import_bar import ImportBar
from inbox_assistant.ui.listing_bar import ListingBar
from inbox_assistant.ui.notice_bar import NoticeBar
from inbox_assistant.ui.notifying.reminder_bar import ReminderBar
from inbox_assistant.ui.older_bar import OlderBar
from inbox_assistant.ui.onboarding.welcome import Welcome
from inbox_assistant.ui.problem_bar import ProblemBar
from inbox_assistant.ui.queue.filter_bar import FilterBar
from inbox_assistant.ui.thread.banner import Banner
from inbox_assistant.ui.thread.header import ThreadHeader
from inbox_assistant.ui.thread.view import ThreadView
from inbox_assistant.ui.undo_bar import UndoBar
from inbox_assistant.ui.unsure_bar import UnsureBar

if TYPE_CHECKING:
    from datetime import datetime

    from inbox_assistant.ui.icons import Icons


class Furniture:
    """The parts that ``MainWindow.furnish`` puts into their places.

    A new part of the window belongs here, and not into the window's own beginning,
    unless the first sight of the queue is wrong without it.
    """

    def __init__(self, icons: Icons, now: datetime) -> None:
        self.header = ThreadHeader(icons)
        self.banner = Banner(icons)
        self.messages = ThreadView(icons, now)
        self.composer = ComposerPane(icons)
        today = QCoreApplication.translate("MainWindow", "Today's work (W)")
        self.today = CalmButton(today, icons.theme, is_quiet=True)
        self.notices = CalmButton("", icons.theme, is_quiet=True)
        self.notices.hide()
        self.older = OlderBar(icons)
        self.listing = ListingBar(icons)
        self.filters = FilterBar(icons)
        self.welcome = Welcome(icons)
        self.problems = ProblemBar(icons)
        self.unsure = UnsureBar(icons)
        self.notice = NoticeBar(icons)
        self.importing = ImportBar(icons)
        self.undo = UndoBar(icons)
        self.reminder = ReminderBar(icons)
