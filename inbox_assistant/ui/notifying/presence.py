"""Whether the program stays when its window closes, and how the window comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from inbox_assistant.settings import STAY_IN_TRAY

if TYPE_CHECKING:
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.main_window import MainWindow
    from inbox_assistant.ui.notifying.tray import Tray
    from inbox_assistant.ui.outgoing import Outgoing


class Presence(QObject):
    """Keeps the window where it can be found: never hidden without a tray."""

    def __init__(
        self, window: MainWindow, desk: Desk, outgoing: Outgoing, tray: Tray
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._outgoing = outgoing
        self._tray = tray
        self._is_quitting = False
        self._may_close = window.may_close
        window.may_close = self._may_close_now
        window.closing.connect(self._end_unseen)
        tray.window_wanted.connect(self.raise_window)

    @property
    def stays(self) -> bool:
        """Return whether closing the window leaves the program in the tray."""
        return self._desk.settings.get(STAY_IN_TRAY) and self._tray.appear()

    def start_aside(self) -> None:
        """Begin without the window in the way: in the tray, else minimised."""
        if self.stays:
            QApplication.setQuitOnLastWindowClosed(False)
        else:
            self._window.showMinimized()

    @Slot()
    def raise_window(self) -> None:
        """Bring the window up, wherever it is."""
        window = self._window
        QApplication.setQuitOnLastWindowClosed(True)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        # Some desktops let no program take the front by itself.
        QApplication.alert(window)

    @Slot()
    def quit(self) -> None:
        """End the program, whether or not it would stay in the tray."""
        self._is_quitting = True
        if not self._window.close():
            self.raise_window()
        self._is_quitting = False

    def _may_close_now(self) -> bool:
        program = QApplication.instance()
        is_leaving = isinstance(program, QApplication) and program.isSavingSession()
        is_ending = self._is_quitting or self._outgoing.is_ending or is_leaving
        if is_ending or not self.stays:
            return self._may_close()
        self._window.composer.save_now()
        # Else the last dialog that closes would end the program.
        QApplication.setQuitOnLastWindowClosed(False)
        self._window.hide()
        return False

    @Slot()
    def _end_unseen(self) -> None:
        # Qt ends by itself only with a window that could be seen.
        if not self._window.isVisible():
            QTimer.singleShot(0, QApplication.quit)
        QApplication.setQuitOnLastWindowClosed(True)
