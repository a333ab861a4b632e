"""The forecast names what will breach, and how fast this office answers."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.office import parse_office
from inbox_assistant.services.forecasting import Forecasting
from tests.fakes import MORNING
from tests.integration.services.office import HOUR, Office

OFFICE = parse_office("Mon-Fri 09:00-17:00", MORNING.tzinfo)


def forecasting(office: Office) -> Forecasting:
    return Forecasting(office.store, OFFICE)


def test_what_breaches_before_the_next_shift_is_named(office: Office) -> None:
    first = office.ask(1)
    office.clock.advance(4 * HOUR)
    office.ask(2)
    asked, now = forecasting(office), office.clock.now
    assert asked.next_shift(now) == MORNING + 24 * HOUR
    found = asked.forecast(now, now + 21 * HOUR)
    assert [one.thread for one in found.unattended] == [
        office.store.threads.number(first)
    ]
    assert found.first_at == MORNING + 24 * HOUR
    assert found.pace is None
    assert asked.forecast(now, now + HOUR).first_at is None


def test_what_is_decided_but_not_confirmed_breaches_as_well(office: Office) -> None:
    thread = office.ask(1)
    office.program.settling.no_response([thread], "thanks only")
    found = forecasting(office).forecast(office.clock.now, MORNING + 30 * HOUR)
    assert len(found.unattended) == 1


def test_the_pace_counts_answers_by_open_hours(office: Office) -> None:
    for number in range(1, 5):
        thread = office.ask(number)
        office.clock.advance(HOUR)
        office.program.settling.replied_elsewhere([thread], office.clock.now)
    # Two weeks of 40 hours lie before.
    asked = forecasting(office)
    assert asked.pace(office.clock.now) == pytest.approx(4 / 80, rel=0.1)
    office.ask(9)
    found = asked.forecast(office.clock.now, office.clock.now + timedelta(days=2))
    assert found.pace == asked.pace(office.clock.now)
    assert len(found.despite_work) == 1


def test_the_rate_is_told_for_answering_and_for_leaving(office: Office) -> None:
    done = office.ask(1)
    office.program.settling.replied_elsewhere([done], office.clock.now)
    office.clock.advance(HOUR)
    thread = office.ask(2)
    found = forecasting(office).choice([thread], office.clock.now)
    assert (found.answering, found.leaving) == (0.0, 0.5)
    assert found.at == office.clock.now + 24 * HOUR + timedelta(seconds=1)


def test_answering_what_is_overdue_changes_nothing(office: Office) -> None:
    thread = office.ask(1)
    office.clock.advance(25 * HOUR)
    found = forecasting(office).choice([thread], office.clock.now)
    assert found.answering == found.leaving == 1.0


def test_a_forecast_of_the_past_is_refused(office: Office) -> None:
    with pytest.raises(InputError, match="future"):
        forecasting(office).forecast(office.clock.now, office.clock.now)
