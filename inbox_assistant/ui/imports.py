"""Mails from files: chosen, dropped, taken in without holding anything else up."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
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
_EVERY = timedelta(seconds=1)
"""How often what has come so far is shown while more is still coming."""


class Imports(Behaviour):
    """Takes in files and folders of mails."""

    counted = Signal(int, int)
    """How many mails are read, and of how many; told by the lane."""

    def __init__(self, window: MainWindow, desk: Desk, jobs: Jobs, bus: Bus) -> None:
        super().__init__(window, desk, jobs, bus)
        self._paths: list[Path] = []
        self._stopped = Event()
        window.dropped.connect(self.take_in)
        self._shown_at = desk.clock()
        self.counted.connect(window.importing.show_progress)
        self.counted.connect(self._show_so_far)
        window.importing.stop_wanted.connect(self.stop)
        window.importing.resume_wanted.connect(self.resume)

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
        self._paths = list(paths)
        self._stopped.clear()
        self._window.importing.show_progress(0, 0)
        self._jobs.run(
            _LANE, lambda: self._import(paths), then=self._done, failed=self._failed
        )

    @Slot()
    def stop(self) -> None:
        """Stop after what is being stored; nothing that was read is lost."""
        self._stopped.set()

    @Slot()
    def resume(self) -> None:
        """Go on with what was stopped: what is there already is left out."""
        self.take_in(self._paths)

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
        total = _count(paths)
        in_store = self._jobs.wait_for
        steps = in_store(STORE, lambda: self._desk.use_cases.importing.steps(paths))
        kept: Kept | None = None
        while (after := in_store(STORE, lambda: next(steps, None))) is not None:
            kept = after
            count = kept.added + kept.already_there
            self.counted.emit(count, total)
            if self._stopped.is_set():
                # Nothing is open between two steps, so there is nothing to close.
                break
        if kept is not None:
            threads = kept.changes.threads
            in_store(
                STORE, lambda: self._desk.use_cases.delivering.take_notice(threads)
            )
        return kept

    @Slot()
    def _show_so_far(self) -> None:
        now = self._desk.clock()
        if now - self._shown_at >= _EVERY:
            self._shown_at = now
            self._bus.changed.emit(Changes(everything=True))

    def _done(self, kept: Kept | None) -> None:
        status = self._window.status
        bar = self._window.importing
        bar.hide()
        if self._stopped.is_set() and kept is not None:
            bar.show_stopped(kept.added + kept.already_there)
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
        self._window.importing.hide()
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


def _count(paths: list[Path]) -> int:
    """Return how many mails the files below *paths* are; 0 where only reading tells."""
    files = [
        one
        for path in paths
        for one in (path.rglob("*") if path.is_dir() else [path])
        if one.is_file()
    ]
    is_one_each = all(one.suffix.lower() == ".eml" for one in files)
    return len(files) if is_one_each else 0
