"""The row that somebody went to stays in hand while the list becomes another one."""

from array import array

import pytest
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.queue.keeping import Keeping
from inbox_assistant.ui.queue.view import QueueView
from tests.gui.queue.test_view import place_on_screen


def test_another_order_keeps_the_row_that_was_gone_to_where_it_was_seen(
    view: QueueView, qtbot: QtBot
) -> None:
    view.go_to(400)
    view.toggle_mark()
    before = place_on_screen(view, 400)
    other = array("q", [*range(401, 1001), *range(1, 401)])
    with qtbot.assertNotEmitted(view.current_changed):
        view.start(other, Keeping.PLACE)
    assert (view.current_number(), view.marked) == (400, {400})
    height = view._row_height
    top = view.verticalScrollBar().value()
    assert list(other).index(400) * height - top == pytest.approx(before, abs=height)


def test_another_order_may_begin_anew_with_the_same_marks(view: QueueView) -> None:
    view.go_to(400)
    view.toggle_mark()
    view.start(array("q", range(1000, 0, -1)), Keeping.MARKS)
    assert (view.current_number(), view.marked) == (1000, {400})
    assert view.verticalScrollBar().value() == 0


def test_a_row_is_gone_to_below_the_first_or_once_its_answer_is_begun(
    view: QueueView,
) -> None:
    assert not view.is_gone_to
    view.is_begun = lambda: True
    assert view.is_gone_to
    view.is_begun = lambda: False
    view.go_to(2)
    assert view.is_gone_to


def test_a_row_kept_is_shown_with_the_top_of_the_list_where_both_are_in_sight(
    view: QueueView,
) -> None:
    view.go_to(400)
    view.start(array("q", [7, 8, 400, *range(500, 900)]), Keeping.PLACE)
    assert view.current_number() == 400
    assert view.verticalScrollBar().value() == 0


def test_a_row_kept_that_is_not_among_the_first_comes_with_the_rest(
    view: QueueView, qtbot: QtBot
) -> None:
    view.go_to(400)
    view.toggle_mark()
    with qtbot.assertNotEmitted(view.current_changed):
        view.start(array("q", range(800, 1001)), Keeping.PLACE, is_whole=False)
        assert view.current_number() is None
        assert view.verticalScrollBar().value() == 0
        view.refresh(array("q", [*range(800, 1001), *range(1, 800)]))
    assert (view.current_number(), view.marked) == (400, {400})
    assert view.currentIndex().row() in view._seen_places()


def test_whoever_walks_on_before_the_rest_has_come_is_left_there(
    view: QueueView,
) -> None:
    view.go_to(400)
    view.start(array("q", range(800, 1001)), Keeping.PLACE, is_whole=False)
    view.step(1)
    view.refresh(array("q", [*range(800, 1001), *range(1, 800)]))
    assert view.current_number() == 800


def test_a_row_kept_that_the_list_has_not_leaves_its_first_one_current(
    view: QueueView,
) -> None:
    for is_whole in (True, False):
        view.start(array("q", range(1, 1001)))
        view.go_to(400)
        view.start(array("q", [7, 9]), Keeping.PLACE, is_whole=is_whole)
        view.refresh(array("q", [7, 9, 11]))
        assert view.current_number() == 7
        assert view._told == 7


def test_what_somebody_writes_in_stays_open_in_a_list_without_it(
    view: QueueView, qtbot: QtBot
) -> None:
    view.is_in_use = lambda: True
    with qtbot.assertNotEmitted(view.current_changed):
        for is_whole in (True, False):
            view.start(array("q", [7, 9]), is_whole=is_whole)
            view.refresh(array("q", [7, 9, 11]))
            assert view.current_number() is None
        view.start(array("q", [7, 1, 9]))
    assert view.current_number() == 1
