"""What the parts of a mail are for: text, HTML, files, mails inside."""

from dataclasses import dataclass, field

from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.mail import charset
from inbox_assistant.mail.mime import Part

_LONGEST_TEXT = 1_000_000
_MAIL_TYPES = frozenset({"message/rfc822", "message/global"})
_HEADER_TYPES = frozenset({"text/rfc822-headers", "message/global-headers"})


@dataclass(frozen=True, slots=True)
class Body:
    """The readable parts of a mail, decoded; lines end in a line feed."""

    plain: str = ""
    html: str | None = None
    attachments: tuple[Attachment, ...] = ()
    mails: tuple[bytes, ...] = ()
    """Whole mails carried inside."""
    returned_headers: tuple[bytes, ...] = ()
    """Header blocks that a bounce quotes as a part of their own."""
    delivery_status: tuple[str, ...] = ()


@dataclass(slots=True)
class _Pile:
    """What was found so far."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    mails: list[bytes] = field(default_factory=list)
    returned_headers: list[bytes] = field(default_factory=list)
    delivery_status: list[str] = field(default_factory=list)


def sort_parts(parts: list[Part]) -> Body:
    """Return what each of *parts* is for."""
    pile = _Pile()
    for part in parts:
        _put(part, pile, alone=len(parts) == 1)
    return Body(
        plain="\n".join(pile.plain),
        html="\n".join(pile.html) if pile.html else None,
        attachments=tuple(pile.attachments),
        mails=tuple(pile.mails),
        returned_headers=tuple(pile.returned_headers),
        delivery_status=tuple(pile.delivery_status),
    )


def _put(part: Part, pile: _Pile, *, alone: bool) -> None:
    kind = part.media_type
    is_body = alone or not (part.is_attachment or part.name)
    if kind in _MAIL_TYPES or part.name.lower().endswith(".eml"):
        pile.mails.append(part.content)
        pile.attachments.append(_attachment(part))
    elif kind in _HEADER_TYPES:
        pile.returned_headers.append(part.content)
    elif kind == "message/delivery-status":
        pile.delivery_status.append(_text(part))
    elif kind == "text/html" and is_body:
        pile.html.append(_text(part))
    elif is_body and (kind.startswith("text/") or "/" not in kind):
        if kind != "text/calendar":
            pile.plain.append(_text(part))
    else:
        pile.attachments.append(_attachment(part))


def _text(part: Part) -> str:
    text = charset.decode(part.content, part.charset)
    return clean_lines(text)[:_LONGEST_TEXT]


def clean_lines(text: str) -> str:
    """Return *text* with the line feed as its only line end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def _attachment(part: Part) -> Attachment:
    return Attachment(part.name, part.media_type, len(part.content))
