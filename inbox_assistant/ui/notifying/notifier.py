"""Looks at what waits once a minute, and tells it where it will be seen."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot

from inbox_assistant.ui.behaviour import Behaviour
from inbox_assistant.ui.jobs import STORE
from inbox_assistant.ui.notifying.desktop import DesktopNotifications
from inbox_assistant.ui.notifying.message import (
    alarm_message,
    reminder_message,
    window_title,
)
from inbox_assistant.ui.problem import problem_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.domain.tally import Tally
    from inbox_assistant.services.reminding import Outlook
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.mail_lanes import MailLanes
    from inbox_assistant.ui.main_window import MainWindow
    from inbox_assistant.ui.notifying.message import Message
    from inbox_assistant.ui.notifying.tray import Tray

_LANE = "notify"
_FIRST_LOOK = 3_000
"""Milliseconds after the start: whoever opens the window sees the queue anyway."""
_EVERY = 60_000
_GAP = timedelta(minutes=5)
"""Without a look for so long, the computer was asleep."""


class Notifier(Behaviour):
    """Tells by the tray, else by the desktop's notifications, else in the window."""

    opened = Signal(str)
    """A message was clicked: the thread that it is about, or nothing for the first."""

    def __init__(
        self, window: MainWindow, desk: Desk, jobs: Jobs, bus: Bus, mail: MailLanes
    ) -> None:
        super().__init__(window, desk, jobs, bus)
        self._mail = mail
        self.tray: Tray | None = None
        self.desktop = DesktopNotifications(self)
        self._watched_since = self._looked_at = desk.clock()
        self._thread = ""
        self._is_telling = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self.desktop.clicked.connect(self._open)
        window.reminder.opened.connect(self.opened)
        window.closing.connect(self.stop)

    def start(self) -> None:
        """Begin to look, a while after the window is there."""
        self._bus.changed.connect(self._changed)
        self._timer.start()
        QTimer.singleShot(_FIRST_LOOK, self, self.look)

    def use_tray(self, tray: Tray) -> None:
        """Tell by *tray* wherever it can be seen."""
        self.tray = tray
        tray.message_clicked.connect(self._open)

    @Slot()
    def stop(self) -> None:
        """Look no more, and leave tray and bus."""
        self._timer.stop()
        if self.tray is not None:
            self.tray.vanish()
        self._jobs.run(_LANE, self.desktop.close)

    @Slot()
    def look(self) -> None:
        """Look what waits and tell what is to be told."""
        now = self._desk.clock()
        if not timedelta() <= now - self._looked_at <= _GAP:
            self._watched_since = now
        self._looked_at = now
        if self.tray is not None:
            self.tray.appear()
        self._ask()

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.threads or changes.everything:
            self._ask()

    def _ask(self) -> None:
        watched_since = self._watched_since
        accounts = [account.name for account in self._mail.accounts]
        problems = {name: self._mail.problem(name) for name in accounts}

        def ask() -> Outlook:
            now = self._desk.clock()
            return self._desk.reminding.outlook(now, watched_since, problems)

        self._jobs.run_newest("status", "outlook", ask, then=self._see)

    @Slot(object)
    def _see(self, outlook: Outlook) -> None:
        self._show_tally(outlook.tally, is_silent=outlook.is_silent)
        if self._is_telling or not (outlook.reminders or outlook.alarms):
            return
        self._is_telling = True
        now = self._desk.clock()
        messages = [alarm_message(alarm, now) for alarm in outlook.alarms]
        if outlook.reminders:
            self._thread = outlook.reminders[0].thread
            messages.append(reminder_message(outlook.reminders, outlook.first, now))
        self._tell(messages, outlook, now)

    def _show_tally(self, tally: Tally, *, is_silent: bool) -> None:
        self._window.setWindowTitle(window_title(tally))
        if self.tray is not None:
            self.tray.show_tally(tally, is_silent=is_silent)

    def _tell(
        self, messages: Sequence[Message], outlook: Outlook, now: datetime
    ) -> None:
        if self.tray is not None and self.tray.is_there:
            for message in messages:
                self.tray.tell(message)
            self._note(outlook, now, [])
            return

        def tell() -> list[Message]:
            """Return what the desktop did not take."""
            return [one for one in messages if not self.desktop.tell(one)]

        self._jobs.run(_LANE, tell, then=partial(self._note, outlook, now))

    def _note(self, outlook: Outlook, now: datetime, left: Sequence[Message]) -> None:
        """Tell in the window what is *left*, and remember that all of it was told."""
        for message in left:
            self._window.reminder.tell(message)

        def note() -> None:
            reminding = self._desk.use_cases.reminding
            reminding.note_told(outlook.reminders, outlook.alarms, now)

        self._jobs.run(STORE, note, then=self._noted, failed=self._not_noted)

    def _noted(self, _nothing: None) -> None:
        self._is_telling = False

    def _not_noted(self, error: InboxAssistantError) -> None:
        # Rather told twice than not at all.
        self._is_telling = False
        self._bus.problem.emit(problem_of(error))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._thread)
