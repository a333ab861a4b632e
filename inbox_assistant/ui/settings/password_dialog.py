"""Asking for the password of a mailbox that is connected already."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.theme import Theme

_WIDTH = 440


class PasswordDialog(QDialog):
    """Asks for one password; it is never shown and never written to a file."""

    given = Signal(str, str)
    """The account's name and its password."""

    def __init__(
        self, accounts: Sequence[str], why: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Password of a mailbox"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(why)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setVisible(bool(why))
        self._account = QComboBox()
        self._account.addItems(list(accounts))
        self._account.setAccessibleName(self.tr("Mailbox"))
        self._account.view().setAccessibleName(self.tr("Mailboxes"))
        self._use = QPushButton(self.tr("Use it"))
        self._password = Field(theme, self.tr("Password"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.textChanged.connect(self._allow)
        self._lay_out(words)
        self._password.setFocus()
        self._allow()

    @Slot()
    def _allow(self) -> None:
        self._use.setEnabled(bool(self._password.text() and self._account.count()))

    @Slot()
    def _give(self) -> None:
        self.accept()
        self.given.emit(self._account.currentText(), self._password.text())

    def _lay_out(self, words: QLabel) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Mailbox"), self._account)
        form.addRow(self.tr("Password"), self._password)
        buttons = QDialogButtonBox()
        buttons.addButton(self._use, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.GENEROUS] * 4)
        layout.setSpacing(spacing.LARGE)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
