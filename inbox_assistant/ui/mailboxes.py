"""Connecting mailboxes, and asking for what the keyring does not know."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from inbox_assistant.ui.behaviour import Behaviour
from inbox_assistant.ui.jobs import STORE
from inbox_assistant.ui.problem import Problem
from inbox_assistant.ui.sentences import told, told_any

if TYPE_CHECKING:
    from inbox_assistant.domain.account import Account
    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.mail_lanes import MailLanes
    from inbox_assistant.ui.main_window import MainWindow

_KEYRING = "keyring"
"""A lane of its own: a keyring may wait for a person."""


class Mailboxes(Behaviour):
    """Sets mailboxes up and asks for passwords, once a start by itself."""

    def __init__(
        self, window: MainWindow, desk: Desk, jobs: Jobs, bus: Bus, mail: MailLanes
    ) -> None:
        super().__init__(window, desk, jobs, bus)
        self._mail = mail
        self._asked: set[str] = set()
        mail.password_wanted.connect(self._password_wanted)

    @Slot()
    def show(self) -> None:
        """Show the mailboxes; where there is none, ask for the first one."""
        if not self._mail.accounts:
            self.connect_one()
            return
        from inbox_assistant.ui.settings.mailboxes_dialog import (  # noqa: PLC0415
            MailboxesDialog,
        )

        dialog = MailboxesDialog(self._mail, self._window)
        dialog.added.connect(self.connect_one)
        dialog.changed.connect(self._ask_how)
        dialog.removed.connect(self._ask_whether_to_remove)
        dialog.open()

    @Slot()
    def connect_one(self) -> None:
        """Ask how a further mailbox is reached."""
        self._ask_how(None)

    @Slot(object)
    def _ask_how(self, known: Account | None) -> None:
        from inbox_assistant.ui.settings.account_dialog import AccountDialog  # noqa: PLC0415

        dialog = AccountDialog(self._desk, self._jobs, self._window, known)
        dialog.accepted_account.connect(self._keep_account)
        dialog.open()

    @Slot(object)
    def _ask_whether_to_remove(self, account: Account) -> None:
        from inbox_assistant.ui.confirm_dialog import ConfirmDialog  # noqa: PLC0415

        dialog = ConfirmDialog(
            self.tr("Remove the mailbox {name}?").format(name=account.name),
            self.tr(
                "It is not read any more, and its password is forgotten. The mails "
                "that came by it stay here."
            ),
            self.tr("Remove it"),
            self._window,
        )
        dialog.accepted.connect(partial(self._remove, account.name))
        dialog.open()

    def _remove(self, name: str) -> None:
        # A mailbox whose replies have not left stays; its password then does too.
        self._jobs.run(
            STORE,
            lambda: self._desk.use_cases.accounts.forget(name),
            then=partial(self._removed, name),
        )

    def _removed(self, name: str, changes: Changes) -> None:
        self._bus.changed.emit(changes)
        self._jobs.run(_KEYRING, lambda: self._desk.forget_password(name))

    @Slot()
    def ask_for_password(self) -> None:
        """Ask for the password of a connected mailbox."""
        names = [account.name for account in self._mail.accounts]
        if names:
            self._ask(names, "")
        else:
            self.connect_one()

    @Slot(str, object)
    def _password_wanted(self, name: str, error: InboxAssistantError) -> None:
        ask = partial(self._ask, [name], told_any(error))
        self._bus.problem.emit(
            Problem(
                told(error.message),
                told(error.hint),
                "",
                ask,
                self.tr("&Type the password…"),
            )
        )
        is_busy = QApplication.activeModalWidget() or self._window.queue.is_in_use()
        if name not in self._asked and not is_busy:
            ask()
        self._asked.add(name)

    def _ask(self, names: list[str], why: str) -> None:
        from inbox_assistant.ui.settings.password_dialog import (  # noqa: PLC0415
            PasswordDialog,
        )

        dialog = PasswordDialog(names, why, self._window.icons.theme, self._window)
        dialog.given.connect(self._use_password)
        dialog.open()

    @Slot(str, str)
    def _use_password(self, name: str, password: str) -> None:
        self._window.problems.dismiss_for(self.tr("&Type the password…"))
        self._jobs.run(
            _KEYRING,
            lambda: self._desk.keep_password(name, password),
            then=partial(self._password_kept, name),
        )

    def _password_kept(self, name: str, why_not: str) -> None:
        if why_not:
            self._window.notice.tell(why_not)
        self._mail.begin_again(name)

    @Slot(object, str)
    def _keep_account(self, account: Account, password: str) -> None:
        """Keep the password first: the mailbox is read as soon as it is known."""
        self._asked.add(account.name)
        self._jobs.run(
            _KEYRING,
            lambda: self._desk.keep_password(account.name, password),
            then=partial(self._then_keep_account, account),
        )

    def _then_keep_account(self, account: Account, why_not: str) -> None:
        if why_not:
            self._window.notice.tell(why_not)
        self._jobs.run(
            STORE,
            lambda: self._desk.use_cases.accounts.keep(account),
            then=self._bus.changed.emit,
        )
