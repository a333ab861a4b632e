"""A damaged profile is made whole before its window opens, and that is told."""

from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.demo import fill_with_samples
from inbox_assistant.bootstrap.repair import repair
from inbox_assistant.bootstrap.window import open_whole
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.recovery import mark_damaged
from inbox_assistant.storage.store import open_reading
from inbox_assistant.ui.repair_window import RepairWindow


@pytest.fixture
def profile(dressed: QApplication, tmp_path: Path) -> paths.Profile:
    """Return a profile with the sample mailbox in it."""
    assert dressed is not None
    made = paths.Profile(tmp_path / "profile")
    fill_with_samples(made)
    return made


def damage(profile: paths.Profile) -> None:
    with profile.database.open("rb+") as file:
        file.write(bytes(4096))


def mails_of(profile: paths.Profile) -> int:
    with open_reading(profile.database) as store:
        return len(list(store.mails.numbers()))


def test_the_window_opens_on_what_was_saved(profile: paths.Profile) -> None:
    count = mails_of(profile)
    damage(profile)
    opening, news = open_whole(profile, is_demo=True)
    assert f"{count} mails" in news
    assert "inbox.db.damaged-" in news
    assert opening is not None
    assert opening.was_seen
    assert mails_of(profile) == count
    opening.window.deleteLater()


def test_a_sound_profile_opens_without_a_word(profile: paths.Profile) -> None:
    opening, news = open_whole(profile, is_demo=True)
    assert opening is not None
    assert news == ""
    assert list(profile.folder.glob("*.damaged-*")) == []
    opening.window.deleteLater()


def test_what_was_found_damaged_while_it_was_open_is_recovered_at_the_next_start(
    profile: paths.Profile,
) -> None:
    mark_damaged(profile)
    opening, news = open_whole(profile, is_demo=True)
    assert opening is not None
    assert "made whole" in news
    assert not profile.damage_mark.exists()
    opening.window.deleteLater()


def test_what_cannot_be_recovered_is_told_and_left_alone(
    profile: paths.Profile,
) -> None:
    profile.database.write_bytes(b"Dear Sir or Madam, " * 400)
    with pytest.raises(InputError, match="Nothing of Inbox Assistant"):
        repair(profile, system_clock)
    assert profile.database.read_bytes() == b"Dear Sir or Madam, " * 400


def test_the_small_window_counts_and_stays_until_the_work_is_done(
    qtbot: QtBot, dressed: QApplication
) -> None:
    assert dressed is not None
    window = RepairWindow()
    qtbot.addWidget(window, before_close_func=lambda one: one.hide())
    seen: list[object] = []

    def work() -> None:
        event = QCloseEvent()
        window.closeEvent(event)
        seen.append(event.isAccepted())
        window.told.emit(1200)
        window.ended.emit()

    window.wait_for(work)
    assert seen == [False]
    assert "1200" in " ".join(label.text() for label in window.findChildren(QLabel))
    assert window.isHidden()
