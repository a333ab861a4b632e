"""Connecting a mailbox: an address, a password, and where the servers are."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.ui.desk import Desk
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.jobs import Jobs
from inbox_assistant.ui.main_window import MainWindow
from inbox_assistant.ui.theme import Theme

_WIDTH = 520
_HIGHEST_PORT = 65_535
_PORTS = {
    ("read", "tls"): 993,
    ("read", "starttls"): 143,
    ("send", "tls"): 465,
    ("send", "starttls"): 587,
}


class AccountDialog(QDialog):
    """Asks how a mailbox is reached, and tries it."""

    accepted_account = Signal(object, str)
    """The ``Account`` and its password."""

    def __init__(
        self, desk: Desk, jobs: Jobs, parent: MainWindow, known: Account | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        theme = parent.icons.theme
        self._desk = desk
        self._jobs = jobs
        self.setWindowTitle(self.tr("Connect a mailbox"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._address = Field(theme, self.tr("Mail address"))
        self._name = Field(theme, self.tr("Name of the shop"))
        self._password = Field(theme, self.tr("Password"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._read = _Server(theme, "read", self.tr("Server to read from"))
        self._send = _Server(theme, "send", self.tr("Server to send through"))
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setAccessibleName(self.tr("Result"))
        self._try = QPushButton(self.tr("Test"))
        self._try.setAutoDefault(False)
        self._try.clicked.connect(self._test)
        self._address.editingFinished.connect(self._suggest)
        self._lay_out()
        if known is not None:
            self._show(known)

    def _show(self, known: Account) -> None:
        """Begin with what is known; the password stays where it is kept."""
        self._address.setText(known.address)
        self._name.setText(known.sender_name)
        self._password.setPlaceholderText(self.tr("unchanged"))
        self._read.show_values(known.read_host, known.read_port, known.read_security)
        self._send.show_values(known.send_host, known.send_port, known.send_security)

    @Slot()
    def _suggest(self) -> None:
        """Guess the servers' names from the address, where none was typed."""
        domain = self._address.text().rpartition("@")[2]
        if domain:
            self._read.suggest(f"imap.{domain}")
            self._send.suggest(f"smtp.{domain}")

    def _account(self) -> Account:
        address = self._address.text().strip()
        known = self._known
        if known is None or known.address != address:
            known = Account(name=address, address=address)
        return replace(
            known,
            sender_name=self._name.text().strip(),
            read_host=self._read.host,
            read_port=self._read.port,
            read_security=self._read.security,
            send_host=self._send.host,
            send_port=self._send.port,
            send_security=self._send.security,
        )

    @Slot()
    def _test(self) -> None:
        account, password = self._account(), self._password.text()
        self._told.setText(self.tr("Trying…"))
        self._try.setEnabled(False)
        self._jobs.run_newest(
            "try",
            "account",
            lambda: self._desk.try_account(account, password),
            then=self._works,
            failed=self._fails,
        )

    @Slot(object)
    def _works(self, said: str) -> None:
        self._try.setEnabled(True)
        self._told.setText(said)

    @Slot(object)
    def _fails(self, error: InboxAssistantError) -> None:
        self._try.setEnabled(True)
        self._told.setText(str(error))

    @Slot()
    def _take(self) -> None:
        account = self._account()
        if "@" not in account.address or not account.read_host:
            self._told.setText(self.tr("Type the address and the server to read from."))
            return
        self.accept()
        self.accepted_account.emit(account, self._password.text())

    def _lay_out(self) -> None:
        words = QLabel(
            self.tr(
                "Use the address that receives Amazon's buyer messages and that is "
                "approved under Messaging Permissions in Seller Central: Amazon takes "
                "replies from no other. Gmail and others want a password made for "
                "this program."
            )
        )
        words.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Mail address"), self._address)
        form.addRow(self.tr("Name of the shop"), self._name)
        form.addRow(self.tr("Password"), self._password)
        form.addRow(self.tr("Reads from"), self._read)
        form.addRow(self.tr("Sends through"), self._send)
        buttons = QDialogButtonBox()
        buttons.addButton(self._try, QDialogButtonBox.ButtonRole.ActionRole)
        done = buttons.addButton(
            self.tr("Connect"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        done.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self._told)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
        self._address.setFocus()


class _Server(QWidget):
    """A host, a port and how the connection is protected."""

    def __init__(self, theme: Theme, use: str, name: str) -> None:
        super().__init__()
        self._use = use
        self._host = Field(theme, name)
        self._port = QSpinBox()
        self._port.setRange(1, _HIGHEST_PORT)
        self._port.setAccessibleName(self.tr("Port"))
        self._security = QComboBox()
        for words, value in (
            (self.tr("TLS"), "tls"),
            (self.tr("STARTTLS"), "starttls"),
            (self.tr("None (this computer)"), "none-on-loopback"),
        ):
            self._security.addItem(words, value)
        self._security.setAccessibleName(self.tr("Protection"))
        self._security.view().setAccessibleName(self.tr("Kinds of protection"))
        self._security.currentIndexChanged.connect(self._follow)
        self._follow()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._host, 1)
        layout.addWidget(self._port)
        layout.addWidget(self._security)

    @property
    def host(self) -> str:
        """Return the name of the server."""
        return self._host.text().strip()

    @property
    def port(self) -> int:
        """Return the number of the port."""
        return self._port.value()

    @property
    def security(self) -> str:
        """Return how the connection is protected."""
        return str(self._security.currentData())

    def suggest(self, host: str) -> None:
        """Fill in *host* where nothing was typed."""
        if not self.host:
            self._host.setText(host)

    def show_values(self, host: str, port: int, security: str) -> None:
        """Show how a server is reached already."""
        self._host.setText(host)
        self._security.setCurrentIndex(max(0, self._security.findData(security)))
        self._port.setValue(port)

    @Slot()
    def _follow(self) -> None:
        usual = _PORTS.get((self._use, self.security), self._port.value())
        self._port.setValue(usual)
