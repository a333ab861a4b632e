"""The overdue review: a cause for each breach by one key, a late answer in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.breach import Cause
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.report.words import (
    breach_name,
    cause_name,
    day_name,
    moment_name,
    share_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from inbox_assistant.reports.causes import Week
    from inbox_assistant.services.overdue_review import BreachRow
    from inbox_assistant.ui.theme import Theme

_SHOWN_WEEKS = 4
_KEYS = {str(number): cause for number, cause in enumerate(Cause, 1)}


class BreachTable(QTableWidget):
    """The breaches; digits 1 to 6 give the chosen one its cause."""

    explained = Signal(str, object)
    """A message's key and its cause."""

    opened = Signal(object)
    """The breach whose thread is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.breaches: tuple[BreachRow, ...] = ()
        self.setAccessibleName(self.tr("Breaches"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Was due"),
                self.tr("Breach"),
                self.tr("Buyer"),
                self.tr("Subject"),
                self.tr("Cause"),
            ]
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.cellActivated.connect(lambda row, _column: self._open(row))

    def show_breaches(self, breaches: Sequence[BreachRow]) -> None:
        """List *breaches*; the same row stays chosen where it is still there."""
        place = self.currentRow()
        self.breaches = tuple(breaches)
        self.setRowCount(len(breaches))
        for row, one in enumerate(breaches):
            cells = (
                moment_name(one.due_at),
                breach_name(one.breach),
                one.buyer or "—",
                one.subject,
                cause_name(one.cause),
            )
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))
        if breaches:
            self.setCurrentCell(min(max(place, 0), len(breaches) - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the chosen breach the cause of a digit and go on to the next."""
        cause = _KEYS.get(event.text())
        if cause is None:
            super().keyPressEvent(event)
            return
        self.explain(cause)

    def explain(self, cause: Cause) -> None:
        """Give the chosen breach *cause* and go on to the next."""
        row = self.currentRow()
        if 0 <= row < len(self.breaches):
            self.explained.emit(self.breaches[row].key, cause)
            self.setCurrentCell(min(row + 1, self.rowCount() - 1), 0)

    @Slot(int)
    def _open(self, row: int) -> None:
        if 0 <= row < len(self.breaches):
            self.opened.emit(self.breaches[row])


class ReviewTab(QWidget):
    """What missed its 24 hours, oldest first, and the causes of each week."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = BreachTable()
        self.summary = QLabel()
        self.weeks = QLabel()
        self.weeks.setTextFormat(Qt.TextFormat.PlainText)
        self.weeks.setWordWrap(True)
        self.weeks.setAlignment(Qt.AlignmentFlag.AlignTop)
        keys = QHBoxLayout()
        keys.setSpacing(spacing.MEDIUM)
        for number, cause in enumerate(Cause, 1):
            button = CalmButton(f"{number}  {cause_name(cause)}", theme)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(
                lambda _on=False, cause=cause: self.table.explain(cause)
            )
            keys.addWidget(button)
        keys.addStretch(1)
        hint = QLabel(
            self.tr(
                "Late beats no response: Enter opens the thread to answer it. A breach "
                "stays here whatever happens to it; its cause is yours to say."
            )
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[spacing.WIDE] * 4)
        column.setSpacing(spacing.LARGE)
        column.addWidget(self.summary)
        column.addWidget(hint)
        column.addLayout(keys)
        column.addWidget(self.table, 3)
        column.addWidget(QLabel(self.tr("Causes of each week")))
        column.addWidget(self.weeks, 1)

    def show_review(self, breaches: Sequence[BreachRow], weeks: Sequence[Week]) -> None:
        """Show *breaches* and the causes of *weeks*."""
        unexplained = sum(1 for one in breaches if one.cause is None)
        still = sum(1 for one in breaches if one.open)
        words = self.tr(
            "%n breach(es) in 30 days, {still} without an answer, "
            "{unexplained} without a cause.",
            "",
            len(breaches),
        )
        self.summary.setText(words.format(still=still, unexplained=unexplained))
        self.table.show_breaches(breaches)
        self.weeks.setText("\n".join(self._week(one) for one in weeks[:_SHOWN_WEEKS]))

    def _week(self, week: Week) -> str:
        shares = ", ".join(
            f"{cause_name(one.cause)} {one.count} ({share_words(one.together)})"
            for one in week.shares
        )
        pattern = self.tr("Week of {monday}: {count} — {shares}")
        return pattern.format(
            monday=day_name(week.monday), count=week.count, shares=shares
        )
