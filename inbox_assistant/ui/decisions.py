"""What an agent decides about threads: no response, confirmed, elsewhere, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.domain.state import State
from inbox_assistant.settings import CONFIRM_AT_ONCE
from inbox_assistant.ui.behaviour import Behaviour
from inbox_assistant.ui.jobs import STORE
from inbox_assistant.ui.problem import problem_of
from inbox_assistant.ui.sentences import told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.services.settling import Settled
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.correspondence import Correspondence
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow

_DEPTH = 50
"""How many decisions can be taken back one after the other."""
_NAMED = 12


class Decisions(Behaviour):
    """Carries decisions out and remembers how to take them back."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        correspondence: Correspondence,
    ) -> None:
        super().__init__(window, desk, jobs, bus)
        self._open = correspondence
        self._past: list[tuple[str, ...]] = []
        window.header.open_page.clicked.connect(self.open_on_amazon)
        window.composer.no_response.clicked.connect(self.no_response)
        window.composer.confirm.clicked.connect(self.confirm)
        window.composer.elsewhere.clicked.connect(self.elsewhere)
        window.banner.wait_again.clicked.connect(self.wait_again)
        window.older.wanted.connect(self.settle_older)

    @Slot()
    def no_response(self) -> None:
        """Ask why no response is necessary, for every thread that is acted on."""
        rows = self._fitting(
            lambda row: row.state is State.WAITING, self.tr("Nothing waits here.")
        )
        if not rows:
            return
        question = self.tr("Why is no response necessary?")
        details = ""
        if len(rows) > 1:
            question = self.tr(
                "Why is no response necessary to these %n threads?", "", len(rows)
            )
            details = self._named(rows)
        from inbox_assistant.services.settling import REASONS  # noqa: PLC0415
        from inbox_assistant.ui.reason_picker import ReasonPicker  # noqa: PLC0415

        picker = ReasonPicker(question, details, REASONS, self._window)
        picker.picked.connect(lambda reason: self._decide(rows, reason))
        picker.open()

    @Slot()
    def confirm(self) -> None:
        """Say that the threads acted on are marked on Amazon too."""
        rows = self._fitting(
            lambda row: row.state is State.TO_CONFIRM,
            self.tr("Nothing here waits to be marked on Amazon."),
        )
        threads = [row.thread for row in rows]
        if threads:
            self.settle(
                lambda: self._desk.use_cases.settling.confirm(threads),
                self.tr("Confirmed: Amazon's clock has stopped."),
            )

    @Slot()
    def elsewhere(self) -> None:
        """Ask when the threads acted on were answered in Seller Central."""
        rows = self._fitting(
            lambda row: row.state in {State.WAITING, State.TO_CONFIRM},
            self.tr("Nothing waits here."),
        )
        if not rows:
            return
        from inbox_assistant.ui.elsewhere_dialog import ElsewhereDialog  # noqa: PLC0415

        threads = [row.thread for row in rows]
        details = self._named(rows) if len(rows) > 1 else ""
        seen_at = rows[0].answered_elsewhere_at if len(rows) == 1 else None
        if seen_at is not None:
            # Whenever it was sent, it was not later than that.
            details = self.tr("The mailbox says that another program answered it.")
        dialog = ElsewhereDialog(seen_at or self._desk.clock(), details, self._window)
        dialog.told.connect(
            lambda at: self.settle(
                lambda: self._desk.use_cases.settling.replied_elsewhere(threads, at),
                self.tr("Marked as answered in Seller Central."),
            )
        )
        dialog.open()

    @Slot()
    def wait_again(self) -> None:
        """Let threads wait again that another seat marked as needing no response."""
        threads = [row.thread for row in self.acted_on()]
        if threads:
            self._jobs.run(
                STORE,
                lambda: self._desk.use_cases.settling.take_back(threads),
                then=self._taken_back,
                failed=lambda error: self._window.notice.tell(told(error.message)),
            )

    @Slot()
    def drop_promise(self) -> None:
        """Give the promises in the threads acted on up, with a reason."""
        rows = self._fitting(
            lambda row: row.promised_at is not None,
            self.tr("Nothing is promised here."),
        )
        if not rows:
            return
        from inbox_assistant.ui.composer.reason_dialog import (  # noqa: PLC0415
            ReasonDialog,
        )

        threads = [row.thread for row in rows]
        details = self.tr("The buyer will not be told anything.")
        if len(rows) > 1:
            details = f"{details}\n{self._named(rows)}"
        dialog = ReasonDialog(
            self.tr("Is the promise no longer needed?"),
            details,
            (
                self.tr("The buyer has solved it"),
                self.tr("It was answered elsewhere"),
                self.tr("It was promised by mistake"),
            ),
            self._window.icons.theme,
            self._window,
        )
        dialog.given.connect(
            lambda reason: self.settle(
                lambda: self._desk.use_cases.promising.drop(threads, reason),
                self.tr("The promise is given up."),
            )
        )
        dialog.open()

    @Slot()
    def settle_older(self) -> None:
        """Ask once, then settle the older threads that are marked, or all of them."""
        queue = self._window.queue
        wanted = queue.marked or frozenset(queue.numbers())
        numbers = [number for number in queue.numbers() if number in wanted]

        def older() -> list[str]:
            rows = self._desk.reading.rows(numbers)
            return [row.thread for row in rows if row.older]

        self._jobs.run("read", older, then=self._ask_about_older)

    @Slot(object)
    def _ask_about_older(self, threads: list[str]) -> None:
        if not threads:
            return
        from inbox_assistant.ui.confirm_dialog import ConfirmDialog  # noqa: PLC0415

        dialog = ConfirmDialog(
            self.tr("Settle %n older thread(s) together?", "", len(threads)),
            self.tr(
                "They leave the queue without a reply. On Amazon they stay as they "
                "are. Z takes it back."
            ),
            self.tr("Settle them"),
            self._window,
        )
        dialog.accepted.connect(
            lambda: self.settle(
                lambda: self._desk.use_cases.settling.settle_older(threads),
                self.tr("Older threads settled together."),
            )
        )
        dialog.open()

    @Slot()
    def open_on_amazon(self) -> None:
        """Open the mail's own signed link, or its case page, in the browser."""
        rows = self.chosen()
        if len(rows) == 1:
            self._open_page(rows[0])
        elif rows:
            words = self.tr("Amazon's pages open for one thread at a time.")
            self._window.notice.tell(words)

    def _open_page(self, row: QueueRow) -> None:
        if row.order_id:
            QGuiApplication.clipboard().setText(row.order_id)
        self._jobs.run(
            "read",
            lambda: self._desk.reading.no_response_target(row.thread),
            then=lambda target: self._open_target(row, target),
        )

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        if self._window.undo.can_undo:
            self._window.undo.undo()
        elif self._window.undo.has_just_left(self._desk.clock()):
            # A key pressed a moment too late must not take back something else.
            self._window.notice.tell(self.tr("The reply has left already."))
        else:
            self.undo_last()

    def chosen(self) -> list[QueueRow]:
        """Return the marked threads, else the one that is open."""
        marked = self._window.queue.marked
        if not marked and self._open.row is not None:
            return [self._open.row]
        return self._desk.reading.rows(self._window.queue.acting_on())

    def acted_on(self) -> list[QueueRow]:
        """Return what is chosen; nothing where a key came too soon for the open one.

        What was marked is meant, whatever has come up meanwhile.
        """
        rows = self.chosen()
        is_meant = self._window.queue.marked or not self._open.asks_to_look()
        return rows if rows and is_meant else []

    def _fitting(
        self, fits: Callable[[QueueRow], bool], otherwise: str
    ) -> list[QueueRow]:
        """Return what is acted on and *fits*; say *otherwise* where none of it does."""
        rows = self.acted_on()
        fitting = [row for row in rows if fits(row)]
        if rows and not fitting:
            self._window.notice.tell(otherwise)
        return fitting

    def _named(self, rows: Sequence[QueueRow]) -> str:
        """Return who is meant, a line each, and how many more."""
        named = [f"{row.buyer or '—'}: {row.preview}"[:90] for row in rows[:_NAMED]]
        more = len(rows) - len(named)
        if more:
            named.append(self.tr("and {count} more").format(count=more))
        return "\n".join(named)

    def _decide(self, rows: Sequence[QueueRow], reason: str) -> None:
        words = self.tr("Decided: no response necessary. Mark it on Amazon as well.")
        is_confirmed = self._desk.settings.get(CONFIRM_AT_ONCE)
        if is_confirmed:
            words = self.tr("Settled: no response necessary.")
        elif len(rows) == 1:
            # The second step belongs to the first: the page to mark it on opens.
            self._open_page(rows[0])
        threads = [row.thread for row in rows]
        self.settle(
            lambda: self._desk.use_cases.settling.no_response(threads, reason), words
        )

    def settle(
        self, work: Callable[[], Settled], words: str, *, stays: bool = False
    ) -> None:
        """Have *work* done, say *words*, and remember how to take it back.

        *stays* says that no thread leaves its list by it.
        """

        def done(settled: Settled) -> None:
            self._past = [*self._past, settled.entries][-_DEPTH:]
            self._window.queue.clear_marks()
            if not stays:
                self._open.next_comes_by_itself()
            self._bus.changed.emit(settled.changes)
            self._window.undo.tell(words, self.undo_last)

        self._jobs.run(STORE, work, then=done)

    @Slot()
    def undo_last(self) -> None:
        """Take back the last decision."""
        if not self._past:
            self._window.notice.tell(self.tr("There is nothing to take back."))
            return
        entries = self._past.pop()
        self._jobs.run(
            STORE,
            lambda: self._desk.use_cases.settling.undo(entries),
            then=self._taken_back,
        )

    @Slot(object)
    def _taken_back(self, changes: Changes) -> None:
        self._window.undo.dismiss()
        self._window.notice.tell(self.tr("Taken back: it waits as before."))
        self._bus.changed.emit(changes)

    def _open_target(
        self, row: QueueRow, target: tuple[str | None, str | None]
    ) -> None:
        link, case = target
        page = link or case
        if page is None:
            self._window.notice.tell(self._without_link(row))
            return
        try:
            self._desk.open_link(page)
        except InboxAssistantError as error:
            self._bus.problem.emit(problem_of(error))
            return
        if self._desk.is_demo:
            self._window.notice.tell(
                self.tr(
                    "The sample mailbox opens no pages. With a real one, Amazon's page "
                    "of this message would open now."
                )
            )

    def _without_link(self, row: QueueRow) -> str:
        if not row.order_id:
            return self.tr(
                "This mail carries no link of Amazon's and no order number: look for "
                "the buyer under Messages in Seller Central."
            )
        return self.tr(
            "This mail carries no link of Amazon's. The order number {number} is on "
            "the clipboard: look for it in Seller Central."
        ).format(number=row.order_id)
