"""The buttons below a reply, and what is told beside them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.elided_label import ElidedLabel
from inbox_assistant.ui.fonts import figures
from inbox_assistant.ui.icons import Icons


class ReplyButtons(QWidget):
    """Send, hold the buyer, or settle without a reply."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        theme = icons.theme
        self.send = CalmButton(self.tr("Send"), theme, is_main=True)
        self.holding = CalmButton(self.tr("Holding reply"), theme)
        self.no_response = CalmButton(self.tr("No response necessary"), theme)
        self.confirm = CalmButton(self.tr("Marked on Amazon"), theme, is_main=True)
        self.elsewhere = CalmButton(self.tr("Answered in Seller Central…"), theme)
        self.language = ElidedLabel()
        self.length = QLabel()
        self.time_left = QLabel()
        self.holding.hide()
        self._lay_out()

    def show_row(self, row: QueueRow) -> None:
        """Offer what can be done with the thread of *row*."""
        is_open = row.state in {State.WAITING, State.TO_CONFIRM}
        self.no_response.setVisible(row.state is not State.TO_CONFIRM)
        self.no_response.setEnabled(row.state is State.WAITING)
        self.confirm.setVisible(row.state is State.TO_CONFIRM)
        self.elsewhere.setEnabled(is_open)

    def say_languages(self, words: str, *, is_other: bool) -> None:
        """Say in which language the buyer wrote, loudly where the reply differs."""
        self.ink(self.language, "soon" if is_other else "muted")
        self.language.set_text(words)
        self.language.setToolTip(words)

    def ink(self, label: QWidget, colour: str) -> None:
        """Write *label* in one of the theme's colours."""
        look = label.palette()
        look.setColor(
            label.foregroundRole(), getattr(self._icons.theme.colours, colour)
        )
        label.setPalette(look)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(
            spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.MEDIUM
        )
        row.setSpacing(spacing.MEDIUM)
        for button, icon, tip in (
            (self.send, "send", self.tr("Send the reply (Ctrl+Enter)")),
            (self.no_response, "no-response", self.tr("No response necessary (N)")),
            (self.confirm, "to-confirm", self.tr("It is marked on Amazon too (C)")),
            (
                self.elsewhere,
                "link",
                self.tr("It was answered on Amazon's own pages (Ctrl+Shift+Enter)"),
            ),
        ):
            is_main = button in {self.send, self.confirm}
            self._icons.dress(button, icon, "on_accent" if is_main else "text")
            button.setToolTip(tip)
            row.addWidget(button)
        row.addStretch(1)
        for label in (self.length, self.time_left):
            label.setFont(figures(self.font()))
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        # These two stand below the text, above the buttons.
        self._icons.dress(self.holding, "waiting", "text")
        self.holding.setToolTip(self.tr("Say by when the full answer comes (Ctrl+H)"))
        self.language.setAccessibleName(self.tr("Languages"))
        self.time_left.setAccessibleName(self.tr("Time left"))
