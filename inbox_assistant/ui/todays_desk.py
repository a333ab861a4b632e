"""What brings today's work up, begins with a pile, and comes back when it is done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from inbox_assistant.settings import SOON_HOURS
from inbox_assistant.ui.behaviour import Behaviour

if TYPE_CHECKING:
    from datetime import datetime

    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.view import View
    from inbox_assistant.services.todays_work import Pile, TodaysWork
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow
    from inbox_assistant.ui.searching import Searching
    from inbox_assistant.ui.today.page import TodayPage

_LANE = "status"


class TodaysDesk(Behaviour):
    """Makes the page when it is first wanted; it is none of the start's business."""

    notices_wanted = Signal()
    """Claims, notices and unsorted mails are to be shown."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        searching: Searching,
    ) -> None:
        super().__init__(window, desk, jobs, bus)
        self._searching = searching
        self._begun: View | None = None
        self.page: TodayPage | None = None
        window.views.chosen.connect(self._forget)
        bus.changed.connect(self.hear)

    @Slot()
    def show(self) -> None:
        """Show how much there is to do."""
        if self.page is None:
            self.page = self._make()
        self._begun = None
        # It is looked up while the page is built up with what was known last.
        self._look()
        hours = self._desk.settings.get(SOON_HOURS)
        self.page.set_soon(timedelta(hours=hours))
        self._window.show_page(self.page)
        self.page.await_work(self._desk.clock())

    @Slot()
    def look_up(self) -> None:
        """Look up again what there is to do, while it is shown."""
        if self.page is not None and self.page.isVisible():
            self._look()

    def _look(self) -> None:
        def look() -> TodaysWork:
            from inbox_assistant.services.todays_work import (  # noqa: PLC0415
                todays_work,
            )

            return todays_work(self._desk.reading, self._desk.clock())

        self._jobs.run_newest(_LANE, "today", look, then=self._show_work)

    @Slot(object)
    def tick(self, now: datetime) -> None:
        """Let the countdowns run while they are seen."""
        if self.page is not None:
            self.page.tick(now)

    @Slot(object)
    def hear(self, changes: Changes) -> None:
        """Look again when something changed."""
        if changes.threads or changes.everything:
            self.look_up()

    @Slot(object, int)
    def list_loaded(self, view: View, count: int) -> None:
        """Come back once the list that was begun here is done."""
        if count or view is not self._begun or self._searching.is_narrowed:
            return
        composer = self._window.composer
        if not (composer.editor.hasFocus() and composer.text.strip()):
            self.show()

    def _make(self) -> TodayPage:
        from inbox_assistant.ui.today.page import TodayPage  # noqa: PLC0415

        page = TodayPage(self._window.icons, self._desk.clock())
        page.begun.connect(self.begin)
        page.closed.connect(self._window.show_work)
        return page

    @Slot(object)
    def _show_work(self, work: TodaysWork) -> None:
        if self.page is not None:
            self.page.show_work(work, self._desk.clock())

    @Slot(object)
    def begin(self, pile: Pile) -> None:
        """Open the list of *pile* with its first thread."""
        if pile.view is None:
            self.notices_wanted.emit()
            return
        self._window.show_work()
        self._searching.start_with(pile.view)
        self._begun = pile.view

    @Slot(object)
    def _forget(self, view: View) -> None:
        if view is not self._begun:
            self._begun = None
