"""The mailboxes that are connected: how each is, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from inbox_assistant.domain.account import Account
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.mail_lanes import MailLanes
from inbox_assistant.ui.main_window import MainWindow
from inbox_assistant.ui.moments import clock_time

_WIDTH, _HEIGHT = 560, 360


class MailboxesDialog(QDialog):
    """Lists the mailboxes with the state of each; none waits for another."""

    added = Signal()
    changed = Signal(object)
    """The ``Account`` that is to be changed."""
    removed = Signal(object)
    """The ``Account`` that is to be removed."""

    def __init__(self, lanes: MailLanes, parent: MainWindow) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self.setWindowTitle(self.tr("Mailboxes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = parent.icons.theme
        self._icons = parent.icons
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Mailboxes"))
        self._list.setWordWrap(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._add = CalmButton(self.tr("Connect another…"), theme)
        self._change = CalmButton(self.tr("Change…"), theme)
        self._remove = CalmButton(self.tr("Remove…"), theme)
        self._sync = CalmButton(self.tr("Read now"), theme)
        self._lay_out()
        self._add.clicked.connect(self._ask_for_another)
        self._change.clicked.connect(self._ask_to_change)
        self._remove.clicked.connect(self._ask_to_remove)
        self._sync.clicked.connect(self._read_now)
        self._list.itemActivated.connect(self._ask_to_change)
        lanes.state_changed.connect(self.show_states)
        self.show_states()

    @Slot()
    def show_states(self) -> None:
        """Show every mailbox as it is now; the chosen one stays chosen."""
        chosen = self._chosen()
        accounts = self._lanes.accounts
        self._list.clear()
        for account in accounts:
            item = QListWidgetItem(f"{account.name}\n{self._state(account)}")
            item.setData(Qt.ItemDataRole.UserRole, account)
            is_ill = bool(self._lanes.problem(account.name))
            item.setIcon(self._icons.icon("block" if is_ill else "ok"))
            self._list.addItem(item)
            if chosen is not None and chosen.name == account.name:
                self._list.setCurrentItem(item)
        if self._list.currentItem() is None and accounts:
            self._list.setCurrentRow(0)
        for button in (self._change, self._remove, self._sync):
            button.setEnabled(bool(accounts))

    def _state(self, account: Account) -> str:
        problem = self._lanes.problem(account.name)
        if problem:
            return problem
        read_at = self._lanes.read_at(account.name)
        if read_at is None:
            return self.tr("not read yet")
        moment = clock_time(read_at)
        return self.tr("{address} · read at {time}").format(
            address=account.address, time=moment
        )

    def _chosen(self) -> Account | None:
        item = self._list.currentItem()
        account: object = None
        if self._list.currentRow() >= 0:
            account = item.data(Qt.ItemDataRole.UserRole)
        return account if isinstance(account, Account) else None

    @Slot()
    def _ask_for_another(self) -> None:
        self.accept()
        self.added.emit()

    @Slot()
    def _ask_to_change(self) -> None:
        account = self._chosen()
        if account is not None:
            self.accept()
            self.changed.emit(account)

    @Slot()
    def _ask_to_remove(self) -> None:
        account = self._chosen()
        if account is not None:
            self.accept()
            self.removed.emit(account)

    @Slot()
    def _read_now(self) -> None:
        account = self._chosen()
        if account is not None:
            self._lanes.begin_again(account.name)

    def _lay_out(self) -> None:
        words = QLabel(
            self.tr("Each mailbox is read by itself; trouble with one holds up none.")
        )
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.MEDIUM)
        for button in (self._add, self._change, self._sync, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(spacing.LARGE)
        layout.addWidget(words)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        layout.addWidget(close)
        self.resize(_WIDTH, _HEIGHT)
        self._list.setFocus()
