"""Replies of which Amazon has sent no copy although it normally does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

from inbox_assistant.ui.behaviour import Behaviour
from inbox_assistant.ui.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.confirmation import Copies, Left
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow

_LOOK_AGAIN = 5 * 60 * 1000
"""Milliseconds between two looks: time alone makes a copy late."""


class Confirmations(Behaviour):
    """Tells of each missing copy once, and where copies seem to be switched off."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        show_thread: Callable[[str], None],
    ) -> None:
        super().__init__(window, desk, jobs, bus)
        self._show_thread = show_thread
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self._timer.timeout.connect(self.look)
        bus.changed.connect(self._changed)

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask what is missing; the answer is told once it is there."""
        self._jobs.run_newest(
            "read",
            "copies",
            lambda: self._desk.reading.copies(self._desk.clock()),
            then=self._tell,
        )

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if self._timer.isActive() and (changes.outbox or changes.everything):
            self.look()

    def _tell(self, found: dict[str, Copies]) -> None:
        for account, copies in found.items():
            for reply in copies.missing:
                if reply.reply_id not in self._told:
                    self._told.add(reply.reply_id)
                    self._bus.problem.emit(self._missing(reply))
            if copies.seem_off and account not in self._told:
                self._told.add(account)
                self._bus.problem.emit(self._seem_off(account))

    def _missing(self, reply: Left) -> Problem:
        row = self._desk.reading.row(reply.thread)
        name = (row.buyer if row is not None else None) or self.tr("a buyer")
        at = reply.handed_over_at.astimezone()
        message = self.tr("Amazon has not confirmed the reply to {buyer} from {time}.")
        return Problem(
            message.format(buyer=name, time=f"{at:%H:%M}"),
            self.tr(
                "Its copy normally comes within minutes. Look into Seller Central "
                "whether the reply is there."
            ),
            retry=partial(self._show_thread, reply.thread),
            retry_label=self.tr("&Show the thread"),
        )

    def _seem_off(self, account: str) -> Problem:
        message = self.tr("Amazon sends no copies of the replies of “{account}”.")
        return Problem(
            message.format(account=account),
            self.tr(
                "Switch Confirmation Notifications on in Seller Central, under "
                "Notification Preferences, Messaging. Only then can be seen here "
                "which replies arrived."
            ),
        )
