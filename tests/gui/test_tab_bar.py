"""The calm tabs behave like Qt's own and show which one is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.tab_bar import CalmTabBar
from inbox_assistant.ui.theme import Theme

_NAMES = ("Findings (12)", "Background", "Notes")


@pytest.fixture
def tabs(theme: Theme, shown: Callable[[QWidget], None]) -> CalmTabBar:
    window = QWidget()
    tabs = CalmTabBar(theme)
    for name in _NAMES:
        tabs.addTab(name)
    QVBoxLayout(window).addWidget(tabs)
    shown(window)
    tabs._window = window  # type: ignore[attr-defined]
    return tabs


def foot(tabs: CalmTabBar, index: int, picture: QImage) -> QColor:
    """Return the colour in the middle of the foot of one tab."""
    rect: QRect = tabs.tabRect(index)
    return picture.pixelColor(rect.center().x(), rect.bottom() - 1)


def test_the_chosen_tab_is_told_by_a_line_and_by_weight(
    tabs: CalmTabBar, theme: Theme, qtbot: QtBot
) -> None:
    first = tabs.grab().toImage()
    assert foot(tabs, 0, first) == theme.colours.accent
    assert foot(tabs, 2, first) != theme.colours.accent
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    second = tabs.grab().toImage()
    assert foot(tabs, 1, second) == theme.colours.accent
    assert foot(tabs, 0, second) != theme.colours.accent


def test_choosing_a_tab_moves_none_of_them(tabs: CalmTabBar) -> None:
    before = [tabs.tabRect(index) for index in range(tabs.count())]
    tabs.setCurrentIndex(2)
    assert [tabs.tabRect(index) for index in range(tabs.count())] == before
    widest = QFontMetrics(strong(tabs.font())).horizontalAdvance(_NAMES[0])
    assert before[0].width() > widest


def test_where_the_keyboard_is_can_be_seen(tabs: CalmTabBar, qtbot: QtBot) -> None:
    tabs.window().activateWindow()
    tabs.clearFocus()
    resting = tabs.grab().toImage()
    tabs.setFocus()
    qtbot.waitUntil(tabs.hasFocus)
    assert tabs.grab().toImage() != resting


def test_every_tab_stays_in_sight_where_room_is_short(tabs: CalmTabBar) -> None:
    tabs.window().setFixedWidth(180)
    tabs.window().grab()
    rects = [tabs.tabRect(index) for index in range(tabs.count())]
    assert all(rect.width() > 20 for rect in rects)
    assert rects[-1].right() <= tabs.width()
