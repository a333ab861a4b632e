"""A list is narrowed as far as was asked for, on the office's clock."""

from inbox_assistant.domain.query import Operator, parse_query
from inbox_assistant.domain.view import View
from tests.integration.services.office import HOUR, Office


def test_a_limit_leaves_out_what_is_less_urgent(office: Office) -> None:
    threads = []
    for number in (1, 2, 3):
        threads.append(office.ask(number))
        office.clock.advance(HOUR)
    reading, query = office.program.reading, parse_query("is:waiting")
    found = reading.matching(View.ALL, query, office.clock.now, "due", 2)
    assert [row.thread for row in reading.rows(found)] == threads[:2]
    assert len(reading.matching(View.ALL, query, office.clock.now)) == 3


def test_what_open_threads_hold_can_be_asked_for(office: Office) -> None:
    office.program.labelling.tag([office.ask(1)], "vip")
    values = office.program.reading.known_values()
    assert values[Operator.MARKETPLACE] == ["UK"]
    assert values[Operator.TAG] == ["vip"]
    assert office.program.reading.saved_views() == []
