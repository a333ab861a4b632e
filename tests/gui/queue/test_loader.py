"""The loader shows views and brings them up to date."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.view import View
from inbox_assistant.ui.jobs import Jobs
from inbox_assistant.ui.queue.keeping import Keeping
from inbox_assistant.ui.queue.loader import QueueLoader
from inbox_assistant.ui.queue.view import QueueView
from tests.fakes import FakeClock
from tests.gui.queue.fake_rows import FakeRows


@pytest.fixture
def loader(
    view: QueueView, rows: FakeRows, jobs: Jobs, clock: FakeClock, qtbot: QtBot
) -> QueueLoader:
    loader = QueueLoader(rows, jobs, clock, view)
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.show(View.WAITING)
    assert loaded.args == [View.WAITING, 1000]
    return loader


def test_a_reload_keeps_the_current_row(
    loader: QueueLoader, view: QueueView, rows: FakeRows, qtbot: QtBot
) -> None:
    view.go_to(30)
    del rows.kept[5]
    with qtbot.waitSignal(loader.loaded):
        loader.reload()
    assert view.current_number() == 30
    assert len(view._rows.ids) == 999


def test_another_view_begins_anew(
    loader: QueueLoader, view: QueueView, qtbot: QtBot
) -> None:
    view.go_to(30)
    with qtbot.waitSignal(loader.loaded):
        loader.show(View.OVERDUE)
    assert loader.view is View.OVERDUE
    assert view.current_number() == 1


def test_another_order_keeps_the_row_that_was_gone_to(
    loader: QueueLoader, view: QueueView, rows: FakeRows, qtbot: QtBot
) -> None:
    view.go_to(30)
    rows.kept = dict(reversed(rows.kept.items()))
    with qtbot.waitSignal(loader.loaded):
        loader.show(View.WAITING, Keeping.PLACE)
    assert view.current_number() == 30
    assert view.currentIndex().row() in view._seen_places()
    with qtbot.waitSignal(loader.loaded):
        loader.reload()
    assert view.current_number() == 30


def test_a_deadline_that_passes_sorts_the_list_anew(
    view: QueueView, rows: FakeRows, jobs: Jobs, clock: FakeClock, qtbot: QtBot
) -> None:
    rows.turn = clock.now + timedelta(seconds=5)
    loader = QueueLoader(rows, jobs, clock, view)
    with qtbot.waitSignal(loader.loaded):
        loader.show(View.WAITING)
    spy = QSignalSpy(loader.loaded)
    loader.tick(clock.advance(timedelta(seconds=5)))
    assert spy.count() == 0
    rows.put(replace(rows.kept.pop(1), preview="It moved to the end."))
    with qtbot.waitSignal(loader.loaded):
        loader.tick(clock.advance(timedelta(seconds=1)))
    assert view._rows.ids[-1] == 1
    assert view.current_number() == 1


def test_only_the_view_asked_for_last_is_shown(
    loader: QueueLoader, qtbot: QtBot
) -> None:
    spy = QSignalSpy(loader.loaded)
    for name in (View.OVERDUE, View.SETTLED, View.TO_CONFIRM):
        loader.show(name)
    qtbot.waitUntil(lambda: spy.count() > 0)
    assert [spy.at(at)[0] for at in range(spy.count())] == [View.TO_CONFIRM]


def test_without_a_view_nothing_is_looked_up(
    view: QueueView, rows: FakeRows, jobs: Jobs, clock: FakeClock
) -> None:
    loader = QueueLoader(rows, jobs, clock, view)
    loader.reload()
    assert loader.view is None
