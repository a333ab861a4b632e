"""Reminders over a real profile: told in time, and not again after a restart."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.countdown import Urgency
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.reminder import parse_leads
from inbox_assistant.domain.tally import Tally
from inbox_assistant.services.reminding import Outlook, plan_of
from inbox_assistant.settings import (
    INTAKE_HOURS,
    QUIET_HOURS,
    REMIND_BEFORE,
    TIME_ZONE,
    Settings,
)
from inbox_assistant.storage.accounts import Cursor
from tests.integration.services.office import HOUR, Office, open_office

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _without_a_night(office: Office) -> None:
    office.program.settings.put(QUIET_HOURS, "")


def outlook(office: Office, **problems: str) -> Outlook:
    now = office.clock.now
    watched = now - 20 * MINUTE
    return office.program.reminding.outlook(now, watched, problems)


def note(office: Office, seen: Outlook) -> None:
    office.program.reminding.note_told(seen.reminders, seen.alarms, office.clock.now)


def test_a_thread_is_told_with_its_row_and_not_again_after_a_restart(
    office: Office,
) -> None:
    thread = office.ask(1)
    assert outlook(office).reminders == ()
    office.clock.advance(18 * HOUR)
    seen = outlook(office)
    assert [one.thread for one in seen.reminders] == [thread]
    assert seen.first == office.row(thread)
    assert seen.tally == Tally(1)
    note(office, seen)
    assert outlook(office).reminders == ()
    with open_office(office.program.profile.folder, office.clock) as again:
        assert outlook(again).reminders == ()
        again.clock.advance(4 * HOUR)
        assert len(outlook(again).reminders) == 1


def test_an_answered_thread_is_told_no_more_and_a_decided_one_is(
    office: Office,
) -> None:
    answered, decided = office.ask(1), office.ask(2)
    office.clock.advance(23 * HOUR)
    settling = office.program.settling
    settling.replied_elsewhere([answered], office.clock.now)
    settling.no_response([decided], "Only thanks.")
    seen = outlook(office)
    assert [one.thread for one in seen.reminders] == [decided]
    settling.confirm([decided])
    assert outlook(office).reminders == ()


def test_counts_and_the_worst_come_with_it(office: Office) -> None:
    office.ask(1)
    office.clock.advance(3 * HOUR)
    office.ask(2)
    office.clock.advance(22 * HOUR)
    seen = outlook(office)
    assert seen.tally == Tally(2, soon=1, overdue=1)
    assert seen.tally.worst is Urgency.OVERDUE


def synced(office: Office) -> None:
    cursor = Cursor(1, 1, office.clock.now)
    office.store.accounts.keep_cursor("shop", "INBOX", cursor)


def test_a_mailbox_that_is_no_longer_read_is_told_once_with_the_reason(
    office: Office,
) -> None:
    synced(office)
    worked_at = office.clock.now
    office.clock.advance(3 * HOUR)
    (alarm,) = outlook(office, shop="The network is down.").alarms
    assert (alarm.account, alarm.since) == ("shop", worked_at)
    assert alarm.problem == "The network is down."
    note(office, outlook(office))
    assert outlook(office).alarms == ()
    assert outlook(office).is_silent
    synced(office)
    assert not outlook(office).is_silent
    office.clock.advance(4 * HOUR)
    office.store.accounts.hold("shop")
    (again,) = outlook(office).alarms
    assert again.problem == "The server refused the password."
    office.program.settings.put(INTAKE_HOURS, 0)
    assert outlook(office).alarms == ()


def test_at_night_a_silent_mailbox_can_wait(office: Office) -> None:
    synced(office)
    office.clock.advance(3 * HOUR)
    office.program.settings.put(TIME_ZONE, "UTC")
    office.program.settings.put(QUIET_HOURS, "11:00-13:00")
    assert outlook(office).alarms == ()
    office.clock.advance(HOUR)
    assert len(outlook(office).alarms) == 1


def test_a_slip_in_the_settings_silences_nothing() -> None:
    settings = Settings()
    for setting, text in ((REMIND_BEFORE, "six hours"), (QUIET_HOURS, "always")):
        with pytest.raises(InputError, match="is not possible"):
            settings.put(setting, text)
    settings.put(REMIND_BEFORE, "36 h, 2 h")
    settings.put(QUIET_HOURS, "22:00-27:00")
    plan = plan_of(settings)
    assert plan.leads == parse_leads(REMIND_BEFORE.default)
    assert plan.quiet == plan_of(Settings({QUIET_HOURS.key: ""})).quiet
