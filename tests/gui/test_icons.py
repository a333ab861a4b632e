"""Icons take the colour of the theme and follow it."""

import pytest
from PySide6.QtGui import QAction, QColor, QPixmap

from inbox_assistant.paths import resources
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.theme import SchemeChoice, Theme

NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


def inks(pixmap: QPixmap) -> set[str]:
    """Return the colours of the fully painted pixels."""
    image = pixmap.toImage()
    colours = (
        QColor.fromRgba(image.pixel(x, y))
        for x in range(image.width())
        for y in range(image.height())
    )
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_ink_of_the_theme(
    icons: Icons, theme: Theme, name: str
) -> None:
    drawn = inks(icons.pixmap(name, "text", 40, 2))
    assert theme.colours.text.name() in drawn


def test_a_dressed_action_changes_with_the_theme(icons: Icons, theme: Theme) -> None:
    action = QAction("Reply")
    icons.dress(action, "reply")
    before = inks(action.icon().pixmap(40))
    theme.choose(SchemeChoice.DARK)
    after = inks(action.icon().pixmap(40))
    assert before
    assert before.isdisjoint(after)


def test_an_action_that_is_gone_is_forgotten(icons: Icons, theme: Theme) -> None:
    action = QAction("Reply")
    icons.dress(action, "reply")
    del action
    theme.choose(SchemeChoice.DARK)
    assert len(icons._dressed) == 0


def test_a_pixmap_is_as_sharp_as_the_screen(icons: Icons) -> None:
    pixmap = icons.pixmap("send", "muted", 16, 1.5)
    assert pixmap.width() == 24
    assert pixmap.deviceIndependentSize().width() == pytest.approx(16)
