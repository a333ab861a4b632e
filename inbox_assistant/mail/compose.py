"""Replies to bytes, ready for a mail server and safe from what buyers wrote."""

import quopri
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import Header
from email.utils import format_datetime

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.order_id import DIGITS
from inbox_assistant.mail.domains import is_relay
from inbox_assistant.mail.enclosing import Enclosed, enclosed_parts
from inbox_assistant.mail.headers import one_line

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,128}@[A-Za-z0-9.-]{1,253}\Z")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}>\Z")
_REPLY_MARK = re.compile(
    r"\s*(?:re|aw|sv|antw|odp|ynt|rif|res|回复|返信)\s*[:\uff1a]", re.IGNORECASE
)
_ASCII_ONLY = re.compile(r"[ -~]*\Z")
_TEXT_PART = (
    b'Content-Type: text/plain; charset="utf-8"\r\n'
    b"Content-Transfer-Encoding: quoted-printable"
)
_WIDTH = 76
_MOST_REFERENCES = 20
_LONGEST_SUBJECT = 400
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything a reply is made of; nothing is taken from anywhere else."""

    from_address: str
    to_address: str
    subject: str
    body: str
    message_id: str
    dated_at: datetime
    from_name: str = ""
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    """Message-IDs of the thread, oldest first; the one replied to may be left out."""
    order_id: str | None = None
    quoted: str = ""
    """The buyer's words; an answer that quotes them gets past Amazon's opt-out."""
    files: tuple[Enclosed, ...] = ()
    """What is attached, in its order."""


def compose_reply(letter: Letter) -> bytes:
    """Return *letter* as a mail with CRLF line ends.

    The lines are written here because the standard library turns a Message-ID as
    long as Amazon's into an encoded word, which no mail program reads as an id.
    """
    lines = [
        f"From: {_mailbox(letter.from_name, _checked_address(letter.from_address))}",
        f"To: {_checked_relay(letter.to_address)}",
        f"Subject: {_encoded(reply_subject(letter.subject), 'Subject')}",
        f"Date: {format_datetime(letter.dated_at.astimezone(UTC))}",
        f"Message-ID: {_checked_id(letter.message_id)}",
        *_thread_lines(letter),
        "MIME-Version: 1.0",
    ]
    header = "\r\n".join(lines).encode("ascii") + b"\r\n"
    text = _TEXT_PART + b"\r\n\r\n" + _quoted_printable(whole_text(letter))
    if not letter.files:
        return header + text
    return header + enclosed_parts(text, letter.files, letter.message_id)


def reply_subject(subject: str) -> str:
    """Return the subject of an answer to a mail with *subject*."""
    plain = " ".join(one_line(subject).split())[:_LONGEST_SUBJECT]
    return plain if _REPLY_MARK.match(plain) else f"Re: {plain}".strip()


def whole_text(letter: Letter) -> str:
    """Return the text that is sent: body, order line, the buyer's words quoted."""
    parts = [_unix_lines(letter.body).strip("\n")]
    below: list[str] = []
    if letter.order_id and re.fullmatch(DIGITS, letter.order_id):
        below.append(f"# {letter.order_id}")
    if letter.quoted.strip():
        below.extend(
            f"> {line}".rstrip() for line in _unix_lines(letter.quoted).split("\n")
        )
    if below:
        parts.append("\n".join(below))
    return "\n\n".join(parts) + "\n"


def _unix_lines(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    # Half a character (a lone surrogate) cannot be sent.
    return text.encode("utf-8", "replace").decode("utf-8")


def _thread_lines(letter: Letter) -> list[str]:
    answered = letter.in_reply_to
    if answered is None or not _MESSAGE_ID.match(answered):
        answered = None
    known = [one for one in letter.references if _MESSAGE_ID.match(one)]
    chain = [one for one in dict.fromkeys(known) if one != answered]
    if answered:
        chain.append(answered)
    lines = [f"In-Reply-To: {answered}"] if answered else []
    if chain:
        lines.append("References: " + "\r\n ".join(chain[-_MOST_REFERENCES:]))
    return lines


def _checked_address(address: str) -> str:
    if not _ADDRESS.match(address):
        message = f"“{one_line(address)[:80]}” is not an address mail can be sent from."
        raise InputError(message, "Correct the address in the account's settings.")
    return address


def _checked_relay(address: str) -> str:
    if not _ADDRESS.match(address) or not is_relay(address):
        message = f"“{one_line(address)[:80]}” is not a buyer's address at Amazon."
        raise InputError(message, "Answer from a message that a buyer sent.")
    return address


def _checked_id(message_id: str) -> str:
    if not _MESSAGE_ID.match(message_id):
        message = "The reply has no valid Message-ID."
        raise InputError(message)
    return message_id


def _mailbox(name: str, address: str) -> str:
    plain = " ".join(one_line(name).split())[:_LONGEST_NAME]
    if not plain:
        return address
    if _ASCII_ONLY.match(plain) and "=?" not in plain:
        escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"\r\n <{address}>'
    return f"{_encoded(plain, 'From')}\r\n <{address}>"


def _encoded(text: str, header: str) -> str:
    """Return *text* folded, in encoded words where it is not plain ASCII."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    is_plain = _ASCII_ONLY.match(text) and "=?" not in text
    words = Header(
        text,
        charset="us-ascii" if is_plain else "utf-8",
        maxlinelen=_WIDTH,
        header_name=header,
    )
    return words.encode(linesep="\r\n")


def _quoted_printable(text: str) -> bytes:
    data = quopri.encodestring(text.encode("utf-8"))
    lines = data.split(b"\n")
    # A line that is one dot ends a mail, and "From " starts one in a mailbox file.
    safe = (
        b"=2E" + line[1:]
        if line == b"."
        else b"=46" + line[1:]
        if line.startswith(b"From ")
        else line
        for line in lines
    )
    return b"\r\n".join(safe)
