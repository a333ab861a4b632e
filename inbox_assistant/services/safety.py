"""Backups, restoring, and making everything derived again."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError, StorageError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.reply import OPEN_STATES, OutboxState
from inbox_assistant.paths import Profile
from inbox_assistant.services import template_records
from inbox_assistant.services.intake import Intake
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.services.scribe import Author, Scribe, desk_of
from inbox_assistant.storage.database import refuse_foreign
from inbox_assistant.storage.lock import sole_holder
from inbox_assistant.storage.store import Store, open_store

_STEP = 200
"""Mails read again between two reports of progress."""


def back_up(store: Store, target: Path) -> None:
    """Write a verified copy of the profile's file to *target*."""
    store.copy_to(target)


def restore(backup: Path, profile: Profile, clock: Clock) -> Path | None:
    """Put *backup* in the place of the profile's file, which is set aside.

    Replies that were on their way in the backup may have left since: each becomes
    unsure, to be looked for in Sent and otherwise decided by a person, so that none
    is sent twice. Returns where the former file now is, or ``None`` when there was
    none. Raises InputError when *backup* is no sound file of this program or a window
    has the profile open; nothing is changed then.
    """
    if not backup.is_file():
        raise InputError(f"There is no file {backup}.")
    profile.create()
    with sole_holder(profile.window_lock) as is_free:
        if not is_free:
            raise InputError(
                "The window has this profile open.", "Close it, then restore."
            )
        trial = _trial(backup, profile.database, clock)
        return put_in_place(trial, profile.database, "before", clock())


def _trial(backup: Path, database: Path, clock: Clock) -> Path:
    """Return a copy of *backup* beside *database*, found sound and made safe."""
    trial = database.with_name(database.name + ".restoring")
    try:
        refuse_foreign(backup)
    except StorageError as error:
        raise InputError(
            str(error), "Choose a backup that this program wrote."
        ) from error
    try:
        shutil.copyfile(backup, trial)
        trial.chmod(0o600)
        with open_store(trial) as store:
            problems = store.problems()
            if not problems:
                doubt_open_replies(store, clock)
    except (OSError, StorageError) as error:
        remove_with_journal(trial)
        raise InputError(f"{backup} cannot be restored: {error}") from error
    if problems:
        remove_with_journal(trial)
        raise InputError(f"{backup} is damaged: {problems[0]}.", "Try an older backup.")
    return trial


def doubt_open_replies(store: Store, clock: Clock) -> None:
    """Make every reply unsure that may have left since *store* was written."""
    scribe = Scribe(store, clock, Author(desk_of(store), ""))
    with store.transaction():
        for reply in store.outbox.in_states(OPEN_STATES - {OutboxState.UNSURE}):
            store.outbox.mark(reply.reply_id, OutboxState.UNSURE)
            scribe.write(
                Action.REPLY_UNSURE,
                thread=reply.thread,
                messages=reply.answers,
                data={
                    "reply": reply.reply_id,
                    "message_id": reply.message_id,
                    "problem": "restored from a backup",
                },
            )


def rebuild(
    store: Store,
    intake: Intake,
    progress: Callable[[int], None] = lambda _done: None,
) -> int:
    """Read every kept mail again and work out all threads; return how many mails.

    Templates of one's own and their uses are made anew from the journal.

    Mails, journal, drafts and outbox stay as they are. It is one transaction: a
    rebuild that is cut leaves everything as it was.
    """
    done = 0
    partners: set[str] = set()
    floats: set[int] = set()
    with store.transaction():
        store.forget_derived()
        for raw_id in store.mails.numbers():
            row = intake.read_again(raw_id)
            if row.partner is None:
                floats.add(row.number)
            else:
                partners.add(row.partner)
            done += 1
            if done % _STEP == 0:
                progress(done)
        Reckoning(store).reckon(partners, floats)
        template_records.work_out_all(store)
    progress(done)
    return done


def put_in_place(made: Path, database: Path, word: str, now: datetime) -> Path | None:
    """Put the file *made* in the place of *database*, which is kept beside it.

    Returns where the former file is (its name ends in *word* and the time), or
    ``None`` when there was none. At no moment is there no file in the place: whoever
    is cut off here finds the former one or the new one.
    """
    aside = None
    if database.exists():
        aside = database.with_name(f"{database.name}.{word}-{now:%Y%m%dT%H%M%S}")
        _link(database, aside)
        # The former file's journal must not be taken for the new one's.
        for ending in ("-wal", "-shm"):
            part = database.with_name(database.name + ending)
            if part.exists():
                part.replace(aside.with_name(aside.name + ending))
    made.replace(database)
    return aside


def _link(source: Path, target: Path) -> None:
    """Let *target* be *source* under another name; a copy where that cannot be."""
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)


def remove_with_journal(path: Path) -> None:
    """Remove the file at *path* and what SQLite keeps beside it, where it is there."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
