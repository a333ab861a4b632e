"""What is seen before there is any mail: the rule, and three ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons

_WIDTH = 460
_LARGER = 1.6


class Welcome(QWidget):
    """Explains Amazon's rule in three sentences and offers the first step."""

    import_wanted = Signal()
    account_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _words(self.tr("Every buyer answered within 24 hours"))
        title.setFont(strong(self.font(), _LARGER))
        rule = _words(
            self.tr(
                "Amazon expects an answer to every buyer message within 24 hours, on "
                "weekends and holidays too. A message that needs none still counts "
                "until it is marked so in Seller Central. Inbox Assistant shows what "
                "waits, most urgent first, and holds back what Amazon forbids."
            )
        )
        theme = icons.theme
        self.connect_mailbox = CalmButton(
            self.tr("&Connect a mailbox…"), theme, is_main=True
        )
        self.open_mails = CalmButton(self.tr("Open a &folder of mails…"), theme)
        self.look_at_samples = CalmButton(self.tr("Look at the &sample mailbox"), theme)
        for button, icon, told in (
            (self.connect_mailbox, "account", self.account_wanted),
            (self.open_mails, "import", self.import_wanted),
            (self.look_at_samples, "everything", self.samples_wanted),
        ):
            is_main = button is self.connect_mailbox
            icons.dress(button, icon, "on_accent" if is_main else "text")
            button.clicked.connect(told)
        hint = _words(
            self.tr("Mails can also be dropped here: .eml, .mbox and folders of them.")
        )
        hint.setEnabled(False)
        column = QVBoxLayout()
        column.setSpacing(spacing.LARGE)
        for part in (title, rule):
            column.addWidget(part)
        column.addSpacing(spacing.MEDIUM)
        for button in (self.connect_mailbox, self.open_mails, self.look_at_samples):
            column.addWidget(button)
        column.addWidget(hint)
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        inner.setLayout(column)
        whole = QVBoxLayout(self)
        whole.addWidget(inner, 0, Qt.AlignmentFlag.AlignCenter)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
