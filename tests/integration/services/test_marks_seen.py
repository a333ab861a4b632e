"""Two seats and a stranger's program on one mailbox, in whatever order they act."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from inbox_assistant.domain.journal import Action, in_force
from inbox_assistant.domain.marks import KEYWORD
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.state import State
from inbox_assistant.services.rounds import run_round
from inbox_assistant.services.safety import rebuild
from tests.end2end.amazon_mails import BuyerMail, buyer_mail
from tests.fakes import FakeClock
from tests.integration.services.office import SHOP, Office, open_office
from tests.integration.services.played_servers import PlayedFolder, PlayedServers

ANSWERED = "\\Answered"
MAILS = (1, 2, 3)

Step = tuple[str, str, int]
"""Who does what to which mail."""

steps = st.lists(
    st.tuples(st.sampled_from("ab"), st.just("read"), st.just(1))
    | st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(["settle", "take back", "decide"]),
        st.sampled_from(MAILS),
    )
    | st.tuples(
        st.just("stranger"),
        st.sampled_from(["mark", "unmark", "answer", "unanswer", "look"]),
        st.sampled_from(MAILS),
    )
    | st.tuples(
        st.just("server"),
        st.sampled_from(["lose index", "stop counting", "number anew"]),
        st.just(1),
    ),
    max_size=14,
)


@dataclass
class Team:
    """Two seats, their mailbox, and which messages somebody at a seat acted on."""

    seats: dict[str, Office]
    clock: FakeClock
    servers: PlayedServers = field(default_factory=PlayedServers)
    mails: dict[int, BuyerMail] = field(default_factory=dict)
    touched: set[tuple[str, int]] = field(default_factory=set)

    @property
    def inbox(self) -> PlayedFolder:
        """Return the folder that all of them read."""
        return self.servers.mailbox.folders["INBOX"]

    def begin(self) -> None:
        """Let three buyers write, and both seats read it."""
        for number in MAILS:
            mail = buyer_mail(number, self.clock.now - timedelta(hours=number))
            self.mails[number] = mail
            self.inbox.add(mail.raw, mail.received_at)
        for seat in self.seats:
            self.read(seat)

    def read(self, seat: str) -> None:
        """Run a round of *seat*."""
        self.clock.now += timedelta(minutes=1)
        syncing = self.seats[seat].program.syncing
        assert run_round(SHOP, syncing, self.servers.access).problems == ()

    def row(self, seat: str, number: int) -> QueueRow:
        """Return what *seat* shows of the buyer *number*."""
        office = self.seats[seat]
        return office.row(office.thread_of(self.mails[number]))

    def act(self, seat: str, what: str, number: int) -> None:
        """Let the agent at *seat* do something, where it can be done."""
        self.clock.now += timedelta(minutes=1)
        if what == "read":
            self.read(seat)
            return
        row = self.row(seat, number)
        settling = self.seats[seat].program.settling
        if what == "take back":
            last = settling.last_undoable_of(row.thread)
            if last:
                settling.undo([entry.entry_id for entry in last])
                self.touched.add((seat, number))
        elif row.state is State.WAITING:
            settling.no_response([row.thread], "other")
            self.touched.add((seat, number))
            if what == "settle":
                self.clock.now += timedelta(seconds=1)
                settling.confirm([row.thread])

    def happen(self, step: Step) -> None:
        """Let *step* happen."""
        who, what, number = step
        if who in self.seats:
            self.act(who, what, number)
            return
        changes = {
            "mark": lambda: self.inbox.mark(number, KEYWORD),
            "unmark": lambda: self.inbox.unmark(number, KEYWORD),
            "answer": lambda: self.inbox.mark(number, ANSWERED),
            "unanswer": lambda: self.inbox.unmark(number, ANSWERED),
            "look": lambda: self.inbox.mark(number, "\\Seen"),
            "lose index": self._lose_index,
            "stop counting": self._stop_counting,
            "number anew": self._number_anew,
        }
        changes[what]()

    def _lose_index(self) -> None:
        self.inbox.highest_modseq = 1
        self._read_all()

    def _stop_counting(self) -> None:
        mailbox = self.servers.mailbox
        mailbox.counts_changes = not mailbox.counts_changes

    def _number_anew(self) -> None:
        # Of a mark that goes meanwhile nobody could say whether it was taken away.
        self._read_all()
        self.inbox.uid_validity += 1
        self._read_all()

    def _read_all(self) -> None:
        for seat in self.seats:
            self.read(seat)

    def end(self) -> None:
        """Read until every mark has come round."""
        for _ in range(3):
            self._read_all()


@contextmanager
def team(folder: Path) -> Iterator[Team]:
    """Open the profiles of two seats in *folder*."""
    clock = FakeClock()
    with ExitStack() as stack:
        seats = {
            name: stack.enter_context(open_office(folder / name, clock))
            for name in "ab"
        }
        for seat in seats.values():
            seat.store._connection.execute("pragma synchronous = off")
        begun = Team(seats, clock)
        begun.begin()
        yield begun


def confirmed_here(office: Office, thread: str) -> bool:
    keys = [row.key for row in office.rows(thread)]
    entries = in_force(office.store.journal.about(keys))
    return any(entry.action is Action.NO_RESPONSE_CONFIRMED for entry in entries)


def was_ever_settled(office: Office, thread: str) -> bool:
    keys = [row.key for row in office.rows(thread)]
    return any(
        entry.action in {Action.NO_RESPONSE_CONFIRMED, Action.NO_RESPONSE_SEEN}
        for entry in office.store.journal.about(keys)
    )


def stands(office: Office) -> list[tuple[object, ...]]:
    return office.store._connection.execute(
        """select key, state, waiting, to_confirm, due_at, answered_elsewhere_at
        from thread order by key"""
    ).fetchall()


@hypothesis_settings(max_examples=40, deadline=None)
@given(steps)
def test_every_seat_shows_what_the_mailbox_says_unless_its_agent_says_otherwise(
    lived: list[Step],
) -> None:
    with TemporaryDirectory() as folder, team(Path(folder)) as work:
        for step in lived:
            work.happen(step)
        work.end()
        for seat, office in work.seats.items():
            for number in MAILS:
                row = work.row(seat, number)
                flags = work.inbox.flags.get(number, set())
                is_marked = KEYWORD in flags
                is_settled = row.state is State.SETTLED
                by_us = confirmed_here(office, row.thread)
                assert not is_settled or is_marked or by_us
                if (seat, number) not in work.touched:
                    assert is_settled == is_marked
                is_told = row.answered_elsewhere_at is not None
                is_answered = ANSWERED in flags and row.waiting > 0
                assert is_told <= is_answered
                if not was_ever_settled(office, row.thread):
                    assert is_told == is_answered
            before = stands(office)
            rebuild(office.store, office.program.intake)
            assert stands(office) == before


@hypothesis_settings(max_examples=25, deadline=None)
@given(steps)
def test_our_own_marks_alone_never_become_entries_of_another_seat(
    lived: list[Step],
) -> None:
    with TemporaryDirectory() as folder, team(Path(folder)) as work:
        for step in lived:
            if step[0] == "a" or step[1] in {"look", "lose index", "stop counting"}:
                work.happen(step)
        work.end()
        assert {"no-response-seen", "answered-seen"}.isdisjoint(
            work.seats["a"].actions()
        )
