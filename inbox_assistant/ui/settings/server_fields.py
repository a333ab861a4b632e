"""Where one server is: its host, its port and how the connection is protected."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from inbox_assistant.ui.field import Field
from inbox_assistant.ui.theme import Theme

_HIGHEST_PORT = 65_535
_PORTS = {
    ("read", "tls"): 993,
    ("read", "starttls"): 143,
    ("send", "tls"): 465,
    ("send", "starttls"): 587,
}


class ServerFields(QWidget):
    """A host, a port and how the connection is protected; *use* is read or send."""

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

    def show_values(self, host: str, port: int, security: str) -> None:
        """Show how a server is reached."""
        self._host.setText(host)
        self._security.setCurrentIndex(max(0, self._security.findData(security)))
        self._port.setValue(port)

    @Slot()
    def _follow(self) -> None:
        usual = _PORTS.get((self._use, self.security), self._port.value())
        self._port.setValue(usual)
