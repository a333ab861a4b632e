"""The bytes of a mail to everything the program knows about it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.parsed_mail import ParsedMail
from inbox_assistant.mail import charset
from inbox_assistant.mail.address import Address, addresses
from inbox_assistant.mail.amazon import Evidence, Ruling, classify, is_unanswerable
from inbox_assistant.mail.body import Body, clean_lines, sort_parts
from inbox_assistant.mail.bounce import Bounce, read_bounce
from inbox_assistant.mail.dates import dated_at, stamped_at
from inbox_assistant.mail.domains import (
    base_of,
    case_of,
    is_person,
    is_relay,
    top_level_of,
)
from inbox_assistant.mail.facts import (
    buyer_in,
    copied_to,
    marketplace_of,
    order_id_in,
    product_in,
)
from inbox_assistant.mail.headers import Headers, split_headers, without_envelope
from inbox_assistant.mail.link import case_page
from inbox_assistant.mail.mime import LARGEST_MAIL, MimeError, only_part, read_parts
from inbox_assistant.mail.reading import Content, read_content
from inbox_assistant.mail.trust import doubts_about, is_trusted

_MESSAGE_ID = re.compile(r"<[^<>\s]{1,900}>")
_MOST_REFERENCES = 100
_DEEPEST_FORWARD = 2
_RECIPIENT_FIELDS = ("to", "cc", "delivered-to", "x-original-to", "envelope-to")
# Lists and forwarders that put themselves into From keep the first sender here.
_ANSWER_FIELDS = ("reply-to", "x-original-from", "x-original-sender")
_BEGINNING = 400
_RELEVANT_FROM_OUTSIDE = frozenset({Kind.NOT_AMAZON, Kind.UNSORTED})


_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


class _Opened(NamedTuple):
    """A mail whose header and parts were told apart, and what kept from more."""

    headers: Headers
    body: Body
    problem: str


def parse_mail(raw: bytes) -> ParsedMail:
    """Return everything that can be read from *raw*; never fails.

    The bytes alone decide: the same mail is the same wherever it was found. A mail
    whose parts are broken is still classed by its header: a buyer who waits behind a
    broken mail waits all the same.
    """
    try:
        return _parse(raw, depth=0)
    except Exception as error:  # noqa: BLE001 - a bad mail must never stop the others
        return _by_header(raw, f"body not read: {type(error).__name__}")


def parse_mails(raws: Sequence[bytes]) -> list[ParsedMail]:
    """Return what ``parse_mail`` returns of each of *raws*, in less time.

    Each step is taken for all of them: what it needs stays near the processor.
    """
    opened = [_tried(_open, raw) for raw in raws]
    read = [None if one is None else _tried(_read, one) for one in opened]
    parsed = [None if one is None else _tried(_finish, one) for one in read]
    return [
        parse_mail(raw) if one is None else one
        for raw, one in zip(raws, parsed, strict=True)
    ]


def _tried(step: Callable[[_Given], _Made | None], given: _Given) -> _Made | None:
    try:
        return step(given)
    except Exception:  # noqa: BLE001 - it is read by itself then, which never fails
        return None


def _by_header(raw: bytes, problem: str) -> ParsedMail:
    try:
        headers, _ = split_headers(without_envelope(raw))
        opened = _Opened(headers, Body(), problem)
        return _Mail(opened, read_content(opened.body)).parsed()
    except Exception as error:  # noqa: BLE001 - a bad mail must never stop the others
        reason = f"the parser gave up ({type(error).__name__})"
        return ParsedMail(Kind.UNREADABLE, reason)


def _parse(raw: bytes, depth: int) -> ParsedMail:
    opened = _open(raw)
    if opened is None:
        is_empty = not raw.strip()
        reason = "it is empty" if is_empty else "it has no header of a mail"
        return ParsedMail(Kind.UNREADABLE, reason)
    return _finish(_read(opened), depth)


def _open(raw: bytes) -> _Opened | None:
    """Return the header and the parts of *raw*; ``None`` where it is no mail."""
    if not raw.strip():
        return None
    raw = without_envelope(raw)
    headers, rest = split_headers(raw)
    if not headers.fields:
        return None
    body, problem = _body(raw, rest)
    return _Opened(headers, body, problem)


def _read(opened: _Opened) -> tuple[_Opened, Content]:
    return opened, read_content(opened.body)


def _finish(read: tuple[_Opened, Content], depth: int = 0) -> ParsedMail:
    opened, content = read
    parsed = _Mail(opened, content).parsed()
    if parsed.kind in _RELEVANT_FROM_OUTSIDE and depth < _DEEPEST_FORWARD:
        return _forwarded(parsed, opened.body, depth) or parsed
    return parsed


def _body(raw: bytes, rest: bytes) -> tuple[Body, str]:
    try:
        part = only_part(raw[: len(raw) - len(rest)], rest)
        body = sort_parts(read_parts(raw) if part is None else [part])
    except MimeError as error:
        return Body(), f"body not read: {error}"
    is_lost = not (body.plain.strip() or body.html or body.attachments)
    if is_lost and rest.strip():
        # A container whose boundary never comes; its text may still be readable.
        body = Body(plain=clean_lines(charset.decode(rest[:1_000_000], None)))
    is_huge = len(raw) > LARGEST_MAIL
    return body, "too large: only its beginning was read" if is_huge else ""


def _forwarded(parsed: ParsedMail, body: Body, depth: int) -> ParsedMail | None:
    """Return the buyer's mail that an outsider's mail carries as a file."""
    for raw in body.mails:
        inner = _parse(raw, depth + 1)
        if inner.kind in WAITING_KINDS:
            return replace(
                inner,
                kind_reason=f"forwarded as a file; {inner.kind_reason}",
                stamped_at=inner.stamped_at or parsed.stamped_at,
                doubts=(*parsed.doubts, *inner.doubts),
            )
    return None


class _Mail:
    """One mail while it is being read."""

    def __init__(self, opened: _Opened, content: Content) -> None:
        headers, body = opened.headers, opened.body
        self._headers = headers
        self._body = body
        self._problem = opened.problem
        self._content = content
        self._from: list[Address] = addresses(headers, "from") or addresses(
            headers, "sender"
        )
        self._reply_to = addresses(headers, *_ANSWER_FIELDS)
        self._recipients = addresses(headers, *_RECIPIENT_FIELDS)
        self._subject = headers.text("subject")
        sender = self._from[0].address if self._from else ""
        self._bounce: Bounce | None = read_bounce(headers, body, sender)

    def parsed(self) -> ParsedMail:
        """Return the finished value."""
        ruling = classify(self._evidence())
        answer_to = self._answer_to(ruling)
        returned_to = self._returned_to(ruling)
        alias = self._alias(answer_to, returned_to)
        # Copies, replies and forgeries may quote a buyer's mail; its tokens name that
        # mail, and two mails with one token would count as the same message.
        waits = ruling.kind in WAITING_KINDS
        no_response = self._content.links.no_response if waits else None
        case_id = self._case_id(alias)
        product = product_in(
            self._content.frame.head,
            self._subject,
            "" if waits else self._content.text,
        )
        place = self._marketplace(alias)
        return ParsedMail(
            kind=ruling.kind,
            kind_reason=ruling.reason,
            sender=self._from[0].address.lower() if self._from else "",
            answer_to=answer_to,
            alias=alias,
            case_id=case_id,
            thread_token=no_response.thread_token if no_response else None,
            message_token=no_response.message_token if no_response else None,
            message_id=self._message_id(),
            references=self._references(),
            buyer=self._buyer(ruling),
            subject=self._subject,
            order_id=self._order_id(),
            asin=product.asin,
            product=product.title,
            marketplace=place,
            words=self._content.frame.words,
            text=self._content.text,
            html=self._body.html,
            no_response_link=no_response.url if no_response else None,
            case_link=(
                None if ruling.kind is Kind.FORGERY else self._case_link(case_id, alias)
            ),
            attachments=self._body.attachments,
            dated_at=dated_at(self._headers),
            stamped_at=stamped_at(self._headers),
            auto_reply=self._is_auto_reply(),
            doubts=self._doubts(),
            returned_message_id=self._returned_id(ruling),
            returned_to=returned_to,
        )

    def _evidence(self) -> Evidence:
        frame = self._content.frame
        return Evidence(
            senders=tuple(one.address.lower() for one in self._from),
            sender_name=self._from[0].name if self._from else "",
            reply_to=tuple(one.address for one in self._reply_to),
            addressed=tuple(one.address for one in addresses(self._headers, "to")),
            recipients=tuple(one.address for one in self._recipients),
            subject=self._subject,
            text=self._content.text,
            head=frame.head if frame.is_framed else self._content.text[:_BEGINNING],
            notification_type=self._headers.text("x-space-notification-type").upper(),
            is_trusted=is_trusted(self._headers),
            has_own_link=self._content.links.no_response is not None,
            bounce=self._bounce,
        )

    def _answer_to(self, ruling: Ruling) -> str | None:
        """Return where an answer goes: Reply-To before From, as received."""
        if ruling.kind is Kind.REPLY:
            candidates = self._recipients
        else:
            candidates = [*self._reply_to, *self._from]
        for one in candidates:
            if is_person(one.address):
                return one.address
        if ruling.kind is Kind.CUSTOMER_SERVICE_RELAY:
            # Amazon's staff may be answered at an address of their own.
            for one in candidates:
                if not is_unanswerable(one.address):
                    return one.address
        return None

    def _alias(self, answer_to: str | None, returned_to: str | None) -> str | None:
        for address in (answer_to, returned_to):
            if address and is_relay(address):
                return base_of(address)
        return None

    def _case_id(self, alias: str | None) -> str | None:
        everyone = [*self._reply_to, *self._from, *self._recipients]
        for address in (one.address for one in everyone if is_relay(one.address)):
            # A case that belongs to somebody else's alias is not this one's.
            if alias in (None, base_of(address)) and (case := case_of(address)):
                return case
        links = self._content.links
        return links.case.case_id if links.case and links.is_case_sure else None

    def _case_link(self, case_id: str | None, alias: str | None) -> str | None:
        link = self._content.links.case
        if link and case_id in (None, link.case_id):
            return link.url
        no_response = self._content.links.no_response
        top = (
            no_response.top_level
            if no_response
            else top_level_of((alias or "").rpartition("@")[2])
        )
        return case_page(case_id, top) if case_id and top else None

    def _marketplace(self, alias: str | None) -> str | None:
        links = self._content.links
        identifier = self._headers.text("x-marketplace-id")
        if not identifier and not alias and links.no_response:
            identifier = links.no_response.marketplace_id
        relay = alias or next(
            (one.address for one in self._from if is_relay(one.address)), None
        )
        found = (links.no_response, links.case)
        hosts = [f"amazon.{link.top_level}" for link in found if link]
        # Notices for every marketplace come from amazon.com.
        hosts.extend(one.domain for one in self._from if one.domain != "amazon.com")
        return marketplace_of(identifier, relay, *hosts)

    def _order_id(self) -> str | None:
        bounced = self._bounce.subject if self._bounce else ""
        return order_id_in(
            self._subject, self._content.frame.head, self._content.text, bounced
        )

    def _buyer(self, ruling: Ruling) -> str | None:
        if ruling.kind is Kind.REPLY:
            names = [one.name for one in self._recipients if is_person(one.address)]
            return next((name for name in names if name and "@" not in name), None)
        if ruling.kind is Kind.COPY_OF_REPLY:
            return copied_to(self._subject)
        relayed = [one for one in self._from if is_person(one.address)]
        shown = [*relayed, *self._reply_to]
        name = next((one.name for one in shown if is_person(one.address)), "")
        return buyer_in(name, self._subject)

    def _message_id(self) -> str | None:
        value = self._headers.text("message-id")
        if found := _MESSAGE_ID.search(value):
            return found[0]
        bare = value.strip("<> ")
        return f"<{bare}>" if bare and " " not in bare else None

    def _references(self) -> tuple[str, ...]:
        ids: list[str] = []
        for name in ("references", "in-reply-to"):
            ids.extend(_MESSAGE_ID.findall(self._headers.text(name)))
        return tuple(dict.fromkeys(ids))[:_MOST_REFERENCES]

    def _is_auto_reply(self) -> bool:
        submitted = self._headers.text("auto-submitted").lower()
        if submitted.startswith("auto-replied"):
            return True
        names = ("x-autoreply", "x-autorespond", "x-autoreply-from")
        if any(self._headers.raws(name) for name in names):
            return True
        return self._headers.text("precedence").lower() == "auto_reply"

    def _doubts(self) -> tuple[str, ...]:
        found = list(doubts_about(self._headers))
        relayed = any(is_relay(one.address) for one in self._from)
        if relayed and any(not is_relay(one.address) for one in self._reply_to):
            found.append("Reply-To leads away from Amazon")
        if len(self._from) > 1:
            found.append("several senders")
        if self._headers.cut:
            found.append("header too large")
        if self._problem:
            found.append(self._problem)
        return tuple(found)

    def _returned_to(self, ruling: Ruling) -> str | None:
        if self._bounce is None or ruling.kind is not Kind.BOUNCE:
            return None
        return self._bounce.recipient

    def _returned_id(self, ruling: Ruling) -> str | None:
        if ruling.kind not in (Kind.BOUNCE, Kind.OPT_OUT):
            return None
        if self._bounce and self._bounce.message_id:
            return self._bounce.message_id
        references = self._references()
        return references[-1] if references else None
