"""Reading rows out of a SQLite file that SQLite itself can no longer read.

Every page is looked at by itself, so that a damaged page costs only what was on it and
nothing that it led to. The shapes of pages, cells and records are those of
https://www.sqlite.org/fileformat2.html (checked in November 2026); the log of changes
is section 4 there.
"""

import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

Value = int | float | str | bytes | None

_INDEX_LEAF, _INDEX_BRANCH, _TABLE_BRANCH = 0x0A, 0x02, 0x05
_FILE_HEADER, _LOG_HEADER, _FRAME_HEADER = 100, 32, 24
_USUAL_PAGE = 4096
_SIZES = {512 << power for power in range(8)}
_LONGEST_VARINT = 9
_LARGEST_RECORD = 200_000_000
"""Bytes; far above what a mailbox takes, and a bound for what damage may claim."""


class CarvingError(ValueError):
    """A stretch of bytes is no record."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row as it stands in the file; ``rowid`` is ``None`` in an index."""

    rowid: int | None
    values: tuple[Value, ...]


def carve(path: Path) -> Iterator[Record]:
    """Yield every record that can be made out in the file and in its log.

    One row may come more than once, its newest form last where the file is in order.
    Pages that the file counts as free are left out. Raises OSError when the file
    cannot be read.
    """
    log = path.with_name(path.name + "-wal")
    logged = log.read_bytes() if log.exists() else b""
    with path.open("rb") as file:
        if not path.stat().st_size:
            yield from _carve(b"", logged, _USUAL_PAGE)
            return
        with mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            yield from _carve(content, logged, _page_size(content))


def _carve(content: bytes | mmap, log: bytes, size: int) -> Iterator[Record]:
    pages = _Pages(content, size)
    free = pages.free()
    for number in range(1, pages.count + 1):
        if number not in free:
            yield from _records(pages.page(number), number, size, pages.further)
    newer: dict[int, bytes] = {}
    frames = list(_frames(log, size))
    newer.update(frames)

    def further(number: int) -> bytes:
        # A record in the log goes on in the log, else in the file.
        return newer[number] if number in newer else pages.further(number)

    for number, page in frames:
        yield from _records(page, number, size, further)


def _page_size(content: bytes | mmap) -> int:
    stated = int.from_bytes(content[16:18], "big")
    size = 65536 if stated == 1 else stated
    return size if size in _SIZES and content[:6] == b"SQLite" else _USUAL_PAGE


