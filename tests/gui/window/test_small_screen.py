"""The window lies within the screen, and has room for everything on a small one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.settings import LANGUAGE, load_settings
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.main_window import fitted

Start = Callable[[], Workplace]
SMALL = (1024, 652)
"""1024 by 700 without the frame."""


def test_a_window_gets_no_larger_than_the_screen_and_its_frame_allow() -> None:
    available = QRect(0, 30, 1280, 690)
    assert fitted(QRect(0, 0, 1360, 880), available) == QRect(8, 70, 1264, 642)
    assert fitted(QRect(200, 100, 900, 500), available) == QRect(200, 100, 900, 500)


def test_a_window_comes_back_from_a_screen_that_is_not_there_any_more() -> None:
    available = QRect(0, 0, 1600, 1000)
    found = fitted(QRect(2500, -900, 1200, 800), available)
    assert available.contains(found.adjusted(-8, -40, 8, 8))
    assert (found.width(), found.height()) == (1200, 800)


def test_what_was_remembered_is_seen_again_wherever_the_screens_are(
    start: Start, profile: paths.Profile
) -> None:
    state = QSettings(str(profile.folder / "window.ini"), QSettings.Format.IniFormat)
    elsewhere = QWidget()
    elsewhere.setGeometry(5000, 4000, 3000, 2000)
    state.setValue("window/geometry", elsewhere.saveGeometry())
    state.sync()
    window = start().window
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.frameGeometry())


@pytest.mark.parametrize("language", ["en", "de"])
def test_on_a_small_screen_every_button_has_its_room(
    start: Start, profile: paths.Profile, qtbot: QtBot, language: str
) -> None:
    load_settings(profile.settings).put(LANGUAGE, language)
    workplace = start()
    window = workplace.window
    window.resize(*SMALL)
    window.composer.editor.insertPlainText("It leaves today.")
    least = window.minimumSizeHint()
    assert (least.width(), least.height()) <= SMALL
    qtbot.waitUntil(lambda: (window.width(), window.height()) == SMALL)
    qtbot.waitUntil(window.composer.buttons.length.isVisible)
    for button in window.findChildren(CalmButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    buttons = window.composer.buttons
    for label in (buttons.length, buttons.time_left):
        assert buttons.rect().contains(label.geometry())
        assert label.width() >= label.sizeHint().width()
