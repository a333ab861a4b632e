"""The report counts as Amazon does, and each number opens the list it counts."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.response import Bucket
from inbox_assistant.reports.response_times import Dimension, Figures, Report
from inbox_assistant.services.reporting import Reporting
from tests.end2end.amazon_mails import buyer_mail
from tests.fakes import FakeClock
from tests.integration.services.office import HOUR, Office, open_office
from tests.integration.services.reckoned import note
from tests.integration.services.slow_report import slow_report

BERLIN = ZoneInfo("Europe/Berlin")
TURNS = (
    datetime(2026, 3, 29, 1, 0, tzinfo=UTC),  # summer time begins
    datetime(2026, 10, 25, 1, 0, tzinfo=UTC),  # and ends
    datetime(2028, 2, 29, 12, 0, tzinfo=UTC),  # a leap day
    datetime(2026, 12, 31, 23, 0, tzinfo=UTC),
)
ZONES = ("Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "UTC")
ENDINGS = (
    "replied",
    "replied elsewhere",
    "decided",
    "confirmed",
    "older",
    "sent back",
    "undone",
)
MINUTES = st.integers(-3 * 24 * 60, 9 * 24 * 60)


@dataclass(frozen=True)
class Step:
    """One thing that happens: to which buyer, at what minute, by whom."""

    what: str
    buyer: int
    minute: int
    late: int
    agent: str


STEPS = st.builds(
    Step,
    st.sampled_from(("mail", "mail", *ENDINGS)),
    st.integers(1, 5),
    MINUTES,
    st.sampled_from((0, 0, 1, 90, 47 * 60, 49 * 60, -30)),
    st.sampled_from(("anna", "ben")),
)


def live(office: Office, steps: list[Step], turn: datetime) -> None:
    """Let *steps* happen around *turn*; the clock jumps to each, also backwards."""
    for number, step in enumerate(steps):
        office.clock.now = turn + timedelta(minutes=step.minute, microseconds=number)
        if step.what == "mail":
            _mail(office, step, number)
        else:
            _ending(office, step, number)


def _mail(office: Office, step: Step, number: int) -> None:
    dated_at = office.clock.now - timedelta(minutes=step.late)
    mail = buyer_mail(step.buyer, dated_at.replace(microsecond=0))
    raw = mail.raw.replace(b"&m=M0", b"&m=M%d" % (number + 1))
    if step.late == 1:
        raw = raw.replace(mail.words.encode(), b"Thank you.")
    office.receive(raw)


def _ending(office: Office, step: Step, number: int) -> None:
    alias = buyer_mail(step.buyer, office.clock.now).alias
    keys = tuple(row.key for row in office.store.messages.of_partner(alias))
    if not keys:
        return
    name, now = f"e{number}", office.clock.now
    data: dict[str, object] = {}
    actions = {
        "replied": (Action.REPLY_QUEUED, Action.REPLY_HANDED_OVER),
        "replied elsewhere": (Action.REPLIED_ELSEWHERE,),
        "decided": (Action.NO_RESPONSE_DECIDED,),
        "confirmed": (Action.NO_RESPONSE_CONFIRMED,),
        "older": (Action.OLDER_SETTLED,),
        "sent back": (Action.REPLY_SENT_BACK,),
        "undone": (Action.UNDONE,),
    }[step.what]
    undoes = None
    spoken_of = office.store.journal.entry(f"e{number - 1}")
    if step.what in {"sent back", "undone"} and spoken_of is not None:
        # As the program writes it down, whosever thread the news of it is in.
        keys = spoken_of.messages
    if step.what == "replied":
        data = {"message_id": f"<{name}@x.example>"}
    elif step.what == "replied elsewhere":
        told = now - timedelta(minutes=abs(step.late))
        data = {"replied_at": told.isoformat()}
    elif step.what == "sent back":
        data = {"message_id": f"<e{number - 1}@x.example>"}
    elif step.what == "undone":
        undoes = f"e{number - 1}"
    for action in actions:
        is_last = action is actions[-1]
        entry_id = name if is_last else f"{name}q"
        agent = "postman" if action is Action.REPLY_HANDED_OVER else step.agent
        entry = Entry(entry_id, "desk", agent, now, action, None, keys, undoes, data)
        note(office.store, entry)


def counts_of(report: Report) -> Counter[tuple[str, str, str]]:
    """Return *report* in the form of the slow one, without what is zero."""
    counts: Counter[tuple[str, str, str]] = Counter()
    divided = {"total": {"": report.total}, **report.divided}
    for dimension, values in divided.items():
        for value, figures in values.items():
            for bucket, count in figures.counts.items():
                counts[str(dimension), value, str(bucket)] = count
            counts[str(dimension), value, "seconds"] = figures.seconds
    return +counts


TWO_ASK = [Step("mail", 1, 0, 0, "anna"), Step("mail", 2, 0, 0, "anna")]


@example(
    [*TWO_ASK, Step("replied", 1, 60, 0, "anna"), Step("sent back", 2, 120, 0, "ben")],
    TURNS[0],
    180,
    "UTC",
)
@example(
    [*TWO_ASK, Step("confirmed", 1, 60, 0, "anna"), Step("undone", 2, 120, 0, "ben")],
    TURNS[0],
    180,
    "UTC",
)
@hypothesis_settings(max_examples=200)
@given(
    st.lists(STEPS, min_size=1, max_size=8),
    st.sampled_from(TURNS),
    MINUTES,
    st.sampled_from(ZONES),
)
def test_the_figures_equal_a_slow_count_from_raw_mail_and_journal(
    steps: list[Step], turn: datetime, minute: int, zone: str
) -> None:
    with (
        TemporaryDirectory() as folder,
        open_office(Path(folder) / "p", FakeClock(turn)) as office,
    ):
        office.store._connection.execute("pragma synchronous = off")
        live(office, steps, turn)
        now = turn + timedelta(minutes=minute)
        reporting = Reporting(office.store, ZoneInfo(zone))
        report = reporting.report(7, now)
        connection = office.store._connection
        for days in (7, 30, 90):
            slow = slow_report(connection, days, now, ZoneInfo(zone))
            assert counts_of(reporting.report(days, now)) == +slow
            assert report.windows[days].counts == {
                Bucket(bucket): count
                for (dimension, _, bucket), count in slow.items()
                if dimension == "total" and bucket != "seconds"
            }


def answer(office: Office, thread: str, after: timedelta) -> None:
    office.clock.advance(after)
    office.program.settling.replied_elsewhere([thread], office.clock.now)


def test_each_bucket_is_told_apart_at_its_border(office: Office) -> None:
    threads = [office.ask(number) for number in (1, 2)]
    answer(office, threads[0], 24 * HOUR)
    answer(office, threads[1], timedelta(microseconds=1))
    late = office.ask(3)
    office.clock.advance(24 * HOUR + timedelta(microseconds=1))
    office.ask(4)
    report = Reporting(office.store, BERLIN).report(7, office.clock.now)
    assert report.total.counts == {
        Bucket.IN_TIME: 1,
        Bucket.LATE: 1,
        Bucket.NO_RESPONSE: 1,
        Bucket.OPEN: 1,
    }
    assert report.total.late_rate == pytest.approx(2 / 3)
    assert report.total.average == 24 * HOUR
    assert office.row(late).waiting == 1


def test_each_number_opens_the_threads_it_counts(office: Office) -> None:
    first, second = office.ask(1), office.ask(2)
    answer(office, first, 25 * HOUR)
    office.ask(3)
    reporting, now = Reporting(office.store, BERLIN), office.clock.now
    late = reporting.threads(7, now, frozenset({Bucket.LATE}))
    assert [office.store.threads.number(first)] == list(late)
    by_anna = (Dimension.AGENT, "anna")
    assert list(reporting.threads(7, now, frozenset(Bucket), by_anna)) == list(late)
    at_ten = (Dimension.HOUR, "10")
    none = frozenset({Bucket.NO_RESPONSE})
    found = reporting.threads(7, now, none, at_ten)
    assert list(found) == [office.store.threads.number(second)]
    assert len(reporting.threads(7, now, frozenset({Bucket.OPEN}), at_ten)) == 0


def test_every_number_of_a_division_is_as_long_as_its_list(office: Office) -> None:
    for number in range(1, 6):
        thread = office.ask(number)
        if number % 2:
            answer(office, thread, number * 7 * HOUR)
    reporting, now = Reporting(office.store, BERLIN), office.clock.now
    report = reporting.report(30, now)
    for dimension, values in report.divided.items():
        for value, figures in values.items():
            for bucket, count in figures.counts.items():
                at = (dimension, value)
                found = reporting.threads(30, now, frozenset({bucket}), at)
                assert len(found) == count


def test_progress_tells_how_many_messages_are_counted(office: Office) -> None:
    office.ask(1)
    told: list[int] = []
    Reporting(office.store, BERLIN).report(7, office.clock.now, told.append)
    assert told[-1] == 1
    assert told == sorted(told)


def test_the_figure_that_amazon_showed_last_stands_beside_ours(office: Office) -> None:
    reporting, now = Reporting(office.store, BERLIN), office.clock.now
    assert reporting.report(30, now).amazon is None
    office.program.health.note_amazon_figure(30, 4.5)
    office.clock.advance(HOUR)
    office.program.health.note_amazon_figure(30, 3.5)
    office.program.health.note_amazon_figure(7, 9.0)
    figure = reporting.report(30, now).amazon
    assert figure is not None
    assert (figure.late_percent, figure.agent) == (3.5, "anna")


def test_a_window_that_amazon_does_not_show_is_refused(office: Office) -> None:
    with pytest.raises(InputError, match="7, 30 or 90"):
        Reporting(office.store, BERLIN).report(14, office.clock.now)


def test_what_has_no_messages_has_no_rate() -> None:
    assert Figures().late_rate is None
    assert Figures().average is None


def test_the_report_is_the_same_after_everything_was_read_again(
    office: Office,
) -> None:
    from inbox_assistant.services.safety import rebuild  # noqa: PLC0415

    first = office.ask(1)
    office.ask(2)
    answer(office, first, 25 * HOUR)
    reporting, now = Reporting(office.store, BERLIN), office.clock.now
    before = counts_of(reporting.report(7, now))
    rebuild(office.store, office.program.intake)
    assert counts_of(reporting.report(7, now)) == before
