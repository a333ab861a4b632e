"""One tick a second, on the second, while anyone can see it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from inbox_assistant.domain.clock import Clock

_SECOND = 1000
_MICROSECONDS = 1000
_MINUTE = 60
_SEEN = frozenset(
    {
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.WindowStateChange,
    }
)
"""What may change whether the window is seen."""


class Ticker(QObject):
    """Tell the time once a second while *window* can be seen.

    Every countdown of the window changes at the same moment, and a hidden or
    minimised window costs nothing.
    """

    ticked = Signal(object)
    """The present moment, once a second."""

    minute_passed = Signal(object)
    """The present moment, once a minute and whenever the window comes back."""

    def __init__(self, window: QWidget, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._minute: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        window.installEventFilter(self)
        self._run_while_seen()

    @property
    def is_running(self) -> bool:
        """Return whether the next tick is on its way."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start and stop with the window; swallow nothing."""
        if event.type() in _SEEN and watched is self._window:
            self._run_while_seen()
        return False

    def _run_while_seen(self) -> None:
        is_seen = self._window.isVisible() and not self._window.isMinimized()
        if is_seen and not self._timer.isActive():
            self._minute = None
            self._tick()
        elif not is_seen:
            self._timer.stop()

    @Slot()
    def _tick(self) -> None:
        now = self._clock()
        self._timer.start(_SECOND - now.microsecond // _MICROSECONDS)
        minute = int(now.timestamp()) // _MINUTE
        is_new_minute = minute != self._minute
        self._minute = minute
        self.ticked.emit(now)
        if is_new_minute:
            self.minute_passed.emit(now)
