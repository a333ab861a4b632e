"""What a parser can say about the bytes of one mail."""

from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.kind import Kind

PARSER_VERSION = 1
"""Raised whenever parsing gets better, so that what was read before can be told."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a mail; ``size`` counts decoded bytes."""

    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class ParsedMail:
    r"""Everything read from one mail; nothing here depends on other mails.

    Texts hold no NUL and use ``\n`` line ends. Times are aware UTC or ``None``.
    """

    kind: Kind
    kind_reason: str
    """One short phrase for people: what decided the kind."""
    sender: str = ""
    """The address in From, lower case; empty where there is none."""
    answer_to: str | None = None
    """The relay address, as received with its suffix, that an answer goes to.

    Amazon's own staff, writing for a buyer, may be answered at another of Amazon's
    addresses."""
    alias: str | None = None
    """The relay address without its ``+`` suffix, lower case: who the buyer is."""
    case_id: str | None = None
    """The case's UUID, lower case."""
    thread_token: str | None = None
    """``t=`` of the mail's own signed link."""
    message_token: str | None = None
    """``m=`` of the mail's own signed link (``msg=`` in the old form)."""
    message_id: str | None = None
    """The Message-ID with its angle brackets."""
    references: tuple[str, ...] = ()
    """Message-IDs of References, then In-Reply-To, without repeats."""
    buyer: str | None = None
    """The buyer's display name."""
    subject: str = ""
    order_id: str | None = None
    """``3-7-7`` digits; the subject's before the body's."""
    asin: str | None = None
    """The first product's ASIN."""
    product: str | None = None
    """The first product's title."""
    marketplace: str | None = None
    """Country code as in ``domain.marketplace``, such as ``DE`` or ``UK``."""
    words: str = ""
    """The writer's own words, without Amazon's frame and quoted history."""
    text: str = ""
    """All readable text, frame and quotes included."""
    html: str | None = None
    """The HTML part as received, decoded, not sanitised."""
    no_response_link: str | None = None
    """The mail's own signed link, unmodified, after every check of it."""
    case_link: str | None = None
    """A link to the case page on Seller Central, after every check of it."""
    attachments: tuple[Attachment, ...] = ()
    dated_at: datetime | None = None
    """``Date:``; ``None`` where missing or unreadable."""
    stamped_at: datetime | None = None
    """The time in the topmost ``Received:`` header."""
    auto_reply: bool = False
    """Whether the headers say that a machine answered."""
    doubts: tuple[str, ...] = ()
    """Why the mail is suspicious, such as ``dkim=fail``; never a reason to drop it."""
    returned_message_id: str | None = None
    """For a bounce: the Message-ID of the mail that came back."""
    returned_to: str | None = None
    """For a bounce: the address that could not be reached."""
