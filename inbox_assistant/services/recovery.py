"""Making a damaged profile whole again from what it still holds."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.paths import Profile
from inbox_assistant.services import safety
from inbox_assistant.services.backups import backups_in
from inbox_assistant.services.intake import Delivery, Intake
from inbox_assistant.services.scribe import Author, Scribe, desk_of
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.salvage import Salvaged, loose_mails, salvage
from inbox_assistant.storage.store import Store, open_store

_DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a recovery saved, and where the damaged file is kept."""

    mails: int
    entries: int
    aside: Path | None
    backup: Path | None
    """The backup that added what the file itself no longer held."""


def recover(
    profile: Profile,
    clock: Clock,
    intake_over: Callable[[Store], Intake],
    progress: Callable[[int], None] = lambda _done: None,
) -> Recovered:
    """Put a sound file in the place of the profile's damaged one, which is kept.

    Mails and decisions come from the damaged file and from the newest backup;
    everything else is worked out anew. Replies that had not left become unsure, so
    that none is sent twice. The caller holds the profile's window lock. *progress*
    hears how many mails have been read again.

    Raises InputError when nothing can be read out of either, and StorageError when
    the new file cannot be written; the damaged file is left as it is then.
    """
    backup = next(iter(backups_in(profile.backups)), None)
    sources = [profile.database, *_earlier(profile.database)[:1]]
    if backup is not None:
        sources.append(backup)
    making = profile.database.with_name(profile.database.name + ".recovering")
    safety.remove_with_journal(making)
    try:
        saved = _make(sources, making)
        with open_store(making) as store:
            intake = intake_over(store)
            safety.doubt_open_replies(store, clock)
            safety.rebuild(store, intake, progress)
            found = _keep_loose_mails(profile.database, intake)
            scribe = Scribe(store, clock, Author(desk_of(store), ""))
            told = {"mails": saved.mails + found, "entries": saved.entries}
            with store.transaction():
                scribe.write(Action.PROFILE_RECOVERED, data=told)
    except BaseException:
        safety.remove_with_journal(making)
        raise
    aside = safety.put_in_place(making, profile.database, _DAMAGED, clock())
    profile.damage_mark.unlink(missing_ok=True)
    return Recovered(saved.mails + found, saved.entries, aside, backup)


def _keep_loose_mails(damaged: Path, intake: Intake) -> int:
    """Keep the mails that nothing in the file leads to any more; return how many."""
    arrival = Arrival(source=f"recovered/{damaged.name}")
    try:
        loose = (Delivery(raw, arrival) for raw in loose_mails(damaged))
        return sum(kept.added for kept in intake.keep(loose))
    except OSError:
        # Unreadable stretches of a failing disk; what was found so far is kept.
        return 0


def mark_damaged(profile: Profile) -> None:
    """Have the next start of the window recover the profile."""
    # A disk that takes nothing more must not turn the news into another failure.
    with suppress(OSError):
        profile.damage_mark.touch(mode=0o600)


def _make(sources: list[Path], making: Path) -> Salvaged:
    saved = salvage([path for path in sources if path.exists()], making)
    if not saved.mails and not saved.entries:
        raise InputError(
            f"Nothing of Inbox Assistant can be read out of {sources[0]}.",
            "It was left as it is: restore a backup, or open another profile.",
        )
    return saved


def _earlier(database: Path) -> list[Path]:
    """Return the damaged files that were set aside before, the newest first.

    A recovery that was cut at its very end has set aside what belongs to the file.
    """
    return sorted(
        (
            path
            for path in database.parent.glob(f"{database.name}.{_DAMAGED}-*")
            if not path.name.endswith(("-wal", "-shm"))
        ),
        reverse=True,
    )
