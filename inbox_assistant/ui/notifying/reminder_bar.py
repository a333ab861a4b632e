"""A reminder in the window itself, where the desktop has no place for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.tinted import TintedFrame

if TYPE_CHECKING:
    from inbox_assistant.ui.icons import Icons
    from inbox_assistant.ui.notifying.message import Message


class ReminderBar(TintedFrame):
    """Shows the newest message of each place; it takes no focus and blocks nothing."""

    opened = Signal(str)
    """The thread that is wanted."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons.theme, "soon_tint", parent)
        self._icons = icons
        self._messages: dict[str, Message] = {}
        self._sign = QLabel()
        self._title, self._body = _label(), _label()
        self._title.setFont(strong(self.font()))
        self._open = CalmButton(self.tr("Show it"), icons.theme)
        self._open.clicked.connect(self._show_thread)
        dismiss = QToolButton()
        dismiss.setAutoRaise(True)
        dismiss.setIconSize(QSize(spacing.ICON, spacing.ICON))
        dismiss.setAccessibleName(self.tr("Dismiss"))
        dismiss.setToolTip(self.tr("Dismiss"))
        dismiss.clicked.connect(self.dismiss)
        icons.dress(dismiss, "close")
        icons.theme.changed.connect(self._draw_sign)
        words = QVBoxLayout()
        words.setSpacing(spacing.TINY)
        words.addWidget(self._title)
        words.addWidget(self._body)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            spacing.LARGE, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM
        )
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self._open)
        row.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def messages(self) -> tuple[Message, ...]:
        """Return what is told, the newest last."""
        return tuple(self._messages.values())

    @Slot(object)
    def tell(self, message: Message) -> None:
        """Show *message* in place of an earlier one of its place."""
        self._messages.pop(message.place, None)
        self._messages[message.place] = message
        self._show_newest()
        words = f"{message.title}. {message.body}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def dismiss(self) -> None:
        """Put away what is shown and show what was told before it."""
        self._messages.popitem()
        self._show_newest()

    @Slot()
    def _show_thread(self) -> None:
        thread = self.messages[-1].thread
        self.dismiss()
        self.opened.emit(thread)

    def _show_newest(self) -> None:
        if not self._messages:
            self.hide()
            return
        message = self.messages[-1]
        self._title.setText(message.title)
        self._body.setText(message.body)
        self._body.setVisible(bool(message.body))
        self._open.setVisible(bool(message.thread))
        self.setAccessibleName(f"{message.title}. {message.body}")
        self._draw_sign()
        self.show()

    @Slot()
    def _draw_sign(self) -> None:
        if not self._messages:
            return
        # What leads to no thread is about a mailbox.
        name = "due-soon" if self.messages[-1].thread else "warn"
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(
            self._icons.pixmap(name, "soon", spacing.ICON_LARGE, ratio)
        )


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    # A subject is a buyer's text and is shown as it is.
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
