"""Backups are made when they are due, and the newest are kept."""

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.services.backups import back_up_by_itself, backups_in, is_due
from inbox_assistant.storage.store import open_reading
from tests.integration.services.office import Office

DAY = timedelta(days=1)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the backups go; not there yet."""
    return tmp_path / "backups"


def names(folder: Path) -> list[str]:
    return [path.name for path in backups_in(folder)]


def test_the_first_one_is_due_at_once(folder: Path) -> None:
    assert is_due(folder, NOON, DAY)


def test_the_next_one_is_due_a_day_after_the_last(office: Office, folder: Path) -> None:
    back_up_by_itself(office.store, folder, NOON, 7)
    assert not is_due(folder, NOON + DAY - timedelta(seconds=1), DAY)
    assert is_due(folder, NOON + DAY, DAY)


def test_one_from_the_future_does_not_put_the_next_one_off(
    office: Office, folder: Path
) -> None:
    back_up_by_itself(office.store, folder, NOON + 300 * DAY, 7)
    assert is_due(folder, NOON, DAY)


def test_the_newest_are_kept_and_nothing_of_others_is_touched(
    office: Office, folder: Path
) -> None:
    folder.mkdir()
    (folder / "inbox-mine.db").touch()
    for number in range(5):
        back_up_by_itself(office.store, folder, NOON + number * DAY, 3)
    assert names(folder) == [
        "inbox-20260306T120000.db",
        "inbox-20260305T120000.db",
        "inbox-20260304T120000.db",
    ]
    assert (folder / "inbox-mine.db").exists()


def test_a_backup_holds_everything_and_is_its_owners_alone(
    office: Office, folder: Path
) -> None:
    office.ask()
    made = back_up_by_itself(office.store, folder, NOON, 3)
    with open_reading(made) as copy:
        assert copy.problems() == []
        assert len(list(copy.mails.numbers())) == 1
    if sys.platform != "win32":
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_one_that_fails_removes_none_that_is_there(
    office: Office, folder: Path
) -> None:
    back_up_by_itself(office.store, folder, NOON, 1)
    (folder / "inbox-20260303T120000.db").mkdir()
    with pytest.raises(StorageError, match="is a folder"):
        back_up_by_itself(office.store, folder, NOON + DAY, 1)
    assert "inbox-20260302T120000.db" in names(folder)
