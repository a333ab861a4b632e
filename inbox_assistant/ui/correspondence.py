"""The thread that is open: its messages, its draft, and its reply's way out."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.dismissal import Dismissal
from inbox_assistant.domain.errors import InboxAssistantError, ReplyRefusedError
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.message_view import MessageView
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import Draft, NextStep, OutboxReply
from inbox_assistant.services.dismissing import set_aside
from inbox_assistant.services.reading import Original
from inbox_assistant.services.reply_basis import thread_findings
from inbox_assistant.services.surroundings import Surroundings
from inbox_assistant.settings import ALLOW_OVERRIDE
from inbox_assistant.ui.bus import Bus
from inbox_assistant.ui.desk import Desk
from inbox_assistant.ui.early_typing import EarlyTyping
from inbox_assistant.ui.jobs import STORE, Jobs
from inbox_assistant.ui.main_window import MainWindow
from inbox_assistant.ui.problem import problem_of
from inbox_assistant.ui.thread.banner import news_of

_A_GLANCE = timedelta(milliseconds=400)
"""How long a thread is on the screen before anyone can have meant it."""
_COMES_WITHIN = timedelta(seconds=2)
_READ = "read"
_CHECK = "check"


@dataclass(frozen=True, slots=True)
class Opened:
    """Everything the window shows of one thread."""

    row: QueueRow
    messages: list[MessageView]
    draft: Draft | None
    surroundings: Surroundings
    waiting: tuple[str, ...]
    drafts_written: int | None
    """How many drafts had been stored when this was asked for; None: one was not."""


class Correspondence(QObject):
    """Shows one thread at a time and sends its reply through the gate."""

    shown = Signal(object)
    """The ``Opened`` thread, also when what is known of it has changed."""

    sent = Signal(object)
    """The ``OutboxReply`` that was stored to be sent."""

    def __init__(self, window: MainWindow, desk: Desk, jobs: Jobs, bus: Bus) -> None:
        super().__init__(window)
        self._window = window
        self.desk = desk
        self._jobs = jobs
        self._bus = bus
        self._opened: Opened | None = None
        self._sending = False
        self._early = EarlyTyping(window.queue)
        self._next_until: datetime | None = None
        self._came_at: datetime | None = None
        self._drafts_written = 0
        self._drafts_kept = 0
        self._is_coming = False
        self.files_coming: Counter[str] = Counter()
        """How many files are on their way beside the reply of each thread."""
        # A file that nobody could foresee must not keep replies back for good.
        bus.crashed.connect(self.files_coming.clear)
        composer = window.composer
        composer.check_wanted.connect(self._check)
        composer.draft_changed.connect(self._keep_draft)
        composer.send.clicked.connect(self.send)
        composer.editor.left.connect(window.queue.setFocus)
        window.messages.original_wanted.connect(self._fetch_original)
        window.closing.connect(composer.save_now)
        bus.changed.connect(self._reload_changed)

    @property
    def opened(self) -> Opened | None:
        """Return everything that is shown of the open thread."""
        return self._opened

    @property
    def is_sending(self) -> bool:
        """Whether a reply is on its way through the gate."""
        return self._sending

    @property
    def row(self) -> QueueRow | None:
        """Return the row of the open thread."""
        return None if self._opened is None else self._opened.row

    @property
    def messages(self) -> list[MessageView]:
        """Return the messages of the open thread."""
        return [] if self._opened is None else self._opened.messages

    def next_comes_by_itself(self) -> None:
        """Take it that nobody chose the thread that is shown next."""
        self._next_until = self.desk.clock() + _COMES_WITHIN

    @property
    def is_unseen(self) -> bool:
        """Whether the open thread came up so lately that nobody has read it."""
        since = self._came_at
        return since is not None and self.desk.clock() - since < _A_GLANCE

    def asks_to_look(self) -> bool:
        """Return whether a key came too soon for the open thread, and say so if it did.

        It was meant for the thread before, which has just been dealt with.
        """
        if not self.is_unseen:
            return False
        words = self.tr("The next thread has just come up: press the key again.")
        self._window.notice.tell(words)
        return True

    @Slot(object)
    def open_number(self, number: int | None) -> None:
        """Show the thread of a row; ``None`` shows nothing."""
        if number is None or self._opened is None or self._opened.row.number != number:
            # What is typed from now on must not land in the thread shown before.
            self._window.composer.show_nothing()
            self._opened = None
        self._is_coming = number is not None
        if number is None:
            self._early.end()
            self._window.messages.clear()
            self._window.header.show_row(None)
            self._window.banner.tell(None)
            return
        self._ask(number)

    @Slot()
    def send(self) -> None:
        """Check the whole reply once more and let it pass the gate."""
        if self._opened is None and self._early.is_kept:
            self._early.keep(self._send_typed)
        opened, composer = self._opened, self._window.composer
        if opened is None or self._sending or not composer.text.strip():
            return
        if self.asks_to_look():
            return
        if self.files_coming[opened.row.thread] > 0:
            words = self.tr("A file is still being looked into: send once it is there.")
            self._window.notice.tell(words)
            return
        composer.save_now()
        body = composer.text
        self._hold(is_held=True)
        self._jobs.run(
            _CHECK,
            lambda: self._check_all(body, opened),
            then=lambda findings: self._pass_gate(opened, body, findings),
            failed=self._refused,
        )

    def _send_typed(self) -> None:
        """Send what was typed while the thread was on its way, and nothing else."""
        if self._opened is not None and self._opened.draft is not None:
            words = self.tr("There was a draft already: look at it, then send.")
            self._window.notice.tell(words)
            return
        self.send()

    def once_shown(self, act: Callable[[], None]) -> None:
        """Do *act* with the open thread, as soon as it is there if it is on its way."""
        if self._opened is None and self._is_coming:
            self._early.keep(act)
        else:
            act()

    def _check_all(self, body: str, opened: Opened) -> list[Finding]:
        basis = opened.surroundings.basis
        found = [*self.desk.check(body, basis), *self.desk.check_files(basis)]
        return [*found, *thread_findings(basis)]

    @Slot()
    def focus_reply(self) -> None:
        """Let the reply be written, as soon as the thread is there."""
        if self._window.composer.isEnabled():
            self._window.composer.editor.setFocus()
        elif self._is_coming:
            self._early.begin()

    def _ask(self, number: int) -> None:
        # A draft on its way to the store may or may not be among what is read.
        is_settled = self._drafts_kept == self._drafts_written
        written = self._drafts_written if is_settled else None
        self._jobs.run_newest(
            _READ, "thread", lambda: self._read(number, written), then=self._show
        )

    def _read(self, number: int, drafts_written: int | None) -> Opened | None:
        reading = self.desk.reading
        rows = reading.rows([number])
        if not rows:
            return None
        row = rows[0]
        return Opened(
            row=row,
            messages=reading.messages(row.thread),
            draft=reading.draft(row.thread),
            surroundings=reading.surroundings(row.thread),
            waiting=reading.waiting_keys(row.thread),
            drafts_written=drafts_written,
        )

    @Slot(object)
    def _show(self, opened: Opened | None) -> None:
        if opened is None:
            self.open_number(None)
            return
        composer = self._window.composer
        is_other = self._opened is None or self._opened.row.thread != opened.row.thread
        self._opened = opened
        if is_other:
            now, until = self.desk.clock(), self._next_until
            self._came_at = now if until is not None and now < until else None
            self._next_until = None
        self._window.messages.show_messages(opened.messages)
        self._window.header.show_row(opened.row)
        self._window.banner.tell(news_of(opened.row, opened.messages))
        composer.show_thread(opened.row, opened.draft)
        composer.editor.set_dismissals(opened.surroundings.dismissals)
        self.shown.emit(opened)
        composer.tick(self.desk.clock())
        if self._early.is_kept:
            self._early.deliver(composer.editor)
        if not is_other:
            self._take_draft(opened)
            # The buyer may have written: what was fine may not be fine any more.
            composer.editor.ask_for_check()

    def _take_draft(self, opened: Opened) -> None:
        """Show a draft that was written elsewhere, or that came back."""
        composer = self._window.composer
        is_current = opened.drafts_written == self._drafts_kept == self._drafts_written
        if self._sending or not is_current or not composer.is_saved:
            # What is on the screen is newer than what was read.
            return
        draft = opened.draft or Draft(opened.row.thread, "")
        is_other = draft.body.strip() != composer.text.strip()
        if is_other or (opened.draft is not None and draft.step != composer.step):
            composer.put_text_back(draft)

    @Slot(object)
    def _reload_changed(self, changes: Changes) -> None:
        opened = self._opened
        if opened is None:
            return
        if changes.everything or opened.row.thread in changes.threads:
            self._ask(opened.row.number)

    @Slot(str, str, int)
    def _check(self, thread: str, text: str, revision: int) -> None:
        opened = self._opened
        if opened is None or opened.row.thread != thread:
            return
        self._jobs.run_newest(
            _CHECK,
            "check",
            lambda: self.desk.check(text, opened.surroundings.basis),
            then=lambda found: self._window.composer.show_findings(
                thread, revision, found
            ),
        )

    @Slot(object)
    def _keep_draft(self, draft: Draft) -> None:
        self._drafts_written += 1
        self._jobs.run(
            STORE,
            lambda: self.desk.drafting.keep(draft),
            then=self._draft_kept,
        )

    @Slot(object)
    def _draft_kept(self, changes: Changes) -> None:
        self._drafts_kept += 1
        self._bus.changed.emit(changes)

    def _hold(self, *, is_held: bool) -> None:
        """Let nothing be written into a reply that is on its way through the gate."""
        self._sending = is_held
        self._window.composer.hold(is_held=is_held)

    def _pass_gate(self, opened: Opened, body: str, findings: list[Finding]) -> None:
        self._hold(is_held=False)
        if self._window.composer.thread_key != opened.row.thread:
            words = self.tr(
                "Nothing was sent: another thread was opened while the reply was "
                "checked. It is kept as a draft."
            )
            self._window.notice.tell(words)
            return
        if self._window.composer.text != body or self._opened is not opened:
            # Something came in while it was checked: look again.
            self.send()
            return
        serious, aside = heeded(findings, opened.surroundings.dismissals)
        # Taken now: another thread may have come up when the dialog is answered.
        store = partial(self._store, opened, body, self._window.composer.step)
        if not serious:
            store("")
            return
        from inbox_assistant.ui.composer.gate_dialog import GateDialog  # noqa: PLC0415

        dialog = GateDialog(
            serious,
            self._window.icons,
            self._window,
            may_override=self.desk.settings.get(ALLOW_OVERRIDE),
            aside=aside,
        )
        dialog.confirmed.connect(store)
        dialog.rejected.connect(self.focus_reply)
        dialog.open()

    def _store(self, opened: Opened, body: str, step: NextStep, reason: str) -> None:
        self._hold(is_held=True)
        thread = opened.row.thread
        self._jobs.run(
            STORE,
            lambda: self.desk.use_cases.replies.send(
                thread, body, seen=opened.waiting, override_reason=reason, step=step
            ),
            then=self._stored,
            failed=self._refused,
        )

    @Slot(object)
    def _stored(self, result: tuple[OutboxReply, Changes]) -> None:
        self._hold(is_held=False)
        reply, changes = result
        if self._window.composer.thread_key == reply.thread:
            self._window.composer.clear_text()
        self._bus.changed.emit(changes)
        self.sent.emit(reply)

    @Slot(object)
    def _refused(self, error: InboxAssistantError) -> None:
        self._hold(is_held=False)
        self._bus.problem.emit(problem_of(error))
        if isinstance(error, ReplyRefusedError) and self._opened is not None:
            # Show what the gate has seen and the agent has not.
            self._reload_changed(Changes(everything=True))

    @Slot(int)
    def _fetch_original(self, number: int) -> None:
        def show(original: Original | None) -> None:
            if original is not None:
                self._window.messages.show_original(
                    number, original.text, original.html
                )

        self._jobs.run(_READ, lambda: self.desk.reading.original(number), then=show)


def heeded(
    findings: Sequence[Finding], dismissals: Sequence[Dismissal]
) -> tuple[list[Finding], dict[int, str]]:
    """Return what the gate shows, and why some of it was set aside, by place.

    A dismissed warning was looked at; what blocks is shown whatever was said.
    """
    known = set_aside(findings, dismissals)
    shown: list[Finding] = []
    aside: dict[int, str] = {}
    for place, one in enumerate(findings):
        dismissal = known.get(place)
        is_settled = dismissal is not None and one.severity is not Severity.BLOCK
        if one.severity is Severity.NOTE or is_settled:
            continue
        if dismissal is not None:
            aside[len(shown)] = dismissal.reason
        shown.append(one)
    return shown, aside
