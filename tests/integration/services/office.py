"""A profile with every use case on a real file, a standing clock and simple rules."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import Program, assemble
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import OutboxReply
from inbox_assistant.domain.view import View
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.topics import TopicReading
from inbox_assistant.services.intake import Delivery, Intake, Kept
from inbox_assistant.services.scribe import Author, Scribe
from inbox_assistant.settings import Settings, load_settings
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store, open_store
from tests.end2end.amazon_mails import BuyerMail, buyer_mail
from tests.fakes import FakeClock

HOUR = timedelta(hours=1)
SHOP = Account(name="shop", address="desk@shop.example", sender_name="Example Shop")


class SimpleRules:
    """Blocks the word FORBIDDEN, warns of DOUBTFUL, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Context]] = []
        self.forbidden = "FORBIDDEN"

    def check(self, text: str, context: Context) -> list[Finding]:
        """Return a finding for each of the two words that stands in *text*."""
        self.asked.append((text, context))
        return [
            Finding(word, "test", severity, text.index(word), 0, word, "m", "w")
            for word, severity in (
                (self.forbidden, Severity.BLOCK),
                ("DOUBTFUL", Severity.WARN),
            )
            if word in text
        ]

    def mark(self) -> str:
        """Return what stands for these rules."""
        return self.forbidden

    def own_state(self) -> list[tuple[str, int, int]]:
        """Return nothing: there are no packs."""
        return []

    def own_changes(self) -> dict[str, str]:
        """Return nothing: there are no packs."""
        return {}

    def read_topics(self, text: str) -> TopicReading:
        """Take thanks for all that needs no response."""
        is_thanks = text.startswith("Thank you")
        topics = ("thanks",) if is_thanks else ("other",)
        return TopicReading(topics, not is_thanks, (), "en")


@dataclass(frozen=True, slots=True)
class Office:
    """The use cases of one profile, and short ways to what tests often ask."""

    program: Program
    clock: FakeClock
    rules: SimpleRules

    @property
    def store(self) -> Store:
        """Return the open file."""
        return self.program.store

    def receive(self, *raws: bytes, **how: object) -> Kept:
        """Keep mails as if the shop's mailbox had brought them just now."""
        return self.program.delivering.keep(
            [
                Delivery(raw, self.arrival(number, **how))
                for number, raw in enumerate(raws)
            ]
        )

    def arrival(self, number: int = 0, **how: object) -> Arrival:
        """Return how a mail came: by the shop's inbox, just now."""
        usual: dict[str, object] = {
            "source": f"shop/INBOX/1/{self.clock.now.timestamp()}.{number}",
            "account": "shop",
            "arrived_at": self.clock.now,
        }
        return Arrival(**{**usual, **how})  # type: ignore[arg-type]

    def ask(self, number: int = 1, at: datetime | None = None) -> str:
        """Let the buyer *number* ask something; return the thread's key."""
        mail = buyer_mail(number, at or self.clock.now)
        self.receive(mail.raw, arrived_at=mail.received_at)
        return self.thread_of(mail)

    def thread_of(self, mail: BuyerMail) -> str:
        """Return the thread that *mail* is in."""
        number = self.store.messages.of_partner(mail.alias)[0].thread_id
        facts = self.store.threads.facts(number or 0)
        assert facts is not None
        return facts.key

    def rows(self, thread: str) -> list[MessageRow]:
        """Return the messages of *thread*."""
        number = self.store.threads.number(thread)
        assert number is not None
        return self.store.messages.of_thread(number)

    def row(self, thread: str) -> QueueRow:
        """Return what the queue shows of *thread*."""
        row = self.program.reading.row(thread)
        assert row is not None
        return row

    def waiting(self, view: View = View.WAITING) -> list[str]:
        """Return the threads of *view*."""
        rows = self.program.reading.queue(view, self.clock.now)
        return [row.thread for row in rows]

    def reply(self, thread: str, body: str = "It fits.") -> OutboxReply:
        """Let *body* pass the gate."""
        return self.program.replies.send(thread, body)[0]

    def outbox(self, reply: OutboxReply) -> OutboxReply:
        """Return *reply* as it stands now."""
        found = self.store.outbox.reply(reply.reply_id)
        assert found is not None
        return found

    def actions(self) -> list[str]:
        """Return what the journal records, newest last."""
        return [one.action.value for one in self.store.journal.newest(100)][::-1]

    @contextmanager
    def overtaken_by(self, act: Callable[["Office"], object]) -> Iterator[None]:
        """Let another process *act* just before the next change here is begun."""
        connection = self.store._connection

        def look(statement: str) -> None:
            if statement == "begin immediate":
                connection.set_trace_callback(None)
                with open_office(self.program.profile.folder, self.clock) as other:
                    act(other)

        connection.set_trace_callback(look)
        try:
            yield
        finally:
            connection.set_trace_callback(None)


@contextmanager
def open_office(folder: Path, clock: FakeClock) -> Iterator[Office]:
    """Open the profile in *folder*, made when it is not there."""
    profile = paths.Profile(folder)
    profile.create()
    rules = SimpleRules()
    settings: Settings = load_settings(profile.settings)
    with open_store(profile.database) as store:
        program = assemble(profile, store, settings, rules, clock, "anna")  # type: ignore[arg-type]
        program.accounts.keep(SHOP)
        yield Office(program, clock, rules)


def intake_over(store: Store, rules: SimpleRules, clock: FakeClock) -> Intake:
    """Return the intake over another open file."""
    return Intake(
        store, Scribe(store, clock, Author("desk", "")), clock, rules.read_topics
    )
