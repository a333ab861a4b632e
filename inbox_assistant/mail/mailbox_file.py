"""Mailbox files (mbox): many mails in one file, read as a stream."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

LARGEST = 64 * 1024 * 1024
"""Bytes of one mail; a larger one is named, not read."""
_CHUNK = 256 * 1024
# A line that starts a mail has a time; a sentence that begins with "From" has not.
_SEPARATOR = re.compile(
    rb"From \S?.{0,300}?\b\d{1,2}:\d{2}(?::\d{2})?\b.{0,60}\b\d{4}\b|"
    rb"From - \S|From \S+@\S+ *\r?\n?\Z"
)
_HEADER_LINE = re.compile(rb"[!-9;-~]{1,76}:(?:[ \t\r\n]|\Z)|From ")
_ESCAPED = re.compile(rb">+From ")
_DATE = re.compile(
    rb"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}"
    rb"(?P<day>\d{1,2}) (?P<clock>\d{1,2}:\d{2}(?::\d{2})?)"
    rb"(?: (?P<zone>[+-]\d{4}|[A-Z]{1,5}))? (?P<year>\d{4})(?: (?P<late>[+-]\d{4}))?"
)
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


@dataclass(frozen=True, slots=True)
class Entry:
    """One mail of a mailbox file; ``raw`` is ``None`` where it is too large.

    Number 0 is what stands before the first separator.
    """

    number: int
    raw: bytes | None
    placed_at: datetime | None


def is_separator(line: bytes, below: bytes) -> bool:
    """Say whether *line* starts a mail in a mailbox file; *below* is the next one.

    Writers disagree on the blank line before it, so a header below is what counts.
    """
    if not line.startswith(b"From ") or _SEPARATOR.match(line) is None:
        return False
    return _HEADER_LINE.match(below.removeprefix(b">")) is not None


def holds_separator(stream: BinaryIO) -> bool:
    """Say whether a mail starts somewhere in a file, though not in its first line."""
    line = stream.readline(_CHUNK)
    while line:
        below = stream.readline(_CHUNK)
        if is_separator(line, below):
            return True
        line = below
    return False


def read_mailbox(stream: BinaryIO) -> Iterator[Entry]:
    """Yield the mails of a mailbox file without ever holding more than one."""
    number = 0
    gathered = _Gathered(number, None)
    at_line_start = is_first = True
    line = _first_line(stream)
    while line:
        below = stream.readline(_CHUNK)
        # The first line of the file separates, whatever form its writer gave it.
        begins = line.startswith(b"From ") if is_first else is_separator(line, below)
        if at_line_start and begins:
            if not is_first:
                yield gathered.entry(is_last=False)
            number += 1
            gathered = _Gathered(number, _time_in(line))
        else:
            gathered.add(line, at_line_start=at_line_start)
        at_line_start, is_first = line.endswith(b"\n"), False
        line = below
    if number:
        yield gathered.entry(is_last=True)


def _first_line(stream: BinaryIO) -> bytes:
    """Return the first line that is not blank, without a mark of UTF-8 before it."""
    line = stream.readline(_CHUNK).removeprefix(codecs.BOM_UTF8)
    while line and not line.strip():
        line = stream.readline(_CHUNK)
    return line


class _Gathered:
    """The lines of one mail so far."""

    def __init__(self, number: int, placed_at: datetime | None) -> None:
        self._number = number
        self._placed_at = placed_at
        self._lines: list[bytes] = []
        self._size = 0

    def add(self, line: bytes, *, at_line_start: bool) -> None:
        """Add *line*, taking back the sign that kept it from starting a mail."""
        self._size += len(line)
        if self._size > LARGEST:
            self._lines.clear()
        elif at_line_start and _ESCAPED.match(line):
            self._lines.append(line[1:])
        else:
            self._lines.append(line)

    def entry(self, *, is_last: bool) -> Entry:
        """Return the mail; the blank line before a separator is not part of it."""
        if self._size > LARGEST:
            return Entry(self._number, None, self._placed_at)
        if not is_last and self._lines and self._lines[-1] in (b"\n", b"\r\n"):
            self._lines.pop()
        return Entry(self._number, b"".join(self._lines), self._placed_at)


def _time_in(line: bytes) -> datetime | None:
    """Return the time in a separator; without a zone it is taken as UTC."""
    match = _DATE.search(line)
    if match is None:
        return None
    month = _MONTHS.index(match["month"].decode()) // 3 + 1
    clock = [int(part) for part in match["clock"].split(b":")]
    zone = match["late"] or match["zone"] or b"+0000"
    offset = zone.decode() if zone[:1] in b"+-" else "+0000"
    stated = (
        f"{int(match['year']):04}-{month:02}-{int(match['day']):02}"
        f"T{clock[0]:02}:{clock[1]:02}:{[*clock, 0][2]:02}"
        f"{offset[:3]}:{offset[3:]}"
    )
    try:
        return datetime.fromisoformat(stated).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
