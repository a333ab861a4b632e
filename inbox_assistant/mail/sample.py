"""The sample mailbox: a believable day of a shop that does not exist."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from inbox_assistant import paths
from inbox_assistant.domain.marketplace import BY_CODE, Marketplace
from inbox_assistant.mail import sample_letter as letter
from inbox_assistant.mail.link import case_page

_SUBJECTS = (
    "delivery",
    "product_question",
    "product_problem",
    "returns",
    "order_change",
    "thanks",
    "answered",
    "older",
)
_AGE = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?\Z")
_AMERICA = frozenset({"US", "CA", "MX", "BR"})
_ARRIVES_AFTER = timedelta(seconds=21)
_SECOND_COPY_AFTER = timedelta(seconds=1)
_QUOTED_BEFORE = timedelta(hours=20)

SampleMail = tuple[str, bytes, datetime]
"""A name for the mail, its bytes and when it arrived."""

_Entry = dict[str, Any]


def sample_mails(now: datetime, folder: Path | None = None) -> Iterator[SampleMail]:
    """Yield the sample mailbox as it stands at *now*; equal moments, equal mails."""
    mailbox = _Mailbox(now, folder or paths.resources() / "sample")
    for subject in _SUBJECTS:
        for entry in mailbox.entries(subject, "mail"):
            yield from mailbox.buyer(subject, entry)
    for entry in mailbox.entries("notices", "notice"):
        yield mailbox.notice(entry)


@dataclass(frozen=True, slots=True)
class _Order:
    """Who wrote about what."""

    name: str
    place: Marketplace
    language: str
    numbers: letter.Numbers
    order_id: str
    product: _Entry

    @property
    def alias(self) -> str:
        local = f"{self.numbers.token()}+{self.numbers.case()}"
        return f"{local}@marketplace.amazon.{self.place.top_level}"


class _Mailbox:
    """Reads the data once and writes mails relative to one moment."""

    def __init__(self, now: datetime, folder: Path) -> None:
        self._now = now.replace(microsecond=0)
        self._folder = folder
        self._shop = self._read("shop")
        self._products = self._read("products")
        self._orders: dict[str, _Order] = {}

    def _read(self, name: str) -> _Entry:
        text = (self._folder / f"{name}.toml").read_text(encoding="utf-8")
        return tomllib.loads(text)

    def entries(self, name: str, kind: str) -> list[_Entry]:
        """Return the entries of one file of the sample."""
        entries: list[_Entry] = self._read(name)[kind]
        return entries

    def buyer(self, subject: str, entry: _Entry) -> Iterator[SampleMail]:
        """Yield a buyer's message and what came back about it."""
        order = self._order(entry)
        written_at = self._now - span(entry["age"])
        name = f"{subject}/{entry['id']}"
        body = self._buyers_body(entry, order, written_at)
        line = self._subject(order, entry["topic"])
        envelope = self._envelope(order, line, written_at, entry["id"], entry)
        arrived_at = written_at + _ARRIVES_AFTER
        yield f"{name}.eml", letter.mail(envelope, body), arrived_at
        if entry.get("twice"):
            again = self._envelope(
                order, line, written_at, f"{entry['id']}/second", entry
            )
            later = arrived_at + _SECOND_COPY_AFTER
            yield f"{name}-second.eml", letter.mail(again, body), later
        if "answer" in entry:
            yield self._copy(name, entry, order, written_at)
        if "sent_back_after" in entry:
            yield self._returned(name, entry, order, written_at)

    def _order(self, entry: _Entry) -> _Order:
        """Return whose message *entry* is; a later one may follow an earlier."""
        if "follows" in entry:
            return self._orders[entry["follows"]]
        place = BY_CODE[entry["place"]]
        numbers = letter.Numbers(entry["id"])
        prefix = 111 if place.code in _AMERICA else 302
        order = _Order(
            name=entry["name"],
            place=place,
            language=entry.get("language", place.language),
            numbers=numbers,
            order_id=numbers.order(249 if place.code == "JP" else prefix),
            product=self._products[entry["product"]],
        )
        self._orders[entry["id"]] = order
        return order

    def _subject(self, order: _Order, topic: str) -> str:
        lines = self._shop["subjects"]
        line: str = lines.get(order.language, {}).get(topic) or lines["en"][topic]
        return line.format(name=order.name, order=order.order_id)

    def _envelope(
        self, order: _Order, subject: str, at: datetime, seed: str, entry: _Entry
    ) -> letter.Envelope:
        shown = letter.encoded(f"{order.name} - Amazon Marketplace")
        quoted = f'"{shown}"' if order.name.isascii() else shown
        fields = [("X-Marketplace-ID", order.place.marketplace_id or "")]
        if entry.get("form") != "old":
            fields.append(("X-Space-Notification-Type", "BBC_MESSAGE_SENT_TO_MERCHANT"))
        if entry.get("automatic"):
            fields.append(("Auto-Submitted", "auto-replied"))
        return letter.Envelope(
            sender=f"{quoted}\r\n <{order.alias}>",
            recipient=self._shop["address"],
            server=self._shop["server"],
            subject=subject,
            dated_at=at,
            message_id=message_id(seed),
            fields=tuple(fields),
        )

    def _buyers_body(self, entry: _Entry, order: _Order, at: datetime) -> bytes:
        words = entry["text"].strip("\n")
        form = entry.get("form", "new")
        frame = self._frame(entry, order, old=form == "old")
        if form == "program":
            body = letter.text_part(
                letter.program_form(
                    words, entry["quoted"], self._shop["name"], at - _QUOTED_BEFORE
                )
            )
        elif form == "old":
            body = letter.text_part(letter.old_form(frame, words))
        elif entry.get("html"):
            body = letter.text_part(letter.html_form(frame, words), "html")
        else:
            body = letter.container(
                "alternative",
                letter.text_part(letter.new_form(frame, words)),
                letter.text_part(letter.html_form(frame, words), "html"),
            )
        if "picture" in entry:
            picture = letter.picture_part(entry["picture"])
            return letter.container("mixed", body, picture)
        return body

    def _frame(self, entry: _Entry, order: _Order, *, old: bool) -> letter.Frame:
        top, place_id = order.place.top_level, order.place.marketplace_id
        message = letter.Numbers(entry["id"]).digest("message")[:24].upper()
        thread = order.numbers.digest("thread")[:16].upper()
        sign = letter.Numbers(entry["id"]).digest("sign")
        new_link = (
            f"https://sellercentral.amazon.{top}/messaging/no-response-needed"
            f"?t={thread}&m={message}&mp={place_id}&c=A5550FERN&h={sign}&s=1"
        )
        old_link = (
            f"https://www.amazon.{top}/gp/communication-manager/no-response-needed.html"
            f"?msg={message}&d=1760000000&mp={place_id}&v=1&t={sign}"
        )
        return letter.Frame(
            order_id=None if entry.get("before_purchase") else order.order_id,
            product=order.product.get(order.language, order.product["en"]),
            asin=order.product["asin"],
            link=old_link if old else new_link,
            case_link=case_page(order.numbers.case(), top),
            survey=f"https://www.amazon.{top}/gp/survey?id={message[:10]}",
        )

    def _copy(
        self, name: str, entry: _Entry, order: _Order, written_at: datetime
    ) -> SampleMail:
        at = written_at + span(entry["answered_after"])
        lines = self._shop["subjects"]
        subject = lines.get(order.language, lines["en"])["copy"]
        envelope = letter.Envelope(
            sender="Amazon <donotreply@amazon.com>",
            recipient=self._shop["address"],
            server=self._shop["server"],
            subject=subject.format(name=order.name),
            dated_at=at,
            message_id=message_id(f"{entry['id']}/copy"),
            fields=(
                ("X-Space-Notification-Type", "BBC_MESSAGE_CONFIRMATION_TO_MERCHANT"),
                ("X-Marketplace-ID", order.place.marketplace_id or ""),
            ),
        )
        html = letter.copy_form(order.order_id, entry["answer"].strip("\n"))
        raw = letter.mail(envelope, letter.text_part(html, "html"))
        return f"{name}-copy.eml", raw, at + _ARRIVES_AFTER

    def _returned(
        self, name: str, entry: _Entry, order: _Order, written_at: datetime
    ) -> SampleMail:
        at = written_at + span(entry["sent_back_after"])
        subject = f"Re: {self._subject(order, entry['topic'])}"
        envelope = letter.Envelope(
            sender=f"Mail Delivery System <mailer-daemon@{self._shop['server']}>",
            recipient=self._shop["address"],
            server=self._shop["server"],
            subject="Undelivered Mail Returned to Sender",
            dated_at=at,
            message_id=message_id(f"{entry['id']}/returned"),
        )
        status = (
            "Content-Type: message/delivery-status\r\n\r\n"
            f"Reporting-MTA: dns; {self._shop['server']}\r\n\r\n"
            f"Final-Recipient: rfc822; {order.alias}\r\n"
            "Action: failed\r\nStatus: 5.7.1\r\n"
        )
        original = (
            "Content-Type: text/rfc822-headers\r\n\r\n"
            f"From: {self._shop['address']}\r\nTo: {order.alias}\r\n"
            f"Subject: {letter.encoded(subject)}\r\n"
            f"Message-ID: {message_id(entry['id'] + '/reply')}\r\n"
        )
        body = letter.container(
            "report; report-type=delivery-status",
            letter.text_part("The mail below could not be delivered.\n"),
            status.encode("ascii"),
            original.encode("ascii"),
        )
        return f"{name}-returned.eml", letter.mail(envelope, body), at + _ARRIVES_AFTER

    def notice(self, entry: _Entry) -> SampleMail:
        """Return a mail that no buyer wrote."""
        at = self._now - span(entry["age"])
        place = BY_CODE[entry["place"]]
        order = self._orders.get(entry.get("of", ""))
        numbers = letter.Numbers(entry["id"])
        order_id = order.order_id if order else numbers.order(302)
        known = {"order": order_id, "name": entry.get("name", "")}
        lines = self._shop["subjects"].get(place.language, self._shop["subjects"]["en"])
        subject = entry.get("plain_subject") or lines[entry["subject"]]
        fields = [("X-Marketplace-ID", place.marketplace_id or "")]
        if "type" in entry:
            fields.append(("X-Space-Notification-Type", entry["type"]))
        envelope = letter.Envelope(
            sender=_notice_sender(entry, numbers, place),
            recipient=self._shop["address"],
            server=self._shop["server"],
            subject=subject.format(**known),
            dated_at=at,
            message_id=message_id(entry["id"]),
            fields=tuple(fields) if "address" not in entry else (),
        )
        text = entry["text"].strip("\n").format(**known)
        raw = letter.mail(envelope, letter.text_part(text + "\n"))
        return f"notices/{entry['id']}.eml", raw, at + _ARRIVES_AFTER


def _notice_sender(entry: _Entry, numbers: letter.Numbers, place: Marketplace) -> str:
    if "address" in entry:
        return str(entry["address"])
    top = place.top_level
    if entry.get("relayed"):
        return (
            "Amazon Customer Service\r\n"
            f" <{numbers.token()}+{numbers.case()}@marketplace.amazon.{top}>"
        )
    local = entry.get("sender", "donotreply")
    host = f"amazon.{top}" if local.startswith("atoz") else "amazon.com"
    return f"Amazon <{local}@{host}>"


def span(text: str) -> timedelta:
    """Return the span that *text*, such as ``3h20m``, stands for."""
    match = _AGE.match(text)
    if not text or match is None:
        message = f"“{text}” is no span such as 3h20m."
        raise ValueError(message)
    return timedelta(hours=int(match[1] or 0), minutes=int(match[2] or 0))


def message_id(seed: str) -> str:
    """Return a Message-ID as long as those of Amazon's mail servers."""
    numbers = letter.Numbers(seed)
    return f"<0102019a{numbers.digest('id')[:8]}-{numbers.case()}-000000@mail.example>"