def _frames(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """Yield the pages in a log of changes with their numbers, the oldest first."""
    step = _FRAME_HEADER + size
    for place in range(_LOG_HEADER, len(log) - step + 1, step):
        number = int.from_bytes(log[place : place + 4], "big")
        yield number, log[place + _FRAME_HEADER : place + step]


class _Pages:
    """The pages of a file, counted from 1; the last one may be cut short."""

    def __init__(self, content: bytes | mmap, size: int) -> None:
        self._content = content
        self._size = size
        self.count = -(-len(content) // size)

    def page(self, number: int) -> bytes:
        """Return page *number*, as much of it as there is."""
        return self._content[(number - 1) * self._size : number * self._size]

    def further(self, number: int) -> bytes:
        """Return the page *number* that a record goes on in."""
        if not 1 <= number <= self.count:
            raise CarvingError("the record goes on outside of the file")
        return self.page(number)

    def free(self) -> set[int]:
        """Return the numbers of the pages that hold nothing any more."""
        trunk = int.from_bytes(self._content[32:36], "big")
        found: set[int] = set()
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            count = min(int.from_bytes(page[4:8], "big"), self._size // 4 - 2)
            leaves = page[8 : 8 + 4 * max(count, 0)]
            leaves = leaves[: len(leaves) // 4 * 4]
            found.update(one for (one,) in struct.iter_unpack(">I", leaves))
            trunk = int.from_bytes(page[:4], "big")
        return found


def _records(
    page: bytes, number: int, size: int, further: Callable[[int], bytes]
) -> Iterator[Record]:
    """Yield the records of *page*; *further* finds the pages that they go on in."""
    start = _FILE_HEADER if number == 1 else 0
    if len(page) < start + 8 or page[start] == _TABLE_BRANCH:
        return
    # Where the kind of a page is damaged it may still be a leaf of a table.
    is_index = page[start] in {_INDEX_LEAF, _INDEX_BRANCH}
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    # A branch begins with one more number, and each of its cells too.
    more = 4 if page[start] == _INDEX_BRANCH else 0
    first = start + 8 + more
    for place in range(first, min(first + 2 * count, len(page) - 1), 2):
        cell = int.from_bytes(page[place : place + 2], "big") + more
        with suppress(CarvingError, UnicodeDecodeError, IndexError, struct.error):
            rowid, length, cell = _beginning(page, cell, is_index=is_index)
            payload = _payload(page[cell:], length, size, further, is_index=is_index)
            yield Record(rowid, _values(payload))


def _beginning(
    page: bytes, place: int, *, is_index: bool
) -> tuple[int | None, int, int]:
    """Return the row's number, the record's length and where it begins."""
    length, place = _varint(page, place)
    if not 1 <= length <= _LARGEST_RECORD:
        raise CarvingError("no record is that long")
    if is_index:
        return None, length, place
    rowid, place = _varint(page, place)
    return rowid, length, place


def _payload(
    cell: bytes,
    length: int,
    size: int,
    further: Callable[[int], bytes],
    *,
    is_index: bool,
) -> bytes:
    """Return the whole record that begins with *cell*."""
    here = _held_here(length, size, is_index=is_index)
    if len(cell) < here:
        raise CarvingError("the page ends before the record")
    parts = [cell[:here]]
    left, number = length - here, int.from_bytes(cell[here : here + 4], "big")
    while left > 0:
        page = further(number)
        parts.append(page[4 : 4 + min(left, size - 4)])
        if not parts[-1]:
            raise CarvingError("the record ends early")
        left -= len(parts[-1])
        number = int.from_bytes(page[:4], "big")
    return b"".join(parts)


def _held_here(length: int, usable: int, *, is_index: bool) -> int:
    """Return how many bytes of a record stand on its own page."""
    most = (usable - 12) * 64 // 255 - 23 if is_index else usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    held = least + (length - least) % (usable - 4)
    return held if held <= most else least


def _values(payload: bytes) -> tuple[Value, ...]:
    header, place = _varint(payload, 0)
    body = header
    values = []
    while place < header:
        kind, place = _varint(payload, place)
        value, body = _value(payload, kind, body)
        values.append(value)
    if place != header or body != len(payload):
        raise CarvingError("the record does not fill its length")
    return tuple(values)


_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number, by the kind of value."""


def _value(payload: bytes, kind: int, place: int) -> tuple[Value, int]:
    if kind == 0:
        return None, place
    if kind in _WHOLE:
        end = place + _WHOLE[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind == 7:  # noqa: PLR2004 - as the format counts
        return float(struct.unpack(">d", payload[place : place + 8])[0]), place + 8
    if kind in {8, 9}:
        return kind - 8, place
    if kind < 12:  # noqa: PLR2004 - kept for SQLite's own use
        raise CarvingError("no file holds such a value")
    end = place + (kind - 12) // 2
    if end > len(payload):
        raise CarvingError("the value is longer than its record")
    part = payload[place:end]
    return (part.decode() if kind % 2 else part), end


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """Return the number at *place* and where it ends."""
    number = 0
    for count in range(_LONGEST_VARINT):
        byte = content[place + count]
        if count == _LONGEST_VARINT - 1:
            return _signed(number << 8 | byte), place + _LONGEST_VARINT
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the last one has no mark
            return number, place + count + 1
    raise CarvingError("no number ends there")


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
