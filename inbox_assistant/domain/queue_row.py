"""One line of the queue: what an agent needs to know to choose what comes next."""

from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.state import State


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One thread as the queue shows it; ``number`` is its row's identity."""

    number: int
    thread: str
    buyer: str | None = None
    subject: str = ""
    preview: str = ""
    """The beginning of the newest buyer message, on one line."""
    topics: tuple[str, ...] = ()
    marketplace: str | None = None
    order_id: str | None = None
    asin: str | None = None
    language: str | None = None
    waiting: int = 0
    """How many of its messages wait."""
    received_at: datetime | None = None
    due_at: datetime | None = None
    """When its oldest waiting message must be answered."""
    state: State = State.WAITING
    older: bool = False
    sent_back: bool = False
    """A reply was returned, so the thread waits again on its first clock."""
    doubtful: bool = False
    suggestion: bool = False
    """It looks as if no response were needed; the agent decides."""
    draft: bool = False
    promised_at: datetime | None = None
    """By when its buyer was promised to hear again; ``None``: nothing is open."""
    account: str = ""
    agent: str | None = None
    """Who claimed it, or was given it."""
    tags: tuple[str, ...] = ()
    snoozed_until: datetime | None = None
    answered_elsewhere_at: datetime | None = None
    """Since when the mailbox says that another program answered it; it waits still."""
