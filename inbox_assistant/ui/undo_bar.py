"""What was just done, with a way to take it back."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.tinted import TintedFrame

_LONG_ENOUGH = timedelta(seconds=30)
"""How long a decision is told; it can be taken back by Z much longer."""
_JUST_NOW = timedelta(seconds=5)


class UndoBar(TintedFrame):
    """One sentence and *Undo*; a reply's bar goes when the reply has left."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons.theme, "done_tint", parent)
        self._undo: Callable[[], None] | None = None
        self._until: datetime | None = None
        self._since: datetime | None = None
        self._gone_at: datetime | None = None
        self._words = ""
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self.tr("Undo (Z)"))
        icons.dress(self._button, "undo")
        self._button.clicked.connect(self.undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            spacing.LARGE, spacing.SMALL, spacing.SMALL, spacing.SMALL
        )
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        self.hide()

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._undo is not None

    def tell(
        self, words: str, undo: Callable[[], None], until: datetime | None = None
    ) -> None:
        """Say *words*; *undo* takes it back, as long as it is before *until*."""
        self._words, self._undo, self._until = words, undo, until
        self._since = self._gone_at = None
        self._label.setText(words)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def undo(self) -> None:
        """Take back what was told last."""
        act, self._undo = self._undo, None
        self.hide()
        if act is not None:
            act()

    def has_just_left(self, now: datetime) -> bool:
        """Return whether a reply left so lately that *undo* may still mean it."""
        return self._gone_at is not None and now - self._gone_at < _JUST_NOW

    @Slot()
    def dismiss(self) -> None:
        """Say nothing any more."""
        self._undo = None
        self.hide()

    @Slot(object)
    def tick(self, now: datetime) -> None:
        """Count down to the moment after which nothing can be taken back."""
        if self._undo is None:
            return
        if self._until is None:
            self._since = self._since or now
            if now - self._since > _LONG_ENOUGH:
                self.dismiss()
            return
        left = int((self._until - now).total_seconds()) + 1
        if now >= self._until:
            self._gone_at = now
            self.dismiss()
        else:
            self._label.setText(
                self.tr("{words} It leaves in {seconds} s.").format(
                    words=self._words, seconds=left
                )
            )
