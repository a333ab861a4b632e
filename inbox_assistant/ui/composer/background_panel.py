"""What is known beside a reply: order, product, the buyer's clock, earlier threads."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.promise import Promise, PromiseState
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.services.filling import zone_of
from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.moments import short_time

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class BackgroundPanel(QWidget):
    """Facts about the thread, and the buyer's other threads."""

    thread_wanted = Signal(int)
    """The number of an earlier thread that is to be shown."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._zone: ZoneInfo | None = None
        self._values = {
            name: QLabel() for name in ("order", "product", "time", "promise")
        }
        self.earlier = QListWidget()
        self.earlier.setAccessibleName(self.tr("Earlier threads"))
        self.earlier.setFrameShape(QListWidget.Shape.NoFrame)
        self.earlier.setWordWrap(True)
        self.earlier.itemActivated.connect(self._open)
        self._heading = QLabel()
        self._heading.setFont(strong(self.font()))
        self._heading.setWordWrap(True)
        self._lay_out()

    @property
    def words(self) -> str:
        """Return everything that is said."""
        shown = [label.text() for label in self._values.values() if label.text()]
        return " · ".join(shown)

    def show_facts(
        self, row: QueueRow, product: str, promises: Sequence[Promise], now: datetime
    ) -> None:
        """Say what is known of the thread of *row*."""
        order = row.order_id or self.tr("none named")
        self._values["order"].setText(order)
        named = ", ".join(part for part in (product, row.asin) if part)
        self._values["product"].setText(named or self.tr("none named"))
        known = {
            PromiseState.OPEN: self.tr("to be kept by {time}"),
            PromiseState.KEPT: self.tr("kept (due {time})"),
            PromiseState.BROKEN: self.tr("kept too late (due {time})"),
            PromiseState.DROPPED: self.tr("given up (due {time})"),
        }
        told = [
            known[one.state].format(time=short_time(one.due_at)) for one in promises
        ]
        self._values["promise"].setText("\n".join(told) or self.tr("nothing"))
        self._zone = None if row.marketplace is None else zone_of(row.marketplace)
        self._place = row.marketplace or ""
        self.tick(now)

    def show_earlier(self, rows: Sequence[QueueRow]) -> None:
        """List *rows*: the same buyer's, or the same order's."""
        self.earlier.clear()
        for row in rows:
            parts = (row.order_id, row.state.value, row.preview or row.subject)
            item = QListWidgetItem(" · ".join(part for part in parts if part))
            item.setData(Qt.ItemDataRole.UserRole, row.number)
            self.earlier.addItem(item)
        self.earlier.setVisible(bool(rows))
        none = self.tr("No earlier thread of this buyer or order")
        many = self.tr("Earlier threads: {count}").format(count=len(rows))
        self._heading.setText(many if rows else none)

    def tick(self, now: datetime) -> None:
        """Show what time it is at the marketplace."""
        if self._zone is None:
            self._values["time"].setText(self.tr("unknown"))
            return
        there = now.astimezone(self._zone)
        time = QLocale().toString(
            QTime(there.hour, there.minute), QLocale.FormatType.ShortFormat
        )
        day = QLocale().dayName(there.isoweekday(), QLocale.FormatType.ShortFormat)
        words = f"{self._place}: {day} {time}"
        if words != self._values["time"].text():
            self._values["time"].setText(words)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.thread_wanted.emit(int(item.data(Qt.ItemDataRole.UserRole)))

    def _lay_out(self) -> None:
        names = {
            "order": self.tr("Order"),
            "product": self.tr("Product"),
            "time": self.tr("Local time"),
            "promise": self.tr("Promised"),
        }
        form = QFormLayout()
        form.setVerticalSpacing(spacing.MEDIUM)
        form.setHorizontalSpacing(spacing.LARGE)
        for name, label in self._values.items():
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(names[name], label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.LARGE] * 4)
        layout.setSpacing(spacing.LARGE)
        layout.addLayout(form)
        layout.addWidget(self._heading)
        layout.addWidget(self.earlier, 1)
        layout.addStretch(0)
