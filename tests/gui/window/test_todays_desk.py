"""Today's work: one key shows it, one begins, and it comes back when a list is done."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.query import parse_query
from inbox_assistant.domain.view import View
from inbox_assistant.services.todays_work import ORDER
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.notices_dialog import NoticesDialog
from inbox_assistant.ui.today.page import TodayPage
from inbox_assistant.ui.today.pile_card import PileCard

Press = Callable[..., None]
Wait = Callable[[], QDialog]


def opened(workplace: Workplace, press: Press, qtbot: QtBot) -> TodayPage:
    """Press W and wait for what there is to do."""
    press(workplace.window.queue, Qt.Key.Key_W)
    page = workplace.today.page
    assert page is not None
    qtbot.waitUntil(lambda: page.work is not None)
    return page


def card(page: TodayPage, view: View | None) -> PileCard:
    return page.cards[ORDER.index(view)]


def ids(workplace: Workplace, view: View) -> list[int]:
    desk = workplace.correspondence.desk
    return list(desk.reading.ids(view, desk.clock()))


def test_w_shows_what_there_is_and_the_keyboard_is_on_the_first_of_it(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    page = opened(workplace, press, qtbot)
    assert page.isVisible()
    soon = card(page, View.DUE_SOON)
    qtbot.waitUntil(soon.hasFocus)
    assert soon.pile.count == len(ids(workplace, View.DUE_SOON))
    assert len(list(soon.lines())) == 3
    assert f"{soon.pile.count}" in soon.accessibleName()
    waiting = len(ids(workplace, View.WAITING))
    assert page.summary.text().startswith(f"{waiting} waiting")
    assert not card(page, View.TO_CONFIRM).isEnabled()


def test_a_digit_begins_with_the_first_thread_of_a_pile(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    page = opened(workplace, press, qtbot)
    press(page, Qt.Key.Key_2)
    window, overdue = workplace.window, ids(workplace, View.OVERDUE)
    qtbot.waitUntil(lambda: window.queue.numbers() == overdue)
    assert not page.isVisible()
    qtbot.waitUntil(window.queue.hasFocus)
    assert window.queue.current_number() == overdue[0]
    assert window.views.currentRow() == 2


def test_arrows_walk_over_what_is_empty_and_enter_begins(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    page = opened(workplace, press, qtbot)
    qtbot.waitUntil(card(page, View.DUE_SOON).hasFocus)
    press(card(page, View.DUE_SOON), Qt.Key.Key_Down)
    # Nothing is to be confirmed: the next that holds something.
    assert card(page, View.SENT_BACK).hasFocus()
    press(card(page, View.SENT_BACK), Qt.Key.Key_K)
    assert card(page, View.OVERDUE).hasFocus()
    press(card(page, View.OVERDUE), Qt.Key.Key_J)
    press(card(page, View.SENT_BACK), Qt.Key.Key_Return)
    window = workplace.window
    qtbot.waitUntil(lambda: window.queue.numbers() == ids(workplace, View.SENT_BACK))


def test_escape_goes_back_to_the_queue(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    page = opened(workplace, press, qtbot)
    press(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert workplace.window.focusWidget() is workplace.window.queue


def test_no_key_acts_on_a_thread_that_is_not_seen(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    page = opened(workplace, press, qtbot)
    for key in (Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_R):
        press(page, key)
    assert QApplication.activeModalWidget() is None
    assert not workplace.window.commands.action("no-response").isEnabled()
    press(page, Qt.Key.Key_U)
    assert workplace.window.commands.action("no-response").isEnabled()


def test_notices_are_read_over_the_page(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    page = opened(workplace, press, qtbot)
    press(page, Qt.Key.Key_6)
    shown = dialog()
    assert isinstance(shown, NoticesDialog)
    shown.reject()
    assert page.isVisible()


def test_a_list_that_is_done_gives_the_page_back(
    workplace: Workplace, press: Press, qtbot: QtBot, dialog: Wait
) -> None:
    page = opened(workplace, press, qtbot)
    press(page, Qt.Key.Key_4)
    window = workplace.window
    qtbot.waitUntil(lambda: window.queue.numbers() == ids(workplace, View.SENT_BACK))
    qtbot.waitUntil(lambda: workplace.correspondence.row is not None)
    press(window.queue, Qt.Key.Key_N)
    picker = dialog()
    press(picker, Qt.Key.Key_1)
    press(picker, Qt.Key.Key_Return)
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: card(page, View.TO_CONFIRM).pile.count == 1)
    # What was done can still be taken back from here.
    press(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: card(page, View.SENT_BACK).pile.count == 1)


def test_an_empty_list_that_was_chosen_otherwise_stays(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    page = opened(workplace, press, qtbot)
    press(page, Qt.Key.Key_4)
    window = workplace.window
    qtbot.waitUntil(lambda: window.queue.count == len(ids(workplace, View.SENT_BACK)))
    with qtbot.waitSignal(workplace.loader.loaded):
        window.filters.narrow(parse_query("agent:nobody"))
    assert window.queue.count == 0
    assert not page.isVisible()
    with qtbot.waitSignal(workplace.loader.loaded):
        window.commands.action("view-4").trigger()
    assert not page.isVisible()


def test_a_filter_does_not_hide_a_part_of_what_was_counted(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    window = workplace.window
    with qtbot.waitSignal(workplace.loader.loaded):
        window.filters.narrow(parse_query("marketplace:DE"))
    page = opened(workplace, press, qtbot)
    press(page, Qt.Key.Key_7)
    whole = ids(workplace, View.WAITING)
    qtbot.waitUntil(lambda: window.queue.numbers() == whole)


@pytest.mark.parametrize("name", ["view-1", "find", "to-queue"])
def test_commands_of_the_queue_bring_it_up(
    workplace: Workplace, press: Press, qtbot: QtBot, name: str
) -> None:
    page = opened(workplace, press, qtbot)
    workplace.window.commands.action(name).trigger()
    assert not page.isVisible()
    assert workplace.window.is_at_work


def test_countdowns_run_while_the_page_is_seen(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    page = opened(workplace, press, qtbot)
    soon = card(page, View.DUE_SOON)
    before = list(soon.lines())
    row = soon.pile.rows[0]
    assert row.due_at is not None
    page.tick(row.due_at.replace(year=row.due_at.year + 1))
    assert [line[3] for line in soon.lines()] == ["overdue"] * 3
    assert list(soon.lines()) != before


def test_a_digit_pressed_at_once_is_not_lost(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    window = workplace.window
    press(window.queue, Qt.Key.Key_W)
    page = workplace.today.page
    assert page is not None
    assert page.work is None
    press(page, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: window.queue.numbers() == ids(workplace, View.OVERDUE))
    assert window.is_at_work
