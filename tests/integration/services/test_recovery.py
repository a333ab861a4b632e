"""A damaged profile is made whole from what it still holds."""

import random
from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.domain.view import View
from inbox_assistant.services.backups import back_up_by_itself
from inbox_assistant.services.recovery import mark_damaged, recover
from tests.bench.disk_faults import FAULTS
from tests.bench.storage_faults import Sample, make_sample, try_fault
from tests.fakes import FakeClock
from tests.integration.services.office import Office, intake_over, open_office
from tests.integration.services.test_safety import busy_day, seen


def recovered(office: Office) -> None:
    """Recover the profile of *office*, which is closed."""
    profile, clock = office.program.profile, office.clock

    recover(profile, clock, lambda store: intake_over(store, office.rules, clock))


@pytest.fixture
def closed(tmp_path: Path, clock: FakeClock) -> Office:
    """Return an office that had a busy day and went home."""
    with open_office(tmp_path / "profile", clock) as office:
        busy_day(office)
    return office


def test_a_recovered_profile_shows_the_same_as_before(
    closed: Office, clock: FakeClock
) -> None:
    folder = closed.program.profile.folder
    with open_office(folder, clock) as office:
        before = seen(office)
        waiting = office.waiting()
    with (folder / "inbox.db").open("rb+") as file:
        file.write(bytes(4096))
    recovered(closed)
    with open_office(folder, clock) as office:
        # The reply that had not left yet must not leave twice.
        assert office.waiting() == waiting
        assert len(seen(office)) == len(before)
        states = {reply.state for reply in office.store.outbox.in_states(OutboxState)}
        assert not states & {OutboxState.QUEUED, OutboxState.SENDING}
        entries = office.store.journal.of_action(Action.PROFILE_RECOVERED)
    assert [one.data["mails"] for one in entries] == [closed_mails(folder)]
    assert len(list(folder.glob("inbox.db.damaged-*"))) == 1


def closed_mails(folder: Path) -> int:
    with open_office(folder, FakeClock()) as office:
        return len(list(office.store.mails.numbers()))


def test_nothing_is_made_of_a_file_that_holds_nothing(
    closed: Office,
) -> None:
    database = closed.program.profile.database
    database.write_bytes(b"Dear Sir or Madam, " * 400)
    with pytest.raises(InputError, match="Nothing of Inbox Assistant"):
        recovered(closed)
    assert database.read_bytes() == b"Dear Sir or Madam, " * 400
    assert [one.name for one in database.parent.glob("*.recovering*")] == []


def test_an_empty_file_with_a_backup_beside_it_was_not_always_empty(
    closed: Office, clock: FakeClock
) -> None:
    profile = closed.program.profile
    with open_office(profile.folder, clock) as office:
        back_up_by_itself(office.store, profile.backups, clock.now, 3)
        waiting = office.waiting()
    assert not profile.needs_recovery
    profile.database.write_bytes(b"")
    assert profile.needs_recovery
    recovered(closed)
    with open_office(profile.folder, clock) as office:
        assert office.waiting() == waiting


def test_a_new_profile_needs_none(tmp_path: Path) -> None:
    assert not paths.Profile(tmp_path / "new").needs_recovery


def test_what_was_marked_is_recovered_once(closed: Office) -> None:
    mark_damaged(closed.program.profile)
    assert closed.program.profile.needs_recovery
    recovered(closed)
    assert not closed.program.profile.needs_recovery


def test_a_recovery_cut_at_its_very_end_is_done_again_with_the_same_result(
    closed: Office, clock: FakeClock
) -> None:
    folder = closed.program.profile.folder
    with open_office(folder, clock) as office:
        office.ask(77)
        log = (folder / "inbox.db-wal").read_bytes()
        content = (folder / "inbox.db").read_bytes()
    # The log was set aside already, the damaged file still stands in its place.
    (folder / "inbox.db").write_bytes(bytes(4096) + content[4096:])
    aside = folder / "inbox.db.damaged-20260302T080000"
    aside.write_bytes(bytes(4096) + content[4096:])
    aside.with_name(aside.name + "-wal").write_bytes(log)
    recovered(closed)
    with open_office(folder, clock) as office:
        assert office.store.messages.of_partner("b00077xkqzwv@marketplace.amazon.co.uk")
        assert office.waiting(View.ALL)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Sample]:
    """Return two profiles to damage: closed well, and as a kill leaves it."""
    folder, chance = tmp_path_factory.mktemp("samples"), random.Random(1)
    return [
        make_sample(folder / f"sample-{is_closed}", chance, is_closed=is_closed)
        for is_closed in (False, True)
    ]


@pytest.mark.parametrize("seed", range(2 * len(FAULTS)))
def test_no_fault_of_the_disk_costs_a_mail_that_it_still_holds(
    samples: list[Sample], tmp_path: Path, seed: int
) -> None:
    outcome = try_fault(samples[seed // len(FAULTS)], tmp_path / "tried", seed)
    assert outcome.wrong == []
    assert outcome.lost == 0
