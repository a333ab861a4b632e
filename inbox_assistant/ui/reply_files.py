"""Files on their way into a reply, and out of a buyer's message."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot

if TYPE_CHECKING:
    from inbox_assistant.domain.attachment import Enclosure
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.domain.parsed_mail import Attachment
    from inbox_assistant.ui.reply_room import ReplyRoom

_FILES = "files"


class ReplyFiles(QObject):
    """Attaches, takes away and saves files; none is ever opened."""

    def __init__(self, room: ReplyRoom) -> None:
        super().__init__(room.owner)
        self._room = room
        room.composer.editor.files_given.connect(self.attach)
        room.composer.files.remove_wanted.connect(self._take_file_away)
        room.window.messages.file_wanted.connect(self._save_file)

    @Slot()
    def choose_files(self) -> None:
        """Ask which files to attach."""
        if self._room.opened is None:
            return
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        dialog = QFileDialog(self._room.window, self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.finished.connect(dialog.deleteLater)
        dialog.filesSelected.connect(self._attach_named)
        dialog.open()

    @Slot(list)
    def _attach_named(self, names: list[str]) -> None:
        self.attach([Path(name) for name in names])

    @Slot(object)
    def attach(self, files: list[Path]) -> None:
        """Put *files* beside the reply; each that is refused says why."""
        opened = self._room.opened
        if opened is None or self._room.correspondence.is_sending:
            return
        thread = opened.row.thread
        for path in files:
            self._room.correspondence.files_coming[thread] += 1
            self._room.jobs.run(
                _FILES,
                partial(self._room.desk.look_into, path),
                then=partial(self._enclose, thread),
                failed=partial(self._refuse, thread),
            )

    def _enclose(self, thread: str, found: tuple[Enclosure, bytes]) -> None:
        # A reply sent from now on passes the store's lane behind it.
        self._room.change(lambda cases: cases.enclosing.add(thread, *found))
        self._room.correspondence.files_coming[thread] -= 1

    def _refuse(self, thread: str, error: InboxAssistantError) -> None:
        self._room.correspondence.files_coming[thread] -= 1
        self._room.refuse(error)

    @Slot(int)
    def _take_file_away(self, number: int) -> None:
        opened = self._room.opened
        if opened is not None and not self._room.correspondence.is_sending:
            thread = opened.row.thread
            self._room.change(lambda cases: cases.enclosing.remove(thread, number))
            self._room.correspondence.focus_reply()

    @Slot(int, object)
    def _save_file(self, message: int, file: Attachment) -> None:
        place = QStandardPaths.StandardLocation.DownloadLocation
        folder = Path(QStandardPaths.writableLocation(place))

        def save() -> Path | None:
            content = self._room.desk.reading.attached(message, file)
            if content is None:
                return None
            folder.mkdir(parents=True, exist_ok=True)
            return self._room.desk.save_file(folder, file.name, content)

        self._room.jobs.run(_FILES, save, then=self._say_saved)

    def _say_saved(self, path: Path | None) -> None:
        words = self.tr("The file could not be found in the mail.")
        if path is not None:
            words = self.tr("Saved, not opened: {path}").format(path=path)
        self._room.tell(words)
