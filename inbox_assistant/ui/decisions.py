"""What an agent decides about threads: no response, confirmed, elsewhere, undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import Draft, OutboxReply
from inbox_assistant.domain.settlement import State
from inbox_assistant.services.settling import REASONS, Settled
from inbox_assistant.settings import CONFIRM_AT_ONCE
from inbox_assistant.ui.bus import Bus
from inbox_assistant.ui.correspondence import Correspondence
from inbox_assistant.ui.desk import Desk
from inbox_assistant.ui.elsewhere_dialog import ElsewhereDialog
from inbox_assistant.ui.jobs import STORE, Jobs
from inbox_assistant.ui.main_window import MainWindow
from inbox_assistant.ui.reason_picker import ReasonPicker

_DEPTH = 50
"""How many decisions can be taken back one after the other."""
_NAMED = 12


class Decisions(QObject):
    """Carries decisions out and remembers how to take them back."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        correspondence: Correspondence,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._bus = bus
        self._open = correspondence
        self._past: list[tuple[str, ...]] = []
        window.composer.no_response.clicked.connect(self.no_response)
        window.composer.confirm.clicked.connect(self.confirm)
        window.composer.elsewhere.clicked.connect(self.elsewhere)
        correspondence.sent.connect(self._offer_to_call_back)

    @Slot()
    def no_response(self) -> None:
        """Ask why no response is necessary, for every thread that is acted on."""
        rows = [row for row in self._chosen() if row.state is State.WAITING]
        if not rows:
            return
        threads = [row.thread for row in rows]
        question = self.tr("Why is no response necessary?")
        details = ""
        if len(rows) > 1:
            question = self.tr("Why is no response necessary to these {count} threads?")
            question = question.format(count=len(rows))
            named = [f"{row.buyer or '—'}: {row.preview}"[:90] for row in rows[:_NAMED]]
            more = len(rows) - len(named)
            if more:
                named.append(self.tr("and {count} more").format(count=more))
            details = "\n".join(named)
        picker = ReasonPicker(question, details, REASONS, self._window)
        picker.picked.connect(lambda reason: self._decide(threads, reason))
        picker.open()

    @Slot()
    def confirm(self) -> None:
        """Say that the threads acted on are marked on Amazon too."""
        threads = [r.thread for r in self._chosen() if r.state is State.TO_CONFIRM]
        if threads:
            self._settle(
                lambda: self._desk.use_cases.settling.confirm(threads),
                self.tr("Confirmed: Amazon's clock has stopped."),
            )

    @Slot()
    def elsewhere(self) -> None:
        """Ask when the open thread was answered in Seller Central."""
        row = self._open.row
        if row is None or row.state not in {State.WAITING, State.TO_CONFIRM}:
            return
        dialog = ElsewhereDialog(self._desk.clock(), self._window)
        dialog.told.connect(
            lambda at: self._settle(
                lambda: self._desk.use_cases.settling.replied_elsewhere(row.thread, at),
                self.tr("Marked as answered in Seller Central."),
            )
        )
        dialog.open()

    @Slot()
    def settle_older(self) -> None:
        """Settle every older thread of a first import together."""
        threads = [row.thread for row in self._chosen() if row.older]
        if threads:
            self._settle(
                lambda: self._desk.use_cases.settling.settle_older(threads),
                self.tr("Older threads settled together."),
            )

    @Slot()
    def open_on_amazon(self) -> None:
        """Open the mail's own signed link, or its case page, in the browser."""
        row = self._open.row
        if row is None:
            return
        if row.order_id:
            QGuiApplication.clipboard().setText(row.order_id)
        thread = row.thread
        self._jobs.run(
            "read",
            lambda: self._desk.reading.no_response_target(thread),
            then=self._open_target,
        )

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        if self._window.undo.can_undo:
            self._window.undo.undo()
        elif self._past:
            self._take_back(self._past.pop())

    def _chosen(self) -> list[QueueRow]:
        numbers = self._window.queue.acting_on()
        if len(numbers) <= 1 and self._open.row is not None:
            return [self._open.row]
        return self._desk.reading.rows(numbers)

    def _decide(self, threads: Sequence[str], reason: str) -> None:
        words = self.tr("Decided: no response necessary. Mark it on Amazon as well.")
        if self._desk.settings.get(CONFIRM_AT_ONCE):
            words = self.tr("Settled: no response necessary.")
        if len(threads) == 1 and not self._desk.settings.get(CONFIRM_AT_ONCE):
            # The second step belongs to the first: the page to mark it on opens.
            self.open_on_amazon()
        self._settle(
            lambda: self._desk.use_cases.settling.no_response(threads, reason), words
        )

    def _settle(self, work: Callable[[], Settled], words: str) -> None:
        def done(settled: Settled) -> None:
            self._past = [*self._past, settled.entries][-_DEPTH:]
            self._window.queue.clear_marks()
            self._bus.changed.emit(settled.changes)
            self._window.undo.tell(words, self.undo_last)

        self._jobs.run(STORE, work, then=done)

    @Slot()
    def undo_last(self) -> None:
        """Take back the last decision."""
        if self._past:
            self._take_back(self._past.pop())

    def _take_back(self, entries: Sequence[str]) -> None:
        self._jobs.run(
            STORE,
            lambda: self._desk.use_cases.settling.undo(entries),
            then=self._bus.changed.emit,
        )

    @Slot(object)
    def _offer_to_call_back(self, reply: OutboxReply) -> None:
        def call_back() -> None:
            self._jobs.run(
                STORE,
                lambda: self._desk.use_cases.replies.withdraw(reply.reply_id),
                then=back,
            )

        def back(result: tuple[Draft, Changes]) -> None:
            draft, changes = result
            self._bus.changed.emit(changes)
            self._window.composer.put_text_back(draft)

        self._window.undo.tell(
            self.tr("The reply is stored."), call_back, reply.leave_at
        )

    @Slot(object)
    def _open_target(self, target: tuple[str | None, str | None]) -> None:
        link, case = target
        if link or case:
            self._desk.open_link(link or case or "")
        else:
            self._window.notice.setText(
                self.tr(
                    "This mail carries no link of Amazon's. The order number is on the "
                    "clipboard: look for it in Seller Central."
                )
            )
            self._window.notice.show()
