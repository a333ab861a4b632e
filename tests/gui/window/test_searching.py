"""The list shows what is searched for, narrowed and sorted, and views are kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.query import Operator, Query, parse_query
from inbox_assistant.domain.view import View
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.label_dialog import LabelDialog
from inbox_assistant.ui.reason_picker import ReasonPicker


def threads_shown(workplace: Workplace, qtbot: QtBot, text: str) -> int:
    """Type *text* into the search and return how many threads are found."""
    search = workplace.window.search
    search.clear()
    with qtbot.waitSignal(workplace.loader.loaded):
        search.setText(text)
        workplace.searching.search()
    return workplace.window.queue.count


def typed(workplace: Workplace, qtbot: QtBot, text: str) -> list[str]:
    """Type *text* by the keyboard and return what is offered."""
    search = workplace.window.search
    search.setFocus()
    qtbot.keyClicks(search, text)
    return workplace.searching.suggestions.offered


def answered(text: str) -> None:
    """Give *text* to the dialog that asks."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue(text)
    dialog.accept()


def is_asking() -> bool:
    return isinstance(QApplication.activeModalWidget(), QInputDialog)


def test_operators_find_what_they_ask_for(workplace: Workplace, qtbot: QtBot) -> None:
    waiting = workplace.window.queue.count
    overdue = threads_shown(workplace, qtbot, "is:overdue")
    assert 0 < overdue < waiting
    germans = threads_shown(workplace, qtbot, "is:waiting marketplace:de")
    assert 0 < germans < waiting
    assert threads_shown(workplace, qtbot, "is:nonsense") == 0


