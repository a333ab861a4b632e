"""What the window and the command line show: read only, nothing decided here."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from inbox_assistant.domain.deadline import deadline_of
from inbox_assistant.domain.kind import URGENT_NOTICES, Kind
from inbox_assistant.domain.message_view import Direction, MessageView
from inbox_assistant.domain.reply import Draft, OutboxReply, OutboxState
from inbox_assistant.domain.settlement import How
from inbox_assistant.domain.state import State
from inbox_assistant.domain.view import View
from inbox_assistant.services.triage_reading import TriageReading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inbox_assistant.domain.confirmation import Copies
    from inbox_assistant.domain.parsed_mail import Attachment
    from inbox_assistant.domain.promise import Promise
    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.domain.settlement import Standing
    from inbox_assistant.domain.template import Template
    from inbox_assistant.policy.context import Context
    from inbox_assistant.services.surroundings import Surroundings
    from inbox_assistant.services.templating import Offered
    from inbox_assistant.settings import Settings
    from inbox_assistant.storage.messages import MessageRow
    from inbox_assistant.storage.store import Store
    from inbox_assistant.storage.threads import ThreadFacts

_OUTBOX_WORDS = {
    OutboxState.QUEUED: "leaves in a moment",
    OutboxState.SENDING: "is being sent",
    OutboxState.DOT_PENDING: "is being sent",
    OutboxState.HANDED_OVER: "sent, not confirmed yet",
    OutboxState.CONFIRMED: "confirmed by Amazon",
    OutboxState.SENT_BACK: "sent back",
    OutboxState.REFUSED: "refused by the mail server",
    OutboxState.UNSURE: "may have been sent: please check",
    OutboxState.WITHDRAWN: "called back",
}
_HOW_WORDS = {
    How.REPLIED: "replied",
    How.REPLIED_ELSEWHERE: "replied elsewhere",
    How.NO_RESPONSE_NECESSARY: "no response necessary",
    How.OLDER: "settled with the older ones",
}
_OUTBOUND = frozenset({Kind.REPLY, Kind.COPY_OF_REPLY})
_UNSORTED = (Kind.UNSORTED, Kind.UNREADABLE)
_GONE = frozenset({OutboxState.WITHDRAWN, OutboxState.REFUSED})


@dataclass(frozen=True, slots=True)
class Status:
    """The figures of the status bar; moments are aware UTC."""

    counts: dict[View, int]
    last_intake_at: datetime | None
    next_due_at: datetime | None
    urgent_notices: int
    unsorted: int
    unsure_replies: int
    accounts: int = 0
    """How many mailboxes are connected."""
    promises_missed: int = 0
    """In how many threads a buyer was to hear again before now, and has not."""

    @property
    def is_fresh(self) -> bool:
        """Whether nothing has been set up or taken in yet."""
        is_known = self.accounts or self.last_intake_at is not None
        return not is_known and not any(self.counts.values())


@dataclass(frozen=True, slots=True)
class Original:
    """A mail as it came: all its readable text, and its HTML as received."""

    text: str
    html: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A mail that is no buyer message; ``reason`` says what decided its kind."""

    kind: Kind
    received_at: datetime
    subject: str
    reason: str
    number: int = 0
    """The message's number, for reading it in full."""


_LISTED_NOTICES = (
    Kind.A_TO_Z,
    Kind.CANCELLATION,
    Kind.UNSORTED,
    Kind.UNREADABLE,
    Kind.FORGERY,
    Kind.BOUNCE,
    Kind.OPT_OUT,
    Kind.RETURN,
    Kind.REFUND,
    Kind.OTHER_NOTICE,
)
"""The most urgent kinds first."""


