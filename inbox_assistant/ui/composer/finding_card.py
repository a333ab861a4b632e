"""One finding with its words, its reason and its fixes."""

from html import escape

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inbox_assistant.domain.finding import Finding
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.composer.severity_look import severity_look
from inbox_assistant.ui.elided_label import ElidedLabel
from inbox_assistant.ui.fonts import scaled, strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.sentences import told

_SMALL = 0.92
_BAR = 3
_LONGEST_FIX = 60
_CONTROL = Qt.KeyboardModifier.ControlModifier
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindingCard(QFrame):
    """Show a finding; Enter or a click goes to its words, buttons repair it."""

    chosen = Signal()
    """The words are to be shown in the text."""

    fix_chosen = Signal(int)
    """The number of the fix to apply."""

    dismiss_wanted = Signal()
    """The finding is to be set aside, or to count again."""

    walked = Signal(int)
    """How many cards further the keyboard is to go."""

    def __init__(
        self,
        finding: Finding,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        reason: str | None = None,
        can_dismiss: bool = True,
    ) -> None:
        super().__init__(parent)
        self._look = severity_look(finding.severity)
        self.finding = finding
        self._reason_given = reason
        """Why it was set aside; None: it was not."""
        self._can_dismiss = can_dismiss
        self._icons = icons
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        aside = "" if reason is None else f" ({self._aside()})"
        self.setAccessibleName(f"{self._look.word}: {told(finding.message)}{aside}")
        self.setAccessibleDescription(told(finding.why))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sign = QLabel()
        self._inked: list[tuple[QLabel, str]] = []
        self._lay_out()
        self._ink()
        icons.theme.changed.connect(self._ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the words by Enter, and to other cards by the arrows."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit()
        elif event.key() in _STEPS:
            self.walked.emit(_STEPS[event.key()])
        elif event.key() == Qt.Key.Key_Period and event.modifiers() == _CONTROL:
            self.dismiss_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the words by a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show ground and edge, the severity's bar, and where the keyboard is."""
        del event
        colours = self._icons.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(inner, spacing.RADIUS, spacing.RADIUS)
        painter.fillPath(shape, self.palette().base())
        painter.save()
        painter.setClipPath(shape)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = self.width() - _BAR if is_mirrored else 0
        bar = QRectF(start, 0, _BAR, self.height())
        painter.fillRect(bar, getattr(colours, self._look.colour))
        painter.restore()
        painter.setPen(QPen(colours.focus, 2) if self.hasFocus() else colours.line)
        painter.drawPath(shape)

    @Slot()
    def _ink(self) -> None:
        ratio = self.devicePixelRatioF()
        look = self._look
        pixmap = self._icons.pixmap(look.icon, look.colour, spacing.ICON, ratio)
        self._sign.setPixmap(pixmap)
        for label, colour in self._inked:
            palette = label.palette()
            ink = getattr(self._icons.theme.colours, colour)
            palette.setColor(label.foregroundRole(), ink)
            label.setPalette(palette)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(spacing.SMALL)
        words.addLayout(self._headline())
        words.addWidget(_text(told(self.finding.message)))
        if self.finding.why:
            words.addWidget(self._reason())
        for number, fix in enumerate(self.finding.fixes):
            button = self._fix_button(number, told(fix.label))
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if self._can_dismiss:
            words.addWidget(self._dismiss_button(), 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.LARGE
        )
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _headline(self) -> QHBoxLayout:
        word = _text(self._look.word)
        word.setFont(strong(self.font()))
        word.setWordWrap(False)
        self._inked.append((word, self._look.colour))
        headline = QHBoxLayout()
        headline.setSpacing(spacing.MEDIUM)
        headline.addWidget(word)
        quote = ElidedLabel()
        if self._reason_given is not None:
            quote.set_text(self._aside())
            quote.setToolTip(f"<p>{escape(self._aside())}</p>")
        elif self.finding.attachment:
            quote.set_text(self.finding.attachment)
        elif self.finding.text.strip():
            quote.set_text(self.tr("“{words}”").format(words=self.finding.text))
            quote.setToolTip(f"<p>{escape(self.finding.text)}</p>")
        headline.addWidget(quote, 1)
        return headline

    def _reason(self) -> QLabel:
        why = _text(told(self.finding.why))
        why.setFont(scaled(self.font(), _SMALL))
        self._inked.append((why, "muted"))
        return why

    def _aside(self) -> str:
        return self.tr("set aside: {reason}").format(reason=self._reason_given or "")

    def _dismiss_button(self) -> CalmButton:
        is_aside = self._reason_given is not None
        words = self.tr("Count it again") if is_aside else self.tr("Set aside…")
        button = CalmButton(words, self._icons.theme, is_quiet=True)
        button.setToolTip(self.tr("Say why it does not matter in this thread (Ctrl+.)"))
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setVisible(not self.finding.attachment)
        button.clicked.connect(lambda _checked=False: self.dismiss_wanted.emit())
        return button

    def _fix_button(self, number: int, label: str) -> CalmButton:
        words = label if len(label) <= _LONGEST_FIX else label[:_LONGEST_FIX] + "…"
        button = CalmButton(words.replace("&", "&&"), self._icons.theme)
        button.setToolTip(f"<p>{escape(label)}</p>")
        button.setCursor(Qt.CursorShape.ArrowCursor)
        self._icons.dress(button, "fix", "accent")
        button.clicked.connect(lambda _checked=False: self.fix_chosen.emit(number))
        return button


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    # What a person wrote is shown as it was written.
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
