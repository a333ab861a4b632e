"""Claiming, assigning, tagging and putting off what is marked, with one undo."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from inbox_assistant.domain.query import Operator
from inbox_assistant.ui.behaviour import Behaviour

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_assistant.services.settling import Settled
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.decisions import Decisions
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow

_PAUSES = (1, 2, 4, 8)
"""Hours; those that would end after a deadline are not offered."""


class Labels(Behaviour):
    """Asks what is to be written on the threads acted on, and has it written."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        decisions: Decisions,
    ) -> None:
        super().__init__(window, desk, jobs, bus)
        self._decisions = decisions

    @Slot()
    def claim(self) -> None:
        """Take the threads acted on, unless somebody else holds one."""
        threads = self._threads()
        if threads:
            self._write(
                lambda: self._desk.use_cases.labelling.claim(threads),
                self.tr("Claimed."),
                self.tr("Claimed {count} threads."),
                len(threads),
            )

    @Slot()
    def assign(self) -> None:
        """Ask to whom the threads acted on go."""
        threads = self._threads()

        def write(name: str) -> None:
            self._write(
                lambda: self._desk.use_cases.labelling.assign(threads, name),
                self.tr("Assigned."),
                self.tr("Assigned {count} threads."),
                len(threads),
            )

        if threads:
            question = self.tr("To whom? Empty gives it back to everybody.")
            self._ask(self.tr("Assign"), question, Operator.AGENT, write)

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

            one, many = self.tr("Tagged."), self.tr("Tagged {count} threads.")
            if is_off:
                one = self.tr("Tag taken off.")
                many = self.tr("Tag taken off {count} threads.")
            self._write(work, one, many, len(threads))

        if threads:
            question = self.tr("Which tag? A minus before it takes it off.")
            self._ask(self.tr("Tag"), question, Operator.TAG, write)

    @Slot()
    def snooze(self) -> None:
        """Ask for how long the threads acted on are put off."""
        rows, now = self._decisions.acted_on(), self._desk.clock()
        dues = [row.due_at for row in rows if row.due_at is not None]
        pauses = [
            hours
            for hours in _PAUSES
            if dues and now + timedelta(hours=hours) < min(dues)
        ]
        if rows and not pauses:
            words = self.tr("This is due too soon to be put off.")
            if len(rows) > 1:
                words = self.tr("One of these is due too soon to be put off.")
            self._window.notice.tell(words)
        elif rows:
            self._ask_how_long([row.thread for row in rows], pauses)

    def _ask_how_long(self, threads: list[str], pauses: list[int]) -> None:
        from inbox_assistant.ui.reason_picker import ReasonPicker  # noqa: PLC0415

        pattern = self.tr("for {hours} h")
        names = [pattern.format(hours=hours) for hours in pauses]

        def write(name: str) -> None:
            pause = timedelta(hours=pauses[names.index(name)])
            until = self._desk.clock() + pause
            self._decisions.settle(
                lambda: self._desk.use_cases.labelling.snooze(threads, until),
                self.tr("Put off; it stays on the due lists."),
            )

        picker = ReasonPicker(self.tr("For how long?"), "", names, self._window)
        picker.setWindowTitle(self.tr("Put off"))
        picker.decide.setText(self.tr("Put off"))
        picker.choices.setAccessibleName(self.tr("Pauses"))
        picker.picked.connect(write)
        picker.open()

    def _threads(self) -> list[str]:
        return [row.thread for row in self._decisions.acted_on()]

    def _write(
        self, work: Callable[[], Settled], one: str, many: str, count: int
    ) -> None:
        words = one if count == 1 else many.format(count=count)
        # The thread stays in its list: whoever goes on to the next one means it.
        self._decisions.settle(work, words, stays=True)

    def _ask(
        self,
        title: str,
        question: str,
        operator: Operator,
        then: Callable[[str], None],
    ) -> None:
        from inbox_assistant.ui.label_dialog import LabelDialog  # noqa: PLC0415

        dialog = LabelDialog(title, question, self._window.icons.theme, self._window)
        dialog.told.connect(then)
        self._jobs.run_newest(
            "read",
            "labels",
            lambda: self._desk.reading.known_values()[operator],
            then=dialog.know,
        )
        dialog.open()
