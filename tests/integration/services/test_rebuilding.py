"""Whatever happened in whatever order, a rebuild shows the same."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import OutboxReply
from inbox_assistant.domain.view import View
from inbox_assistant.services import safety
from tests.end2end.amazon_mails import BuyerMail, buyer_mail
from tests.fakes import FakeClock
from tests.integration.services.amazon_answers import bounce_of, copy_of, opt_out
from tests.integration.services.office import HOUR, Office, open_office
from tests.integration.services.test_delivery import taken


class Day:
    """What may happen to a few buyers; what cannot happen now raises."""

    def __init__(self, office: Office, random: Random) -> None:
        self._office = office
        self._random = random

    def go_on(self, step: str) -> None:
        """Let *step* happen, and some time pass."""
        getattr(self, step)()
        self._office.clock.advance(timedelta(minutes=self._random.randint(1, 300)))

    def ask(self) -> None:
        """Let a buyer ask."""
        mail = self._mail()
        self._office.receive(mail.raw, arrived_at=mail.received_at)

    def first_import(self) -> None:
        """Find a buyer's message in a mailbox that is new."""
        mail = self._mail()
        self._office.receive(mail.raw, arrived_at=mail.received_at, first_import=True)

    def ask_again(self) -> None:
        """Let a buyer write, perhaps once more."""
        mail = self._mail()
        other = f"M{self._random.randint(1, 4):012d}".encode()
        self._office.receive(mail.raw.replace(f"M{mail.number:012d}".encode(), other))

    def find_again(self) -> None:
        """Find a message in another folder."""
        self._office.receive(
            self._mail().raw, source="other/Sent/1", in_sent_folder=True
        )

    def reply(self) -> None:
        """Answer a thread."""
        thread = self._thread()
        number = len(self._office.store.outbox.of_thread(thread))
        reply = self._office.reply(thread, f"An answer, number {number}.")
        self._office.clock.advance(timedelta(minutes=1))
        self._office.program.delivering.deliver(reply.reply_id, taken)

    def copy(self) -> None:
        """Let Amazon repeat an answer."""
        if left := self._left():
            order_id = self._mail().order_id
            copy = copy_of(left[-1].body, order_id, self._office.clock.now)
            self._office.receive(copy)

    def bounce(self) -> None:
        """Let an answer come back."""
        if left := self._left():
            reply = self._random.choice(left)
            self._office.receive(bounce_of(reply, self._office.clock.now))

    def opt_out(self) -> None:
        """Let Amazon say that a buyer wants no messages."""
        self._office.receive(opt_out(self._mail().order_id, self._office.clock.now))

    def decide(self) -> None:
        """Say that no response is necessary."""
        self._office.program.settling.no_response([self._thread()], "other")

    def confirm(self) -> None:
        """Say that Amazon is marked, too."""
        self._office.program.settling.confirm([self._thread()])

    def elsewhere(self) -> None:
        """Say that a thread was answered elsewhere."""
        at = self._office.clock.now
        self._office.program.settling.replied_elsewhere([self._thread()], at)

    def undo(self) -> None:
        """Take the last decision back."""
        if entry := self._office.program.settling.last_undoable("anna"):
            self._office.program.settling.undo([entry.entry_id])

    def _mail(self) -> BuyerMail:
        age = self._random.randint(0, 90) * HOUR
        return buyer_mail(self._random.randint(1, 3), self._office.clock.now - age)

    def _thread(self) -> str:
        return self._random.choice(self._office.waiting(View.ALL))

    def _left(self) -> list[OutboxReply]:
        return self._office.store.outbox.of_thread(self._thread())


STEPS = sorted(name for name in vars(Day) if name[0] != "_" and name != "go_on")


def seen(office: Office) -> dict[str, QueueRow]:
    rows = office.program.reading.queue(View.ALL, office.clock.now)
    return {row.thread: replace(row, number=0) for row in rows}


@settings(max_examples=40)
@given(st.lists(st.sampled_from(STEPS), max_size=14), st.integers(0, 10_000))
def test_a_rebuild_shows_what_was_shown(steps: list[str], seed: int) -> None:
    with (
        TemporaryDirectory() as folder,
        open_office(Path(folder) / "profile", FakeClock()) as office,
    ):
        office.store._connection.execute("pragma synchronous = off")
        day = Day(office, Random(seed))
        for step in ["ask", *steps]:
            try:
                day.go_on(step)
            except InboxAssistantError:
                continue
        before = seen(office)
        safety.rebuild(office.store, office.program.intake)
        assert seen(office) == before
