"""What must be known of a thread before its messages are read."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.message_view import MessageView
from inbox_assistant.ui import spacing
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.tinted import TintedFrame


class Banner(TintedFrame):
    """A few sentences beside the sign of a reply that came back."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons.theme, "overdue_tint", parent)
        self._icons = icons
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[spacing.LARGE] * 4)
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        icons.theme.changed.connect(self._draw_sign)
        self._draw_sign()
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said; empty where nothing is."""
        return self._words.text()

    def tell(self, words: str) -> None:
        """Say *words*; empty ones take the banner away."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    @Slot()
    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = self._icons.pixmap("sent-back", "overdue", spacing.ICON, ratio)
        self._sign.setPixmap(pixmap)


def sent_back_words(messages: list[MessageView]) -> str:
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
