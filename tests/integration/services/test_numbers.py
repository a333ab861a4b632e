"""The questions about numbers follow the clock that the settings name."""

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.numbers import numbers_of
from inbox_assistant.settings import OFFICE_HOURS, TIME_ZONE, Settings
from tests.integration.services.office import HOUR, Office


def test_the_office_and_its_clock_are_those_of_the_settings(office: Office) -> None:
    settings = Settings({TIME_ZONE.key: "Asia/Tokyo"})
    numbers = numbers_of(office.store, settings)
    assert numbers.zone_name == "Asia/Tokyo"
    # Nine in the morning in Tokyo is midnight in UTC.
    shift = numbers.forecasting.next_shift(office.clock.now)
    assert shift == office.clock.now + 15 * HOUR
    thread = office.ask(1)
    number = office.store.threads.number(thread)
    assert number is not None
    assert numbers.names([number]) == {number: thread}


@pytest.mark.parametrize(
    ("setting", "value"), [(TIME_ZONE, "Mars"), (OFFICE_HOURS, "always")]
)
def test_settings_that_cannot_be_are_told(
    office: Office, setting: object, value: str
) -> None:
    with pytest.raises(InputError, match=value):
        numbers_of(office.store, Settings({setting.key: value}))  # type: ignore[attr-defined]
