"""A reply of which nobody knows whether it left: a person looks and decides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inbox_assistant.domain.reply import OutboxReply
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.elided_label import ElidedLabel
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.tinted import TintedFrame


class UnsureBar(TintedFrame):
    """Ask about one reply at a time; it stays until it is answered.

    The program never sends such a reply again by itself: the buyer might read it
    twice, and Amazon counts the first one.
    """

    decided = Signal(str, bool)
    """The reply's id, and whether it was sent."""

    wanted = Signal(str)
    """The thread that is to be shown."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons.theme, "warn_tint", parent)
        self._icons = icons
        self._replies: tuple[OutboxReply, ...] = ()
        self._title = QLabel()
        self._title.setFont(strong(self.font()))
        self._title.setWordWrap(True)
        self._text = ElidedLabel()
        theme = icons.theme
        self.show_thread = CalmButton(self.tr("Show the thread"), theme)
        self.was_sent = CalmButton(self.tr("Yes, it was sent"), theme)
        self.was_not = CalmButton(self.tr("No, back to the composer"), theme)
        self.show_thread.clicked.connect(self._show_thread)
        self.was_sent.clicked.connect(lambda: self._decide(was_sent=True))
        self.was_not.clicked.connect(lambda: self._decide(was_sent=False))
        words = QVBoxLayout()
        words.setSpacing(spacing.TINY)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[spacing.MEDIUM] * 4)
        row.setSpacing(spacing.MEDIUM)
        row.addSpacing(spacing.SMALL)
        row.addLayout(words, 1)
        for button in (self.show_thread, self.was_sent, self.was_not):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def asked(self) -> OutboxReply | None:
        """Return the reply that is asked about."""
        return self._replies[0] if self._replies else None

    @Slot(object)
    def show_replies(self, replies: Sequence[OutboxReply]) -> None:
        """Ask about *replies*, one after the other."""
        before = self.asked
        self._replies = tuple(replies)
        asked = self.asked
        self.setVisible(asked is not None)
        if asked is None:
            return
        more = len(self._replies) - 1
        title = self.tr(
            "The connection broke while a reply was being sent. Was it sent? "
            "Look into the Sent folder or Seller Central."
        )
        further = self.tr("({count} more)").format(count=more) if more else ""
        self._title.setText(f"{title} {further}".strip())
        self._text.set_text(asked.body)
        self.setAccessibleName(title)
        if before is None or before.reply_id != asked.reply_id:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, title))

    def _decide(self, *, was_sent: bool) -> None:
        if self.asked is not None:
            reply_id = self.asked.reply_id
            self.show_replies(self._replies[1:])
            self.decided.emit(reply_id, was_sent)

    @Slot()
    def _show_thread(self) -> None:
        if self.asked is not None:
            self.wanted.emit(self.asked.thread)
