"""One message of a thread as it is shown to a reader."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.parsed_mail import Attachment


class Direction(StrEnum):
    """Which way a message went."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class MessageView:
    """Everything that the thread's pane shows of one message."""

    number: int
    direction: Direction
    kind: Kind
    sender_name: str = ""
    received_at: datetime | None = None
    received_from: str = ""
    """Where the time of receipt was read."""
    subject: str = ""
    body: str = ""
    """The writer's own words."""
    full_text: str = ""
    """Everything readable, Amazon's frame and quoted history included."""
    html: str | None = None
    """The HTML part as received; the pane never shows it unsanitised."""
    attachments: tuple[Attachment, ...] = ()
    state: str = ""
    """Where it stands, in a word or two: waiting, replied, not confirmed yet."""
    due_at: datetime | None = None
    """Set while it waits."""
    link: str | None = None
    """The mail's own "no response necessary" link or its case page."""
    doubts: tuple[str, ...] = ()
    answered_elsewhere_at: datetime | None = None
    """Since when the mailbox says that another program answered it; it waits still."""
    dismissed_elsewhere_at: datetime | None = None
    """When another seat was seen to have marked it as needing no response."""
