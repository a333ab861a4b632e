"""A reply on its way from the composer to the buyer."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class OutboxState(StrEnum):
    """Where a reply is; ``handed over`` and later ones have left the house."""

    QUEUED = "queued"
    """Stored; leaves when its undo time is over."""
    SENDING = "sending"
    """Being given to the mail server; the final dot was not written yet."""
    DOT_PENDING = "dot-pending"
    """The final dot may have been written; the server has not answered."""
    HANDED_OVER = "handed-over"
    CONFIRMED = "confirmed"
    """Amazon's copy of it has come."""
    SENT_BACK = "sent-back"
    REFUSED = "refused"
    """The mail server refused it for good; it never left."""
    UNSURE = "unsure"
    """It may have left: looked for in Sent, else a person decides."""
    WITHDRAWN = "withdrawn"


OPEN_STATES = frozenset(
    {
        OutboxState.QUEUED,
        OutboxState.SENDING,
        OutboxState.DOT_PENDING,
        OutboxState.UNSURE,
    }
)
"""States in which the reply's fate is not settled."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What happens when the reply is sent, and not before.

    ``templates`` are the keys of the templates the reply was made from. With
    ``promise_at`` (aware UTC) the buyer is promised to hear again by then; ``promise``
    says of what. ``tags`` are put on the thread, such as “waiting for warehouse”.
    """

    templates: tuple[str, ...] = ()
    promise_at: datetime | None = None
    promise: str = ""
    tags: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything is to happen."""
        return bool(self.templates or self.promise_at or self.tags)

    def joined_with(self, other: "NextStep") -> "NextStep":
        """Return what happens when both texts are sent as one.

        Of two promises the one due first stands: the buyer waits for that one.
        """
        first = self
        if other.promise_at is not None and (
            self.promise_at is None or other.promise_at < self.promise_at
        ):
            first = other
        return self._beside(other, first)

    def followed_by(self, later: "NextStep") -> "NextStep":
        """Return what happens when *later* is staged as well: its promise stands."""
        return self._beside(later, self if later.promise_at is None else later)

    def _beside(self, other: "NextStep", promising: "NextStep") -> "NextStep":
        """Return both steps as one, with the promise of *promising*."""
        templates = dict.fromkeys((*self.templates, *other.templates))
        tags = dict.fromkeys((*self.tags, *other.tags))
        return replace(promising, templates=tuple(templates), tags=tuple(tags))


NO_STEP = NextStep()


@dataclass(frozen=True, slots=True)
class Draft:
    """What the agent has written so far; ``cursor`` counts code points."""

    thread: str
    body: str
    cursor: int = 0
    updated_at: datetime | None = None
    step: NextStep = NO_STEP


@dataclass(frozen=True, slots=True)
class OutboxReply:
    """A reply stored before it is sent; ``raw`` is what leaves, byte for byte.

    ``answers`` are the keys of the waiting messages it answers; ``leave_at`` is the
    end of the time in which it can be called back.
    """

    reply_id: str
    message_id: str
    account: str
    thread: str
    sender: str
    to_address: str
    answers: tuple[str, ...]
    body: str
    raw: bytes
    state: OutboxState
    queued_at: datetime
    leave_at: datetime
    attempts: int = 0
    problem: str = ""
    response: str = ""
    handed_over_at: datetime | None = None
    step: NextStep = NO_STEP


@dataclass(frozen=True, slots=True)
class Stray:
    """A mail that tells something of a reply and was not noticed.

    ``thread`` is where the reply was written, ``number`` is the mail's, and ``partner``
    is ``None`` where it names no alias.
    """

    thread: str
    number: int
    partner: str | None


def text_back(reply: OutboxReply, written: Draft | None) -> Draft:
    """Return the draft for a reply that did not leave; nothing written is lost.

    What was begun meanwhile (*written*) stands below the reply's own text.
    """
    begun = "" if written is None else written.body
    if not begun.strip() or begun.strip() == reply.body.strip():
        body = reply.body
    else:
        body = f"{reply.body}\n\n{begun}"
    step = reply.step if written is None else reply.step.joined_with(written.step)
    return Draft(reply.thread, body, len(reply.body), step=step)