class Reading(TriageReading):
    """Questions to one store, asked in the thread that opened it."""

    def __init__(self, store: Store, settings: Settings) -> None:
        super().__init__(store, settings)

    def row(self, thread: str) -> QueueRow | None:
        """Return the row of *thread*, or ``None``."""
        number = self._store.threads.number(thread)
        found = [] if number is None else self._store.threads.rows([number])
        return found[0] if found else None

    def search(self, query: str, limit: int = 200) -> array[int]:
        """Return the numbers of the threads that match *query*, newest first."""
        return array("q", self._store.search(query, limit))

    def status(self, now: datetime) -> Status:
        """Return the figures of the status bar."""
        soon = now + self._soon()
        kinds = self._store.messages.count_by_kind((*URGENT_NOTICES, *_UNSORTED))
        unsure = self._store.outbox.in_states([OutboxState.UNSURE])
        return Status(
            counts={
                view: self._store.threads.count(view, now, soon)
                for view in View
                if view not in {View.ALL, View.SETTLED}
            },
            last_intake_at=max(
                (
                    at
                    for at in (
                        self._store.accounts.last_synced_at(),
                        self._store.messages.newest_kept_at(),
                    )
                    if at is not None
                ),
                default=None,
            ),
            next_due_at=self._store.threads.next_due(),
            urgent_notices=sum(kinds.get(kind, 0) for kind in URGENT_NOTICES),
            unsorted=sum(kinds.get(kind, 0) for kind in _UNSORTED),
            unsure_replies=len(unsure),
            accounts=len(self._store.accounts.all()),
            promises_missed=self._store.threads.count_promises_missed(now),
        )

    def facts(self, thread: str) -> ThreadFacts | None:
        """Return what is known of *thread* as a whole, or ``None``."""
        number = self._store.threads.number(thread)
        return None if number is None else self._store.threads.facts(number)

    def messages(self, thread: str) -> list[MessageView]:
        """Return the messages of *thread*, oldest first, pending replies included.

        Raises InputError when there is no such thread.
        """
        rows = self._rows_of(thread)
        replies = self._store.outbox.of_thread(self._store.threads.present_key(thread))
        by_mail_id = {reply.message_id: reply for reply in replies}
        views = [_message_view(row, by_mail_id.get(row.mail_id or "")) for row in rows]
        shown = {row.mail_id for row in rows}
        views.extend(
            _pending_view(reply)
            for reply in replies
            if reply.message_id not in shown and reply.state not in _GONE
        )
        return sorted(views, key=_by_time)

    def draft(self, thread: str) -> Draft | None:
        """Return the draft of *thread*, or ``None``."""
        return self._store.drafts.read(self._store.threads.present_key(thread))

    def reply_context(self, thread: str) -> Context:
        """Return what a reply in *thread* is checked against."""
        from inbox_assistant.services import reply_context  # noqa: PLC0415

        return reply_context.reply_context(self._rows_of(thread))

    def surroundings(self, thread: str) -> Surroundings:
        """Return what stands beside a reply in *thread*; InputError when it is gone."""
        from inbox_assistant.services import surroundings  # noqa: PLC0415

        return surroundings.surroundings(self._store, thread)

    def templates(
        self, rules: str | None = None, *, only_shipped_rules: bool = False
    ) -> list[Offered]:
        """Return the templates that may be chosen, the most used first.

        See ``templating.offered`` for what is known of *rules*.
        """
        from inbox_assistant import paths  # noqa: PLC0415
        from inbox_assistant.services import templating  # noqa: PLC0415

        shipped = templating.load_shipped(paths.resources() / "templates")
        return templating.offered(
            self._store, shipped, rules, only_shipped_rules=only_shipped_rules
        )

    def unsaved_templates(self) -> tuple[Template, ...]:
        """Return what was written of templates and not saved."""
        from inbox_assistant.services import templating  # noqa: PLC0415

        return templating.unsaved(self._store)

    def promises(self) -> list[Promise]:
        """Return the promises still to be kept, the one due first in front."""
        from inbox_assistant.domain.promise import PromiseState  # noqa: PLC0415

        return self._store.promises.in_state(PromiseState.OPEN)

    def attached(self, number: int, file: Attachment) -> bytes | None:
        """Return the bytes of a file that came with message *number*, or ``None``."""
        from inbox_assistant.mail.attached import attached_file  # noqa: PLC0415

        raw = self.raw(number)
        return None if raw is None else attached_file(raw, file)

    def waiting_keys(self, thread: str) -> tuple[str, ...]:
        """Return the keys of the messages of *thread* that want a response."""
        rows = self._rows_of(thread)
        return tuple(row.key for row in _unanswered(rows))

    def no_response_target(self, thread: str) -> tuple[str | None, str | None]:
        """Return the signed link of the oldest unconfirmed message, and its case page.

        Each is ``None`` where the mail carries none that passed every check.
        """
        rows = self._rows_of(thread)
        pending = _unanswered(rows) or rows
        link = next((r.no_response_link for r in pending if r.no_response_link), None)
        case = next((row.case_link for row in rows[::-1] if row.case_link), None)
        return link, case

    def original(self, number: int) -> Original | None:
        """Return the mail of message *number* as it came; slow, never for painting."""
        raw_id = self._store.mails.first_of(number)
        if raw_id is None:
            return None
        # The parser is not needed before somebody asks for an original.
        from inbox_assistant.mail.parse import parse_mail  # noqa: PLC0415

        raw = self._store.mails.read(raw_id)
        mail = parse_mail(raw)
        return Original(mail.text, mail.html, len(raw))

    def raw(self, number: int) -> bytes | None:
        """Return the bytes of message *number* as they were received."""
        raw_id = self._store.mails.first_of(number)
        return None if raw_id is None else self._store.mails.read(raw_id)

    def of_kind(
        self, kind: Kind
    ) -> Iterator[tuple[MessageRow, str | None, str | None]]:
        """Yield the messages of *kind*, newest first, with thread and source."""
        for row in self._store.messages.of_kind(kind):
            facts = None
            if row.thread_id is not None:
                facts = self._store.threads.facts(row.thread_id)
            thread = None if facts is None else facts.key
            yield row, thread, self._store.mails.source_of(row.number)

    def unreadable_sources(self) -> list[tuple[str, str, datetime]]:
        """Return each file that held no mail, why, and when it was tried."""
        return self._store.mails.unreadable_sources()

    def notices(self, limit: int = 500) -> list[Notice]:
        """Return Amazon's notices and whatever could not be sorted, urgent first."""
        found: list[Notice] = []
        for kind in _LISTED_NOTICES:
            rows = islice(self._store.messages.of_kind(kind), limit - len(found))
            found.extend(
                Notice(kind, row.received_at, row.subject, row.kind_reason, row.number)
                for row in rows
            )
        return found

    def unsure(self) -> list[OutboxReply]:
        """Return the replies of which nobody knows whether they left."""
        return self._store.outbox.in_states([OutboxState.UNSURE])

    def copies(self, now: datetime) -> dict[str, Copies]:
        """Return, by account, which of Amazon's copies of replies are missing."""
        # Nothing of it is needed before the first reply has left.
        from inbox_assistant.services import confirming  # noqa: PLC0415

        return confirming.copies_by_account(self._store, now)

    def queued(self) -> list[OutboxReply]:
        """Return the replies that are stored and have not left yet."""
        return self._store.outbox.in_states(
            [OutboxState.QUEUED, OutboxState.SENDING, OutboxState.DOT_PENDING]
        )

    def _rows_of(self, thread: str) -> list[MessageRow]:
        # The queue is seen before any thread; it need not wait for this.
        from inbox_assistant.services.standing_changes import (  # noqa: PLC0415
            thread_messages,
        )

        return thread_messages(self._store, thread)


