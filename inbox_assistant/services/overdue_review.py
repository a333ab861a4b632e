"""The overdue review: every breach, oldest first, and the causes of each week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from inbox_assistant.domain.breach import Breach, Cause, breach_of
from inbox_assistant.domain.deadline import deadline_of
from inbox_assistant.reports.causes import Week, weekly_causes
from inbox_assistant.storage.responses import Span
from inbox_assistant.storage.store import Store


@dataclass(frozen=True, slots=True)
class BreachRow:
    """One message that missed its window.

    ``key`` is the message's, ``thread`` the key and ``number`` the number of its
    thread; ``open`` says that a late answer is still better than none.
    """

    key: str
    thread: str
    number: int
    buyer: str | None
    subject: str
    received_at: datetime
    due_at: datetime
    breach: Breach
    cause: Cause | None
    agent: str | None

    @property
    def open(self) -> bool:
        """Return whether nobody has answered yet."""
        return self.breach is Breach.NO_RESPONSE


class OverdueReview:
    """Questions to one store about breaches; *zone* is the office's clock."""

    def __init__(self, store: Store, zone: tzinfo | None) -> None:
        self._store = store
        self._zone = zone

    def breaches(self, since: datetime, now: datetime) -> list[BreachRow]:
        """Return the breaches among the messages received from *since* on.

        Those nobody has answered yet come first, then the others, each oldest first.
        """
        rows = list(self._rows(since, now))
        return sorted(rows, key=lambda row: (not row.open, row.received_at, row.key))

    def weeks(self, since: datetime, now: datetime) -> list[Week]:
        """Return the causes of each week, newest week first."""
        pairs = ((row.due_at, row.cause) for row in self._rows(since, now))
        return weekly_causes(pairs, self._zone)

    def _rows(self, since: datetime, now: datetime) -> Iterator[BreachRow]:
        for one in self._store.responses.missed(Span(since), now):
            breach = breach_of(one.received_at, one.standing, now)
            facts = self._store.threads.facts(one.thread)
            if breach is None or facts is None:
                continue
            yield BreachRow(
                key=one.key,
                thread=facts.key,
                number=one.thread,
                buyer=facts.buyer,
                subject=facts.subject,
                received_at=one.received_at,
                due_at=deadline_of(one.received_at).due_at,
                breach=breach,
                cause=one.cause,
                agent=one.standing.by,
            )
