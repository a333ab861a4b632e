"""Each thread is told of in time, never twice, and many of them together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.quiet_hours import QuietHours
from inbox_assistant.domain.reminder import (
    Pending,
    Reminder,
    ReminderPlan,
    Told,
    due_reminders,
    parse_leads,
)
from tests.fakes import MORNING

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
LEADS = parse_leads("6 h, 2 h, 30 min")
PLAN = ReminderPlan(LEADS)
NIGHT = ReminderPlan(LEADS, QuietHours(22 * 60, 7 * 60, UTC))


def due_in(span: timedelta, thread: str = "a", **more: object) -> Pending:
    return Pending(thread, MORNING + span, **more)  # type: ignore[arg-type]


class Watcher:
    """Looks once a minute and remembers what was told, as the program does."""

    def __init__(self, plan: ReminderPlan, threads: dict[str, datetime]) -> None:
        self.plan = plan
        self.told: dict[str, Told] = {}
        self.threads = threads
        self.last_at: datetime | None = None
        self.heard: list[tuple[datetime, tuple[Reminder, ...]]] = []

    def look(self, now: datetime) -> None:
        """Look once."""
        pending = [
            Pending(key, due, self.told.get(key)) for key, due in self.threads.items()
        ]
        found = due_reminders(pending, self.plan, now, self.last_at)
        if found:
            self.last_at = now
            self.heard.append((now, found))
            self.told.update({r.thread: Told(r.due_at, r.lead) for r in found})

    def watch(self, start: datetime, minutes: int) -> None:
        """Look each minute."""
        for minute in range(minutes):
            self.look(start + minute * MINUTE)

    def of(self, thread: str) -> list[tuple[datetime, Reminder]]:
        """Return what was told of *thread*, and when."""
        return [
            (at, r) for at, found in self.heard for r in found if r.thread == thread
        ]


def test_a_thread_is_told_of_at_each_lead() -> None:
    due = MORNING + 7 * HOUR
    watcher = Watcher(PLAN, {"a": due})
    watcher.watch(MORNING, 9 * 60)
    assert [(due - at, r.lead, r.is_last) for at, r in watcher.of("a")] == [
        (6 * HOUR, 6 * HOUR, False),
        (2 * HOUR, 2 * HOUR, False),
        (30 * MINUTE, 30 * MINUTE, True),
    ]


def test_nothing_is_told_before_its_time_or_without_leads() -> None:
    assert due_reminders([due_in(6 * HOUR + MINUTE)], PLAN, MORNING) == ()
    assert due_reminders([due_in(HOUR)], ReminderPlan(()), MORNING) == ()


def test_a_late_start_tells_each_thread_once_by_the_lead_it_has_reached() -> None:
    found = due_reminders(
        [due_in(HOUR, "b"), due_in(-50 * HOUR, "c"), due_in(5 * HOUR)], PLAN, MORNING
    )
    assert [(r.thread, r.lead, r.is_last) for r in found] == [
        ("c", 30 * MINUTE, True),
        ("b", 2 * HOUR, False),
        ("a", 6 * HOUR, False),
    ]


def test_another_due_time_is_another_matter() -> None:
    one = due_in(HOUR)
    told = Told(one.due_at, 30 * MINUTE)
    assert due_reminders([replace(one, told=told)], PLAN, MORNING) == ()
    earlier = replace(told, due_at=one.due_at + HOUR)
    assert len(due_reminders([replace(one, told=earlier)], PLAN, MORNING)) == 1


def test_forty_threads_in_forty_minutes_make_a_handful_of_reminders() -> None:
    threads = {f"{n}": MORNING + 7 * HOUR + n * MINUTE for n in range(40)}
    watcher = Watcher(PLAN, threads)
    watcher.watch(MORNING, 9 * 60)
    assert all(len(watcher.of(thread)) == 3 for thread in threads)
    assert len(watcher.heard) <= 3 * 5


def test_quiet_hours_hold_everything_back_but_the_last() -> None:
    evening = MORNING.replace(hour=21)
    # Due at 3:00 and at 9:00 of the next day.
    watcher = Watcher(NIGHT, {"a": evening + 6 * HOUR, "b": evening + 12 * HOUR})
    watcher.watch(evening, 13 * 60)
    assert [at.hour for at, _ in watcher.of("a")] == [21, 2]
    assert [(at.hour, at.minute) for at, _ in watcher.of("b")] == [(7, 0), (8, 30)]


def test_in_quiet_hours_the_last_reminder_brings_no_others_along() -> None:
    night = MORNING.replace(hour=2)
    pending = [Pending("a", night + 20 * MINUTE), Pending("b", night + HOUR)]
    assert [r.thread for r in due_reminders(pending, NIGHT, night)] == ["a"]


def test_what_is_put_off_is_left_alone_until_the_last_reminder() -> None:
    asleep = due_in(HOUR, asleep_until=MORNING + 55 * MINUTE)
    assert due_reminders([asleep], PLAN, MORNING) == ()
    assert len(due_reminders([asleep], PLAN, MORNING + 31 * MINUTE)) == 1
    awake = replace(asleep, asleep_until=MORNING)
    assert len(due_reminders([awake], PLAN, MORNING)) == 1


def test_a_clock_that_was_put_back_holds_nothing_up() -> None:
    ahead = MORNING + 24 * HOUR
    assert len(due_reminders([due_in(HOUR)], PLAN, MORNING, ahead)) == 1
    assert due_reminders([due_in(HOUR)], PLAN, MORNING, MORNING - MINUTE) == ()


SOME_LEADS = st.lists(st.integers(1, 600), min_size=1, max_size=4, unique=True).map(
    lambda minutes: tuple(sorted((m * MINUTE for m in minutes), reverse=True))
)
MINUTES_OF_DAY = st.integers(0, 24 * 60 - 1)


@given(
    leads=SOME_LEADS,
    quiet=st.builds(QuietHours, MINUTES_OF_DAY, MINUTES_OF_DAY, st.just(UTC)),
    pause=st.integers(0, 30),
    dues=st.lists(st.integers(-600, 1200), max_size=12),
    asleep=st.integers(0, 600),
)
def test_no_thread_is_forgotten_and_none_told_twice(
    leads: tuple[timedelta, ...],
    quiet: QuietHours,
    pause: int,
    dues: list[int],
    asleep: int,
) -> None:
    plan = ReminderPlan(leads, quiet, pause * MINUTE)
    threads = {f"{n}": MORNING + due * MINUTE for n, due in enumerate(dues)}
    watcher = Watcher(plan, threads)
    # The computer sleeps for a while in between.
    watcher.watch(MORNING, 300)
    watcher.watch(MORNING + (300 + asleep) * MINUTE, 1000)
    end = MORNING + (300 + asleep + 999) * MINUTE
    for thread, due in threads.items():
        heard = [reminder.lead for _, reminder in watcher.of(thread)]
        assert heard == sorted(set(heard), reverse=True)
        if end >= due - leads[-1]:
            at, last = watcher.of(thread)[-1]
            assert last.is_last
            woken = MORNING + (300 + asleep) * MINUTE
            moment = max(due - leads[-1], MORNING)
            is_watched = not MORNING + 299 * MINUTE < moment < woken
            assert at <= (moment if is_watched else woken)
            assert at >= moment - plan.pause
    for at, found in watcher.heard:
        assert not quiet.holds(at) or all(one.is_last for one in found)
        assert [r.due_at for r in found] == sorted(r.due_at for r in found)


def test_leads_are_read_as_people_write_them() -> None:
    assert parse_leads("30min, 6h,2 H , 90 min") == (
        6 * HOUR,
        2 * HOUR,
        90 * MINUTE,
        30 * MINUTE,
    )
    assert parse_leads(" ") == ()
    assert parse_leads("2 h, 120 min") == (2 * HOUR,)


@pytest.mark.parametrize("text", ["6", "6 hours", "0 h", "24 h", "1440 min", "2h30min"])
def test_leads_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no time before a deadline"):
        parse_leads(text)
