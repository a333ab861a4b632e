"""The page of numbers: every number opens its list, every breach takes a cause."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.response_times import Dimension
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.report.figures_table import BUCKETS
from inbox_assistant.ui.report.page import ReportPage


def opened(workplace: Workplace, qtbot: QtBot, name: str) -> ReportPage:
    """Open the page by the command *name* and wait for its numbers."""
    workplace.window.commands.action(name).trigger()
    page = workplace.numbers.page
    assert page is not None
    assert page.isVisible()
    if name == "report":
        qtbot.waitUntil(lambda: page.health.report is not None)
    elif name == "review":
        qtbot.waitUntil(lambda: page.review.table.rowCount() > 0)
    else:
        qtbot.waitUntil(lambda: page.forecast.summary.text() != "")
    return page


def test_a_number_opens_the_threads_it_counts(
    workplace: Workplace, qtbot: QtBot
) -> None:
    page = opened(workplace, qtbot, "report")
    card = page.health.cards[Bucket.NO_RESPONSE]
    count = int(card.number)
    assert count > 0
    card.click()
    window = workplace.window
    qtbot.waitUntil(lambda: window.queue.count == count)
    assert not page.isVisible()
    assert "No response" in window.listing.words.text()
    window.listing.left.emit()
    qtbot.waitUntil(lambda: window.queue.count > count)
    assert not window.listing.isVisible()


def test_a_cell_and_a_bar_open_their_part_of_it(
    workplace: Workplace, qtbot: QtBot
) -> None:
    page = opened(workplace, qtbot, "report")
    health, queue = page.health, workplace.window.queue
    health.dimension.setCurrentIndex(health.dimension.findData("marketplace"))
    assert health.report is not None
    values = health.report.divided[Dimension.MARKETPLACE]
    row, (value, figures) = next(
        (n, item)
        for n, item in enumerate(values.items())
        if item[1].count(Bucket.NO_RESPONSE)
    )
    count = figures.count(Bucket.NO_RESPONSE)
    health.table.cellActivated.emit(row, 1 + BUCKETS.index(Bucket.NO_RESPONSE))
    qtbot.waitUntil(lambda: queue.count == count)
    assert value in workplace.window.listing.words.text()
    health.chart.chosen.emit(row, 2)
    qtbot.waitUntil(lambda: queue.count == count)


def test_a_search_and_a_view_end_a_list(workplace: Workplace, qtbot: QtBot) -> None:
    page = opened(workplace, qtbot, "report")
    window = workplace.window
    page.health.cards[Bucket.NO_RESPONSE].click()
    qtbot.waitUntil(window.listing.isVisible)
    window.search.setText("lid")
    qtbot.waitUntil(lambda: not window.listing.isVisible())
    page.health.cards[Bucket.NO_RESPONSE].click()
    window.commands.action("view-7").trigger()
    assert not window.listing.isVisible()


def test_another_window_is_counted_and_amazons_figure_stands_beside(
    workplace: Workplace, qtbot: QtBot
) -> None:
    health = opened(workplace, qtbot, "report").health
    health.choose_days(7)
    qtbot.waitUntil(lambda: health.report is not None and health.report.days == 7)
    health.amazon.setValue(4.2)
    health.amazon_noted.emit(4.2)
    qtbot.waitUntil(lambda: "4.2%" in health.comparison.text())


def test_a_digit_gives_a_breach_its_cause_and_goes_on(
    workplace: Workplace, qtbot: QtBot
) -> None:
    table = opened(workplace, qtbot, "review").review.table
    first = table.breaches[0].key
    assert table.breaches[0].cause is None
    qtbot.keyClicks(table, "2")
    qtbot.waitUntil(lambda: table.breaches[0].cause is not None)
    assert table.breaches[0].key == first
    assert table.item(0, 4).text() == "Waiting for warehouse"
    assert table.currentRow() == 1


def test_a_breach_is_answered_in_place(workplace: Workplace, qtbot: QtBot) -> None:
    table = opened(workplace, qtbot, "review").review.table
    number = table.breaches[1].number
    table.setCurrentCell(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    window = workplace.window
    qtbot.waitUntil(lambda: window.queue.current_number() == number)
    qtbot.waitUntil(lambda: workplace.correspondence.row is not None)
    assert window.composer.isVisible()


def test_marking_threads_of_the_forecast_tells_what_answering_saves(
    workplace: Workplace, qtbot: QtBot
) -> None:
    tab = opened(workplace, qtbot, "forecast").forecast
    now = workplace._desk.clock()
    tab.wanted.emit(now + timedelta(hours=23))
    qtbot.waitUntil(lambda: tab.table.rowCount() > 2)
    assert "breaches until then, the first" in tab.summary.text()
    tab.table.selectRow(0)
    qtbot.waitUntil(lambda: "keeps the 7 day late rate" in tab.choice.text())


def test_escape_brings_the_queue_back(workplace: Workplace, qtbot: QtBot) -> None:
    page = opened(workplace, qtbot, "review")
    qtbot.keyClick(page.review.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.isVisible())
    assert workplace.window.focusWidget() is workplace.window.queue


@pytest.mark.parametrize("form", ["pdf", "html", "csv", "png"])
def test_the_report_is_exported(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    page = opened(workplace, qtbot, "report")
    page.export_wanted.emit(form)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / f"r.{form}"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: workplace.window.notice.words.endswith(f"r.{form}"))
    assert target.stat().st_size > 500
