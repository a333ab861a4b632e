"""Damage a profile in many ways and count what is lost.

For each seed a profile with mails, decisions, drafts and a reply on its way is damaged:
bits flipped, pages zeroed or overwritten, the file cut short or emptied, its log cut,
flipped or removed, written by a newer or an older program. Then it is opened, recovered
where that is asked for, and compared. A mail counts as held by the disk where no byte
of it was touched and, for one that takes several pages, no byte of the page it begins
on; such a mail must be there afterwards. What stands in the log behind its last commit
does not count: no power cut can be told from it, nobody was told that it is kept, and
the note that it was fetched is gone with it, so that it is fetched again.
"""

import argparse
import collections
import hashlib
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.domain.reply import Draft, OutboxState
from inbox_assistant.services import recovery, safety
from inbox_assistant.storage.store import Store, open_store
from tests.bench.disk_faults import FAULTS, PAGE, be_newer
from tests.end2end.amazon_mails import other_mail
from tests.fakes import FakeClock
from tests.integration.services.office import (
    HOUR,
    Office,
    SimpleRules,
    intake_over,
    open_office,
)

_CHUNK = 48
"""Bytes of a packed mail that are looked for at a time; they stand nowhere else."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A profile to damage: where each mail stands in it, and what waits."""

    folder: Path
    places: dict[bytes, frozenset[tuple[str, int]]]
    """By hash: the pages (a file's ending and a number) that hold the mail."""
    starts: dict[bytes, tuple[str, int]]
    packed: dict[bytes, bytes]


@dataclass(slots=True)
class Outcome:
    """What one fault did."""

    fault: str
    lost: int = 0
    told: str = ""
    recovered: bool = False
    wrong: list[str] = field(default_factory=list)


def make_sample(folder: Path, chance: random.Random, *, is_closed: bool) -> Sample:
    """Let a few days happen in a new profile at *folder*.

    Unless it *is_closed*, its log of changes is left as a killed program leaves it.
    """
    clock = FakeClock()
    live = folder.with_name("live")
    with open_office(live, clock) as office:
        for number in range(1, 41):
            office.ask(number, clock.now - number * HOUR)
            if number == 25:  # the rest stands in the log
                with closing(sqlite3.connect(live / "inbox.db")) as connection:
                    connection.execute("pragma wal_checkpoint(truncate)")
        _receive_long_ones(office, chance)
        threads = office.waiting()
        office.program.settling.no_response(threads[:5], "thanks only")
        office.program.settling.confirm(threads[:3])
        office.program.replies.keep_draft(Draft(threads[7], "Dear buyer, it"))
        office.reply(threads[8])
        safety.back_up(office.store, live / "kept.db")
        if is_closed:
            with closing(sqlite3.connect(live / "inbox.db")) as connection:
                connection.execute("pragma wal_checkpoint(truncate)")
        shutil.copytree(live, folder, ignore=shutil.ignore_patterns("*-shm", "*.lock"))
        packed = _packed(folder)
    shutil.rmtree(live)
    places = {sha: frozenset(_find(folder, blob)) for sha, blob in packed.items()}
    starts = {sha: next(_find(folder, sha + blob[:8])) for sha, blob in packed.items()}
    return Sample(folder, places, starts, packed)


def _receive_long_ones(office: Office, chance: random.Random) -> None:
    for number in range(100, 106):
        mail = other_mail(number, office.clock.now)
        office.receive(mail + chance.randbytes(number * 70).hex().encode())


def _packed(folder: Path) -> dict[bytes, bytes]:
    # Of a copy: whoever opens a file last empties its log.
    with tempfile.TemporaryDirectory() as copy:
        for part in folder.glob("inbox.db*"):
            shutil.copy(part, copy)
        with closing(sqlite3.connect(Path(copy) / "inbox.db")) as connection:
            return dict(connection.execute("select sha256, bytes from raw").fetchall())


def _find(folder: Path, blob: bytes) -> Iterator[tuple[str, int]]:
    """Yield the pages that hold pieces of *blob*, of the file and of its log."""
    for ending, head, step in (("", 0, PAGE), ("-wal", 32, PAGE + 24)):
        path = folder / f"inbox.db{ending}"
        content = path.read_bytes() if path.exists() else b""
        for place in range(0, max(len(blob) - _CHUNK, 1), 16):
            at = content.find(blob[place : place + _CHUNK])
            while at >= 0:
                yield ending, (at - head) // step
                at = content.find(blob[place : place + _CHUNK], at + 1)


