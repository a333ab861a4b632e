"""The header block of a mail, read leniently and in linear time."""

import base64
import binascii
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from inbox_assistant.mail import charset

LARGEST_BLOCK = 256 * 1024
"""Bytes of a header block that are read field by field."""
LONGEST_VALUE = 16 * 1024
MOST_FIELDS = 2_000
_LARGEST_REST = 8 * 1024 * 1024
_MOST_OF_A_NAME = 50

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*)\Z", re.DOTALL)
_BLOCK_END = re.compile(rb"\n([ \t]*)\r?\n")
_FIELD_START = re.compile(rb"\n(?![ \t])")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TELLING_NAMES = (
    rb"(from|sender|reply-to|to|cc|delivered-to|subject|date|message-id|received"
    rb"|references|in-reply-to|mime-version|content-[a-z-]{1,40}|auto-submitted"
    rb"|authentication-results|received-spf|precedence|x-space-notification-type"
    rb"|x-marketplace-id|x-original-(?:from|sender|to)|x-failed-recipients"
    rb"|x-auto[a-z-]{1,40})"
)
_TELLING = re.compile(
    rb"^" + _TELLING_NAMES + rb"[ \t]*:.*(?:\n[ \t].*)*", re.IGNORECASE | re.MULTILINE
)
_GOES_ON = re.compile(
    rb"(?:[ \t].{0,998}\n){0,5}" + _TELLING_NAMES + rb"[ \t]*:", re.IGNORECASE
)
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,16000})\?=", re.ASCII)
_BETWEEN_WORDS = re.compile(r"\?=[ \t\r\n]{1,80}=\?")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Headers:
    """The fields of one header block, in their order, undecoded."""

    fields: tuple[tuple[str, bytes], ...]
    cut: bool = False
    """Whether the block was so large that only the telling fields were read."""
    _known: dict[str, list[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The values asked for so far: many rules look at the same few fields."""
    _undecoded: dict[str, list[bytes]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Note which fields there are: most of those asked for are not."""
        for key, value in self.fields:
            self._undecoded.setdefault(key, []).append(value)

    def raw(self, name: str) -> str:
        """Return the first field called *name*, unfolded, its words still encoded."""
        known = self.raws(name)
        return known[0] if known else ""

    def raws(self, name: str) -> list[str]:
        """Return every field called *name*, topmost first, words still encoded."""
        known = self._known.get(name)
        if known is None:
            values = self._undecoded.get(name) or self._undecoded.get(name.lower())
            known = [] if values is None else [one_line(_text(one)) for one in values]
            self._known[name] = known
        return known

    def text(self, name: str) -> str:
        """Return the first field called *name* as people read it, on one line."""
        value = self.raw(name)
        return decoded(value) if "=?" in value else value


def split_headers(raw: bytes) -> tuple[Headers, bytes]:
    """Return the header block of *raw* and the bytes after it."""
    end, below = _block_end(raw)
    return _fields_of(raw[:end]), raw[below:]


def _block_end(raw: bytes) -> tuple[int, int]:
    """Return where the header block ends and where the body begins.

    A line of blanks alone ends it too, unless a field follows: some senders fold
    their fields so that such a line is left in between.
    """
    for blank in _BLOCK_END.finditer(raw):
        if not blank[1] or not _GOES_ON.match(raw, blank.end()):
            return blank.start(), blank.end()
    return len(raw), len(raw)


def without_envelope(raw: bytes) -> bytes:
    """Return *raw* from its first header on.

    Storage leaves marks, blank lines and mailbox separators before it.
    """
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    elif _has_doubled_ends(raw):
        # Line ends that were translated twice.
        raw = raw.replace(b"\r\r\n", b"\r\n")
    start = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
    while raw[start : start + 1] in (b"\r", b"\n") and start < LONGEST_VALUE:
        start += 1
    if raw[start : start + 6].lstrip(b">").startswith(b"From "):
        end = raw.find(b"\n", start, start + LONGEST_VALUE)
        start = end + 1 if end >= 0 else start
    return raw[start:]


def _has_doubled_ends(raw: bytes) -> bool:
    # Only the header of many mails has this sign, and its last one is found at once.
    last = raw.rfind(b"\r", 0, LONGEST_VALUE - 1)
    return raw.find(b"\r\r\n", 0, last + 2) >= 0


def _fields_of(block: bytes) -> Headers:
    """Read all fields of a usual block; of a huge one's rest those that tell."""
    usual = _usual_fields(block)
    if usual is not None:
        return Headers(usual)
    found: list[tuple[str, list[bytes]]] = []
    place = len(block)
    for line in _LINE.finditer(block):
        place = line.start()
        if len(found) >= MOST_FIELDS or place >= min(LARGEST_BLOCK, len(block)):
            break
        _add_line(line[0].rstrip(b"\r\n"), found)
    if is_cut := place < len(block):
        _add_telling(block[place : place + _LARGEST_REST], found)
    fields = tuple((name, _within_limit(b" ".join(parts))) for name, parts in found)
    return Headers(fields, is_cut)


def _usual_fields(block: bytes) -> tuple[tuple[str, bytes], ...] | None:
    """Return the fields of a block of usual size, lines and line ends, else ``None``.

    Each of its lines is a field or goes on with one.
    """
    if len(block) >= LARGEST_BLOCK:
        return None
    # Where lines end in two signs, the first one of the last end is left.
    plain = block.replace(b"\r\n", b"\n").removesuffix(b"\r")
    if b"\r" in plain or plain.count(b"\n") >= MOST_FIELDS:
        return None
    matches = list(map(_FIELD.match, _FIELD_START.split(plain)))
    if not all(matches):
        return None
    return tuple(
        (_name(match[1]), _within_limit(match[2].replace(b"\n", b" ")))
        for match in matches
        if match
    )


@lru_cache(1024)
def _name(written: bytes) -> str:
    return written.decode("ascii").lower()


def _add_telling(block: bytes, found: list[tuple[str, list[bytes]]]) -> None:
    """Add the telling fields of *block*, of each name so many at most."""
    seen: Counter[bytes] = Counter()
    for match in _TELLING.finditer(block):
        name = match[1].lower()
        seen[name] += 1
        if seen[name] <= _MOST_OF_A_NAME:
            for line in match[0].splitlines():
                _add_line(line, found)


def _add_line(line: bytes, found: list[tuple[str, list[bytes]]]) -> None:
    if line[:1] in (b" ", b"\t"):
        if found:
            found[-1][1].append(line)
    elif match := _FIELD.match(line):
        found.append((_name(match[1]), [match[2]]))


def _within_limit(value: bytes) -> bytes:
    """Shorten *value* in its middle: an address stands at the end of its field."""
    if len(value) <= LONGEST_VALUE:
        return value
    return value[: LONGEST_VALUE // 2] + b" " + value[-LONGEST_VALUE // 2 :]


def _text(value: bytes) -> str:
    return charset.decode(value, None)


def one_line(text: str) -> str:
    """Return *text* without line breaks and control characters."""
    # What can be printed holds none of them, and that is told sooner.
    if text.isprintable() or not _CONTROLS.search(text):
        return text.strip()
    return _CONTROLS.sub(" ", text).strip()


def decoded(value: str) -> str:
    """Return *value* with its encoded words read, on one line.

    An encoded word can hide line breaks; none survives, so that a value can be put
    into a header of ours.
    """
    if "=?" not in value:
        return one_line(value)
    joined = _BETWEEN_WORDS.sub("?==?", value)
    return one_line(_read_words(joined))


def _read_words(value: str) -> str:
    """Read the words of one character set together: senders split characters."""
    pieces: list[str] = []
    pending, label, end = b"", "", 0
    for match in _ENCODED_WORD.finditer(value):
        data = _word_bytes(match)
        between = value[end : match.start()]
        if pending and (between or match[1].lower() != label):
            pieces.append(charset.decode(pending, label))
            pending = b""
        pieces.append(between)
        pending, label, end = pending + data, match[1].lower(), match.end()
    if pending:
        pieces.append(charset.decode(pending, label))
    pieces.append(value[end:])
    return "".join(pieces)


def _word_bytes(match: re.Match[str]) -> bytes:
    content = match[3].encode("utf-8", "replace")
    if match[2] in "bB":
        try:
            return base64.b64decode(content + b"=" * (-len(content) % 4))
        except (binascii.Error, ValueError):
            return content
    spaced = content.replace(b"_", b" ")
    return _QUOTED.sub(lambda hit: bytes([int(hit[1], 16)]), spaced)


_PARAMETER = re.compile(
    r";\s*([\w.!#$%&+^`{|}~-]{1,60})(\*\d{0,3}\*?)?\s*=\s*"
    r"(?:\"((?:[^\"\\]|\\.)*)\"|([^;\s]*))"
)


@lru_cache(256)
def parameters(value: str) -> Mapping[str, str]:
    """Return the parameters of a structured header such as Content-Type."""
    found: dict[str, list[str]] = {}
    for name, star, quoted, plain in _PARAMETER.findall(value[:LONGEST_VALUE]):
        text = quoted.replace('\\"', '"') if quoted else plain
        if star.endswith("*"):
            text = _percent_decoded(text)
        # Pieces of one long value (RFC 2231) come numbered and in order.
        if star or name.lower() not in found:
            found.setdefault(name.lower(), []).append(text)
    return MappingProxyType(
        {name: decoded("".join(texts)) for name, texts in found.items()}
    )


def _percent_decoded(text: str) -> str:
    label, quote, rest = text.partition("'")
    _, second, content = rest.partition("'")
    if not (quote and second):
        label, content = "utf-8", text
    data = re.sub(
        rb"%([0-9A-Fa-f]{2})",
        lambda hit: bytes([int(hit[1], 16)]),
        content.encode("utf-8", "replace"),
    )
    return charset.decode(data, label)
