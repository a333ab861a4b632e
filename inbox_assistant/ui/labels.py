"""Claiming, assigning, tagging and putting off what is marked, with one undo."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inbox_assistant.services.settling import Settled
    from inbox_assistant.ui.decisions import Decisions
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.main_window import MainWindow

_PAUSES = (1, 2, 4, 8)
"""Hours; those that would end after a deadline are not offered."""


class Labels(QObject):
    """Asks what is to be written on the threads acted on, and has it written."""

    def __init__(self, window: MainWindow, desk: Desk, decisions: Decisions) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._decisions = decisions

    @Slot()
    def claim(self) -> None:
        """Take the threads acted on, unless somebody else holds one."""
        threads = self._threads()
        if threads:
            self._decisions.settle(
                lambda: self._desk.use_cases.labelling.claim(threads),
                self.tr("Claimed."),
            )

    @Slot()
    def assign(self) -> None:
        """Ask to whom the threads acted on go."""
        threads = self._threads()
        if threads:
            self._ask(
                self.tr("Assign"),
                self.tr("To whom? Empty gives it back to everybody."),
                lambda name: self._decisions.settle(
                    lambda: self._desk.use_cases.labelling.assign(threads, name),
                    self.tr("Assigned."),
                ),
            )

    @Slot()
    def tag(self) -> None:
        """Ask for a tag; a minus before it takes it off."""
        threads = self._threads()

        def write(text: str) -> None:
            tag = text.strip().removeprefix("-")
            is_off = text.strip().startswith("-")

            def work() -> Settled:
                labelling = self._desk.use_cases.labelling
                step = labelling.untag if is_off else labelling.tag
                return step(threads, tag)

            words = self.tr("Tag taken off.") if is_off else self.tr("Tagged.")
            self._decisions.settle(work, words)

        if threads:
            question = self.tr("Which tag? A minus before it takes it off.")
            self._ask(self.tr("Tag"), question, write)

    @Slot()
    def snooze(self) -> None:
        """Ask for how long the threads acted on are put off."""
        rows, now = self._decisions.chosen(), self._desk.clock()
        dues = [row.due_at for row in rows if row.due_at is not None]
        pauses = [
            hours
            for hours in _PAUSES
            if dues and now + timedelta(hours=hours) < min(dues)
        ]
        if not pauses:
            words = self.tr("This is due too soon to be put off.")
            self._window.notice.tell(words)
            return
        threads = [row.thread for row in rows]
        pattern = self.tr("for {hours} h")
        names = {pattern.format(hours=hours): hours for hours in pauses}

        def write(name: str) -> None:
            until = self._desk.clock() + timedelta(hours=names[name])
            self._decisions.settle(
                lambda: self._desk.use_cases.labelling.snooze(threads, until),
                self.tr("Put off; it stays on the due lists."),
            )

        self._ask(self.tr("Put off"), self.tr("For how long?"), write, tuple(names))

    def _threads(self) -> list[str]:
        return [row.thread for row in self._decisions.chosen()]

    def _ask(
        self,
        title: str,
        question: str,
        then: Callable[[str], None],
        choices: Sequence[str] = (),
    ) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(question)
        if choices:
            dialog.setComboBoxItems(list(choices))
        dialog.textValueSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
