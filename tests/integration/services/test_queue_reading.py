"""The queue lists what is urgent, and knows when time alone changes that."""

from datetime import timedelta

from inbox_assistant.domain.view import View
from inbox_assistant.settings import SOON_HOURS
from tests.integration.services.office import HOUR, Office

DAY = timedelta(days=1)


def test_the_queue_begins_with_the_most_urgent(office: Office) -> None:
    now = office.clock.now
    threads = [
        office.ask(number, now - age * HOUR)
        for number, age in ((1, 3), (2, 30), (3, 22), (4, 1))
    ]
    first, second, third, last = threads
    assert office.waiting() == [second, third, first, last]
    assert office.waiting(View.OVERDUE) == [second]
    assert office.waiting(View.DUE_SOON) == [third]


def test_soon_is_what_the_settings_say(office: Office) -> None:
    thread = office.ask(1, office.clock.now - 10 * HOUR)
    assert office.waiting(View.DUE_SOON) == []
    office.program.settings.put(SOON_HOURS, 20)
    assert office.waiting(View.DUE_SOON) == [thread]


def test_the_next_turn_is_when_time_alone_changes_a_view(office: Office) -> None:
    reading = office.program.reading
    assert reading.next_turn(View.DUE_SOON, office.clock.now) is None
    office.ask()
    due = office.clock.now + DAY
    assert reading.next_turn(View.DUE_SOON, office.clock.now) == due - 4 * HOUR
    overdue_from = due + timedelta(microseconds=1)
    assert reading.next_turn(View.OVERDUE, office.clock.now) == overdue_from
    office.clock.now = overdue_from
    assert office.waiting(View.OVERDUE) == office.waiting()
