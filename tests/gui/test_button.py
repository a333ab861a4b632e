"""The calm button, scroll bar and label behave like Qt's own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.elided_label import ElidedLabel
from inbox_assistant.ui.fonts import scaled, strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.theme import Theme


@pytest.fixture
def button(theme: Theme, icons: Icons, shown: Callable[[QWidget], None]) -> CalmButton:
    window = QWidget()
    button = CalmButton("&Send", theme, is_main=True)
    icons.dress(button, "send")
    QHBoxLayout(window).addWidget(button)
    shown(window)
    button._window = window  # type: ignore[attr-defined]
    return button


def test_a_button_is_pressed_by_mouse_and_by_key(
    button: CalmButton, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button.window(), Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)


def test_focus_and_being_unusable_can_be_seen(button: CalmButton, qtbot: QtBot) -> None:
    button.window().activateWindow()
    button.clearFocus()
    resting = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    focused = button.grab().toImage()
    button.setEnabled(False)
    unusable = button.grab().toImage()
    assert resting != focused
    assert unusable not in (resting, focused)


def test_a_plain_button_shows_that_it_is_checked(theme: Theme, qtbot: QtBot) -> None:
    button = CalmButton("Details", theme)
    qtbot.addWidget(button)
    button.setCheckable(True)
    before = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != before


def test_a_scroll_bar_shows_how_far_one_has_come(
    theme: Theme, shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    edit = QPlainTextEdit()
    calm_scrolling(edit, theme)
    edit.resize(200, 100)
    shown(edit)
    bar = edit.verticalScrollBar()
    bar.resize(14, 98)
    empty = bar.grab().toImage()
    edit.setPlainText("line\n" * 100)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.height() > 50)
    top = bar.grab().toImage()
    bar.setValue(bar.maximum())
    assert top != empty
    assert bar.grab().toImage() != top


def test_a_label_without_room_is_cut_and_its_name_is_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("A subject\nthat is long")
    qtbot.addWidget(label)
    assert label.text == label.accessibleName() == "A subject that is long"
    label.resize(label.sizeHint())
    wide = label.grab().toImage()
    label.resize(40, label.height())
    assert label.minimumSizeHint().width() == 0
    assert label.grab().toImage() != wide.copy(0, 0, 40, label.height())


@pytest.mark.parametrize("points", [8.0, 9.25, 10.0, 10.5, 11.75, 13.0])
def test_a_label_that_has_its_room_is_not_cut(
    dressed: QApplication, qtbot: QtBot, points: float
) -> None:
    label = ElidedLabel()
    label.setFont(strong(scaled(dressed.font(), points / dressed.font().pointSizeF())))
    qtbot.addWidget(label)
    for name in ("Mechthild", "Aurelio", "Torbjörn", "Łucja", "Unknown buyer"):
        label.set_text(name)
        room = label.sizeHint().width()
        mode = Qt.TextElideMode.ElideRight
        assert label.fontMetrics().elidedText(name, mode, room) == name
