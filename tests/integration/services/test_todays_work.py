"""What an agent finds in the morning is counted and named, the most urgent first."""

from datetime import timedelta

from inbox_assistant.domain.reply import NextStep
from inbox_assistant.domain.view import View
from inbox_assistant.services.todays_work import ORDER, Pile, TodaysWork, todays_work
from tests.integration.services.office import HOUR, Office


def work_of(office: Office) -> TodaysWork:
    return todays_work(office.program.reading, office.clock.now)


def pile(office: Office, view: View | None) -> Pile:
    return work_of(office).piles[ORDER.index(view)]


def named(office: Office, view: View | None) -> list[str]:
    return [row.thread for row in pile(office, view).rows]


def test_nothing_is_there_on_a_new_profile(office: Office) -> None:
    work = work_of(office)
    assert [one.view for one in work.piles] == list(ORDER)
    assert sum(one.count for one in work.piles) == work.waiting == 0
    assert work.next_due_at is None


def test_what_is_late_and_what_is_soon_is_told_apart(office: Office) -> None:
    now = office.clock.now
    late = office.ask(1, now - 30 * HOUR)
    soon = [office.ask(n, now - 23 * HOUR + n * timedelta(minutes=1)) for n in range(5)]
    calm = office.ask(6, now)
    assert named(office, View.OVERDUE) == [late]
    assert named(office, View.DUE_SOON) == [soon[0], *soon[2:4]]
    assert pile(office, View.DUE_SOON).count == 4
    assert pile(office, View.WAITING).count == work_of(office).waiting == 6
    assert calm not in named(office, View.WAITING)


def test_what_is_decided_is_to_be_confirmed(office: Office) -> None:
    thread = office.ask()
    office.program.settling.no_response([thread], "thanks only")
    assert named(office, View.TO_CONFIRM) == [thread]
    assert pile(office, View.WAITING).count == 0


def test_promises_of_the_day_are_counted_apart_from_later_ones(office: Office) -> None:
    threads = []
    for number, hours in ((1, 48), (2, 20)):
        thread = office.ask(number)
        step = NextStep(promise_at=office.clock.now + hours * HOUR)
        reply = office.program.replies.send(thread, "I look into it.", step=step)[0]
        office.program.delivering.deliver(reply.reply_id, lambda _one, _dot: "250")
        threads.append(thread)
    promised = pile(office, View.PROMISES)
    assert (promised.count, promised.later, promised.missed) == (1, 1, 0)
    assert named(office, View.PROMISES) == threads[1:]
    office.clock.advance(30 * HOUR)
    status = office.program.reading.status(office.clock.now)
    assert pile(office, View.PROMISES).missed == status.promises_missed == 1


def test_a_mail_nobody_could_sort_is_shown_with_the_notices(office: Office) -> None:
    office.receive(b"From: x@amazon.de\r\nSubject: Hm\r\n\r\nWhat is this?\r\n")
    work = pile(office, None)
    assert work.count == len(work.notices)
    assert work.rows == ()
