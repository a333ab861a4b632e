"""The window is seen with its first rows before there is anything behind it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.window import furnish, open_window
from inbox_assistant.domain.view import View
from inbox_assistant.ui.composer.pane import ComposerPane
from inbox_assistant.ui.opening import Opening
from inbox_assistant.ui.palette import Scheme


@pytest.fixture
def opening(dressed: QApplication, profile: paths.Profile) -> Iterator[Opening]:
    """Return the first stage of a start on the sample mailbox."""
    assert dressed is not None
    opening = open_window(profile, is_demo=True)
    yield opening
    opening.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_most_urgent_rows_are_seen_first(opening: Opening) -> None:
    assert opening.show_first_rows()
    assert opening.was_seen
    queue, desk = opening.window.queue, opening.desk
    urgent = list(desk.queue.ids(View.WAITING, desk.clock()))
    assert queue.numbers() == urgent
    assert queue.current_number() == urgent[0]
    assert queue.hasFocus()


def test_the_rest_joins_without_moving_what_is_seen(
    opening: Opening, qtbot: QtBot
) -> None:
    opening.show_first_rows()
    window = opening.window
    # The notices take their room from the foot of the views, where nothing is seen.
    queue, views = window.queue.geometry(), window.views.pos()
    workplace = furnish(opening)
    workplace.start()
    try:
        qtbot.waitUntil(lambda: workplace.correspondence.row is not None)
        row = workplace.correspondence.row
        assert row is not None
        assert row.number == window.queue.current_number() == window.queue.numbers()[0]
        assert (window.queue.geometry(), window.views.pos()) == (queue, views)
        assert window.composer.isVisible()
    finally:
        workplace.end()
        assert workplace.close() == []


def test_a_window_closed_at_first_sight_is_no_longer_wanted(opening: Opening) -> None:
    opening.window.queue.painted.connect(opening.window.hide)
    assert not opening.show_first_rows()


def test_where_nobody_waits_the_window_is_left_for_later(
    dressed: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert dressed is not None
    empty = paths.Profile(tmp_path_factory.mktemp("empty") / "profile")
    opening = open_window(empty, is_demo=True)
    assert opening.show_first_rows()
    assert not opening.window.isVisible()
    opening.window.deleteLater()


@pytest.mark.parametrize("wished", [True, False])
def test_a_wish_for_contrast_is_known_from_the_last_time(
    dressed: QApplication, profile: paths.Profile, *, wished: bool
) -> None:
    assert dressed is not None
    # What the system wishes for is asked after the first rows are seen.
    last = open_window(profile, is_demo=True)
    last.icons.theme.wishes_contrast = wished
    last.window.composer = ComposerPane(last.icons)
    last.window.close()
    opening = open_window(profile, is_demo=True)
    theme = opening.icons.theme
    strong = {Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK}
    assert (theme.scheme in strong) is wished
    for one in (last, opening):
        one.window.deleteLater()
        one.icons.theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
