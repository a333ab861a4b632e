"""A breach is listed until the end of time; only its cause can be said."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from inbox_assistant.domain.breach import Breach, Cause
from inbox_assistant.services.overdue_review import BreachRow, OverdueReview
from tests.integration.services.office import HOUR, Office


def breaches(office: Office) -> list[BreachRow]:
    review = OverdueReview(office.store, ZoneInfo("Europe/Berlin"))
    return review.breaches(office.clock.now - timedelta(days=30), office.clock.now)


def test_what_still_waits_comes_first_and_the_oldest_before_the_rest(
    office: Office,
) -> None:
    first = office.ask(1)
    office.clock.advance(HOUR)
    second, third = office.ask(2), office.ask(3)
    office.clock.advance(30 * HOUR)
    office.program.settling.replied_elsewhere([first], office.clock.now)
    office.ask(4)
    rows = breaches(office)
    assert [row.thread for row in rows[:2]] in ([second, third], [third, second])
    assert rows[2].thread == first
    assert [row.breach for row in rows] == [
        Breach.NO_RESPONSE,
        Breach.NO_RESPONSE,
        Breach.LATE,
    ]
    assert rows[2].agent == "anna"
    assert rows[0].open
    assert not rows[2].open


def test_no_decision_and_no_undo_takes_a_breach_off_the_list(office: Office) -> None:
    thread = office.ask(1)
    office.clock.advance(25 * HOUR)
    settling, seen = office.program.settling, []
    told = settling.replied_elsewhere([thread], office.clock.now - 3 * HOUR)
    seen.append(breaches(office)[0].breach)
    settling.undo(told.entries)
    seen.append(breaches(office)[0].breach)
    decided = settling.no_response([thread], "thanks only")
    seen.append(breaches(office)[0].breach)
    confirmed = settling.confirm([thread])
    seen.append(breaches(office)[0].breach)
    settling.undo((*decided.entries, *confirmed.entries))
    seen.append(breaches(office)[0].breach)
    assert seen == [
        Breach.TOLD_LATE,
        Breach.NO_RESPONSE,
        Breach.NO_RESPONSE,
        Breach.CONFIRMED_LATE,
        Breach.NO_RESPONSE,
    ]


def test_the_weeks_rank_what_was_said(office: Office) -> None:
    threads = [office.ask(number) for number in (1, 2, 3)]
    office.clock.advance(26 * HOUR)
    keys = [office.rows(thread)[0].key for thread in threads]
    office.program.health.explain(keys[:2], Cause.WAREHOUSE)
    review = OverdueReview(office.store, ZoneInfo("Europe/Berlin"))
    since = office.clock.now - timedelta(days=30)
    (week,) = review.weeks(since, office.clock.now)
    assert [(one.cause, one.count) for one in week.shares] == [
        (Cause.WAREHOUSE, 2),
        (None, 1),
    ]


def test_what_waited_before_the_first_import_is_left_out(office: Office) -> None:
    from tests.end2end.amazon_mails import buyer_mail  # noqa: PLC0415

    old = buyer_mail(1, office.clock.now - 100 * HOUR)
    office.receive(old.raw, arrived_at=old.received_at, first_import=True)
    assert breaches(office) == []
