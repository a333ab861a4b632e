"""A missing copy of Amazon's is told once, with the thread it concerns."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from inbox_assistant.domain.confirmation import Copies, Left
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.confirmations import Confirmations


def test_each_missing_copy_is_told_once(workplace: Workplace, qtbot: QtBot) -> None:
    row = workplace.correspondence.row
    assert row is not None
    now = workplace.correspondence.desk.clock()
    reply = Left("r1", row.thread, now - timedelta(minutes=40), is_confirmed=False)
    shown: list[str] = []
    confirmations = Confirmations(
        workplace.window,
        workplace.correspondence.desk,
        workplace.jobs,
        workplace.bus,
        shown.append,
    )
    found = {"shop": Copies(missing=(reply,)), "other": Copies(seem_off=True)}
    for _ in range(2):
        confirmations._tell(found)
    qtbot.waitUntil(lambda: len(workplace.window.problems.problems) == 2)
    first, second = workplace.window.problems.problems
    assert row.buyer is not None
    assert row.buyer in first.message
    assert "“other”" in second.message
    assert first.retry is not None
    first.retry()
    assert shown == [row.thread]


def test_the_window_looks_for_missing_copies_by_itself(
    workplace: Workplace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(workplace.confirmations._timer.isActive)
    assert workplace.window.problems.problems == ()
