"""How one signs in to a mailbox: a password, or the provider's page in the browser."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy

from inbox_assistant.domain.provider import APP_PASSWORD, PASSWORD, Provider
from inbox_assistant.settings import GOOGLE_CLIENT, MICROSOFT_CLIENT, Setting, Settings
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.theme import Theme

CLIENTS: dict[str, Setting[str]] = {
    "google": GOOGLE_CLIENT,
    "microsoft": MICROSOFT_CLIENT,
}
"""Which setting says who we are on each provider's page."""


class SignInFields(QObject):
    """The way of signing in, and what that way wants: rows of a dialog's *form*."""

    browser_wanted = Signal()
    changed = Signal()
    """Other rows are shown than before."""

    def __init__(
        self, theme: Theme, settings: Settings, form: QFormLayout, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._form = form
        self.way = QComboBox()
        self.way.setAccessibleName(self.tr("Way of signing in"))
        self.way.view().setAccessibleName(self.tr("Ways of signing in"))
        self.password = Field(theme, self.tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.client = Field(theme, self.tr("Client id"))
        self.client_secret = Field(theme, self.tr("Client secret"))
        self.client_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.browser = CalmButton(self.tr("Sign in in the browser…"), theme)
        self.browser.clicked.connect(self.browser_wanted)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum
        )
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setOpenExternalLinks(True)
        self._provider: Provider | None = None
        self.way.currentIndexChanged.connect(self._follow)

    def add_rows(self) -> None:
        """Add the rows at the end of the form."""
        for words, widget in (
            (self.tr("Sign-in"), self.way),
            (self.tr("Password"), self.password),
            (self.tr("Client id"), self.client),
            (self.tr("Client secret"), self.client_secret),
            ("", self.browser),
            ("", self._words),
        ):
            self._form.addRow(words, widget)
        self.show_provider(None)

    @property
    def sign_in(self) -> str:
        """Return the way as an account has it: ``password``, or a provider's page."""
        way = str(self.way.currentData() or PASSWORD)
        return PASSWORD if way == APP_PASSWORD else way

    @property
    def client_id(self) -> str:
        """Return who we are on the provider's page; empty with a password."""
        return self.client.text().strip() if self.sign_in != PASSWORD else ""

    def show_provider(self, provider: Provider | None, chosen: str = "") -> None:
        """Offer the ways of *provider*, beginning with *chosen* where it is one."""
        self._provider = provider
        ways = (PASSWORD,) if provider is None else provider.sign_in
        self.way.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.way.clear()
        for way in ways:
            self.way.addItem(self._name_of(way), way)
        # Without a registration of their own, people begin with what works at once.
        usual = next((way for way in ways if self._can_begin(way)), ways[0])
        self.way.setCurrentIndex(max(0, self.way.findData(chosen or usual)))
        self.way.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._follow()

    def keep_client(self) -> None:
        """Remember who we are on the provider's page for the next mailbox."""
        setting = CLIENTS.get(self.sign_in)
        if setting is not None and self.client_id != self._settings.get(setting):
            self._settings.put(setting, self.client_id)

    def _can_begin(self, way: str) -> bool:
        setting = CLIENTS.get(way)
        return setting is None or bool(self._settings.get(setting))

    def _name_of(self, way: str) -> str:
        return {
            PASSWORD: self.tr("Password"),
            APP_PASSWORD: self.tr("Password made for this program"),
            "google": self.tr("In the browser, with Google"),
            "microsoft": self.tr("In the browser, with Microsoft"),
        }.get(way, way)

    @Slot()
    def _follow(self) -> None:
        is_browser = self.sign_in != PASSWORD
        for widget in (self.client, self.browser):
            self._form.setRowVisible(widget, is_browser)
        self._form.setRowVisible(self.client_secret, self.sign_in == "google")
        self._form.setRowVisible(self.password, not is_browser)
        self._form.setRowVisible(self.way, self.way.count() > 1)
        setting = CLIENTS.get(self.sign_in)
        if setting is not None and not self.client.text():
            self.client.setText(self._settings.get(setting))
        words = self._explanation()
        self._words.setText(words)
        self._form.setRowVisible(self._words, bool(words))
        self.changed.emit()

    def _explanation(self) -> str:
        way = str(self.way.currentData())
        provider = self._provider
        words = ""
        if way == APP_PASSWORD:
            words = self.tr(
                "This provider takes a password that it makes for one program, not the "
                "one of your account."
            )
        elif way in CLIENTS:
            words = self.tr(
                "The client id is the one of your own registration with the provider; "
                "an administrator of your company can make it."
            )
        elif provider is not None and provider.note == "imap-off":
            words = self.tr("Reading by IMAP has to be switched on there first.")
        if not words or provider is None or not provider.help:
            return words
        return f'{words} <a href="{provider.help}">{self.tr("How?")}</a>'
