"""The gate as people meet it: what blocks a reply, and the way back to it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.ui import spacing
from inbox_assistant.ui.composer.severity_look import severity_look
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons

_WIDTH = 560
_LISTED = 6
_LONGEST_QUOTE = 120


class GateDialog(QDialog):
    """Lists what was found; Enter and Esc always lead back to the reply.

    A reply that is blocked leaves only with a reason, and only where the settings
    allow it; warnings ask for a second look, once.
    """

    confirmed = Signal(str)
    """The reply is to leave all the same, for this reason (empty for warnings)."""

    def __init__(
        self,
        findings: Sequence[Finding],
        icons: Icons,
        parent: QWidget,
        *,
        may_override: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._blocked = any(one.severity is Severity.BLOCK for one in findings)
        self.setWindowTitle(
            self.tr("This reply is held back")
            if self._blocked
            else self.tr("Look again")
        )
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Reason, for the journal"))
        self._reason.setAccessibleName(self.tr("Reason for sending all the same"))
        self._back = QPushButton(self.tr("Back to the reply"))
        self._send = QPushButton(
            self.tr("Send with this reason") if self._blocked else self.tr("Send")
        )
        # Neither Enter nor a stray space may ever send.
        self._send.setAutoDefault(False)
        self._send.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._may_override = may_override
        self._lay_out(findings, icons)
        self._back.clicked.connect(self.reject)
        self._send.clicked.connect(self._confirm)
        self._reason.textChanged.connect(self._allow)
        self._allow()
        self._back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Enter as well as by Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.reject()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _allow(self) -> None:
        given = bool(self._reason.text().strip())
        self._send.setEnabled(not self._blocked or (self._may_override and given))

    @Slot()
    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self._reason.text().strip())

    def _lay_out(self, findings: Sequence[Finding], icons: Icons) -> None:
        title = QLabel(
            self.tr(
                "Amazon forbids this in messages to buyers. "
                "It could cost the right to write."
            )
            if self._blocked
            else self.tr("This may be sent, but look at it once more.")
        )
        title.setFont(strong(self.font()))
        title.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(spacing.MEDIUM)
        layout.addWidget(title)
        heaviest_first = sorted(
            findings, key=lambda one: list(Severity).index(one.severity)
        )
        for finding in heaviest_first[:_LISTED]:
            layout.addWidget(_line(finding, icons))
        more = len(heaviest_first) - _LISTED
        if more > 0:
            layout.addWidget(QLabel(self.tr("and {count} more").format(count=more)))
        if self._blocked and not self._may_override:
            note = QLabel(self.tr("Sending it with a reason is switched off here."))
            layout.addWidget(note)
        self._reason.setVisible(self._blocked and self._may_override)
        layout.addWidget(self._reason)
        self._send.setVisible(not self._blocked or self._may_override)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._send)
        row.addWidget(self._back)
        layout.addLayout(row)
        self._back.setDefault(True)
        self.setMinimumWidth(_WIDTH)


def _line(finding: Finding, icons: Icons) -> QLabel:
    """Return what and where, in the colour and the word of its severity."""
    look = severity_look(finding.severity)
    colour = getattr(icons.theme.colours, look.colour).name()
    quoted = " ".join(finding.text.split())
    if len(quoted) > _LONGEST_QUOTE:
        quoted = f"{quoted[:_LONGEST_QUOTE]}…"
    label = QLabel(
        f'<b style="color:{colour}">{escape(look.word)}</b> &nbsp;“{escape(quoted)}”'
        f"<br>{escape(finding.message)}"
    )
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setContentsMargins(0, spacing.SMALL, 0, spacing.SMALL)
    return label