def try_fault(sample: Sample, folder: Path, seed: int) -> Outcome:
    """Damage a copy of *sample* at *folder* and see what comes of it."""
    chance = random.Random(seed)
    damage = FAULTS[seed % len(FAULTS)]
    shutil.copytree(sample.folder, folder)
    (folder / "inbox.db-wal").touch()
    before = _contents(folder)
    damage(folder, chance)
    after = _contents(folder)
    held = set(_held(sample, before, after))
    if (folder / "backups").exists():
        held = set(sample.places)
    outcome = Outcome(damage.__name__)
    clock = FakeClock()
    clock.advance(timedelta(days=1))
    try:
        _open_as_a_person_would(paths.Profile(folder), clock, outcome)
        _compare(paths.Profile(folder), held, outcome)
    except InboxAssistantError as error:
        outcome.told = str(error)
        if damage is be_newer:
            if "newer" not in outcome.told:
                outcome.wrong.append(f"a newer file is told so: {error}")
        elif held:
            outcome.lost = len(held)
            outcome.wrong.append(f"could not be recovered: {error}")
    shutil.rmtree(folder)
    return outcome


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        ending: path.read_bytes() if path.exists() else b""
        for ending in ("", "-wal")
        for path in [folder / f"inbox.db{ending}"]
    }


def _held(
    sample: Sample, before: dict[str, bytes], after: dict[str, bytes]
) -> Iterator[bytes]:
    """Yield the hashes of the mails that the disk still holds."""
    touched = {
        (ending, number)
        for ending, head, step in (("", 0, PAGE), ("-wal", 32, PAGE + 24))
        for number in range(len(before[ending]) // step + 1)
        if before[ending][head + number * step : head + (number + 1) * step]
        != after[ending][head + number * step : head + (number + 1) * step]
    }
    if before["-wal"][:32] != after["-wal"][:32]:
        touched |= {("-wal", number) for number in range(len(before["-wal"]) // PAGE)}
    committed = _committed(after["-wal"])
    touched |= {
        ("-wal", number) for number in range(committed, len(before["-wal"]) // PAGE)
    }
    both = after[""] + after["-wal"][: 32 + committed * (PAGE + 24)]
    for sha, pages in sample.places.items():
        is_whole = sha + sample.packed[sha] in both
        if is_whole or not (pages | {sample.starts[sha]}) & touched:
            yield sha


def _committed(log: bytes) -> int:
    """Return how many pages of *log* stand before the end of its last commit."""
    step = PAGE + 24
    ends = [
        number + 1
        for number in range((len(log) - 32) // step)
        # The pages that the file has after a commit; 0 within one.
        if any(log[32 + number * step + 4 : 32 + number * step + 8])
    ]
    return max(ends, default=0)


def _open_as_a_person_would(
    profile: paths.Profile, clock: FakeClock, outcome: Outcome
) -> None:
    """Open the profile; where it is known or found to be damaged, recover it."""
    is_damaged = profile.needs_recovery
    if not is_damaged:
        try:
            with open_store(profile.database) as store:
                problems = store.problems(quickly=True) or store.problems()
                outcome.told = "; ".join(problems)
                look_at_everything(store)
            is_damaged = bool(problems)
        except InboxAssistantError as error:
            outcome.told = str(error)
            if "newer" in outcome.told:
                raise
            is_damaged = True
    if is_damaged:
        outcome.recovered = True
        rules = SimpleRules()
        recovery.recover(profile, clock, lambda store: intake_over(store, rules, clock))


def look_at_everything(store: Store) -> None:
    """Read all that the window could ever show."""
    list(store.journal.everything())
    store.outbox.in_states(set(OutboxState))
    store.accounts.all()
    for kind in store.messages.count_by_kind():
        list(store.messages.of_kind(kind))
    for thread in store.drafts.threads():
        store.drafts.read(thread)


def _compare(profile: paths.Profile, held: set[bytes], outcome: Outcome) -> None:
    with open_store(profile.database) as store:
        there = {
            hashlib.sha256(store.mails.read(number)).digest()
            for number in store.mails.numbers()
        }
        outcome.lost = len(held - there)
        if outcome.lost:
            outcome.wrong.append(f"{outcome.lost} mails lost")
        wrong = [one for one in store.problems() if "not as they were" not in one]
        outcome.wrong.extend(wrong)
        look_at_everything(store)


def main() -> int:
    """Try the faults and say what came of them; return 1 where one did harm."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("faults", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tell", action="store_true", help="say what a person reads")
    chosen = parser.parse_args()
    kinds: dict[str, list[Outcome]] = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as work:
        chance = random.Random(chosen.seed)
        samples = [
            make_sample(Path(work) / f"sample-{is_closed}", chance, is_closed=is_closed)
            for is_closed in (False, True)
        ]
        for seed in range(chosen.seed, chosen.seed + chosen.faults):
            sample = samples[seed // len(FAULTS) % 2]
            outcome = try_fault(sample, Path(work) / "tried", seed)
            kinds[outcome.fault].append(outcome)
            for what in outcome.wrong:
                print(f"seed {seed}, {outcome.fault}: {what} ({outcome.told})")
            if chosen.tell:
                print(f"seed {seed}, {outcome.fault}: {outcome.told or 'sound'}")
    for fault, outcomes in sorted(kinds.items()):
        lost = sum(one.lost for one in outcomes)
        recovered = sum(one.recovered for one in outcomes)
        print(
            f"{fault:<28} {len(outcomes):>4} tried {recovered:>4} recovered {lost} lost"
        )
    bad = sum(bool(one.wrong) for outcomes in kinds.values() for one in outcomes)
    print(f"{chosen.faults - bad} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
