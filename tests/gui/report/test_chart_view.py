"""The chart draws its bars in the colours of their meaning, and tells clicks."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inbox_assistant.reports.chart import Column
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.report.chart_view import ChartView

COLUMNS = [Column("Mon", (0, 0, 4)), Column("Tue", (4, 0, 0))]


def test_a_bar_has_the_colour_of_its_meaning_and_tells_its_click(
    dressed: QApplication, icons: Icons, qtbot: QtBot
) -> None:
    assert dressed is not None
    chart = ChartView(icons.theme, ["in time", "late", "none"])
    qtbot.addWidget(chart)
    chart.resize(400, 210)
    chart.show_columns(COLUMNS)
    first, second = chart._layout().boxes
    image = chart.picture(1.0)
    seen = QColor(image.pixel(int(first.x + 5), int(first.y + 20)))
    assert seen == icons.theme.colours.overdue
    with qtbot.waitSignal(chart.chosen) as told:
        qtbot.mouseClick(
            chart,
            Qt.MouseButton.LeftButton,
            pos=QPoint(int(second.x + 5), int(second.y + 20)),
        )
    assert told.args == [1, 0]


def test_beside_the_bars_nothing_is_told(
    dressed: QApplication, icons: Icons, qtbot: QtBot
) -> None:
    assert dressed is not None
    chart = ChartView(icons.theme, ["a", "b", "c"])
    qtbot.addWidget(chart)
    chart.show_columns([])
    with qtbot.assertNotEmitted(chart.chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
