"""A whole window over the sample mailbox, without any network."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.demo import fill_with_samples
from inbox_assistant.bootstrap.window import build
from inbox_assistant.settings import (
    REMIND_BEFORE,
    SPELLING,
    UNDO_SECONDS,
    load_settings,
)
from inbox_assistant.ui.application import Workplace

Start = Callable[[], Workplace]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a profile with the sample mailbox, to be copied."""
    folder = tmp_path_factory.mktemp("samples") / "profile"
    fill_with_samples(paths.Profile(folder))
    return folder


@pytest.fixture
def profile(samples: Path, tmp_path: Path) -> paths.Profile:
    """Return a profile of the test's own with the sample mailbox in it."""
    made = paths.Profile(tmp_path / "profile")
    shutil.copytree(samples, made.folder)
    # Long enough that nothing leaves while a slow machine looks elsewhere.
    settings = load_settings(made.settings)
    settings.put(UNDO_SECONDS, 120)
    # Nor does a reminder come in between.
    settings.put(REMIND_BEFORE, "")
    # Which dictionaries a computer has must not matter to a test.
    settings.put(SPELLING, value=False)
    return made


@pytest.fixture
def start(
    dressed: QApplication, profile: paths.Profile, qtbot: QtBot
) -> Iterator[Start]:
    """Return a function that opens the window on the profile."""
    assert dressed is not None
    opened: list[Workplace] = []

    def begin() -> Workplace:
        workplace = build(profile, is_demo=True)
        opened.append(workplace)
        workplace.start()
        qtbot.waitUntil(lambda: workplace.correspondence.row is not None)
        qtbot.waitUntil(workplace.window.composer.isEnabled)
        return workplace

    yield begin
    for workplace in opened:
        workplace.end()
        assert workplace.close() == []
        assert workplace.problems_met == set()
        workplace.window.deleteLater()
        workplace.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def workplace(start: Start) -> Workplace:
    """Return the open window with everything behind it."""
    return start()


@pytest.fixture
def dialog(qtbot: QtBot) -> Callable[[], QDialog]:
    """Return a function that waits for the dialog that is open."""

    def wait() -> QDialog:
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    return wait


Press = Callable[..., None]


@pytest.fixture
def press(qtbot: QtBot) -> Press:
    """Return a function that presses a key in the active window."""

    def key(widget: QWidget, *keys: object) -> None:
        window = widget.window()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(widget, *keys)

    return key
