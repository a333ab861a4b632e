"""The menu of filters says what is narrowed, and grows by nothing but what is known."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from inbox_assistant.domain.query import Operator, Query, parse_query
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.queue.filter_bar import FilterBar


def bar_of(icons: Icons, shown: Callable[[QWidget], None]) -> FilterBar:
    bar = FilterBar(icons)
    bar.know({Operator.MARKETPLACE: ["DE", "UK"]})
    shown(bar)
    return bar


def chosen(bar: FilterBar) -> list[str]:
    """Open the menu and return which values it marks."""
    bar.menu.aboutToShow.emit()
    below = [action.menu() for action in bar.menu.actions()]
    menus = [menu for menu in below if isinstance(menu, QMenu)]
    return [one.text() for menu in menus for one in menu.actions() if one.isChecked()]


def test_the_menu_marks_what_the_list_is_narrowed_to(
    icons: Icons, shown: Callable[[QWidget], None]
) -> None:
    bar = bar_of(icons, shown)
    bar.narrow(parse_query("marketplace:UK"))
    assert chosen(bar) == ["UK"]
    bar.narrow(Query())
    assert chosen(bar) == []


def test_a_menu_opened_again_and_again_keeps_no_menus_of_before(
    icons: Icons, shown: Callable[[QWidget], None]
) -> None:
    bar = bar_of(icons, shown)
    chosen(bar)
    before = len(bar.findChildren(QMenu))
    for _ in range(3):
        bar.narrow(parse_query("marketplace:DE"))
        assert chosen(bar) == ["DE"]
    assert len(bar.findChildren(QMenu)) == before
