"""What breaches if nobody works until a time, and what answering some now saves."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.report.words import (
    moment_name,
    share_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.reports.forecast import Choice, Forecast


class ForecastTab(QWidget):
    """Lists what will breach; the marked rows are those to be answered today."""

    wanted = Signal(object)
    """The moment until which nobody works, as aware UTC."""

    chosen = Signal(object)
    """The keys of the threads that would be answered now."""

    opened = Signal(object)
    """The number of the thread that is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.until = QDateTimeEdit()
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat(self.tr("ddd d MMM yyyy HH:mm"))
        self.until.setAccessibleName(self.tr("Nobody works until"))
        self.summary = QLabel()
        self.choice = QLabel(
            self.tr("Mark threads to see what answering them now does to the rate.")
        )
        for label in (self.summary, self.choice):
            label.setWordWrap(True)
        self.table = QTableWidget(0, 4)
        self._threads: tuple[QueueRow | None, ...] = ()
        self._set_up()
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("If nobody works until")))
        row.addWidget(self.until)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[spacing.WIDE] * 4)
        column.setSpacing(spacing.LARGE)
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.choice)

    def show_forecast(self, forecast: Forecast, rows: Mapping[int, QueueRow]) -> None:
        """Show *forecast*; *rows* are the threads' rows by number."""
        self.until.blockSignals(True)  # noqa: FBT003 - Qt's own
        seconds = int(forecast.until.timestamp())
        self.until.setDateTime(QDateTime.fromSecsSinceEpoch(seconds))
        self.until.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.summary.setText(self._summary(forecast))
        lost = {one.key for one in forecast.despite_work}
        self._threads = tuple(rows.get(one.thread) for one in forecast.unattended)
        self.table.setRowCount(len(forecast.unattended))
        for place, one in enumerate(forecast.unattended):
            row = rows.get(one.thread)
            cells = (
                moment_name(one.due_at),
                (row.buyer if row else None) or "—",
                row.preview if row else "",
                self.tr("even at the usual pace") if one.key in lost else "",
            )
            for column, text in enumerate(cells):
                self.table.setItem(place, column, QTableWidgetItem(text))

    def numbers(self) -> list[int]:
        """Return the numbers of the threads that are listed."""
        return [row.number for row in self._threads if row is not None]

    def show_choice(self, choice: Choice, count: int) -> None:
        """Say what answering *count* threads now does to the rate."""
        words = self.tr(
            "Answering these {count} now keeps the 7 day late rate at {answering}, "
            "leaving them makes it {leaving}."
        )
        self.choice.setText(
            words.format(
                count=count,
                answering=share_words(choice.answering),
                leaving=share_words(choice.leaving),
            )
        )

    def _summary(self, forecast: Forecast) -> str:
        if forecast.first_at is None:
            return self.tr("Nothing breaches until then.")
        many = len(forecast.unattended)
        words = self.tr("%n breach(es) until then, the first {first}.", "", many)
        words = words.format(first=moment_name(forecast.first_at))
        if forecast.pace is None:
            return words
        more = self.tr("At {pace} answers an office hour it would be {count}.")
        more = more.format(
            pace=QLocale().toString(forecast.pace, "f", 1),
            count=len(forecast.despite_work),
        )
        return f"{words} {more}"

    def _set_up(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("What will breach"))
        table.setHorizontalHeaderLabels(
            [self.tr("Due"), self.tr("Buyer"), self.tr("Message"), ""]
        )
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setFrameShape(QTableWidget.Shape.NoFrame)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._choose)
        table.cellActivated.connect(self._open)
        self.until.dateTimeChanged.connect(self._want)

    @Slot()
    def _choose(self) -> None:
        places = {index.row() for index in self.table.selectionModel().selectedRows()}
        rows = [self._threads[place] for place in sorted(places)]
        keys = tuple(dict.fromkeys(row.thread for row in rows if row is not None))
        if keys:
            self.chosen.emit(keys)

    @Slot(int, int)
    def _open(self, place: int, _column: int) -> None:
        row = self._threads[place] if place < len(self._threads) else None
        if row is not None:
            self.opened.emit(row.number)

    @Slot(object)
    def _want(self, moment: QDateTime) -> None:
        self.wanted.emit(datetime.fromtimestamp(moment.toSecsSinceEpoch(), UTC))
