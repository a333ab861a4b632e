"""Connecting a mailbox: an address and a sign-in; the servers are found."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.domain.provider import PASSWORD, Provider
from inbox_assistant.domain.trial import Trial
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.desk import Desk
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.jobs import Jobs
from inbox_assistant.ui.main_window import MainWindow
from inbox_assistant.ui.sentences import told_any
from inbox_assistant.ui.settings.server_fields import ServerFields
from inbox_assistant.ui.settings.sign_in_fields import SignInFields
from inbox_assistant.ui.settings.trial_view import TrialView

_WIDTH = 560
_LANE = "try"


class AccountDialog(QDialog):
    """Asks how a mailbox is reached, and tries it."""

    accepted_account = Signal(object, str)
    """The ``Account`` and its password; empty where it stays or is none."""

    def __init__(
        self, desk: Desk, jobs: Jobs, parent: MainWindow, known: Account | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._provider: Provider | None = None
        self._asked = ""
        theme = parent.icons.theme
        self._desk = desk
        self._jobs = jobs
        self.setWindowTitle(self.tr("Connect a mailbox"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._address = Field(theme, self.tr("Mail address"))
        self._name = Field(theme, self.tr("Name of the shop"))
        self._form = QFormLayout()
        self._sign_in = SignInFields(theme, desk.settings, self._form, self)
        self._servers = QLabel()
        self._servers.setWordWrap(True)
        self._servers.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum
        )
        self._change = CalmButton(self.tr("Change the servers…"), theme)
        self._read = ServerFields(theme, "read", self.tr("Server to read from"))
        self._send = ServerFields(theme, "send", self.tr("Server to send through"))
        self._told = TrialView(parent.icons)
        self._try = QPushButton(self.tr("Test"))
        self._lay_out()
        self._try.clicked.connect(self._test)
        self._change.clicked.connect(self._show_servers)
        self._sign_in.changed.connect(self._fit)
        self._sign_in.browser_wanted.connect(self._sign_in_in_browser)
        self._address.editingFinished.connect(self._find_servers)
        if known is not None:
            self._show(known)

    def _show(self, known: Account) -> None:
        """Begin with what is known; the password stays where it is kept."""
        self._asked = known.address
        self._address.setText(known.address)
        self._name.setText(known.sender_name)
        self._sign_in.password.setPlaceholderText(self.tr("unchanged"))
        self._read.show_values(known.read_host, known.read_port, known.read_security)
        self._send.show_values(known.send_host, known.send_port, known.send_security)
        self._show_servers()
        if known.address:
            self._look_up(known.address, partial(self._show_ways_of, known))

    def _show_ways_of(self, known: Account, found: Provider | None) -> None:
        self._provider = found
        self._sign_in.client.setText(known.client_id)
        self._sign_in.show_provider(found, known.sign_in)

    @Slot()
    def _find_servers(self) -> None:
        """Look the servers up once the address is typed."""
        address = self._address.text().strip()
        if "@" not in address or address == self._asked:
            return
        self._asked = address
        for widget in (self._servers, self._change):
            self._form.setRowVisible(widget, True)  # noqa: FBT003 - Qt's own
        self._servers.setText(self.tr("Looking for the servers…"))
        self._look_up(address, partial(self._use_provider, address))

    def _look_up(self, address: str, then: object) -> None:
        self._jobs.run_newest(
            _LANE,
            "provider",
            lambda: self._desk.find_provider(address),
            then=then,  # type: ignore[arg-type] # one of the two above
        )

    def _use_provider(self, address: str, found: Provider | None) -> None:
        self._provider = found
        self._sign_in.show_provider(found)
        if found is None:
            domain = address.rpartition("@")[2]
            self._read.show_values(f"imap.{domain}", 993, "tls")
            self._send.show_values(f"smtp.{domain}", 465, "tls")
            self._show_servers()
            self._say(
                self.tr(
                    "The servers of this domain are not known. Look whether these "
                    "names are right: your provider's help has them."
                )
            )
            return
        reads, sends = found.reads, found.sends
        self._read.show_values(reads.host, reads.port, reads.security)
        self._send.show_values(sends.host, sends.port, sends.security)
        self._servers.setText(f"{found.name}: {reads.host}, {sends.host}")

    @Slot()
    def _show_servers(self) -> None:
        for widget in (self._read, self._send):
            self._form.setRowVisible(widget, True)  # noqa: FBT003 - Qt's own
        self._form.setRowVisible(self._servers, False)  # noqa: FBT003 - the same
        self._form.setRowVisible(self._change, False)  # noqa: FBT003 - the same
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Be as high as what is shown wants, once it is laid out."""
        QTimer.singleShot(0, self, self.adjustSize)

    def _say(self, words: str) -> None:
        self._told.say(words)
        self._fit()

    def _account(self) -> Account:
        address = self._address.text().strip()
        known = self._known
        if known is None or known.address != address:
            found = self._provider
            known = Account(
                name=address,
                address=address,
                user="" if found is None or found.user == address else found.user,
                files_sent=found is not None and found.files_sent,
            )
        return replace(
            known,
            sender_name=self._name.text().strip(),
            read_host=self._read.host,
            read_port=self._read.port,
            read_security=self._read.security,
            send_host=self._send.host,
            send_port=self._send.port,
            send_security=self._send.security,
            sign_in=self._sign_in.sign_in,
            client_id=self._sign_in.client_id,
        )

    @property
    def _password(self) -> str:
        is_password = self._sign_in.sign_in == PASSWORD
        return self._sign_in.password.text() if is_password else ""

    @Slot()
    def _test(self) -> None:
        account, password = self._account(), self._password
        if not account.read_host:
            self._say(self.tr("Type the mail address first."))
            return
        self._say(self.tr("Trying…"))
        self._try.setEnabled(False)
        self._jobs.run_newest(
            _LANE,
            "account",
            lambda: self._desk.try_account(account, password),
            then=self._tried,
            failed=self._fails,
        )

    @Slot(object)
    def _tried(self, trials: list[Trial]) -> None:
        self._try.setEnabled(True)
        self._told.show_trials(trials)
        self._fit()

    @Slot(object)
    def _fails(self, error: InboxAssistantError) -> None:
        self._try.setEnabled(True)
        self._say(told_any(error))

    @Slot()
    def _sign_in_in_browser(self) -> None:
        account = self._account()
        secret = self._sign_in.client_secret.text().strip()
        self._say(self.tr("Sign in in the browser, then come back here…"))
        self._jobs.run_newest(
            _LANE,
            "sign-in",
            lambda: self._desk.sign_in(account, secret),
            then=self._signed_in,
            failed=self._fails,
        )

    @Slot(object)
    def _signed_in(self, _nothing: None) -> None:
        self._sign_in.keep_client()
        self._say(self.tr("Signed in. “Test” shows whether everything works."))

    @Slot()
    def _take(self) -> None:
        account = self._account()
        if "@" not in account.address or not account.read_host:
            self._say(self.tr("Type the address and the server to read from."))
            return
        self.accept()
        self.accepted_account.emit(account, self._password)

    def _lay_out(self) -> None:
        form = self._form
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Mail address"), self._address)
        form.addRow(self.tr("Name of the shop"), self._name)
        self._sign_in.add_rows()
        form.addRow(self.tr("Servers"), self._servers)
        form.addRow("", self._change)
        form.addRow(self.tr("Reads from"), self._read)
        form.addRow(self.tr("Sends through"), self._send)
        for widget in (self._read, self._send, self._servers, self._change):
            form.setRowVisible(widget, False)  # noqa: FBT003 - Qt's own
        layout = QVBoxLayout(self)
        layout.setSpacing(spacing.LARGE)
        layout.addWidget(self._words())
        layout.addLayout(form)
        layout.addWidget(self._told)
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        self.setMinimumWidth(_WIDTH)
        self._address.setFocus()

    def _words(self) -> QLabel:
        words = QLabel(
            self.tr(
                "Use the address that receives Amazon's buyer messages. In Seller "
                "Central it has to stand under Messaging Permissions, or Amazon takes "
                "no reply from it. Under Notification Preferences, Messaging, buyer "
                "messages, confirmations, delivery failures and opt-outs have to be "
                "switched on, or nobody hears what became of a reply."
            )
        )
        words.setWordWrap(True)
        return words

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._try.setAutoDefault(False)
        buttons.addButton(self._try, QDialogButtonBox.ButtonRole.ActionRole)
        done = buttons.addButton(
            self.tr("Connect"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        done.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        return buttons
