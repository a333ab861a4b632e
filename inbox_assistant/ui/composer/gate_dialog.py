"""The gate as people meet it: what blocks a reply, and the way back to it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.composer.severity_look import severity_look
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.sentences import told

_WIDTH = 580
_HIGHEST_LIST = 340
_LONGEST_QUOTE = 120
_LARGER = 1.1
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class GateDialog(QDialog):
    """Lists what was found, each once; Enter and Esc always lead back to the reply.

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
        aside: Mapping[int, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._icons = icons
        self._blocked = any(one.severity is Severity.BLOCK for one in findings)
        self._aside = dict(aside or {})
        self._may_override = may_override
        theme = icons.theme
        self.reason = Field(theme, self.tr("Reason for sending all the same"))
        self.reason.setPlaceholderText(self.tr("Reason, for the journal"))
        self.back = CalmButton(self.tr("Back to the reply"), theme, is_main=True)
        words = self.tr("Send with this reason") if self._blocked else self.tr("Send")
        self.send = CalmButton(words, theme)
        for button in (self.send, self.back):
            # Enter belongs to the dialog: it always leads back.
            button.setAutoDefault(False)
        self.send.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWindowTitle(
            self.tr("This reply is held back")
            if self._blocked
            else self.tr("Look again")
        )
        self._lay_out(findings)
        self.back.clicked.connect(self.reject)
        self.send.clicked.connect(self._confirm)
        self.reason.textChanged.connect(self._allow)
        self._allow()
        self.back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Enter as well as by Esc."""
        if event.key() in _ENTER:
            self.reject()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _allow(self) -> None:
        given = bool(self.reason.text().strip())
        self.send.setEnabled(not self._blocked or (self._may_override and given))

    @Slot()
    def _confirm(self) -> None:
        if self.send.isEnabled():
            self.accept()
            self.confirmed.emit(self.reason.text().strip())

    def _lay_out(self, findings: Sequence[Finding]) -> None:
        title = QLabel(
            self.tr(
                "Amazon forbids this in messages to buyers. "
                "It could cost the right to write."
            )
            if self._blocked
            else self.tr("This may be sent, but look at it once more.")
        )
        title.setFont(strong(self.font(), _LARGER))
        title.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.GENEROUS] * 4)
        layout.setSpacing(spacing.WIDE)
        layout.addWidget(title)
        layout.addWidget(_listed(_once(findings, self._aside), self._icons))
        if self._blocked and not self._may_override:
            layout.addWidget(
                QLabel(self.tr("Sending it with a reason is switched off here."))
            )
        self.reason.setVisible(self._blocked and self._may_override)
        layout.addWidget(self.reason)
        self.send.setVisible(not self._blocked or self._may_override)
        row = QHBoxLayout()
        row.setSpacing(spacing.MEDIUM)
        row.addStretch(1)
        row.addWidget(self.send)
        row.addWidget(self.back)
        layout.addLayout(row)
        self.setFixedWidth(_WIDTH)


class _List(QScrollArea):
    """What was found, as high as it needs to be and no higher than a screen takes."""

    def sizeHint(self) -> QSize:
        """Return the height of the findings at the width of the dialog."""
        room = _WIDTH - 2 * spacing.GENEROUS
        inner = self.widget()
        needed = 0 if inner is None else inner.heightForWidth(room)
        return QSize(room, min(_HIGHEST_LIST, needed + spacing.TINY))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a finding cut in two cannot be read."""
        return self.sizeHint()


class _Told(NamedTuple):
    """One finding as it is listed: how often, and why it was set aside."""

    finding: Finding
    times: int
    aside: str


def _once(findings: Sequence[Finding], aside: Mapping[int, str]) -> list[_Told]:
    """Return each of *findings* once, with how often it was found."""
    found: dict[tuple[str, ...], _Told] = {}
    for number, one in enumerate(findings):
        key = (one.rule, " ".join(one.text.split()), one.attachment)
        times = found[key].times if key in found else 0
        found[key] = _Told(one, times + 1, aside.get(number, ""))
    return list(found.values())


def _listed(findings: Sequence[_Told], icons: Icons) -> QScrollArea:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing.LARGE)
    weights = list(Severity)
    for one in sorted(findings, key=lambda o: weights.index(o.finding.severity)):
        column.addLayout(_line(one, icons))
    area = _List()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    calm_scrolling(area, icons.theme)
    # A long list is walked by the arrow keys of its own; it holds nothing to press.
    area.setAccessibleName(QCoreApplication.translate("Gate", "What was found"))
    return area


def _line(one: _Told, icons: Icons) -> QHBoxLayout:
    """Return what and where, with the shape, colour and word of its severity."""
    translate = QCoreApplication.translate
    finding = one.finding
    look = severity_look(finding.severity)
    colour = getattr(icons.theme.colours, look.colour).name()
    quoted = " ".join(finding.text.split())
    if len(quoted) > _LONGEST_QUOTE:
        quoted = f"{quoted[:_LONGEST_QUOTE]}…"
    marks = translate("Gate", "“{words}”").format(words=escape(quoted))
    quote = f" &nbsp;{marks}" if quoted else ""
    if one.times > 1:
        quote += f" &nbsp;&times; {one.times}"
    if finding.attachment:
        where = translate("Gate", "in {name}").format(name=finding.attachment)
        quote += f" &nbsp;{escape(where)}"
    if one.aside:
        words = translate("Gate", "set aside here ({reason}); it still holds it back")
        quote += f"<br><i>{escape(words.format(reason=one.aside))}</i>"
    label = QLabel(
        f'<span style="color:{colour}; font-weight:600">{escape(look.word)}</span>'
        f"{quote}<br>{escape(told(finding.message))}"
    )
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    sign = QLabel()
    ratio = sign.devicePixelRatioF()
    sign.setPixmap(icons.pixmap(look.icon, look.colour, spacing.ICON, ratio))
    row = QHBoxLayout()
    row.setSpacing(spacing.MEDIUM)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return row
