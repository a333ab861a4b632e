"""Hearing that the system wants the program to end."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNALS = (signal.SIGINT, signal.SIGTERM)
_AT_ONCE = 64
"""Bytes read at a time; each signal is one."""


class EndRequest(QObject):
    """Calls *end* from the event loop once the system asks the program to end.

    Python runs a signal's handler wherever it happens to be, be it within a call that
    Qt has made and holds its locks for. Anything of Qt's might wait there for ever, so
    that the handler does nothing: the byte that Python writes for each signal wakes the
    loop (``signal.set_wakeup_fd``), also where no window is seen and nothing ticks.
    """

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._heard, self._told = socket.socketpair()
        for side in (self._heard, self._told):
            side.settimeout(0)
        self._notifier = QSocketNotifier(
            self._heard.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._hear)
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        for number in SIGNALS:
            signal.signal(number, _do_nothing)

    def close(self) -> None:
        """Hear no more; a signal ends the program at once from here on."""
        signal.set_wakeup_fd(-1)
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._told.close()

    @Slot()
    def _hear(self) -> None:
        if set(self._heard.recv(_AT_ONCE)) & set(SIGNALS):
            self._end()


def _do_nothing(_number: int, _frame: object) -> None:
    """Keep Python from ending at once; the loop does what is to be done."""
