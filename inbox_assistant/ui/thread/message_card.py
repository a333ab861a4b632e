"""One message of a thread."""

from datetime import datetime
from html import escape

from PySide6.QtCore import QLocale, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.countdown import countdown, urgency
from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.message_view import Direction, MessageView
from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.countdown_phrases import seen_phrases
from inbox_assistant.ui.elided_label import ElidedLabel
from inbox_assistant.ui.fonts import figures, scaled, strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.moments import exact_time, local_time, provenance
from inbox_assistant.ui.sentences import told
from inbox_assistant.ui.thread.danger import danger_words
from inbox_assistant.ui.thread.original import Original

_SMALL = 0.92
_LONGEST = 6_000
"""Letters of a body shown at once; the whole mail is one click away."""
_INDENT = 40
_ONE_LINE = 24
"""Letters of a state that stands beside the name; a longer one stands below."""


class MessageCard(QFrame):
    """Show the writer's own words; the rest of the mail is one click away."""

    original_wanted = Signal(int)
    """The number of the mail whose whole content is to be shown."""

    file_wanted = Signal(int, object)
    """The number of the mail and the ``Attachment`` that is to be saved."""

    unfolded = Signal()
    """The whole mail was asked for, or folded away again."""

    def __init__(
        self,
        message: MessageView,
        icons: Icons,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.message = message
        self._icons = icons
        self._phrases = seen_phrases()
        self._is_out = message.direction is Direction.OUT
        self._inked: list[tuple[QLabel, str]] = []
        self._signs: list[tuple[QLabel, str, str]] = []
        self._state = _label(told(message.state))
        self._original: Original | None = None
        self._more = CalmButton(
            self.tr("Show the whole mail"), icons.theme, is_quiet=True
        )
        self._more.setCheckable(True)
        self._more.toggled.connect(self._toggle_original)
        self._body = _label(_cut(message.body))
        self._column = QVBoxLayout()
        self._lay_out()
        self.tick(now)
        self._ink()
        icons.theme.changed.connect(self._ink)

    @property
    def is_waiting(self) -> bool:
        """Return whether the message's clock runs."""
        return self.message.due_at is not None

    def tick(self, now: datetime) -> None:
        """Show the time left at *now*."""
        due_at = self.message.due_at
        if due_at is None:
            return
        left = countdown(due_at, now, self._phrases)
        state = told(self.message.state)
        words = f"{state} · {left}" if state else left
        if words != self._state.text():
            self._state.setText(words)
            self._colour_state(urgency(due_at, now).value)

    def show_original(self, text: str, html: str | None) -> None:
        """Show the whole mail below the words."""
        if not self._more.isChecked():
            return
        if self._original is None:
            self._original = Original(self._icons.theme)
            self._column.insertWidget(self._column.indexOf(self._more), self._original)
        self._original.show()
        self._original.show_mail(text, html)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground: replies on one of their own."""
        del event
        colours = self._icons.theme.colours
        base = self.palette().base().color()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours.reply_ground if self._is_out else base)
        painter.setPen(colours.line)
        inner = QRectF(self.contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, spacing.RADIUS, spacing.RADIUS)

    @Slot(bool)
    def _toggle_original(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        self.unfolded.emit()
        hide, show = self.tr("Show the words alone"), self.tr("Show the whole mail")
        self._more.setText(hide if is_wanted else show)
        self._icons.dress(self._more, "up" if is_wanted else "down", "accent")
        if not is_wanted:
            if self._original is not None:
                self._original.hide()
        elif self.message.full_text or self.message.html:
            self.show_original(self.message.full_text, self.message.html)
        else:
            self.original_wanted.emit(self.message.number)

    def _colour_state(self, colour: str) -> None:
        self._inked = [one for one in self._inked if one[0] is not self._state]
        self._inked.append((self._state, colour))
        self._ink()

    @Slot()
    def _ink(self) -> None:
        colours = self._icons.theme.colours
        for label, colour in self._inked:
            palette = label.palette()
            ink: QColor = getattr(colours, colour)
            palette.setColor(label.foregroundRole(), ink)
            label.setPalette(palette)
        ratio = self.devicePixelRatioF()
        for label, icon, colour in self._signs:
            pixmap = self._icons.pixmap(icon, colour, spacing.ICON, ratio)
            label.setPixmap(pixmap)

    def _lay_out(self) -> None:
        side = (_INDENT, 0) if self._is_out else (0, _INDENT)
        self.setContentsMargins(side[0], 0, side[1], 0)
        self.setAccessibleName(self._spoken())
        self._column.setSpacing(spacing.MEDIUM)
        self._column.addLayout(self._headline())
        for doubt in self.message.doubts:
            self._column.addLayout(self._line("doubtful", "soon", told(doubt), "soon"))
        self._body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._column.addWidget(self._body)
        for attachment in self.message.attachments:
            self._column.addLayout(self._file_line(attachment))
        if self.message.number:
            self._icons.dress(self._more, "down", "accent")
            self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.setContentsMargins(
            spacing.WIDE, spacing.LARGE, spacing.WIDE, spacing.LARGE
        )
        self.setLayout(self._column)

    def _file_line(self, file: Attachment) -> QHBoxLayout:
        """Name a file, say what is dangerous about it, and offer to save it."""
        size = QLocale().formattedDataSize(file.size)
        words = f"{file.name or self.tr('file without a name')} ({size})"
        danger = danger_words(file)
        if danger:
            line = self._line("doubtful", "soon", f"{words}: {told(danger)}", "soon")
        else:
            line = self._line("attach", "muted", words, "muted")
        if self.message.number and not self._is_out:
            save = CalmButton(self.tr("Save"), self._icons.theme, is_quiet=True)
            save.setAccessibleName(self.tr("Save {name}").format(name=file.name))
            save.setToolTip(self.tr("Save the file; it is not opened"))
            save.clicked.connect(
                lambda _checked=False: self.file_wanted.emit(self.message.number, file)
            )
            line.addWidget(save)
        return line

    def _headline(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(spacing.MEDIUM)
        sign = QLabel()
        icon = "outgoing" if self._is_out else "incoming"
        self._signs.append((sign, icon, "accent" if self._is_out else "muted"))
        name = ElidedLabel(self._sender())
        name.setFont(strong(self.font()))
        name.setToolTip(f"<p>{escape(self.message.sender_name)}</p>")
        # A tooltip is read with its marks where nothing else describes a part.
        name.setAccessibleDescription(self.message.sender_name or " ")
        # As wide as it is long, and narrower where there is no room.
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state.setFont(figures(strong(self.font())))
        # A long one would leave no room for the name.
        is_long = len(self._state.text()) > _ONE_LINE
        self._state.setWordWrap(is_long)
        self._inked.append((self._state, "done" if self._is_out else "muted"))
        row.addWidget(sign)
        row.addWidget(name)
        if not is_long:
            row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._time())
        lines = QVBoxLayout()
        lines.setSpacing(spacing.SMALL)
        lines.addLayout(row)
        if is_long:
            lines.addWidget(self._state)
        return lines

    def _time(self) -> QLabel:
        at = self.message.received_at
        label = _label("" if at is None else local_time(at))
        label.setWordWrap(False)
        label.setFont(scaled(self.font(), _SMALL))
        self._inked.append((label, "muted"))
        if at is not None:
            where = provenance(self.message.received_from)
            words = ", ".join(part for part in (exact_time(at), where) if part)
            label.setToolTip(f"<p>{escape(words)}</p>")
            label.setAccessibleDescription(words)
        return label

    def _line(self, icon: str, colour: str, words: str, ink: str) -> QHBoxLayout:
        sign, label = QLabel(), _label(words)
        label.setFont(scaled(self.font(), _SMALL))
        self._signs.append((sign, icon, colour))
        self._inked.append((label, ink))
        row = QHBoxLayout()
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row

    def _sender(self) -> str:
        name = self.message.sender_name
        if name and not (self.message.kind in WAITING_KINDS and "@" in name):
            return name
        if self.message.kind is Kind.CUSTOMER_SERVICE_RELAY:
            return self.tr("Amazon's customer service")
        if name:
            # An alias of twenty letters and more says nothing to anyone.
            return self.tr("Unknown buyer")
        return self.tr("You") if self._is_out else self.tr("Unknown sender")

    def _spoken(self) -> str:
        at = self.message.received_at
        when = "" if at is None else local_time(at)
        parts = (self._sender(), told(self.message.state), when)
        return ", ".join(part for part in parts if part)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    # Buyers' words are never markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _cut(body: str) -> str:
    return body if len(body) <= _LONGEST else body[:_LONGEST] + "…"
