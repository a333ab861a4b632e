"""When mailboxes are read and replies leave: one lane for each account."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inbox_assistant.domain.changes import Changes
from inbox_assistant.settings import POLL_MINUTES
from inbox_assistant.ui.jobs import STORE, Jobs
from inbox_assistant.ui.problem import Problem, problem_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from inbox_assistant.domain.account import Account
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.domain.reply import OutboxReply
    from inbox_assistant.services.fetching import Progress
    from inbox_assistant.services.rounds import Round
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk

_MILLISECONDS = 1000
_OVERDUE = timedelta(seconds=20)
"""How long a reply waits that a round has left behind although it was due."""
_LATEST = timedelta(minutes=5)
"""How long a queued reply waits at most until somebody looks after it again."""


class MailLanes(QObject):
    """Starts rounds with the mail servers; never runs one twice at a time."""

    state_changed = Signal()
    """A mailbox was read, or could not be."""
    password_wanted = Signal(str, object)
    """An account, and the error that says that its password is missing or wrong."""

    def __init__(self, parent: QObject, desk: Desk, jobs: Jobs, bus: Bus) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._bus = bus
        self._accounts: dict[str, Account] = {}
        self._running: set[str] = set()
        self._again: dict[str, bool] = {}
        """Rounds wanted while one ran, and whether a person wanted them."""
        self._listening: set[str] = set()
        self._read_at: dict[str, datetime] = {}
        self._troubles: dict[str, str] = {}
        """What keeps each mailbox from working, in words; one that works has none."""
        self._leaving: dict[str, QTimer] = {}
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._poll_all)
        bus.changed.connect(self._accounts_changed)

    def start(self) -> None:
        """Begin to read mailboxes."""
        minutes = self._desk.settings.get(POLL_MINUTES)
        self._poll.start(minutes * 60 * _MILLISECONDS)
        self._load_accounts()

    @property
    def accounts(self) -> list[Account]:
        """Return the accounts that are read, by name."""
        return list(self._accounts.values())

    def problem(self, name: str) -> str:
        """Return why the mailbox *name* does not work; empty where it does."""
        return self._troubles.get(name, "")

    def read_at(self, name: str) -> datetime | None:
        """Return when the mailbox *name* was last read without trouble."""
        return self._read_at.get(name)

    def _note_state(self, name: str, problems: Sequence[InboxAssistantError]) -> None:
        if problems:
            self._troubles[name] = str(problems[0])
        else:
            self._troubles.pop(name, None)
            self._read_at[name] = self._desk.clock()
        self.state_changed.emit()

    def begin_again(self, name: str) -> None:
        """Read the mailbox of *name* now and listen to it, as from the beginning."""
        self._sync(name, by_hand=True)
        self._listen(name)

    @Slot()
    def sync_all(self) -> None:
        """Run a round with every account because a person wants it."""
        for name in self._accounts:
            self.begin_again(name)

    @Slot()
    def _poll_all(self) -> None:
        for name in self._accounts:
            self._sync(name)

    @Slot(object)
    def reply_stored(self, reply: OutboxReply) -> None:
        """Have *reply* leave when the time to call it back is over."""
        left = max(timedelta(0), min(_LATEST, reply.leave_at - self._desk.clock()))
        wait = int(left / timedelta(milliseconds=1)) + 50
        QTimer.singleShot(wait, self, partial(self._sync, reply.account))

    def _load_accounts(self) -> None:
        def read() -> list[Account]:
            # The use cases may be asked for in the store's lane alone.
            return self._desk.use_cases.accounts.all()

        self._jobs.run(STORE, read, then=self._use_accounts)

    @Slot(object)
    def _accounts_changed(self, changes: Changes) -> None:
        if changes.accounts or changes.everything:
            self._load_accounts()

    @Slot(object)
    def _use_accounts(self, accounts: list[Account]) -> None:
        new = [one for one in accounts if one != self._accounts.get(one.name)]
        self._accounts = {one.name: one for one in accounts}
        self.state_changed.emit()
        for account in new:
            self.begin_again(account.name)

    def _sync(self, name: str, *, by_hand: bool = False) -> None:
        account = self._accounts.get(name)
        if account is None:
            return
        if name in self._running:
            self._again[name] = by_hand or self._again.get(name, False)
            return
        self._running.add(name)
        self._jobs.run(
            f"mail:{name}",
            lambda: self._desk.round(account, self._tell_progress, by_hand=by_hand),
            then=partial(self._ended, name),
            failed=partial(self._broke, name),
        )

    def _broke(self, name: str, error: InboxAssistantError) -> None:
        """Tell why a round could not even begin; the next one may."""
        self._running.discard(name)
        self._note_state(name, [error])
        retry = partial(self._sync, name, by_hand=True)
        self._bus.problem.emit(problem_of(error, retry))

    def _ended(self, name: str, done: Round) -> None:
        self._running.discard(name)
        self._note_state(name, done.problems)
        self._look_when_next(name)
        if done.problems:
            # A reply that failed stands otherwise now than it did before.
            self._bus.changed.emit(Changes(everything=True))
        elif done.changes:
            self._bus.changed.emit(done.changes)
        else:
            # The time of the last intake has moved on all the same.
            self._bus.changed.emit(Changes(accounts=False, outbox=True))
        for problem in done.problems:
            if self._desk.needs_password(problem):
                self.password_wanted.emit(name, problem)
            else:
                self._bus.problem.emit(self._told(problem, name))
        if name in self._again:
            self._sync(name, by_hand=self._again.pop(name))

    def _look_when_next(self, name: str) -> None:
        """Have the next round begin when a reply is to leave, not at the next poll."""

        def ask() -> datetime | None:
            return self._desk.use_cases.delivering.next_leave_at(name)

        self._jobs.run(STORE, ask, then=partial(self._leave_later, name))

    def _leave_later(self, name: str, leave_at: datetime | None) -> None:
        if leave_at is None:
            return
        timer = self._leaving.get(name)
        if timer is None:
            timer = self._leaving[name] = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(partial(self._sync, name))
        left = leave_at - self._desk.clock()
        if left <= timedelta(0):
            left = _OVERDUE
        timer.start(int(min(_LATEST, left) / timedelta(milliseconds=1)) + 50)

    def _told(self, error: InboxAssistantError, name: str) -> Problem:
        told = problem_of(error, partial(self._sync, name, by_hand=True))
        if not self._desk.gave_text_back(error):
            return told
        back = self.tr("The text is back in its thread as a draft.")
        return replace(told, hint=f"{back} {told.hint}".strip())

    def _listen(self, name: str) -> None:
        account = self._accounts.get(name)
        if account is not None and name not in self._listening:
            self._listening.add(name)
            self._jobs.run(
                f"news:{name}",
                lambda: self._desk.wait_for_news(account),
                then=partial(self._heard, name),
                failed=lambda _error: self._heard(name, None),
            )

    def _heard(self, name: str, news: bool | None) -> None:  # noqa: FBT001 - a lane's result
        """Read the mailbox on news; ``None`` means that none will be told."""
        self._listening.discard(name)
        if news:
            self._sync(name)
        if news is not None:
            self._listen(name)

    def _tell_progress(self, progress: Progress, changes: Changes) -> None:
        # Called in the account's lane; the bus brings it to the window's thread.
        self._bus.progress.emit(progress)
        if changes:
            self._bus.changed.emit(changes)