def _by_time(view: MessageView) -> tuple[bool, datetime | None, bool]:
    """Sort oldest first; of the same second, a question stands before its answer."""
    at = view.received_at
    return at is None, at, view.direction is Direction.OUT


def _message_view(row: MessageRow, reply: OutboxReply | None) -> MessageView:
    is_out = row.kind in _OUTBOUND
    standing = row.standing
    dismissed_at = _dismissed_elsewhere(standing)
    state = ""
    if reply is not None:
        state = _OUTBOX_WORDS[reply.state]
    elif dismissed_at is not None:
        state = "no response necessary, marked at another seat"
    elif standing.how is not None:
        state = _HOW_WORDS[standing.how]
    elif standing.state is State.WAITING:
        state = (
            "waiting again: the reply was sent back"
            if standing.sent_back
            else "waiting"
        )
    elif standing.state is State.TO_CONFIRM:
        state = "to confirm on Amazon"
    unsettled = standing.state in {State.WAITING, State.TO_CONFIRM}
    return MessageView(
        number=row.number,
        direction=Direction.OUT if is_out else Direction.IN,
        kind=row.kind,
        sender_name="" if is_out else (row.buyer or row.sender),
        received_at=row.received_at,
        received_from=row.received_from.value,
        subject=row.subject,
        body=reply.body if reply is not None else row.words,
        attachments=row.attachments,
        state=state,
        due_at=deadline_of(row.received_at).due_at if unsettled else None,
        link=row.no_response_link,
        doubts=row.doubts,
        answered_elsewhere_at=standing.answered_elsewhere_at,
        dismissed_elsewhere_at=dismissed_at,
    )


def _dismissed_elsewhere(standing: Standing) -> datetime | None:
    is_so = standing.how is How.NO_RESPONSE_NECESSARY and standing.by is None
    return standing.told_at if is_so else None


def _pending_view(reply: OutboxReply) -> MessageView:
    return MessageView(
        number=0,
        direction=Direction.OUT,
        kind=Kind.REPLY,
        received_at=reply.queued_at,
        body=reply.body,
        state=_OUTBOX_WORDS[reply.state],
    )


def _unanswered(rows: list[MessageRow]) -> list[MessageRow]:
    from inbox_assistant.services.reply_context import unanswered  # noqa: PLC0415

    return unanswered(rows)
