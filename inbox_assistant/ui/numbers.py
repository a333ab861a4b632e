"""What brings the page of numbers up, looks its numbers up and opens their lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.ui.jobs import STORE, Jobs
from inbox_assistant.ui.problem import problem_of

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from inbox_assistant.domain.breach import Cause
    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.domain.response import Bucket
    from inbox_assistant.reports.causes import Week
    from inbox_assistant.reports.forecast import Forecast
    from inbox_assistant.reports.response_times import Dimension
    from inbox_assistant.services.overdue_review import BreachRow
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.main_window import MainWindow
    from inbox_assistant.ui.report.page import ReportPage

HEALTH, REVIEW, FORECAST = range(3)
_LANE = "numbers"
_REVIEWED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Listing:
    """The threads behind a number; ``find`` is asked outside the GUI thread."""

    words: str
    find: Callable[[], array[int]]


class NumbersDesk(QObject):
    """Makes the page when it is first wanted; it is none of the start's business."""

    listed = Signal(object)
    """A ``Listing`` that the queue is to show."""

    counted = Signal(int)
    """How many messages are counted so far; told by the lane."""

    def __init__(self, window: MainWindow, desk: Desk, jobs: Jobs, bus: Bus) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._bus = bus
        self.page: ReportPage | None = None

    @Slot()
    def show_health(self) -> None:
        """Show Account Health."""
        self._show(HEALTH)

    @Slot()
    def show_review(self) -> None:
        """Show the overdue review."""
        self._show(REVIEW)

    @Slot()
    def show_forecast(self) -> None:
        """Show the forecast."""
        self._show(FORECAST)

    @Slot(object)
    def hear(self, changes: Changes) -> None:
        """Look the numbers up again when something changed while they are shown."""
        page = self.page
        if (
            page is not None
            and page.isVisible()
            and (changes.threads or changes.everything)
        ):
            self._look_up(page.tabs.currentIndex())

    def _show(self, place: int) -> None:
        if self.page is None:
            self.page = self._make()
        self._window.show_page(self.page)
        self.page.turn_to(place)
        self._look_up(place)

    def _make(self) -> ReportPage:
        from inbox_assistant.ui.report.page import ReportPage  # noqa: PLC0415

        page = ReportPage(self._window.icons)
        page.closed.connect(self._window.show_work)
        page.turned.connect(self._look_up)
        page.export_wanted.connect(self._ask_where)
        page.health.wanted.connect(self._count)
        page.health.listed.connect(self._list)
        page.health.amazon_noted.connect(self._note_amazon)
        page.review.table.explained.connect(self._explain)
        page.review.table.opened.connect(self._open_breach)
        page.forecast.wanted.connect(self._forecast)
        page.forecast.chosen.connect(self._choose)
        page.forecast.opened.connect(self._open_number)
        self.counted.connect(page.health.show_progress)
        return page

    @Slot(int)
    def _look_up(self, place: int) -> None:
        if self.page is None:
            return
        if place == HEALTH:
            self._count(self.page.health.days)
        elif place == REVIEW:
            self._review()
        else:
            self._forecast(None)

    @Slot(int)
    def _count(self, days: int) -> None:
        if self.page is not None:
            self._jobs.run_newest(
                _LANE,
                "report",
                lambda: self._desk.numbers.reporting.report(
                    days, self._desk.clock(), self.counted.emit
                ),
                then=self.page.health.show_report,
            )

    @Slot(object, object)
    def _list(self, bucket: Bucket | None, at: tuple[Dimension, str] | None) -> None:
        if self.page is None:
            return
        from inbox_assistant.domain.response import FAILED  # noqa: PLC0415
        from inbox_assistant.ui.report.words import (  # noqa: PLC0415
            bucket_name,
            value_name,
        )

        buckets = frozenset(FAILED if bucket is None else (bucket,))
        days = self.page.health.days
        words = [bucket_name(one) for one in FAILED] if bucket is None else []
        words += [] if bucket is None else [bucket_name(bucket)]
        words = [", ".join(words), self.tr("{days} days").format(days=days)]
        if at is not None:
            words.append(value_name(*at))

        def find() -> array[int]:
            now = self._desk.clock()
            return self._desk.numbers.reporting.threads(days, now, buckets, at)

        self._window.show_work()
        self.listed.emit(Listing(" · ".join(words), find))

    @Slot(float)
    def _note_amazon(self, percent: float) -> None:
        if self.page is not None:
            days = self.page.health.days
            self._jobs.run(
                STORE,
                lambda: self._desk.use_cases.health.note_amazon_figure(days, percent),
                then=lambda _changes: self._count(days),
            )

    def _review(self) -> None:
        def look() -> tuple[list[BreachRow], list[Week]]:
            now, review = self._desk.clock(), self._desk.numbers.review
            since = now - _REVIEWED
            return review.breaches(since, now), review.weeks(since, now)

        self._jobs.run_newest(_LANE, "review", look, then=self._show_review)

    @Slot(object)
    def _show_review(self, found: tuple[list[BreachRow], list[Week]]) -> None:
        if self.page is not None:
            self.page.review.show_review(*found)

    @Slot(str, object)
    def _explain(self, key: str, cause: Cause) -> None:
        self._jobs.run(
            STORE,
            lambda: self._desk.use_cases.health.explain([key], cause),
            then=lambda done: self._bus.changed.emit(done.changes),
        )

    @Slot(object)
    def _open_breach(self, breach: BreachRow) -> None:
        self._open_number(breach.number)

    @Slot(object)
    def _open_number(self, number: int) -> None:
        """Show the thread among those of the page, ready to be answered."""
        if self.page is None:
            return
        place = self.page.tabs.currentIndex()
        numbers = [one.number for one in self.page.review.table.breaches]
        if place == FORECAST:
            numbers = self.page.forecast.numbers()
        words = self.page.tabs.tabText(place)
        self._window.show_work()
        ordered = list(dict.fromkeys([number, *numbers]))
        self.listed.emit(Listing(words, partial(_array, ordered)))

    @Slot(object)
    def _forecast(self, until: datetime | None) -> None:
        def look() -> tuple[Forecast, dict[int, QueueRow]]:
            now, asked = self._desk.clock(), self._desk.numbers.forecasting
            forecast = asked.forecast(now, until or asked.next_shift(now))
            numbers = [one.thread for one in forecast.unattended]
            rows = self._desk.reading.rows(numbers)
            return forecast, {row.number: row for row in rows}

        self._jobs.run_newest(_LANE, "forecast", look, then=self._show_forecast)

    @Slot(object)
    def _show_forecast(self, found: tuple[Forecast, dict[int, QueueRow]]) -> None:
        if self.page is not None:
            self.page.forecast.show_forecast(*found)

    @Slot(object)
    def _choose(self, threads: Sequence[str]) -> None:
        if self.page is not None:
            tab = self.page.forecast
            self._jobs.run_newest(
                _LANE,
                "choice",
                lambda: self._desk.numbers.forecasting.choice(
                    threads, self._desk.clock()
                ),
                then=lambda choice: tab.show_choice(choice, len(threads)),
            )

    @Slot(str)
    def _ask_where(self, form: str) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        dialog = QFileDialog(self._window, self.tr("Export the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectFile(f"contact-response.{form}")
        dialog.fileSelected.connect(lambda name: self._export(form, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self, form: str, path: Path) -> None:
        report = None if self.page is None else self.page.health.report
        if report is None:
            return
        # Paper is laid out by Qt, whose documents belong into this thread.
        from inbox_assistant.ui.report.exporting import export  # noqa: PLC0415

        try:
            export(report, self._desk.numbers.zone_name, form, path)
        except InboxAssistantError as error:
            self._bus.problem.emit(problem_of(error))
            return
        words = self.tr("Written: {name}").format(name=path.name)
        self._window.notice.tell(words)


def _array(numbers: Sequence[int]) -> array[int]:
    from array import array  # noqa: PLC0415

    return array("q", numbers)
