"""What the window does, as opposed to what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow


class Behaviour(QObject):
    """One subject of the window's doings, with what each of them works with."""

    def __init__(self, window: MainWindow, desk: Desk, jobs: Jobs, bus: Bus) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._bus = bus
