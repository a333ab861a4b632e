"""Mails from files: chosen, dropped, taken in without holding anything else up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from inbox_assistant.domain.changes import Changes
from inbox_assistant.ui.behaviour import Behaviour
from inbox_assistant.ui.jobs import STORE
from inbox_assistant.ui.sentences import told, told_any

if TYPE_CHECKING:
    from inbox_assistant.services.intake import Kept
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow

_LANE = "import"
_NAMED = 3


class Imports(Behaviour):
    """Takes in files and folders of mails."""

    def __init__(self, window: MainWindow, desk: Desk, jobs: Jobs, bus: Bus) -> None:
        super().__init__(window, desk, jobs, bus)
        window.dropped.connect(self.take_in)

    @Slot()
    def choose_files(self) -> None:
        """Ask for files to import."""
        dialog = QFileDialog(self._window, self.tr("Import mails"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Mails (*.eml *.mbox *.mbx *.mail)"), self.tr("All files (*)")]
        )
        self._open(dialog)

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder to import."""
        dialog = QFileDialog(self._window, self.tr("Import a folder of mails"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    @Slot(object)
    def take_in(self, paths: list[Path]) -> None:
        """Keep the mails at *paths* and say what became of them."""
        self._window.status.show_activity(self.tr("Importing…"))
        self._jobs.run(
            _LANE, lambda: self._import(paths), then=self._done, failed=self._failed
        )

    def _open(self, dialog: QFileDialog) -> None:
        dialog.filesSelected.connect(
            lambda names: self.take_in([Path(name) for name in names])
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _import(self, paths: list[Path]) -> Kept | None:
        """Run in a lane of its own; each batch takes its turn with the store.

        A draft that is to be stored meanwhile waits for one batch at most.
        """
        in_store = self._jobs.wait_for
        steps = in_store(STORE, lambda: self._desk.use_cases.importing.steps(paths))
        kept: Kept | None = None
        while (after := in_store(STORE, lambda: next(steps, None))) is not None:
            kept = after
            count = kept.added + kept.already_there
            self._bus.activity.emit(
                self.tr("Importing… {count} mails").format(count=count)
            )
        if kept is not None:
            threads = kept.changes.threads
            in_store(
                STORE, lambda: self._desk.use_cases.delivering.take_notice(threads)
            )
        return kept

    def _done(self, kept: Kept | None) -> None:
        status = self._window.status
        if kept is None:
            status.show_activity(self.tr("There was nothing to import."))
            return
        added = self.tr("%n mail(s) added", "", kept.added)
        known = self.tr("%n there already", "", kept.already_there)
        status.show_activity(f"{added}, {known}")
        if kept.unreadable:
            self._window.notice.tell(self._unreadable(kept))
        self._bus.changed.emit(Changes(everything=True))

    def _failed(self, error: Exception) -> None:
        self._window.status.show_activity("")
        self._window.notice.tell(told_any(error))
        self._bus.changed.emit(Changes(everything=True))

    def _unreadable(self, kept: Kept) -> str:
        first = [
            self.tr("{name}: {reason}").format(
                name=Path(path).name, reason=told(reason)
            )
            for path, reason in kept.unreadable[:_NAMED]
        ]
        more = len(kept.unreadable) - len(first)
        if more:
            first.append(self.tr("and {count} more").format(count=more))
        words = self.tr("Not everything could be read. {list}")
        return words.format(list="; ".join(first))
