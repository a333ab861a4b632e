"""The program's place in the tray, on desktops that have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from inbox_assistant.domain.tally import Tally
from inbox_assistant.ui.notifying.count_icon import count_icon
from inbox_assistant.ui.notifying.message import tally_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from inbox_assistant.ui.notifying.message import Message
    from inbox_assistant.ui.theme import Theme

_SHOWN_FOR = 30_000
"""Milliseconds; most desktops go by their own."""
_OPENING = frozenset(
    {
        QSystemTrayIcon.ActivationReason.Trigger,
        QSystemTrayIcon.ActivationReason.DoubleClick,
    }
)


class Tray(QObject):
    """Shows how much waits; a click brings the window up."""

    window_wanted = Signal()
    """Somebody clicked the picture."""

    message_clicked = Signal()
    """Somebody clicked the message that was shown last."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._is_available = is_available
        self._tally = Tally()
        self._is_silent = False
        self._menu = QMenu(window)
        open_window = self._menu.addAction(self.tr("Open the window"))
        open_window.triggered.connect(self.window_wanted)
        self._icon: QSystemTrayIcon | None = None
        theme.changed.connect(self._draw)

    @property
    def is_there(self) -> bool:
        """Return whether the picture can be seen."""
        return self._icon is not None and self._is_available()

    def offer(self, actions: Sequence[QAction]) -> None:
        """List *actions* in the menu of the picture."""
        self._menu.addActions(list(actions))

    def appear(self) -> bool:
        """Take a place in the tray if there is one by now; return whether there is.

        A panel may start later than this program, and end before it.
        """
        if self._icon is None and self._is_available():
            self._icon = QSystemTrayIcon(self)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._activated)
            self._icon.messageClicked.connect(self.message_clicked)
            self._draw()
            self._icon.show()
        return self.is_there

    def show_tally(self, tally: Tally, *, is_silent: bool) -> None:
        """Show how much waits, and whether a mailbox is no longer read."""
        if (tally, is_silent) != (self._tally, self._is_silent):
            self._tally, self._is_silent = tally, is_silent
            self._draw()

    def tell(self, message: Message) -> None:
        """Show *message* beside the picture."""
        if self._icon is not None:
            sign = QSystemTrayIcon.MessageIcon
            kind = sign.Critical if message.is_urgent else sign.Information
            self._icon.showMessage(message.title, message.body, kind, _SHOWN_FOR)

    def vanish(self) -> None:
        """Leave the tray: the program ends."""
        if self._icon is not None:
            self._icon.hide()

    @Slot()
    def _draw(self) -> None:
        if self._icon is None:
            return
        colours = self._theme.colours
        self._icon.setIcon(count_icon(self._tally, colours, is_silent=self._is_silent))
        words = f"Inbox Assistant\n{tally_words(self._tally)}"
        if self._is_silent:
            words = f"{words}\n{self.tr('A mailbox is not being read.')}"
        self._icon.setToolTip(words)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENING:
            self.window_wanted.emit()
