"""Everything by which the program is there without its window being looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from inbox_assistant.domain.state import State
from inbox_assistant.domain.view import View
from inbox_assistant.ui.behaviour import Behaviour
from inbox_assistant.ui.notifying.notifier import Notifier
from inbox_assistant.ui.notifying.presence import Presence
from inbox_assistant.ui.notifying.tray import Tray

if TYPE_CHECKING:
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.mail_lanes import MailLanes
    from inbox_assistant.ui.main_window import MainWindow
    from inbox_assistant.ui.outgoing import Outgoing

_LANE = "autostart"
_IN_TRAY = ("sync", "autostart", "quit")
_PENDING = frozenset({State.WAITING, State.TO_CONFIRM})


class Background(Behaviour):
    """The tray, what is told there or elsewhere, and the start with the computer."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        mail: MailLanes,
        outgoing: Outgoing,
    ) -> None:
        super().__init__(window, desk, jobs, bus)
        self._outgoing = outgoing
        self.notifier = Notifier(window, desk, jobs, bus, mail)
        self.tray = Tray(window, window.icons.theme)
        self.presence = Presence(window, desk, outgoing, self.tray)
        self.notifier.use_tray(self.tray)
        self.notifier.opened.connect(self.open_thread)

    def start(self) -> None:
        """Begin to look what is to be told, and show what is switched on."""
        commands = self._window.commands
        self.tray.offer([commands.action(name) for name in _IN_TRAY])
        commands.action("autostart").setCheckable(True)
        self._look_at_autostart()
        self.notifier.start()

    @Slot(str)
    def open_thread(self, thread: str) -> None:
        """Bring up *thread*, or the most urgent one where that no longer waits."""
        self.presence.raise_window()
        self._window.show_work()
        row = self._desk.reading.row(thread)
        if row is None or row.state not in _PENDING:
            numbers = self._desk.queue.ids(View.WAITING, self._desk.clock(), 1)
            row = next(iter(self._desk.queue.rows(numbers)), None)
        if row is not None:
            self._outgoing.show_thread(row.thread)

    @Slot()
    def change_autostart(self) -> None:
        """Start with the computer from now on, or no longer."""

        def change() -> bool:
            starting = self._desk.starting
            wanted = not starting.is_by_itself()
            starting.be_by_itself(wanted=wanted)
            return wanted

        self._jobs.run(_LANE, change, then=self._changed, failed=self._not_changed)

    def _changed(self, is_on: bool) -> None:  # noqa: FBT001 - a lane's result
        self._show_autostart(is_on)
        self._window.notice.tell(
            self.tr("The program starts minimised with the computer.")
            if is_on
            else self.tr("The program no longer starts with the computer.")
        )

    def _not_changed(self, error: InboxAssistantError) -> None:
        self._window.notice.tell(str(error))
        self._look_at_autostart()

    def _look_at_autostart(self) -> None:
        starting = self._desk.starting
        self._jobs.run(_LANE, starting.is_by_itself, then=self._show_autostart)

    def _show_autostart(self, is_on: bool) -> None:  # noqa: FBT001 - a lane's result
        self._window.commands.action("autostart").setChecked(is_on)
