"""A window in which nothing happens asks for nothing and wakes once a second."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.desk import ProfileDesk
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.view import View
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.jobs import STORE, Jobs
from inbox_assistant.ui.view_row import COUNT_ROLE
from inbox_assistant.ui.views_panel import SHOWN

SECOND = 1000
EVERYTHING = Changes(everything=True)


class Watched:
    """Which lanes were given work, and what was told to have changed."""

    def __init__(self) -> None:
        self.lanes: list[str] = []
        self.changes: list[object] = []


@pytest.fixture
def calm(workplace: Workplace, qtbot: QtBot) -> Workplace:
    """Return a window that has done everything that a start brings with it."""
    qtbot.waitUntil(workplace.background.notifier._timer.isActive)
    for lane in ("check", STORE, "read", "status", "notify"):
        done: list[bool] = []
        workplace.jobs.run(lane, lambda: True, then=done.append)
        qtbot.waitUntil(lambda done=done: bool(done))
    return workplace


@pytest.fixture
def watched(calm: Workplace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """Return what is noted of *calm* from now on."""
    seen, start = Watched(), Jobs._start

    def note(jobs: Jobs, job: object) -> None:
        seen.lanes.append(getattr(job, "lane", ""))
        start(jobs, job)  # type: ignore[arg-type]  # the lane's own job

    monkeypatch.setattr(Jobs, "_start", note)
    calm.bus.changed.connect(seen.changes.append)
    yield seen
    calm.bus.changed.disconnect(seen.changes.append)


def running_timers(*owners: QObject) -> list[QTimer]:
    timers = {timer for owner in owners for timer in owner.findChildren(QTimer)}
    return [timer for timer in timers if timer.isActive()]


def test_no_timer_is_quicker_than_the_countdowns(calm: Workplace) -> None:
    running = running_timers(calm, calm.window)
    quick = [timer for timer in running if timer.interval() < SECOND]
    # The ticker aims at the next full second, so it is the only one that may be.
    assert all(timer is calm.ticker._timer for timer in quick), quick
    every_second = [timer for timer in running if timer.interval() <= SECOND]
    assert {timer.parent() for timer in every_second} == {calm.ticker, calm}


def test_a_second_in_which_nothing_happens_asks_no_lane_for_anything(
    calm: Workplace, watched: Watched
) -> None:
    now = calm._desk.clock().replace(microsecond=0)
    asked: list[str] = []
    connection = calm._desk._connection()  # type: ignore[attr-defined]
    connection.set_trace_callback(asked.append)
    for seconds in range(3):
        calm.ticker.ticked.emit(now + timedelta(seconds=seconds))
        calm._elsewhere.timeout.emit()
    connection.set_trace_callback(None)
    assert watched.lanes == []
    assert asked == ["pragma data_version"] * 3


def test_what_this_window_writes_does_not_make_it_read_everything_anew(
    calm: Workplace, watched: Watched, qtbot: QtBot
) -> None:
    calm.jobs.wait_for(STORE, calm._desk.changed_elsewhere)
    calm._desk.was_written()
    calm.window.composer.editor.insertPlainText("It leaves today.")
    calm.window.composer.save_now()
    qtbot.waitUntil(lambda: bool(watched.changes))
    calm._elsewhere.timeout.emit()
    assert watched.lanes.count(STORE) == 2
    calm.jobs.wait_for(STORE, lambda: None)
    qtbot.wait(0)
    assert [one == EVERYTHING for one in watched.changes] == [False]


def test_what_another_program_writes_is_shown_within_a_second(
    calm: Workplace, watched: Watched, profile: paths.Profile, qtbot: QtBot
) -> None:
    calm.jobs.wait_for(STORE, calm._desk.changed_elsewhere)
    other = ProfileDesk(profile, calm._desk.clock, print)
    other.use_cases.accounts.keep(Account("shop", "desk@shop.example"))
    calm._elsewhere.timeout.emit()
    qtbot.waitUntil(lambda: any(one == EVERYTHING for one in watched.changes))
    other.stop()


@pytest.mark.parametrize("is_turn", [False, True])
def test_the_counts_of_the_views_follow_the_time_alone(
    calm: Workplace,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    is_turn: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    def overdue() -> int:
        item = calm.window.views.item(SHOWN.index(View.OVERDUE))
        return int(item.data(COUNT_ROLE))

    before, later = overdue(), calm._desk.clock() + timedelta(hours=20)
    monkeypatch.setattr(calm._desk, "clock", lambda: later)
    if is_turn:
        calm.loader.tick(later)
    else:
        calm.ticker.minute_passed.emit(later)
    qtbot.waitUntil(lambda: overdue() > before)
