"""Mails from files: dropped on the window, chosen, and told about."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.window import build
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.mail.sample import sample_mails
from inbox_assistant.services import importing
from inbox_assistant.ui.application import Workplace


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    """Return a folder with three mails and one file that is none."""
    folder = tmp_path / "mails"
    folder.mkdir()
    for number, (_, raw, _at) in zip(
        range(3), sample_mails(system_clock()), strict=False
    ):
        (folder / f"{number}.eml").write_bytes(raw)
    (folder / "broken.msg").write_bytes(b"\xd0\xcf\x11\xe0")
    return folder


@pytest.fixture
def empty(
    dressed: QApplication, samples: Path, tmp_path: Path, qtbot: QtBot
) -> Iterator[Workplace]:
    """Return a window on a profile in which nothing was set up."""
    assert dressed is not None
    profile = paths.Profile(tmp_path / "new")
    cache = paths.Profile(samples).cache
    if cache.exists():
        # Reading all the rules for the first time takes long; it is not tested here.
        shutil.copytree(cache, profile.cache)
    workplace = build(profile, is_demo=True)
    workplace.start()
    qtbot.waitUntil(lambda: workplace.window.is_welcoming)
    yield workplace
    workplace.end()
    assert workplace.close() == []
    assert workplace.problems_met == set()


def drop(workplace: Workplace, path: Path) -> None:
    """Drop *path* on the window as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, data, buttons, held)
    workplace.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(9, 9), action, data, buttons, held)
    workplace.window.dropEvent(event)


def test_before_there_is_anything_the_first_steps_are_shown(empty: Workplace) -> None:
    window = empty.window
    assert window.focusWidget() is window.welcome.connect_mailbox
    assert not window.queue.isVisible()


def test_dropped_mails_are_taken_in_and_the_queue_takes_over(
    empty: Workplace, mails: Path, qtbot: QtBot
) -> None:
    drop(empty, mails)
    # What another thread has stored may be seen before it is told.
    qtbot.waitUntil(lambda: "mails added" in empty.window.status.activity)
    qtbot.waitUntil(lambda: not empty.window.is_welcoming)
    assert empty.window.queue.isVisible()


def test_what_could_not_be_read_is_named(
    empty: Workplace, mails: Path, qtbot: QtBot
) -> None:
    empty.imports.take_in([mails])
    qtbot.waitUntil(lambda: "broken.msg" in empty.window.notice.words)


def test_what_has_come_so_far_is_shown_once_a_second(
    empty: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []
    empty.bus.changed.connect(lambda changes: told.append(changes.everything))
    empty.imports.counted.emit(1, 900)
    assert told == []
    later = system_clock() + timedelta(seconds=5)
    monkeypatch.setattr(empty._desk, "clock", lambda: later)
    empty.imports.counted.emit(200, 900)
    empty.imports.counted.emit(400, 900)
    assert told == [True]


def test_a_path_that_is_not_there_is_told_and_nothing_breaks(
    empty: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    empty.imports.take_in([tmp_path / "nowhere.eml"])
    qtbot.waitUntil(lambda: "nowhere.eml" in empty.window.notice.words)
    assert empty.window.is_welcoming


def test_a_file_dropped_on_the_composer_is_attached_and_its_place_never_pasted(
    workplace: Workplace, tmp_path: Path
) -> None:
    letter = tmp_path / "invoice.pdf"
    letter.write_bytes(b"%PDF-1.4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    editor = workplace.window.composer.editor
    given: list[list[Path]] = []
    editor.files_given.connect(given.append)
    assert editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    assert given == [[letter]]
    assert editor.text == ""


def test_a_folder_dropped_on_the_composer_is_left_to_the_window(
    workplace: Workplace, mails: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(mails))])
    editor = workplace.window.composer.editor
    editor.insertFromMimeData(data)
    assert editor.text == ""
    assert not editor.canInsertFromMimeData(data)


def test_an_import_can_be_stopped_and_gone_on_with(
    empty: Workplace,
    mails: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "BATCH", 1)
    (mails / "broken.msg").unlink()
    bar, imports = empty.window.importing, empty.imports
    at_once = Qt.ConnectionType.DirectConnection
    imports.counted.connect(lambda *_: imports.stop(), at_once)
    imports.take_in([mails])
    qtbot.waitUntil(bar.resume.isVisible)
    assert "after 1 mail," in bar.words.text()
    imports.counted.disconnect()
    seen: list[tuple[int, int]] = []
    imports.counted.connect(lambda done, total: seen.append((done, total)))
    bar.resume.click()
    qtbot.waitUntil(lambda: len(seen) > 2 and not bar.isVisible())
    assert "there already" in empty.window.status.activity
    assert seen[-1] == (3, 3)
