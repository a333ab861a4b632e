"""What must be known of a thread before its messages are read."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.message_view import MessageView
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.moments import local_time
from inbox_assistant.ui.tinted import TintedFrame


class News(NamedTuple):
    """A few sentences, the sign beside them, and the colour of both."""

    words: str
    icon: str
    colour: str
    can_wait_again: bool = False


class Banner(TintedFrame):
    """A few sentences beside a sign, and a way back where there is one."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons.theme, "overdue_tint", parent)
        self._icons = icons
        self._news: News | None = None
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.wait_again = CalmButton(self.tr("Let it wait again"), icons.theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[spacing.LARGE] * 4)
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.wait_again)
        icons.theme.changed.connect(self._draw_sign)
        self.tell(None)

    @property
    def words(self) -> str:
        """Return what is said; empty where nothing is."""
        return self._words.text()

    def tell(self, news: News | None) -> None:
        """Say *news*; ``None`` takes the banner away."""
        self._news = news
        words = "" if news is None else news.words
        self._words.setText(words)
        self.setAccessibleName(words)
        self.wait_again.setVisible(news is not None and news.can_wait_again)
        self.setVisible(news is not None)
        if news is not None:
            self._tint = f"{news.colour}_tint"
            self._draw_sign()
            self.update()

    @Slot()
    def _draw_sign(self) -> None:
        if self._news is None:
            return
        ratio = self.devicePixelRatioF()
        icon, colour = self._news.icon, self._news.colour
        self._sign.setPixmap(self._icons.pixmap(icon, colour, spacing.ICON, ratio))


def news_of(row: QueueRow, messages: Sequence[MessageView]) -> News | None:
    """Return what must be known of the thread of *row* first, if there is anything."""
    if row.sent_back:
        return News(_sent_back_words(messages), "sent-back", "overdue")
    if row.answered_elsewhere_at is not None:
        words = QCoreApplication.translate(
            "OtherSeats",
            "Another program marked this as answered, as the mailbox showed first on "
            "{time}. Neither that answer nor Amazon's copy of it has come here, so the "
            "clock runs on. Look whether it is there, then mark this as answered "
            "(Ctrl+Shift+Enter); a reply from here would be a second one.",
        )
        at = local_time(row.answered_elsewhere_at)
        return News(words.format(time=at), "outgoing", "soon")
    seen = [one.dismissed_elsewhere_at for one in messages]
    seen_at = max((at for at in seen if at is not None), default=None)
    if row.state is not State.SETTLED or seen_at is None:
        return None
    words = QCoreApplication.translate(
        "OtherSeats",
        "Another seat marked this as needing no response, as the mailbox showed first "
        "on {time}.",
    )
    return News(
        words.format(time=local_time(seen_at)),
        "no-response",
        "done",
        can_wait_again=True,
    )


def _sent_back_words(messages: Sequence[MessageView]) -> str:
    """Return what happened to a reply that came back, and what can be done."""
    translate = QCoreApplication.translate
    kinds = {message.kind for message in messages}
    if Kind.OPT_OUT in kinds:
        happened = translate(
            "SentBack",
            "Amazon sent the reply back: the buyer has opted out of messages that "
            "answer no question of theirs.",
        )
    else:
        happened = translate("SentBack", "The reply was sent back and was not read.")
    todo = translate(
        "SentBack",
        "The buyer still waits, and the first clock runs on. Answer once more from "
        "here: it goes out as a reply to the buyer's own message, with its text "
        "quoted. If that comes back too, answer on the case page (B).",
    )
    return f"{happened} {todo}"
