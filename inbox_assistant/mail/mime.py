"""The parts of a mail, read within limits."""

import binascii
import email
import email.policy
import quopri
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.errors import InvalidBase64LengthDefect
from email.message import Message

import fast_mail_parser
from fast_mail_parser import PyLazyMimePart

from inbox_assistant.mail.headers import parameters

LARGEST_MAIL = 25 * 1024 * 1024
"""Bytes of a mail whose parts are all read; of a larger one only the first are."""
_READ_OF_LARGER = 4 * 1024 * 1024
MOST_PARTS = 500
DEEPEST = 30
_MOST_BOUNDARY_LINES = 5_000
_MOST_BOUNDARIES = 120
_NO_DIGIT = re.compile(r"[^A-Za-z0-9+/]")
"""What is no digit of base64."""
_SHORTEST_BASE64 = 40
_STRICT_HEAD = re.compile(
    rb"(?:[!-9;-~]++:[^\r\n]*+\r?\n(?:[ \t]++[^\s][^\r\n]*+\r?\n)*+)++\r?\n"
)
"""A header whose fields every reader tells apart in the same way."""
_CONTENT = re.compile(
    rb"^Content-(?:Transfer-Encoding: ?[78]bit|Type: ?text/(plain|html)"
    rb"(?:; ?charset=(?:\"([A-Za-z0-9_-]{1,30})\"|([A-Za-z0-9_-]{1,30})))?)(?=\r?$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A field that says of a text that it stands there as it is."""


class MimeError(Exception):
    """The parts of a mail cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part that is no container; ``content`` is decoded from its transfer form."""

    media_type: str
    charset: str | None
    name: str
    is_attachment: bool
    content: bytes


def read_parts(raw: bytes) -> list[Part]:
    """Return the parts of *raw* in their order; a mail inside counts as one.

    The fast reader goes first. It gives up on a mail for one part it cannot decode,
    so the standard library's lenient one follows.
    """
    if len(raw) > LARGEST_MAIL:
        raw = raw[:_READ_OF_LARGER]
    _refuse_bombs(raw)
    try:
        parts = _within_limits(_fast_parts(raw))
        unread = any(part.media_type.startswith("multipart/") for part in parts)
        if parts and not unread:
            return parts
        # It did not understand how the parts are told apart.
        return _within_limits(_lenient_parts(raw))
    except fast_mail_parser.ParseError:
        return _within_limits(_lenient_parts(raw))
    except BaseException as error:
        # A panic inside the fast reader is no Exception to Python.
        if type(error).__module__ != "pyo3_runtime":
            raise
        return _within_limits(_lenient_parts(raw))


def only_part(head: bytes, body: bytes) -> Part | None:
    """Return the one part of a mail that is a text as it stands; ``None`` for others.

    *head* is the header with the blank line below it. Most notices are such mails,
    and what ``read_parts`` finds in them is the same.
    """
    if not body or len(head) + len(body) > LARGEST_MAIL:
        return None
    small = head.lower()
    if b"content-type: multipart/" in small:
        return None
    telling = _CONTENT.findall(head) if _STRICT_HEAD.fullmatch(head) else []
    types = [one for one in telling if one[0]]
    if len(types) != 1 or len(telling) != small.count(b"content-"):
        return None
    subtype, quoted, plain = types[0]
    label = (quoted or plain).decode("ascii") or None
    return Part(
        f"text/{subtype.decode('ascii').lower()}",
        label,
        "",
        is_attachment=False,
        content=body,
    )


def _refuse_bombs(raw: bytes) -> None:
    # Counting is linear, and a mail within these counts cannot make a tree that is
    # slow to build.
    lowered = raw.lower()
    boundaries = lowered.count(b"boundary")
    too_many = (
        boundaries > _MOST_BOUNDARIES
        or lowered.count(b"message/rfc822") > _MOST_BOUNDARIES
        or (boundaries > 0 and _boundary_lines(raw) > _MOST_BOUNDARY_LINES)
    )
    if too_many:
        message = "too many parts"
        raise MimeError(message)


def _boundary_lines(raw: bytes) -> int:
    # Most mails are too short to hold too many.
    return raw.count(b"\n--") if len(raw) > _MOST_BOUNDARY_LINES else 0


def _within_limits(parts: Iterator[Part]) -> list[Part]:
    found: list[Part] = []
    for part in parts:
        if len(found) >= MOST_PARTS:
            break
        found.append(part)
    return found


def _fast_parts(raw: bytes) -> Iterator[Part]:
    root = fast_mail_parser.parse_email_tree(raw, mode="lazy")
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > DEEPEST:
            message = "parts nested too deeply"
            raise MimeError(message)
        content = None if _is_container(node) else node.content
        if content is not None:
            fields = {key.lower(): values[0] for key, values in node.headers.items()}
            encoding = fields.get("content-transfer-encoding", "")
            yield _part(
                lambda name, fields=fields: fields.get(name, ""),  # type: ignore[misc]
                node.content_type,
                _decoded_late(content, encoding),
            )
        elif not node.is_message:
            stack.extend((child, depth + 1) for child in reversed(node.children))


def _is_container(node: PyLazyMimePart) -> bool:
    return bool(node.children) and not node.is_message


def _decoded_late(content: bytes, encoding: str) -> bytes:
    """Decode what the fast reader left, for blanks or quotes around the name."""
    name = encoding.partition(";")[0].strip("\"' \t").lower()
    if name == encoding.lower():
        return content
    if name == "base64":
        try:
            return binascii.a2b_base64(content + b"==")
        except binascii.Error:
            return content
    return quopri.decodestring(content) if name == "quoted-printable" else content


def _lenient_parts(raw: bytes) -> Iterator[Part]:
    try:
        root = email.message_from_bytes(raw, policy=email.policy.compat32)
    except (ValueError, LookupError, RecursionError, TypeError, IndexError) as error:
        message = f"its structure cannot be read ({type(error).__name__})"
        raise MimeError(message) from error
    stack: list[tuple[Message, int]] = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > DEEPEST:
            message = "parts nested too deeply"
            raise MimeError(message)
        kind = node.get_content_type()
        children = node.get_payload() if node.is_multipart() else None
        if isinstance(children, list) and not kind.startswith("message/"):
            stack.extend(
                (child, depth + 1)
                for child in reversed(children)
                if isinstance(child, Message)
            )
            continue
        if kind.startswith("multipart/"):
            continue  # its boundary never comes
        yield _part(
            lambda name, node=node: _plain(node.get(name, "")),  # type: ignore[misc]
            kind,
            _bytes_of(node),
        )


def _plain(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode("utf-8", "replace")


def _bytes_of(node: Message) -> bytes:
    try:
        payload = node.get_payload()
        if isinstance(payload, list):
            return b"\n".join(
                bytes(child) for child in payload if isinstance(child, Message)
            )
        if _only_claims_base64(node, payload):
            return str(payload).encode("utf-8", "surrogateescape")
        decoded = node.get_payload(decode=True)
        if any(isinstance(one, InvalidBase64LengthDefect) for one in node.defects):
            return _cut_base64(str(payload))
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError):
        return b""
    return decoded if isinstance(decoded, bytes) else b""


def _cut_base64(text: str) -> bytes:
    """Return what base64 whose last digit holds less than a byte says before it.

    A word or two are text, whatever the header says.
    """
    digits = _NO_DIGIT.sub("", text)
    if len(digits) < _SHORTEST_BASE64:
        return text.encode("utf-8", "surrogateescape")
    return binascii.a2b_base64(digits[: len(digits) // 4 * 4])


def _only_claims_base64(node: Message, payload: object) -> bool:
    """Say whether the text is plain though its header says base64: it has blanks."""
    encoding = str(node.get("content-transfer-encoding", "")).strip().lower()
    lines = str(payload).split("\n") if encoding == "base64" else []
    written = [line.strip() for line in lines if line.strip()]
    with_blanks = sum(1 for line in written if " " in line)
    return bool(written) and 2 * with_blanks > len(written)


def _part(header: Callable[[str], str], media_type: str, content: bytes) -> Part:
    typed = parameters(header("content-type"))
    disposition = header("content-disposition")
    name = parameters(disposition).get("filename") or typed.get("name") or ""
    first = disposition.partition(";")[0].strip().lower()
    return Part(
        media_type=media_type.lower(),
        charset=typed.get("charset"),
        name=name,
        is_attachment=first == "attachment",
        content=content,
    )
