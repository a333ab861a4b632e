"""What becomes of replies that were sent: called back, in doubt, still on their way."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication

from inbox_assistant.ui.behaviour import Behaviour
from inbox_assistant.ui.jobs import STORE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.reply import Draft, OutboxReply, Stray
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.correspondence import Correspondence
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow

_LOOK_AGAIN = 500
"""Milliseconds between two looks whether the last reply has left."""
_PATIENCE = timedelta(seconds=10)
"""How long a mail server may take for the last reply before the window closes."""


class Outgoing(Behaviour):
    """Follows each reply until it has left."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        correspondence: Correspondence,
    ) -> None:
        super().__init__(window, desk, jobs, bus)
        self._open = correspondence
        self.is_ending = False
        """Whether the window closes without asking."""
        self._close_by: datetime | None = None
        self._waiting = QTimer(self)
        self._waiting.setInterval(_LOOK_AGAIN)
        self._waiting.timeout.connect(self._close_when_left)
        correspondence.sent.connect(self._sent)
        bus.changed.connect(self._changed)
        window.unsure.decided.connect(self._decide)
        window.unsure.wanted.connect(self.show_thread)
        window.may_close = self.may_close

    def start(self) -> None:
        """Bring home what strayed by an earlier rule, a few mails at a time."""
        self._jobs.run(
            STORE,
            lambda: self._desk.use_cases.strays.found(),  # noqa: PLW0108 - made in the lane
            then=self._bring_home,
        )

    @Slot()
    def look_for_unsure(self) -> None:
        """Show the replies of which nobody knows whether they left."""
        self._jobs.run_newest(
            "read",
            "unsure",
            lambda: self._desk.reading.unsure(),  # noqa: PLW0108 - a connection of the lane's own
            then=self._window.unsure.show_replies,
        )

    def may_close(self) -> bool:
        """Return whether no reply waits to leave; ask what to do where one does."""
        program = QApplication.instance()
        is_leaving = isinstance(program, QApplication) and program.isSavingSession()
        if self.is_ending or is_leaving:
            return True
        now = self._desk.clock()
        leaving = [one for one in self._desk.reading.queued() if one.leave_at > now]
        if not leaving:
            return True
        latest = max(reply.leave_at for reply in leaving)
        from inbox_assistant.ui.closing_dialog import ClosingDialog  # noqa: PLC0415

        dialog = ClosingDialog(len(leaving), latest, now, self._window)
        dialog.now_wanted.connect(self._close_now)
        dialog.later_wanted.connect(partial(self._close_later, latest))
        dialog.open()
        return False

    def _bring_home(self, portions: Sequence[Sequence[Stray]]) -> None:
        for some in portions:
            self._jobs.run(
                STORE,
                lambda some=some: self._desk.use_cases.strays.bring_home(some),  # type: ignore[misc] # bound early on purpose
                then=self._bus.changed.emit,
            )

    @Slot(object)
    def _sent(self, reply: OutboxReply) -> None:
        row = self._open.row
        number = None if row is None or row.thread != reply.thread else row.number

        def call_back() -> None:
            # What was begun since is stored first, so that it comes back as well.
            self._window.composer.save_now()
            self._jobs.run(
                STORE,
                lambda: self._desk.use_cases.replies.withdraw(reply.reply_id),
                then=partial(self._back, number),
            )

        words = self.tr("The reply is stored.")
        self._window.undo.tell(words, call_back, reply.leave_at)
        queue = self._window.queue
        if number is not None and queue.current_number() == number:
            self._open.next_comes_by_itself()
            queue.step(1)
        queue.setFocus()

    def _back(self, number: int | None, result: tuple[Draft, Changes]) -> None:
        """Show the thread again with the very text that was called back."""
        draft, changes = result
        self._bus.changed.emit(changes)
        self._window.composer.put_text_back(draft)
        if number is None:
            return
        self._window.show_work()
        if not self._window.queue.go_to(number):
            # Its list was done with it, and does not hold it again yet.
            self._open.open_number(number)
        self._open.focus_reply()

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.outbox or changes.everything:
            self.look_for_unsure()

    @Slot(str, bool)
    def _decide(self, reply_id: str, was_sent: bool) -> None:  # noqa: FBT001 - a slot
        self._jobs.run(
            STORE,
            lambda: self._desk.use_cases.delivering.resolve(reply_id, sent=was_sent),
            then=self._bus.changed.emit,
        )

    @Slot(str)
    def show_thread(self, thread: str) -> None:
        """Show *thread* in the queue and beside it."""
        row = self._desk.reading.row(thread)
        if row is not None:
            self._window.show_work()
            self._window.queue.go_to(row.number)
            self._open.open_number(row.number)

    @Slot()
    def _close_now(self) -> None:
        self.is_ending = True
        self._window.close()

    def _close_later(self, latest: datetime) -> None:
        self._close_by = latest + _PATIENCE
        self._waiting.start()
        words = self.tr("The window closes as soon as the reply has left.")
        self._window.notice.tell(words)

    @Slot()
    def _close_when_left(self) -> None:
        is_late = self._close_by is None or self._desk.clock() > self._close_by
        if is_late or not self._desk.reading.queued():
            self._waiting.stop()
            self._close_now()
