"""Account Health: Amazon's buckets, and what stands behind each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.response import COUNTED, DAYS, Bucket
from inbox_assistant.reports.health_words import column_of
from inbox_assistant.reports.response_times import Dimension
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.report.chart_view import INKS, ChartView
from inbox_assistant.ui.report.figures_table import FiguresTable
from inbox_assistant.ui.report.number_card import NumberCard
from inbox_assistant.ui.report.words import (
    bucket_name,
    dimension_name,
    moment_name,
    share_words,
    span_name,
    value_label,
)

if TYPE_CHECKING:
    from inbox_assistant.reports.response_times import Report
    from inbox_assistant.ui.theme import Theme

_ORDER = (
    Dimension.DAY,
    Dimension.HOUR,
    Dimension.WEEKDAY,
    Dimension.MARKETPLACE,
    Dimension.TOPIC,
    Dimension.AGENT,
    Dimension.ACCOUNT,
)
_CARDS = (*zip(COUNTED, INKS, strict=True), (Bucket.OPEN, "text"))


class HealthTab(QWidget):
    """Shows one report; whoever holds it looks the numbers up."""

    wanted = Signal(int)
    """A window of so many days is to be counted."""

    listed = Signal(object, object)
    """A bucket and where: a dimension with its value, or ``None`` for all."""

    amazon_noted = Signal(float)
    """Amazon's own late response rate, in per cent, for the window shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.report: Report | None = None
        self.days = DAYS[1]
        self._windows = {
            days: CalmButton(self.tr("%n days", "", days), theme) for days in DAYS
        }
        self.rate = NumberCard(theme, self.tr("Late response rate"))
        self.average = NumberCard(theme, self.tr("Average response"))
        self.cards = {
            bucket: NumberCard(theme, bucket_name(bucket), ink)
            for bucket, ink in _CARDS
        }
        self.dimension = QComboBox()
        self.chart = ChartView(theme, [bucket_name(one) for one in COUNTED])
        self.table = FiguresTable()
        self.amazon = QDoubleSpinBox()
        self.comparison = QLabel()
        self.progress = QLabel()
        self._set_up()
        self._lay_out()

    def show_progress(self, count: int) -> None:
        """Say how many messages are counted so far."""
        words = self.tr("%n message(s) counted…", "", count)
        self.progress.setText(words if count else "")

    @Slot(object)
    def show_report(self, report: Report) -> None:
        """Show *report*."""
        self.report, self.days = report, report.days
        self.progress.setText("")
        for days, button in self._windows.items():
            button.setChecked(days == report.days)
        total = report.total
        self.rate.show_number(share_words(total.late_rate), opens=bool(total.counted))
        self.average.show_number(span_name(total.average))
        for bucket, card in self.cards.items():
            count = total.count(bucket)
            card.show_number(str(count), opens=count > 0)
        self.comparison.setText(self._compared(report))
        self._show_dimension()

    def choose_days(self, days: int) -> None:
        """Ask for the report of another window."""
        self.days = days
        for one, button in self._windows.items():
            button.setChecked(one == days)
        self.wanted.emit(days)

    @Slot()
    def _show_dimension(self) -> None:
        if self.report is None:
            return
        dimension = Dimension(self.dimension.currentData())
        values = self.report.divided[dimension]
        self.table.show_figures(dimension, values)
        self.chart.show_columns(
            [
                column_of(value_label(dimension, value), figures)
                for value, figures in values.items()
            ]
        )

    @Slot(int, int)
    def _choose_bar(self, column: int, part: int) -> None:
        if self.report is not None:
            dimension = Dimension(self.dimension.currentData())
            value = list(self.report.divided[dimension])[column]
            self.listed.emit(COUNTED[part], (dimension, value))

    @Slot(str, object)
    def _choose_cell(self, value: str, bucket: Bucket) -> None:
        dimension = Dimension(self.dimension.currentData())
        self.listed.emit(bucket, (dimension, value))

    def _compared(self, report: Report) -> str:
        if report.amazon is None:
            return self.tr("Type in what Amazon shows to compare.")
        words = self.tr("Amazon showed {rate} on {date}, noted by {agent}.")
        return words.format(
            rate=share_words(report.amazon.late_percent / 100),
            date=moment_name(report.amazon.noted_at),
            agent=report.amazon.agent,
        )

    def _set_up(self) -> None:
        for days, button in self._windows.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, days=days: self.choose_days(days))
        for bucket, card in self.cards.items():
            card.clicked.connect(
                lambda _on=False, bucket=bucket: self.listed.emit(bucket, None)
            )
        self.rate.clicked.connect(lambda: self.listed.emit(None, None))
        for dimension in _ORDER:
            self.dimension.addItem(dimension_name(dimension), dimension.value)
        self.dimension.setAccessibleName(self.tr("Divided by"))
        self.dimension.currentIndexChanged.connect(self._show_dimension)
        self.chart.chosen.connect(self._choose_bar)
        self.table.chosen.connect(self._choose_cell)
        self.amazon.setRange(0, 100)
        self.amazon.setDecimals(1)
        self.amazon.setSuffix(" %")
        self.amazon.setAccessibleName(self.tr("Late response rate that Amazon shows"))

    def _lay_out(self) -> None:
        windows = QHBoxLayout()
        for button in self._windows.values():
            windows.addWidget(button)
        windows.addSpacing(spacing.LARGE)
        windows.addWidget(self.progress)
        windows.addStretch(1)
        windows.addWidget(self.comparison)
        windows.addWidget(self.amazon)
        note = CalmButton(self.tr("Note"), self._theme)
        note.setToolTip(self.tr("Keep Amazon's figure beside ours"))
        note.clicked.connect(lambda: self.amazon_noted.emit(self.amazon.value()))
        windows.addWidget(note)
        cards = QHBoxLayout()
        cards.setSpacing(spacing.MEDIUM)
        for card in (self.rate, *self.cards.values(), self.average):
            cards.addWidget(card)
        chosen = QHBoxLayout()
        chosen.addWidget(QLabel(self.tr("Divided by")))
        chosen.addWidget(self.dimension)
        chosen.addStretch(1)
        legend = QLabel()
        legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend = legend
        self._theme.changed.connect(self._dress_legend)
        self._dress_legend()
        chosen.addWidget(legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[spacing.WIDE] * 4)
        column.setSpacing(spacing.LARGE)
        for row in (windows, cards, chosen):
            column.addLayout(row)
        column.addWidget(self.chart)
        column.addWidget(self.table, 1)

    @Slot()
    def _dress_legend(self) -> None:
        colours = self._theme.colours
        self._legend.setText(
            " &nbsp; ".join(
                f"<span style='color:{getattr(colours, ink).name()}'>■</span> "
                f"{bucket_name(bucket)}"
                for bucket, ink in zip(COUNTED, INKS, strict=True)
            )
        )
