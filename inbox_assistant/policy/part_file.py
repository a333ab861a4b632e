"""A file of named parts, each read, and checked, when it is asked for.

    <check sum of the head> <length of the head>      4 bytes each
    <the head: what it is a file of; each part's name, length and check sum>
    <the parts, one after the other>

The file stays open, so that every part is of the one that was opened: who replaces or
deletes it meanwhile does that to its name only (Windows refuses both).
"""

import marshal
import os
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

_NUMBER = 4
_NUMBERS = 2 * _NUMBER


class DamagedPartError(ValueError):
    """A file, or a part of it, is not what was once written."""


class PartFile:
    """An open file of parts, for one thread at a time."""

    def __init__(self, path: "Path") -> None:
        """Open *path*; raises OSError or DamagedPartError where it is of no use."""
        self._number = -1
        self._number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        check, length = _two_numbers(self._read(0, _NUMBERS))
        if length > os.fstat(self._number).st_size:
            raise DamagedPartError
        head = self._checked(_NUMBERS, length, check)
        self.mark, places = marshal.loads(head)  # noqa: S302 - our own, checked
        """What it is a file of."""
        self._places: dict[str, tuple[int, int, int]] = {}
        begin = _NUMBERS + length
        for name, size, part_check in places:
            self._places[name] = begin, size, part_check
            begin += size

    def __del__(self) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; nothing more can be read."""
        number, self._number = self._number, -1
        if number >= 0:
            os.close(number)

    def __getitem__(self, name: str) -> bytes:
        """Return a part; raises OSError or DamagedPartError where it is lost."""
        return self._checked(*self._places[name])

    @property
    def names(self) -> "Collection[str]":
        """Return the names of the parts."""
        return self._places.keys()

    def is_part(self, name: str, content: bytes) -> bool:
        """Return whether *content* is what was stored as the part *name*."""
        _, length, check = self._places[name]
        return len(content) == length and zlib.crc32(content) == check

    def _checked(self, begin: int, length: int, check: int) -> bytes:
        """Return so many bytes, which have that check sum."""
        content = self._read(begin, length)
        if zlib.crc32(content) != check:
            raise DamagedPartError
        return content

    def _read(self, begin: int, length: int) -> bytes:
        """Return so many bytes."""
        os.lseek(self._number, begin, os.SEEK_SET)
        content = os.read(self._number, length)
        while len(content) < length:
            more = os.read(self._number, length - len(content))
            if not more:
                raise DamagedPartError
            content += more
        return content


def part_file(mark: Any, parts: "Mapping[str, bytes]") -> bytes:  # noqa: ANN401
    """Return the bytes of a file of *parts*; *mark* tells what it is a file of."""
    places = [(name, len(part), zlib.crc32(part)) for name, part in parts.items()]
    head = marshal.dumps((mark, places))
    numbers = (zlib.crc32(head), len(head))
    return b"".join([*map(_number, numbers), head, *parts.values()])


def _number(value: int) -> bytes:
    """Return a number as it is written."""
    return value.to_bytes(_NUMBER, "big")


def _two_numbers(content: bytes) -> tuple[int, int]:
    """Return the numbers that were written."""
    first, second = content[:_NUMBER], content[_NUMBER:]
    return int.from_bytes(first, "big"), int.from_bytes(second, "big")
