"""Whom a thread is with and what it is about, above its messages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.elided_label import ElidedLabel
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons

_LARGER = 1.15


class ThreadHeader(QWidget):
    """The buyer, the order and its marketplace, and the way to Amazon's own page."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buyer = QLabel()
        self._buyer.setFont(strong(self.font(), _LARGER))
        self._buyer.setTextFormat(Qt.TextFormat.PlainText)
        self._facts = ElidedLabel()
        self.open_page = CalmButton(
            self.tr("Open on Amazon"), icons.theme, is_quiet=True
        )
        self.open_page.setToolTip(
            self.tr("Open the case and copy the order number (B)")
        )
        icons.dress(self.open_page, "link", "accent")
        row = QHBoxLayout(self)
        row.setContentsMargins(
            spacing.WIDE, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM
        )
        row.setSpacing(spacing.LARGE)
        row.addWidget(self._buyer)
        row.addWidget(self._facts, 1)
        row.addWidget(self.open_page)
        self.show_row(None)

    @property
    def words(self) -> str:
        """Return what is said."""
        return f"{self._buyer.text()} {self._facts.text}".strip()

    def show_row(self, row: QueueRow | None) -> None:
        """Say what is known of *row*; nothing of none."""
        self.setVisible(row is not None)
        if row is None:
            return
        self._buyer.setText(row.buyer or self.tr("Unknown buyer"))
        facts = (
            row.order_id and self.tr("order {number}").format(number=row.order_id),
            row.asin and self.tr("ASIN {number}").format(number=row.asin),
            row.marketplace,
        )
        self._facts.set_text(" · ".join(fact for fact in facts if fact))
        self._facts.setToolTip(self._facts.text)
        self.setAccessibleName(self.words)
