"""Backups that are made by themselves: when one is due, and which are kept."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inbox_assistant.storage.store import Store

_NAME = re.compile(r"inbox-(\d{8}T\d{6})\.db")
_STAMP = "%Y%m%dT%H%M%S"


def backups_in(folder: Path) -> list[Path]:
    """Return the backups in *folder* that the program made by itself, newest first."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    return sorted(found, key=lambda path: path.name, reverse=True)


def is_due(folder: Path, now: datetime, every: timedelta) -> bool:
    """Return whether the newest backup in *folder* is *every* old, or there is none.

    One from the future, as after the clock was put back, does not count.
    """
    made = [at for at in map(_made_at, backups_in(folder)) if at <= now]
    return not made or now - max(made) >= every


def back_up_by_itself(store: Store, folder: Path, now: datetime, keep: int) -> Path:
    """Write a verified backup into *folder* and leave the newest *keep* there.

    Older ones are removed only when the new one is sound. Raises StorageError when it
    cannot be written; what was there stays.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"inbox-{now.astimezone(UTC):{_STAMP}}.db"
    store.copy_to(target)
    for older in backups_in(folder)[max(keep, 1) :]:
        older.unlink(missing_ok=True)
    return target


def _made_at(path: Path) -> datetime:
    found = _NAME.fullmatch(path.name)
    text = "" if found is None else found[1]
    return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
