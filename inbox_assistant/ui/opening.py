"""The first sight: the window with its queue, before anything else is loaded.

A start has two stages. ``Opening`` is the first: it imports, builds and asks for no
more than what the first picture shows, and waits until that picture is on the screen.
Then ``ui.application`` builds everything behind it in one go. Keys pressed in between
stay in Qt's hands and act as soon as there is something for them to act on.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from inbox_assistant.domain.view import View
from inbox_assistant.settings import SOON_HOURS
from inbox_assistant.ui.fonts import FIRST_FILES, load_fonts, set_base_font
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.main_window import MainWindow
from inbox_assistant.ui.palette import Palettes
from inbox_assistant.ui.queue.model import QueueModel
from inbox_assistant.ui.queue.view import QueueView
from inbox_assistant.ui.sources import DeskRows
from inbox_assistant.ui.theme import WISHES_CONTRAST, SchemeChoice, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from inbox_assistant.ui.desk import Desk

_FIRST_ROWS = 500
"""So many are found in less than a millisecond; the whole list follows."""
_PATIENCE = 500
"""Milliseconds after which the rest is built although nobody saw the window yet."""


def window_state(folder: Path) -> QSettings:
    """Return how the window of the profile in *folder* stood when it was closed."""
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def dress(
    application: QApplication, resources: Path, choice: str, state: QSettings
) -> Icons:
    """Give *application* its typeface, palette and icons."""
    load_fonts(resources / "fonts", FIRST_FILES)
    set_base_font(application)
    palettes = Palettes(resources / "palettes")
    wished = bool(state.value(WISHES_CONTRAST, type=bool))
    theme = Theme(application, palettes, SchemeChoice(choice), wishes_contrast=wished)
    return Icons(resources / "icons", theme)


class Opening:
    """The window with the queue in it, and nothing behind it yet."""

    def __init__(self, desk: Desk, icons: Icons, state: QSettings) -> None:
        self.desk = desk
        self.icons = icons
        queue = QueueView(QueueModel(DeskRows(desk), desk.clock()), icons)
        queue.set_soon(timedelta(hours=desk.settings.get(SOON_HOURS)))
        self.window = MainWindow(queue, icons, state)
        self._loop = QEventLoop()
        self.was_seen = False
        """Whether the first rows have been painted."""

    def show_first_rows(self, *, is_aside: bool = False) -> bool:
        """Show the most urgent rows and come back when they are on the screen.

        Returns whether the window is still wanted. Where nobody waits it is left for
        when everything is there: then it may have first steps to show instead. One that
        is to stand *aside* is not shown here either.
        """
        queue = self.window.queue
        # Asked in this thread: there is nothing yet that it could hold up.
        found = self.desk.queue.ids(View.WAITING, self.desk.clock(), _FIRST_ROWS)
        if not found:
            return True
        queue.start(found)
        if is_aside:
            return True
        queue.painted.connect(self._note)
        self.window.show()
        queue.setFocus()
        QTimer.singleShot(_PATIENCE, self._go_on)
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        queue.painted.disconnect(self._note)
        return self.window.isVisible()

    def _note(self) -> None:
        self.was_seen = True
        # Later, so that the picture is finished and shown when the loop ends.
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        self._loop.quit()
