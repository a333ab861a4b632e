"""“Last intake 2 min ago · 14 waiting · next due in 0:42”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inbox_assistant.domain.countdown import clock_face
from inbox_assistant.domain.view import View
from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import figures

if TYPE_CHECKING:
    from datetime import datetime

    from inbox_assistant.services.reading import Status

_MINUTE = 60
_HOUR = 3600


class StatusLine(QWidget):
    """Says how fresh the queue is and what comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: Status | None = None
        self._activity = ""
        self._label = QLabel()
        self._label.setFont(figures(self.font()))
        # No name: it would be read in the place of what the line says.
        self._label.setAccessibleDescription(self.tr("Status"))
        self._right = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._right)

    @property
    def text(self) -> str:
        """Return what the line says."""
        return self._label.text()

    @property
    def activity(self) -> str:
        """Return what is said to be going on."""
        return self._right.text()

    def show_status(self, status: Status, now: datetime) -> None:
        """Show other figures."""
        self._status = status
        self.tick(now)

    def show_activity(self, words: str) -> None:
        """Say on the right what is going on, such as a mailbox being read."""
        self._right.setText(words)

    @Slot(object)
    def tick(self, now: datetime) -> None:
        """Count on."""
        status = self._status
        if status is None:
            return
        parts = [self._intake(status, now), self._waiting(status)]
        if status.next_due_at is not None:
            face = clock_face(status.next_due_at, now)
            parts.append(
                self.tr("next due in {time}").format(time=face)
                if status.next_due_at >= now
                else self.tr("most urgent overdue by {time}").format(
                    time=face.removeprefix("-")
                )
            )
        if status.promises_missed:
            parts.append(self.tr("%n promise(s) overdue", "", status.promises_missed))
        if status.urgent_notices:
            parts.append(
                self.tr("%n claim(s) and cancellation(s)", "", status.urgent_notices)
            )
        if status.unsorted:
            parts.append(self.tr("%n unsorted", "", status.unsorted))
        self._label.setText("  ·  ".join(parts))

    def _intake(self, status: Status, now: datetime) -> str:
        if status.last_intake_at is None:
            return self.tr("no intake yet")
        seconds = max(0, int((now - status.last_intake_at).total_seconds()))
        if seconds < _MINUTE:
            return self.tr("last intake just now")
        if seconds < _HOUR:
            return self.tr("last intake {count} min ago").format(
                count=seconds // _MINUTE
            )
        return self.tr("last intake {count} h ago").format(count=seconds // _HOUR)

    def _waiting(self, status: Status) -> str:
        return self.tr("%n waiting", "", status.counts.get(View.WAITING, 0))
