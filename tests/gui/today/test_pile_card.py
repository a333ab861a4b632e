"""A card of today's work is painted in its language's direction, and only when news."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from inbox_assistant.services.todays_work import Pile
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.theme import SchemeChoice, Theme
from inbox_assistant.ui.today.pile_card import PileCard
from tests.fakes import FakeClock

WIDTH = 600


def inked(image: QImage, left: int, right: int) -> bool:
    """Return whether something else than the ground is painted between two places."""
    middle = range(14, image.height() // 2)
    colours = {image.pixel(x, y) for x in range(left, right) for y in middle}
    return len(colours) > 1


def test_where_people_read_from_the_right_number_and_key_change_sides(
    icons: Icons, clock: FakeClock
) -> None:
    card = PileCard(icons, Pile(None, 7), 6, clock.now)
    card.resize(WIDTH, card.sizeHint().height())
    number, gap = (WIDTH - 40, WIDTH - 16), (WIDTH - 90, WIDTH - 45)
    plain = card.grab().toImage()
    assert inked(plain, *number)
    assert not inked(plain, *gap)
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = card.grab().toImage()
    assert inked(mirrored, 16, 40)
    assert not inked(mirrored, 45, 90)


def test_a_card_is_drawn_anew_when_it_looks_different_and_else_shown_again(
    icons: Icons, theme: Theme, clock: FakeClock
) -> None:
    card = PileCard(icons, Pile(None, 7), 6, clock.now)
    card.resize(WIDTH, card.sizeHint().height())
    first = card.grab().toImage()
    drawn = card._picture.cacheKey()
    assert card.grab().toImage() == first
    assert card._picture.cacheKey() == drawn
    pictures = [first]
    for change in (
        lambda: card.show_pile(Pile(None, 8), clock.now),
        lambda: card.resize(WIDTH + 50, card.height()),
        lambda: card.setEnabled(False),
        lambda: theme.choose(SchemeChoice.DARK),
    ):
        change()
        pictures.append(card.grab().toImage())
        assert pictures[-1] != pictures[-2]
