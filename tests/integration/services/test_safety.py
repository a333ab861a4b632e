"""Backups, restoring and rebuilding."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.domain.errors import InputError, StorageError
from inbox_assistant.domain.reply import Draft, OutboxState
from inbox_assistant.domain.view import View
from inbox_assistant.services import safety
from inbox_assistant.storage.lock import sole_holder
from inbox_assistant.storage.store import open_reading
from tests.end2end.amazon_mails import buyer_mail, other_mail
from tests.fakes import FakeClock
from tests.integration.services.amazon_answers import bounce_of, copy_of
from tests.integration.services.office import HOUR, Office, open_office
from tests.integration.services.test_delivery import taken


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    """Return a backup with one waiting thread."""
    office.ask()
    target = tmp_path / "backups" / "one.db"
    safety.back_up(office.store, target)
    return target


def test_a_backup_restored_is_the_profile_as_it_was(
    office: Office, backup: Path, clock: FakeClock, tmp_path: Path
) -> None:
    before = office.waiting()
    other = paths.Profile(tmp_path / "other")
    assert safety.restore(backup, other, clock) is None
    with open_office(other.folder, clock) as restored:
        assert restored.waiting() == before
        assert restored.program.accounts.all() == office.program.accounts.all()


def test_the_former_file_is_set_aside_whole(
    backup: Path, clock: FakeClock, tmp_path: Path
) -> None:
    with open_office(tmp_path / "other", clock) as other:
        other.ask(7)
    profile = paths.Profile(tmp_path / "other")
    aside = safety.restore(backup, profile, clock)
    assert aside is not None
    assert aside.name == "inbox.db.before-20260302T090000"
    with open_reading(aside) as former:
        assert former.threads.count(View.WAITING, clock.now, clock.now) == 1
        assert former.messages.of_partner(buyer_mail(7, clock.now).alias)


def test_what_is_no_file_of_this_program_is_refused_and_nothing_changes(
    office: Office, backup: Path, clock: FakeClock, tmp_path: Path
) -> None:
    content = backup.read_bytes()
    wrong = {
        "missing": None,
        "empty": b"",
        "text": b"hello" * 1000,
        "cut": content[: len(content) // 2],
        "garbled": content[:8192] + b"\xff" * 8192 + content[16384:],
    }
    profile = office.program.profile
    for name, damaged in wrong.items():
        path = tmp_path / name
        if damaged is not None:
            path.write_bytes(damaged)
        with pytest.raises(InputError):
            safety.restore(path, profile, clock)
    assert [one.name for one in profile.folder.glob("*.restoring*")] == []
    assert [one.name for one in profile.folder.glob("*.before-*")] == []
    assert len(office.waiting()) == 1


def test_foreign_and_newer_files_are_refused(
    office: Office, backup: Path, clock: FakeClock, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.db"
    newer.write_bytes(backup.read_bytes())
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("pragma user_version = 999")
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("create table shopping (what text)")
        connection.commit()
    empty = tmp_path / "empty.db"
    empty.touch()
    for path in (newer, foreign, empty):
        with pytest.raises(InputError):
            safety.restore(path, office.program.profile, clock)
    assert len(office.waiting()) == 1


def test_nothing_is_restored_under_an_open_window(
    office: Office, backup: Path, clock: FakeClock
) -> None:
    profile = office.program.profile
    with (
        sole_holder(profile.window_lock),
        pytest.raises(InputError, match="window has this profile open"),
    ):
        safety.restore(backup, profile, clock)


def test_a_reply_that_was_on_its_way_is_not_sent_again_after_a_restore(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    reply = office.reply(office.ask())
    target = tmp_path / "one.db"
    safety.back_up(office.store, target)
    office.program.delivering.deliver(reply.reply_id, taken)
    other = paths.Profile(tmp_path / "other")
    safety.restore(target, other, clock)
    clock.advance(HOUR)
    with open_office(other.folder, clock) as restored:
        assert restored.program.delivering.due() == []
        assert restored.outbox(reply).state is OutboxState.UNSURE
        assert restored.waiting() == [reply.thread]
        restored.program.delivering.found_in_sent(reply.reply_id)
        assert restored.waiting() == []


def test_a_backup_made_while_others_write_is_whole(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    folder = office.program.profile.folder
    stop = threading.Event()
    written = threading.Event()

    def write() -> None:
        with open_office(folder, clock) as writing:
            number = 0
            while not stop.is_set():
                number += 1
                writing.receive(other_mail(number, clock.now), source=str(number))
                if number == 5:
                    written.set()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        assert written.wait(20)
        for number in range(3):
            target = tmp_path / f"{number}.db"
            safety.back_up(office.store, target)
            with open_reading(target) as copy:
                assert copy.problems() == []
                kept = sum(copy.messages.count_by_kind().values())
            assert kept >= 5
    finally:
        stop.set()
        thread.join()


def test_a_backup_that_cannot_be_written_is_told(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="could not be written"):
        safety.back_up(office.store, tmp_path / "file" / "backup.db")


def busy_day(office: Office) -> None:
    """Let a day happen with everything in it."""
    for number in range(1, 9):
        office.ask(number, office.clock.now - number * 4 * HOUR)
    threads = office.waiting()
    replies = [office.reply(thread, f"Answer to {thread}.") for thread in threads[:4]]
    office.clock.advance(timedelta(minutes=1))
    for reply in replies[:3]:
        office.program.delivering.deliver(reply.reply_id, taken)
    order_id = office.row(replies[0].thread).order_id or ""
    office.receive(copy_of(replies[0].body, order_id, office.clock.now))
    office.receive(bounce_of(replies[1], office.clock.now))
    office.program.settling.no_response(threads[4:6], "thanks only")
    done = office.program.settling.no_response([threads[6]], "thanks only")
    office.program.settling.undo(done.entries)
    office.program.settling.confirm([threads[4]])
    office.receive(*(other_mail(number, office.clock.now) for number in range(6)))
    office.program.replies.keep_draft(Draft(threads[7], "Dear"))


def seen(office: Office) -> list[object]:
    rows = [
        replace(row, number=0)
        for row in office.program.reading.queue(View.ALL, office.clock.now)
    ]
    shown: list[object] = sorted(rows, key=lambda row: row.thread)
    for row in rows:
        shown.extend(
            replace(one, number=0)
            for one in office.program.reading.messages(row.thread)
        )
    return shown


def test_rebuilding_changes_nothing_that_can_be_seen(office: Office) -> None:
    busy_day(office)
    before = seen(office)
    told: list[int] = []
    journal = office.store.journal.newest(500)
    count = safety.rebuild(office.store, office.program.intake, told.append)
    assert seen(office) == before
    assert count == told[-1] > 14
    assert office.store.journal.newest(500) == journal


def test_a_rebuild_that_is_cut_leaves_everything_as_it_was(office: Office) -> None:
    busy_day(office)
    before = seen(office)

    def stop(_done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        safety.rebuild(office.store, office.program.intake, stop)
    assert seen(office) == before
