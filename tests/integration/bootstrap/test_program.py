"""The use cases put together over a profile."""

from pathlib import Path

import pytest

from inbox_assistant.bootstrap.program import open_program, open_reading_only
from inbox_assistant.domain.errors import StorageError
from inbox_assistant.domain.view import View
from inbox_assistant.paths import Profile
from inbox_assistant.services.intake import Delivery
from inbox_assistant.settings import AGENT, CONFIRM_AT_ONCE
from inbox_assistant.storage.mails import Arrival
from tests.end2end.amazon_mails import buyer_mail
from tests.fakes import FakeClock


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def test_a_setting_reaches_every_use_case_at_once(
    profile: Profile, clock: FakeClock
) -> None:
    mail = buyer_mail(1, clock.now)
    with open_program(profile, clock) as program:
        program.delivering.keep([Delivery(mail.raw, Arrival("a", "shop", clock.now))])
        (row,) = program.reading.queue(View.WAITING, clock.now)
        program.settings.put(CONFIRM_AT_ONCE, value=True)
        program.settings.put(AGENT, "Petra")
        program.settling.no_response([row.thread], "thanks only")
        assert program.reading.row(row.thread) is not None
        assert list(program.reading.queue(View.TO_CONFIRM, clock.now)) == []
        assert {one.agent for one in program.store.journal.newest(2)} == {"Petra"}


def test_who_is_named_at_the_start_acts_whatever_the_settings_say(
    profile: Profile, clock: FakeClock
) -> None:
    with open_program(profile, clock, "ben") as program:
        program.settings.put(AGENT, "Petra")
        mail = buyer_mail(1, clock.now)
        program.delivering.keep([Delivery(mail.raw, Arrival("a", "shop", clock.now))])
        assert program.store.journal.newest(1)[0].agent == "ben"


def test_a_profile_is_made_when_it_is_first_asked(profile: Profile) -> None:
    with open_reading_only(profile) as reading:
        assert list(reading.queue(View.ALL, FakeClock().now)) == []
    assert profile.database.exists()


def test_a_profile_that_cannot_be_made_is_told(profile: Profile) -> None:
    profile.folder.touch()
    with pytest.raises(StorageError, match="cannot be made"), open_program(profile):
        pass
