"""The list's keys and marks, and that nothing but the agent moves the selection."""

from array import array
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.state import State
from inbox_assistant.ui.queue.empty import EmptyState
from inbox_assistant.ui.queue.heirs import heir_of, place_of
from inbox_assistant.ui.queue.view import QueueView
from tests.fakes import FakeClock
from tests.gui.queue.fake_rows import FakeRows


def place_on_screen(view: QueueView, number: int) -> int:
    """Return how far from the list's top edge the row *number* is painted."""
    place = place_of(view._rows.ids, number, 0)
    assert place is not None
    return view.visualRect(view._rows.index(place, 0)).top()


def test_the_most_urgent_row_is_current_at_first(view: QueueView) -> None:
    assert view.current_number() == 1


def test_j_and_k_walk_the_list_and_stop_at_its_ends(
    view: QueueView, qtbot: QtBot
) -> None:
    qtbot.keyClicks(view, "jjjk")
    assert view.current_number() == 3
    qtbot.keyClicks(view, "kkkkk")
    assert view.current_number() == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClicks(view, "j")
    assert view.current_number() == 1000


def test_letters_can_be_turned_off_and_arrows_stay(
    view: QueueView, qtbot: QtBot
) -> None:
    view.letters_act = False
    qtbot.keyClicks(view, "jjx")
    qtbot.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert view.acting_on() == [1]
    assert view.marked == frozenset()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_number() == 2


def test_arrows_walk_the_list_too(view: QueueView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current_number() == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_O, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_and_o_open_the_current_row(
    view: QueueView, qtbot: QtBot, key: Qt.Key
) -> None:
    view.go_to(5)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, key)
    assert opened.args == [5]


def test_marks_are_kept_while_walking_and_actions_are_for_them(
    view: QueueView, qtbot: QtBot
) -> None:
    assert view.acting_on() == [1]
    qtbot.keyClicks(view, "jjxkkx")
    assert view.current_number() == 1
    assert view.acting_on() == [1, 3]
    qtbot.keyClicks(view, "x")
    assert view.acting_on() == [3]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.marked == frozenset()


def test_shift_j_marks_a_stretch(view: QueueView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view, "j")
    qtbot.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert view.acting_on() == [2, 3, 4]


def test_everything_can_be_marked(view: QueueView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.marks_changed) as changed:
        qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert changed.args == [1000]


def test_the_mouse_marks_with_ctrl_shift_or_on_the_shape(
    view: QueueView, qtbot: QtBot
) -> None:
    def click(number: int, x: int, held: Qt.KeyboardModifier) -> None:
        at = QPoint(x, place_on_screen(view, number) + 10)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)

    click(2, 200, Qt.KeyboardModifier.NoModifier)
    assert view.current_number() == 2
    click(4, 200, Qt.KeyboardModifier.ControlModifier)
    click(6, 12, Qt.KeyboardModifier.NoModifier)
    assert view.acting_on() == [4, 6]
    click(6, 12, Qt.KeyboardModifier.NoModifier)
    click(3, 200, Qt.KeyboardModifier.ShiftModifier)
    assert view.acting_on() == [2, 3, 4]
    assert view.current_number() == 2


def test_a_double_click_opens(view: QueueView, qtbot: QtBot) -> None:
    at = QPoint(200, place_on_screen(view, 3) + 10)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [3]


def test_typed_letters_never_search_the_rows(
    view: QueueView, rows: FakeRows, qtbot: QtBot
) -> None:
    rows.asked.clear()
    qtbot.keyClicks(view, "buyer 9")
    assert rows.asked == []
    assert view.current_number() == 1


def test_new_rows_move_neither_the_selection_nor_the_screen(
    view: QueueView, rows: FakeRows, qtbot: QtBot
) -> None:
    view.go_to(400)
    before = place_on_screen(view, 400)
    with qtbot.assertNotEmitted(view.current_changed):
        view.refresh(array("q", [*range(2001, 2051), *rows.kept]))
    assert view.current_number() == 400
    assert place_on_screen(view, 400) == before


def test_a_screen_scrolled_away_from_the_current_row_stays_too(
    view: QueueView, rows: FakeRows
) -> None:
    view.verticalScrollBar().setValue(500 * view._row_height + 17)
    before = place_on_screen(view, 505)
    view.refresh(array("q", [2001, 2002, *rows.kept]))
    assert place_on_screen(view, 505) == before
    assert view.current_number() == 1


def test_after_a_message_is_dealt_with_the_next_one_is_current(
    view: QueueView, rows: FakeRows, qtbot: QtBot
) -> None:
    view.go_to(400)
    before = place_on_screen(view, 400)
    with qtbot.waitSignal(view.current_changed) as changed:
        view.refresh(array("q", [one for one in rows.kept if one != 400]))
    assert changed.args == [401]
    assert place_on_screen(view, 401) == before


def test_the_last_of_the_list_leaves_the_one_before_current(
    view: QueueView, rows: FakeRows
) -> None:
    view.go_to(1000)
    view.refresh(array("q", [one for one in rows.kept if one < 1000]))
    assert view.current_number() == 999


def test_an_emptied_list_has_no_current_row_and_a_filled_one_has(
    view: QueueView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.current_changed) as changed:
        view.refresh(array("q"))
    assert changed.args == [None]
    assert view.acting_on() == []
    view.refresh(array("q", [5, 6]))
    assert view.current_number() == 5


def test_marks_on_rows_that_left_are_dropped(view: QueueView) -> None:
    view.mark_all()
    view.refresh(array("q", [7, 9]))
    assert view.acting_on() == [7, 9]


