"""The theme follows the system unless the user chose."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inbox_assistant.paths import resources
from inbox_assistant.ui.palette import Palettes, Scheme
from inbox_assistant.ui.theme import SchemeChoice, Theme


def palettes() -> Palettes:
    """Return the palettes that ship with the program."""
    return Palettes(resources() / "palettes")


def ground(application: QApplication) -> str:
    """Return the colour of the window's ground."""
    return application.palette().color(QPalette.ColorRole.Window).name()


def test_a_chosen_scheme_replaces_the_palette(
    theme: Theme, dressed: QApplication, qtbot: QtBot
) -> None:
    light = ground(dressed)
    with qtbot.waitSignal(theme.changed):
        theme.choose(SchemeChoice.DARK)
    assert theme.scheme is Scheme.DARK
    assert ground(dressed) != light
    theme.choose(SchemeChoice.LIGHT)
    assert ground(dressed) == light


def test_the_colours_with_a_meaning_change_with_the_scheme(theme: Theme) -> None:
    before = theme.colours.overdue
    theme.choose(SchemeChoice.DARK)
    assert theme.colours.overdue != before


def test_without_a_scheme_of_the_system_its_own_palette_decides(theme: Theme) -> None:
    theme.choose(SchemeChoice.DARK)
    theme.choose(SchemeChoice.SYSTEM)
    hints = theme._application.styleHints()
    assert hints.colorScheme() is Qt.ColorScheme.Unknown
    assert theme.scheme is theme._fallback


def test_high_contrast_follows_light_and_dark(theme: Theme) -> None:
    theme.choose(SchemeChoice.CONTRAST)
    assert theme.scheme is theme._fallback.strong


def test_a_wish_of_the_system_for_contrast_is_followed(dressed: QApplication) -> None:
    wishing = Theme(dressed, palettes(), SchemeChoice.SYSTEM, wishes_contrast=True)
    assert wishing.scheme is wishing._fallback.strong
    light = Theme(dressed, palettes(), SchemeChoice.LIGHT, wishes_contrast=True)
    assert light.scheme is Scheme.LIGHT


def test_a_wish_that_is_none_any_more_is_forgotten_once_the_system_is_asked(
    dressed: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(dressed, palettes(), SchemeChoice.SYSTEM, wishes_contrast=True)
    with qtbot.waitSignal(theme.changed):
        theme.look_at_system()
    assert not theme.wishes_contrast
    assert theme.scheme is theme._fallback


def test_to_look_at_a_system_that_wishes_for_nothing_paints_nothing_anew(
    theme: Theme, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.look_at_system()
    assert theme.scheme is Scheme.LIGHT
