"""The messages of one thread, one below the other."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from inbox_assistant.domain.message_view import MessageView
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.thread.message_card import MessageCard

SHOWN = 12
"""Messages shown at first; the earlier ones are one click away."""

_LARGER = 1.2


class ThreadView(QScrollArea):
    """Show a thread, oldest message first, with the first waiting one in sight."""

    original_wanted = Signal(int)
    """The number of a mail; answer with ``show_original``."""

    file_wanted = Signal(int, object)
    """The number of a mail and the ``Attachment`` of it that is to be saved."""

    def __init__(
        self, icons: Icons, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._now = now
        self._messages: tuple[MessageView, ...] = ()
        self._cards: list[MessageCard] = []
        self._news: list[MessageCard] = []
        self._is_new = False
        self._heading = QLabel()
        self._earlier = CalmButton("", icons.theme)
        self._earlier.clicked.connect(self._show_earlier)
        self._stack = QVBoxLayout()
        self._set_up()
        self.clear()

    @property
    def cards(self) -> tuple[MessageCard, ...]:
        """Return the cards that are shown, oldest message first."""
        return tuple(self._cards)

    def show_messages(self, messages: Sequence[MessageView]) -> None:
        """Show *messages*, given oldest first; unchanged ones are left as they are."""
        told = tuple(messages)
        if told == self._messages:
            return
        before = {one.number for one in self._messages}
        is_same = bool(before) and bool(told) and told[0].number in before
        self._messages = told
        self._show(told[-SHOWN:])
        self._news = [
            card
            for card in self._cards
            if is_same and card.is_waiting and card.message.number not in before
        ]

    def clear(self) -> None:
        """Show no thread."""
        self._messages = ()
        self._show(())
        self._news = []

    def show_original(self, number: int, text: str, html: str | None) -> None:
        """Show the whole mail *number*, if its card still wants it."""
        for card in self._cards:
            if card.message.number == number:
                card.show_original(text, html)

    @Slot(object)
    def tick(self, now: datetime) -> None:
        """Count down what waits to *now*."""
        self._now = now
        for card in self._cards:
            card.tick(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what matters in sight while the cards get their heights."""
        result = super().eventFilter(watched, event)
        if self._is_new and event.type() == QEvent.Type.LayoutRequest:
            self._bring_into_sight()
        return result

    @Slot()
    def _stay(self) -> None:
        """Scroll no more by itself: the reader has begun to."""
        self._is_new = False

    @Slot()
    def _show_earlier(self) -> None:
        self._show(self._messages)

    def _show(self, messages: Sequence[MessageView]) -> None:
        for card in self._cards:
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._news = []
        self._cards = [self._card(message) for message in messages]
        subject = next((one.subject for one in self._messages if one.subject), "")
        self._heading.setText(subject)
        self._heading.setVisible(bool(subject))
        hidden = len(self._messages) - len(messages)
        self._earlier.setText(self.tr("Show %n earlier message(s)", "", hidden))
        self._earlier.setVisible(hidden > 0)
        self._is_new = True

    def _card(self, message: MessageView) -> MessageCard:
        card = MessageCard(message, self._icons, self._now)
        card.original_wanted.connect(self.original_wanted)
        card.unfolded.connect(self._stay)
        card.file_wanted.connect(self.file_wanted)
        self._stack.addWidget(card)
        return card

    def _bring_into_sight(self) -> None:
        waiting = [card for card in self._cards if card.is_waiting]
        # What came in while the thread was open is what has not been read.
        for card in (self._news or waiting or self._cards[-1:])[:1]:
            bar = self.verticalScrollBar()
            bar.setValue(min(bar.maximum(), card.y() - spacing.LARGE))

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Messages of the thread"))
        self._heading.setFont(strong(self.font(), _LARGER))
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self._heading.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._stack.setSpacing(spacing.LARGE)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(
            spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.WIDE
        )
        column.setSpacing(spacing.LARGE)
        column.addWidget(self._heading)
        column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._stack)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(self, self._icons.theme)
        self.verticalScrollBar().actionTriggered.connect(self._stay)