def test_another_view_begins_at_its_top_without_marks(view: QueueView) -> None:
    view.go_to(700)
    view.toggle_mark()
    view.start(array("q", range(500, 900)))
    assert view.current_number() == 500
    assert view.marked == frozenset()
    assert view.verticalScrollBar().value() == 0


def test_a_tick_repaints_only_what_reads_differently(
    view: QueueView, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []
    port = view.viewport()
    monkeypatch.setattr(
        port, "update", lambda rect: asked.append((rect.top(), rect.left()))
    )
    view.tick(clock.advance(timedelta(seconds=1)))
    # Ten minutes became 9 min 59 s and the others lost a minute.
    assert len(asked) == len(view._seen_places())
    assert all(left > 0 for _top, left in asked)
    asked.clear()
    view.tick(clock.advance(timedelta(seconds=1)))
    row = view.visualRect(view._rows.index(0, 0))
    place = view._delegate.sign_place(row, "soon")
    assert asked == [(place.top(), place.left())]
    assert place.bottom() < row.center().y()


def test_a_deadline_that_passes_repaints_its_whole_row(
    view: QueueView, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.tick(clock.advance(timedelta(minutes=10)))
    asked: list[int] = []
    monkeypatch.setattr(
        view.viewport(), "update", lambda rect: asked.append(rect.width())
    )
    view.tick(clock.advance(timedelta(seconds=1)))
    assert view.viewport().width() in asked


def test_the_countdown_on_the_screen_changes_with_the_tick(
    view: QueueView, clock: FakeClock
) -> None:
    before = view.grab().toImage()
    view.tick(clock.advance(timedelta(minutes=1)))
    assert view.grab().toImage() != before


def test_a_tick_leaves_whole_what_else_a_row_says(
    view: QueueView, rows: FakeRows, clock: FakeClock
) -> None:
    def on_the_screen() -> QImage:
        QCoreApplication.processEvents()
        whole = view.screen().grabWindow(view.winId()).toImage()
        # The scroll bar beside the rows is painted a moment later.
        return whole.copy(view.viewport().geometry())

    for number, row in list(rows.kept.items()):
        rows.put(
            replace(
                row,
                due_at=clock.now + timedelta(hours=number - 4, minutes=30),
                preview="The lid does not close any more. " * 5,
                topics=("product-problem",),
                order_id="302-5550012-8654548",
                marketplace="SE",
                waiting=2,
                draft=number % 2 == 0,
            )
        )
    view.start(array("q", rows.kept))
    before = on_the_screen()
    view.tick(clock.advance(timedelta(minutes=1)))
    after = on_the_screen()
    view.viewport().update()
    assert before != after == on_the_screen()


def test_every_kind_of_row_can_be_painted(
    view: QueueView, rows: FakeRows, clock: FakeClock
) -> None:
    odd = [
        replace(rows.kept[1], state=State.SETTLED),
        replace(rows.kept[2], state=State.TO_CONFIRM, suggestion=True),
        replace(rows.kept[3], due_at=None, buyer=None, subject="", preview=""),
        replace(rows.kept[4], due_at=clock.now - timedelta(days=90), sent_back=True),
        replace(rows.kept[5], topics=("unheard-of",), older=True, doubtful=True),
        replace(rows.kept[6], buyer="א" * 300, subject="𝕏" * 3000, draft=True),
    ]
    for row in odd:
        rows.put(row)
    view.start(array("q", rows.kept))
    pictures = set()
    for width in (120, 260, 900):
        view.resize(width, 600)
        pictures.add(view.grab().toImage().pixelColor(60, 20).name())
    assert pictures


def test_an_empty_list_says_why_it_is_empty(view: QueueView) -> None:
    view.start(array("q"))
    before = view.grab().toImage()
    view.set_empty(EmptyState("Nothing waits", "New messages appear here."))
    assert view.grab().toImage() != before


def test_a_larger_font_makes_higher_rows(view: QueueView) -> None:
    before = view._row_height
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    assert view._row_height > 1.5 * before
    assert view.rowHeight(0) == view._row_height


@pytest.mark.usefixtures("english")
def test_screen_readers_hear_of_the_time_once_a_minute(
    view: QueueView, clock: FakeClock, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view._rows.dataChanged) as told:
        view.tell_time(clock.advance(timedelta(minutes=3)))
    first, last, roles = told.args
    assert first.row() == 0
    assert last.row() == len(view._seen_places()) - 1
    assert roles == [Qt.ItemDataRole.AccessibleTextRole]
    assert "7 minutes left" in first.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_list_has_a_name_for_screen_readers(view: QueueView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Message queue"
    assert isinstance(view, QTableView)


@given(
    st.lists(st.integers(1, 50), unique=True, min_size=1),
    st.lists(st.integers(1, 50), unique=True),
    st.data(),
)
def test_a_row_is_found_again_or_its_nearest_heir(
    old: list[int], new: list[int], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(old) - 1))
    heir = heir_of(array("q", old), place, array("q", new))
    order = old[place:] + old[:place][::-1]
    expected = next((number for number in order if number in new), None)
    assert (None if heir is None else new[heir]) == expected


def test_what_counts_as_soon_can_be_set(view: QueueView) -> None:
    before = view.grab().toImage()
    view.set_soon(timedelta(minutes=5))
    assert view.grab().toImage() != before


def test_a_row_that_is_not_in_the_list_cannot_be_gone_to(view: QueueView) -> None:
    assert view.go_to(900)
    assert not view.go_to(5000)
    assert view.current_number() == 900


def test_rows_that_are_gone_are_left_blank(view: QueueView, rows: FakeRows) -> None:
    rows.kept.clear()
    view.refresh(array("q", range(2001, 2030)))
    picture = view.grab().toImage()
    assert picture.pixelColor(60, 20) == view.palette().base().color()
