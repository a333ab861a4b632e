"""Keeping the profile safe while the window is open: soundness and backups."""

from PySide6.QtCore import QTimer, Slot

from inbox_assistant.ui.behaviour import Behaviour

_LANE = "safekeeping"
_FIRST_LOOK = 20_000
"""Milliseconds after the start: whoever opens the window has more urgent things."""
_EVERY = 600_000
"""Milliseconds between two looks at whether a backup is due."""


class Safekeeping(Behaviour):
    """Looks at the file once, and backs it up when that is due."""

    def start(self) -> None:
        """Begin, a while after the window is there."""
        QTimer.singleShot(_FIRST_LOOK, self, self.look)
        timer = QTimer(self)
        timer.setInterval(_EVERY)
        timer.timeout.connect(self.back_up)
        timer.start()

    @Slot()
    def look(self) -> None:
        """Look whether the file is sound, then back it up if that is due."""
        # A damaged file is not copied over the sound backups.
        self._jobs.run(_LANE, self._desk.look_at_file, then=self._sound)

    @Slot()
    def back_up(self) -> None:
        """Back the file up if that is due."""
        self._jobs.run(_LANE, self._desk.back_up_when_due)

    def _sound(self, _nothing: None) -> None:
        self.back_up()
