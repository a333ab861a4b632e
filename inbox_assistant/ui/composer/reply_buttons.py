"""The buttons below a reply, and what is told beside them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.elided_label import ElidedLabel
from inbox_assistant.ui.fonts import figures
from inbox_assistant.ui.icons import Icons


class ReplyButtons(QWidget):
    """Send, hold the buyer, or settle without a reply.

    Where there is no room beside the buttons, length and time left stand below them.
    """

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
        # Room that is asked for once is not given back by a window.
        self.confirm.hide()
        self.holding.hide()
        self._row = QHBoxLayout()
        self._below = QHBoxLayout()
        self._is_below = False
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons alone."""
        height = super().minimumSizeHint().height()
        return QSize(self._width_of(self._buttons()), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put length and time left where there is room."""
        super().resizeEvent(event)
        self._place_labels()

    def event(self, event: QEvent) -> bool:
        """Look for room anew when a button or label changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_labels()
        return super().event(event)

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
        whole, row = QVBoxLayout(self), self._row
        whole.setContentsMargins(
            spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.MEDIUM
        )
        whole.setSpacing(spacing.SMALL)
        for line in (row, self._below):
            line.setSpacing(spacing.MEDIUM)
            whole.addLayout(line)
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
        self._below.addStretch(1)
        for label in self._labels():
            label.setFont(figures(self.font()))
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        # These two stand below the text, above the buttons.
        self._icons.dress(self.holding, "waiting", "text")
        self.holding.setToolTip(self.tr("Say by when the full answer comes (Ctrl+H)"))
        self.language.setAccessibleDescription(self.tr("Languages"))
        # No name: it would be read in the place of what the label says.
        self.time_left.setAccessibleDescription(self.tr("Time left"))

    def _buttons(self) -> tuple[QWidget, ...]:
        return self.send, self.no_response, self.confirm, self.elsewhere

    def _labels(self) -> tuple[QLabel, ...]:
        return self.length, self.time_left

    def _width_of(self, parts: tuple[QWidget, ...]) -> int:
        shown = [part.sizeHint().width() for part in parts if not part.isHidden()]
        return 2 * spacing.LARGE + sum(shown) + spacing.MEDIUM * (len(shown) - 1)

    def _place_labels(self) -> None:
        room = self._width_of((*self._buttons(), *self._labels())) + spacing.MEDIUM
        is_below = self.width() < room
        if is_below != self._is_below:
            self._is_below = is_below
            before, after = self._row, self._below
            if not is_below:
                before, after = after, before
            for label in self._labels():
                before.removeWidget(label)
                after.addWidget(label)
            self.updateGeometry()
