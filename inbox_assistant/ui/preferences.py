"""What happens when a setting is changed while the window is open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from inbox_assistant.domain.changes import Changes
from inbox_assistant.settings import OFFICE_HOURS, SOON_HOURS, THEME, TIME_ZONE
from inbox_assistant.ui.behaviour import Behaviour
from inbox_assistant.ui.theme import SchemeChoice

if TYPE_CHECKING:
    from inbox_assistant.settings import AnySetting


class Preferences(Behaviour):
    """Shows the settings and lets each change take effect at once where it can.

    Most settings are asked for when they are needed, so nothing has to be done; those
    that are not are listed in ``_take_up``.
    """

    @Slot()
    def show(self) -> None:
        """Open the settings."""
        from inbox_assistant.ui.settings.settings_dialog import (  # noqa: PLC0415
            SettingsDialog,
        )

        dialog = SettingsDialog(self._desk.settings, self._window.icons, self._window)
        dialog.changed.connect(self._take_up)
        dialog.open()

    def change_colours(self) -> None:
        """Change between light and dark, and remember it."""
        theme = self._window.icons.theme
        choice = SchemeChoice.LIGHT if theme.scheme.is_dark else SchemeChoice.DARK
        self._desk.settings.put(THEME, choice.value)
        theme.choose(choice)

    @Slot(object)
    def _take_up(self, setting: AnySetting) -> None:
        settings = self._desk.settings
        if setting.key == THEME.key:
            self._window.icons.theme.choose(SchemeChoice(settings.get(THEME)))
        elif setting.key == SOON_HOURS.key:
            hours = settings.get(SOON_HOURS)
            self._window.queue.set_soon(timedelta(hours=hours))
            self._bus.changed.emit(Changes(everything=True))
        elif setting.key in {TIME_ZONE.key, OFFICE_HOURS.key}:
            self._bus.changed.emit(Changes(everything=True))