def test_operators_and_their_values_are_offered(
    workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.searching.look_up_values()
    qtbot.waitUntil(lambda: bool(workplace.window.filters._values))
    assert typed(workplace, qtbot, "top") == ["topic:"]
    assert "topic:delivery" in typed(workplace, qtbot, "ic:")
    workplace.searching.suggestions.completer.activated.emit("topic:delivery")
    assert workplace.window.search.text() == "topic:delivery"


def test_a_filter_narrows_the_view_and_an_order_is_remembered(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window, loader = workplace.window, workplace.loader
    whole = window.queue.count
    with qtbot.waitSignal(loader.loaded):
        window.filters.narrow(parse_query("marketplace:DE"))
    assert 0 < window.queue.count < whole
    assert window.filters.words.text() == "DE"
    with qtbot.waitSignal(loader.loaded):
        window.filters.narrow(Query())
    assert window.queue.count == whole
    first = window.queue.numbers()[0]
    with qtbot.waitSignal(loader.loaded):
        window.filters.sort_by("newest")
    assert window.queue.numbers()[0] != first
    assert workplace.searching._state.value("queue/order") == "newest"


def test_the_thread_in_hand_stays_in_hand_through_filters_orders_and_searches(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window, loader = workplace.window, workplace.loader
    number = window.queue.numbers()[2]
    window.queue.go_to(number)
    place = workplace._desk.reading.rows([number])[0].marketplace
    with qtbot.assertNotEmitted(window.queue.current_changed):
        for change in (
            lambda: window.filters.sort_by("newest"),
            lambda: window.filters.narrow(parse_query(f"marketplace:{place}")),
            lambda: window.filters.narrow(Query()),
            lambda: window.filters.sort_by(""),
        ):
            with qtbot.waitSignal(loader.loaded):
                change()
            assert window.queue.current_number() == number
    threads_shown(workplace, qtbot, f"is:waiting marketplace:{place}")
    assert window.queue.currentIndex().row() == 0
    window.queue.go_to(number)
    with qtbot.waitSignal(loader.loaded):
        window.commands.action("view-1").trigger()
    assert (window.search.text(), window.queue.current_number()) == ("", number)


def test_the_keyboard_goes_back_to_the_list_once_an_order_or_a_filter_is_chosen(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = workplace.window
    for button, choose in (
        (window.filters.sort, lambda: window.filters.sort_by("newest")),
        (window.filters.filter, lambda: window.filters.narrow(Query())),
    ):
        button.setFocus()
        with qtbot.waitSignal(workplace.loader.loaded):
            choose()
        assert window.focusWidget() is window.queue
    window.composer.editor.setFocus()
    with qtbot.waitSignal(workplace.loader.loaded):
        window.filters.sort_by("")
    assert window.focusWidget() is window.composer.editor


def test_a_click_on_the_view_that_is_marked_leaves_the_search(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = workplace.window
    whole = window.queue.count
    assert threads_shown(workplace, qtbot, "is:overdue") < whole
    at = window.views.visualItemRect(window.views.item(0)).center()
    with qtbot.waitSignal(workplace.loader.loaded):
        qtbot.mouseClick(window.views.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (window.search.text(), window.queue.count) == ("", whole)


def test_the_menu_offers_what_open_threads_hold(
    workplace: Workplace, qtbot: QtBot
) -> None:
    filters = workplace.window.filters
    workplace.searching.look_up_values()
    qtbot.waitUntil(lambda: bool(filters._values))
    assert "DE" in filters._values[Operator.MARKETPLACE]
    names = [action.text() for action in filters.menu.actions() if action.text()]
    assert {"Marketplace", "Topic", "Tag", "Show all"} <= set(names)


def test_a_search_is_kept_as_a_view_and_recalled(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = workplace.window
    threads_shown(workplace, qtbot, "is:overdue")
    window.filters.save_wanted.emit()
    qtbot.waitUntil(is_asking)
    answered("Late ones")
    qtbot.waitUntil(lambda: len(window.filters._views) == 1)
    workplace.searching.choose_view(View.WAITING)
    window.filters.recalled.emit(window.filters._views[0])
    assert window.search.text() == "is:overdue"


@pytest.mark.parametrize(
    ("name", "answer", "query"),
    [
        ("claim", None, "is:claimed"),
        ("assign", "ben", "agent:ben"),
        ("tag", "vip", "tag:vip"),
    ],
)
def test_threads_are_labelled_by_the_keyboard_and_found_again(
    workplace: Workplace, qtbot: QtBot, name: str, answer: str | None, query: str
) -> None:
    def found() -> int:
        reading, now = workplace._desk.reading, workplace._desk.clock()
        return len(reading.matching(View.ALL, parse_query(query), now))

    window = workplace.window
    window.commands.action(name).trigger()
    if answer is not None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, LabelDialog)
        qtbot.keyClicks(asked.field, answer)
        qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found() == 1)
    assert threads_shown(workplace, qtbot, query) == 1
    window.commands.action("undo").trigger()
    qtbot.waitUntil(lambda: found() == 0)


def test_what_is_put_off_leaves_the_list_until_then(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = workplace.window
    numbers = window.queue.numbers()
    window.queue.go_to(numbers[-1])
    qtbot.waitUntil(
        lambda: (
            workplace.correspondence.row is not None
            and workplace.correspondence.row.number == numbers[-1]
        )
    )
    window.commands.action("snooze").trigger()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, ReasonPicker)
    qtbot.keyClick(asked.choices, Qt.Key.Key_1)
    qtbot.keyClick(asked.choices, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.queue.count == len(numbers) - 1)
    workplace.searching.choose_view(View.SNOOZED)
    qtbot.waitUntil(lambda: window.queue.numbers() == [numbers[-1]])


def test_what_is_overdue_cannot_be_put_off(workplace: Workplace) -> None:
    workplace.window.commands.action("snooze").trigger()
    assert "too soon" in workplace.window.notice.words


def test_escape_leaves_the_search(workplace: Workplace, qtbot: QtBot) -> None:
    search = workplace.window.search
    search.setFocus()
    search.setText("lid")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
