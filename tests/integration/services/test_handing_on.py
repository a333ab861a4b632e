"""The end of a day names what the next shift finds."""

from inbox_assistant.services.handing_on import HandingOn
from inbox_assistant.services.numbers import numbers_of
from inbox_assistant.settings import TIME_ZONE, Settings
from tests.integration.services.office import HOUR, Office


def handing_on(office: Office) -> HandingOn:
    settings = Settings({TIME_ZONE.key: "UTC"})
    numbers = numbers_of(office.store, settings)
    return HandingOn(office.store, office.program.reading, numbers)


def test_the_page_holds_what_waits_what_is_to_confirm_and_what_breaches(
    office: Office,
) -> None:
    first, second = office.ask(1), office.ask(2)
    office.clock.advance(7 * HOUR)
    third = office.ask(3)
    office.program.labelling.assign([first], "ben")
    office.program.settling.no_response([second], "thanks only")
    until = office.clock.now + 18 * HOUR
    page = handing_on(office).page(office.clock.now, until)
    assert [one.thread for one in page.waiting] == [first, third]
    assert page.waiting[0].agent == "ben"
    assert [one.thread for one in page.to_confirm] == [second]
    assert {one.thread for one in page.breaching} == {first, second}
    (reason,) = page.reasons
    assert (reason.what, reason.reason) == ("no response necessary", "thanks only")
    assert page.unexplained == 0


def test_names_are_masked_and_decisions_taken_back_are_left_out(
    office: Office,
) -> None:
    thread = office.ask(1)
    done = office.program.settling.no_response([thread], "thanks only")
    office.program.settling.undo(done.entries)
    asked, now = handing_on(office), office.clock.now
    page = asked.page(now)
    assert page.until == now + 24 * HOUR
    assert page.reasons == ()
    name = office.row(thread).buyer
    assert name is not None
    assert page.waiting[0].buyer == f"{name[0]}…"
    assert asked.page(now, unmasked=True).waiting[0].buyer == name


def test_breaches_nobody_explained_are_counted(office: Office) -> None:
    office.ask(1)
    office.clock.advance(30 * HOUR)
    assert handing_on(office).page(office.clock.now).unexplained == 1
