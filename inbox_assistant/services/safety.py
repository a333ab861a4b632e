"""Backups, restoring, and making everything derived again."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError, StorageError
from inbox_assistant.mail.parse import parse_mail
from inbox_assistant.services.accounts import AccountBook
from inbox_assistant.services.intake import Intake
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.storage.store import Store, open_store

_STEP = 200
"""Mails read again between two reports of progress."""


def back_up(store: Store, target: Path) -> None:
    """Write a verified copy of the profile's file to *target*."""
    store.copy_to(target)


def restore(backup: Path, database: Path, clock: Clock) -> Path | None:
    """Put *backup* in the place of *database*, which is set aside, not removed.

    Returns where the former file now is, or ``None`` when there was none. Raises
    InputError when *backup* is no sound file of this program; nothing is changed
    then. The program must not have the profile open.
    """
    if not backup.is_file():
        raise InputError(f"There is no file {backup}.")
    database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    trial = database.with_name(database.name + ".restoring")
    try:
        shutil.copyfile(backup, trial)
        trial.chmod(0o600)
        with open_store(trial) as store:
            problems = store.problems()
    except (OSError, StorageError) as error:
        _remove_with_journal(trial)
        raise InputError(f"{backup} cannot be restored: {error}") from error
    if problems:
        _remove_with_journal(trial)
        raise InputError(f"{backup} is damaged: {problems[0]}.", "Try an older backup.")
    aside = _set_aside(database, clock())
    trial.replace(database)
    return aside


def rebuild(
    store: Store,
    intake: Intake,
    accounts: AccountBook,
    progress: Callable[[int], None] = lambda _done: None,
) -> int:
    """Read every kept mail again and work out all threads; return how many mails.

    Mails, journal, drafts and outbox stay as they are. It is one transaction: a
    rebuild that is cut leaves everything as it was.
    """
    done = 0
    partners: set[str] = set()
    floats: set[int] = set()
    own = accounts.addresses()
    with store.transaction():
        store.forget_derived()
        for raw_id in store.mails.numbers():
            arrivals = store.mails.arrivals(raw_id)
            raw = store.mails.read(raw_id)
            in_sent = any(arrival.in_sent_folder for arrival, _ in arrivals)
            mail = parse_mail(raw, own_addresses=own, in_sent_folder=in_sent)
            row, _ = intake.place(raw_id, mail, arrivals)
            if row.partner is None:
                floats.add(row.number)
            else:
                partners.add(row.partner)
            done += 1
            if done % _STEP == 0:
                progress(done)
        Reckoning(store).reckon(partners, floats)
    progress(done)
    return done


def _set_aside(database: Path, now: datetime) -> Path | None:
    if not database.exists():
        return None
    aside = database.with_name(f"{database.name}.before-{now:%Y%m%dT%H%M%S}")
    for ending in ("", "-wal", "-shm"):
        part = database.with_name(database.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    return aside


def _remove_with_journal(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
