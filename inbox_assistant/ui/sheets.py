"""The dialogs that only show something: notices, every command, every key."""

from __future__ import annotations

from PySide6.QtCore import Slot

from inbox_assistant.ui.behaviour import Behaviour


class Sheets(Behaviour):
    """Opens them; each is loaded when it is first wanted."""

    @Slot()
    def show_notices(self) -> None:
        """Show claims, notices and unsorted mails."""
        from inbox_assistant.ui.notices_dialog import NoticesDialog  # noqa: PLC0415

        dialog = NoticesDialog(self._window.icons.theme, self._window)

        def read(number: int) -> None:
            self._jobs.run_newest(
                "read",
                "notice",
                lambda: self._desk.reading.original(number),
                then=dialog.show_original,
            )

        dialog.original_wanted.connect(read)
        self._jobs.run(
            "read",
            lambda: self._desk.reading.notices(),  # noqa: PLW0108 - a connection of the lane's own
            then=dialog.show_notices,
        )
        dialog.open()

    @Slot()
    def show_palette(self) -> None:
        """Let a command be found by its name."""
        from inbox_assistant.ui.command_palette import CommandPalette  # noqa: PLC0415

        commands = self._window.commands.all()
        CommandPalette(commands, self._window.icons.theme, self._window).open()

    @Slot()
    def show_keys(self) -> None:
        """Show what every key does."""
        from inbox_assistant.ui.command_table import LIST_KEYS  # noqa: PLC0415
        from inbox_assistant.ui.commands import named_keys, translated  # noqa: PLC0415
        from inbox_assistant.ui.key_sheet import KeySheet  # noqa: PLC0415

        further = [(named_keys(keys), translated(text)) for keys, text in LIST_KEYS]
        KeySheet(self._window.commands.all(), further, self._window).open()
