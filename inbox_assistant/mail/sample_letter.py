"""One mail of the sample mailbox, written the way its real kind is written."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from html import escape

_DASHES = "-" * 13
_PRE_STYLE = (
    "white-space: pre-wrap; white-space: -moz-pre-wrap; white-space: -o-pre-wrap"
)
# A grey picture of two by two points, so that a photograph can be opened.
_PICTURE = "R0lGODlhAgACAIAAAMzMzP///yH5BAAAAAAALAAAAAACAAIAAAICRF4AOw=="
_ON_THE_WAY = timedelta(seconds=19)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The invented numbers of one order and its messages; equal seeds, equal ones."""

    seed: str

    def digest(self, part: str) -> str:
        """Return forty hexadecimal digits for *part*."""
        text = f"{self.seed}/{part}".encode()
        return hashlib.sha1(text, usedforsecurity=False).hexdigest()

    def order(self, prefix: int) -> str:
        """Return an order id whose middle shows that nobody has it."""
        number = int(self.digest("order"), 16)
        return (
            f"{prefix + number % 8:03}-555{number % 10_000:04}-{number % 9_999_991:07}"
        )

    def token(self) -> str:
        """Return what stands before the ``@`` of the buyer's alias."""
        signs = "abcdefghijkmnpqrstuvwxyz0123456789"
        number = int(self.digest("token"), 16)
        return "".join(signs[number // 34**place % 34] for place in range(14))

    def case(self) -> str:
        """Return the identifier of the case."""
        text = self.digest("case")
        return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:32]}"


@dataclass(frozen=True, slots=True)
class Envelope:
    """The header of a mail."""

    sender: str
    recipient: str
    server: str
    subject: str
    dated_at: datetime
    message_id: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What Amazon writes around a buyer's words."""

    order_id: str | None
    product: str | None
    asin: str
    link: str
    case_link: str
    survey: str


def mail(envelope: Envelope, body: bytes) -> bytes:
    """Return a mail; *body* begins with its own header lines."""
    handed_over = format_datetime(envelope.dated_at + _ON_THE_WAY)
    lines = [
        f"Received: from smtp-out.example by {envelope.server}; {handed_over}",
        f"From: {envelope.sender}",
        f"To: {envelope.recipient}",
        f"Subject: {encoded(envelope.subject)}",
        f"Date: {format_datetime(envelope.dated_at)}",
        f"Message-ID: {envelope.message_id}",
        *(f"{name}: {value}" for name, value in envelope.fields),
        "MIME-Version: 1.0",
    ]
    return "\r\n".join(lines).encode("ascii") + b"\r\n" + body


def encoded(text: str) -> str:
    """Return *text* as it may stand in a header."""
    return text if text.isascii() else Header(text, "utf-8").encode(linesep="\r\n")


def text_part(text: str, kind: str = "plain") -> bytes:
    """Return *text* as one part, encoded so that no server changes it."""
    data = base64.encodebytes(text.replace("\n", "\r\n").encode("utf-8"))
    return (
        f"Content-Type: text/{kind}; charset=utf-8\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    ).encode() + data.replace(b"\n", b"\r\n")


def picture_part(name: str) -> bytes:
    """Return a small picture called *name*."""
    return (
        f'Content-Type: image/gif; name="{name}"\r\n'
        f'Content-Disposition: attachment; filename="{name}"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{_PICTURE}\r\n"
    ).encode()


def container(kind: str, *parts: bytes) -> bytes:
    """Return *parts* as one multipart body."""
    boundary = f"=_{hashlib.md5(b''.join(parts), usedforsecurity=False).hexdigest()}"
    inner = b"".join(f"--{boundary}\r\n".encode() + part + b"\r\n" for part in parts)
    return (
        f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode()
        + inner
        + f"--{boundary}--\r\n".encode()
    )


def new_form(frame: Frame, words: str) -> str:
    """Return the text of a buyer's message in the present form."""
    return (
        "You have received a message.\n\n"
        f"{_order_lines(frame)}"
        f"{_DASHES} Message: {_DASHES}\n\n{words}\n\n"
        f"{_DASHES} End message {_DASHES}\n\n"
        f"Was this e-mail helpful? {frame.survey}\n"
        f"Resolve case {frame.link}\n"
        f"Report questionable activity {frame.case_link}&ref=bsm_email_report\n\n"
        "Copyright Amazon, Inc. or its affiliates. All rights reserved.\n"
        "Messages are kept for two years and filtered.\n"
        "SPC-EUAmazon-555000111222333\n"
    )


def _order_lines(frame: Frame) -> str:
    order = f"# {frame.order_id}:\n" if frame.order_id else ""
    return f"{order}1 / {frame.product} [ASIN: {frame.asin}]\n\n"


def old_form(frame: Frame, words: str) -> str:
    """Return the text of a buyer's message in the form of former years."""
    return (
        f"Order ID {frame.order_id}:\n1 of {frame.product} [ASIN: {frame.asin}]\n\n"
        f"{_DASHES} Begin message {_DASHES}\n\n{words}\n\n"
        f"{_DASHES} End message {_DASHES}\n\n"
        "For Your Information: to mark this message as no response needed, "
        f"click here: {frame.link}\n\n[commMgrTok:A5550001112]\n"
    )


def html_form(frame: Frame, words: str) -> str:
    """Return the HTML of a buyer's message."""
    return (
        "<html><body><p>You have received a message.</p>"
        f"<p># {frame.order_id}:<br>1 / {escape(frame.product or '')} "
        f"[ASIN: {frame.asin}]</p><p>{_DASHES} Message: {_DASHES}</p>"
        f'<pre style="{_PRE_STYLE}">{escape(words)}</pre>'
        f"<p>{_DASHES} End message {_DASHES}</p>"
        f'<p><a href="{escape(frame.survey)}">Was this e-mail helpful?</a></p>'
        f'<p><a href="{escape(frame.link)}">Resolve case</a></p>'
        f'<p><a href="{escape(frame.case_link)}">Report questionable activity</a></p>'
        "<p>SPC-EUAmazon-555000111222333</p></body></html>"
    )


def program_form(words: str, quoted: str, shop: str, at: datetime) -> str:
    """Return the text of a buyer who answered from a mail program."""
    earlier = (
        f"{_DASHES} Begin message {_DASHES}\n\n{quoted}\n\n"
        f"{_DASHES} End message {_DASHES}"
    )
    signed = "\n".join(f"> {line}".rstrip() for line in earlier.split("\n"))
    when = f"{at:%d.%m.%Y %H:%M}"
    return f"{words}\n\n{when}, {shop} <[e-mail address removed]>:\n{signed}\n"


def copy_form(order_id: str, words: str) -> str:
    """Return the HTML of Amazon's copy of a reply."""
    lines = escape(words).replace("\n", "<br>")
    return (
        f"<html><body><p># {order_id}:</p><p>{_DASHES} Begin message {_DASHES}</p>"
        f"<p>{lines}</p><p>{_DASHES} End message {_DASHES}</p></body></html>"
    )
