"""The picture in the tray tells the worst by shape and colour, and leads back."""

import itertools
from collections import Counter

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.tally import Tally
from inbox_assistant.ui.notifying.count_icon import count_icon, count_text
from inbox_assistant.ui.notifying.tray import Tray
from inbox_assistant.ui.theme import SchemeChoice, Theme

# Without a screen there is no tray for Qt's picture to be shown in.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")
STATES = (Tally(), Tally(3), Tally(3, soon=1), Tally(3, soon=1, overdue=1))


def drawn(tally: Tally, theme: Theme, size: int, *, is_silent: bool = False) -> QImage:
    icon = count_icon(tally, theme.colours, is_silent=is_silent)
    return icon.pixmap(size, size).toImage()


@pytest.mark.parametrize("size", [16, 22, 32, 64])
def test_every_state_looks_different_even_without_colours(
    theme: Theme, size: int
) -> None:
    grey = QImage.Format.Format_Grayscale8
    pictures = [drawn(tally, theme, size) for tally in STATES]
    pictures.append(drawn(Tally(3), theme, size, is_silent=True))
    for one, other in itertools.combinations(pictures, 2):
        assert one.size() == other.size()
        assert one.convertToFormat(grey) != other.convertToFormat(grey)
    # The outline alone tells a disc from a square.
    corner = size // 10
    square, disc = (one.pixelColor(corner, corner).alpha() for one in pictures[2:4])
    assert square > disc


def test_the_ground_has_the_colour_of_the_worst(theme: Theme) -> None:
    def ground(tally: Tally) -> QColor:
        return drawn(tally, theme, 64).pixelColor(32, 3)

    assert ground(STATES[3]) == theme.colours.overdue
    assert ground(STATES[2]) == theme.colours.soon


@pytest.mark.parametrize("choice", [SchemeChoice.LIGHT, SchemeChoice.DARK])
def test_figures_have_the_tint_that_is_legible_on_their_ground(
    theme: Theme, choice: SchemeChoice
) -> None:
    theme.choose(choice)
    for tally, name in ((STATES[2], "soon"), (STATES[3], "overdue")):
        picture = drawn(tally, theme, 64)
        seen = Counter(
            picture.pixelColor(x, y).name() for x in range(64) for y in range(64)
        )
        ground: QColor = getattr(theme.colours, name)
        ink: QColor = getattr(theme.colours, f"{name}_tint")
        most = [colour for colour, _ in seen.most_common(3)]
        assert {ground.name(), ink.name()} <= set(most)


def test_figures_never_outgrow_the_picture() -> None:
    counts = [count_text(Tally(count)) for count in (0, 9, 99, 100, 5000)]
    assert counts == ["", "9", "99", "99+", "99+"]
    assert count_text(Tally(0, overdue=2)) == "2"


class Panel:
    """A tray that comes and goes."""

    def __init__(self) -> None:
        self.is_there = False

    def __call__(self) -> bool:
        """Return whether there is a tray just now."""
        return self.is_there


def test_the_picture_waits_for_a_tray_and_leaves_with_it(
    theme: Theme, qtbot: QtBot
) -> None:
    window, panel = QWidget(), Panel()
    qtbot.addWidget(window)
    tray = Tray(window, theme, panel)
    assert not tray.appear()
    panel.is_there = True
    assert not tray.is_there
    assert tray.appear()
    tray.show_tally(Tally(3, overdue=1), is_silent=True)
    (icon,) = tray.findChildren(QSystemTrayIcon)
    assert icon.toolTip().splitlines() == [
        "Inbox Assistant",
        "3 waiting, 1 overdue",
        "A mailbox is not being read.",
    ]
    panel.is_there = False
    assert not tray.appear()
    tray.vanish()
    assert not icon.isVisible()


def test_a_click_wants_the_window_and_the_other_button_a_menu(
    theme: Theme, qtbot: QtBot
) -> None:
    window, panel = QWidget(), Panel()
    panel.is_there = True
    qtbot.addWidget(window)
    tray = Tray(window, theme, panel)
    tray.appear()
    (icon,) = tray.findChildren(QSystemTrayIcon)
    reason = QSystemTrayIcon.ActivationReason
    with qtbot.waitSignal(tray.window_wanted):
        icon.activated.emit(reason.Trigger)
    with qtbot.assertNotEmitted(tray.window_wanted):
        icon.activated.emit(reason.Context)
    with qtbot.waitSignal(tray.message_clicked):
        icon.messageClicked.emit()
    with qtbot.waitSignal(tray.window_wanted):
        icon.contextMenu().actions()[0].trigger()
