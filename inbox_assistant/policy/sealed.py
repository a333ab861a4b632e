"""Files that are either what was once written or of no use at all.

<what the file is> <check sum of the rest, 8 hexadecimal digits>
<the rest>
"""

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_CHECK = 8

T = TypeVar("T")


class DamagedError(ValueError):
    """A file that is not what was once written; nothing of it can be used."""


def sealed(name: bytes, rest: bytes) -> bytes:
    """Return the bytes of a file that is a *name*, and holds *rest*."""
    return name + b" " + _check(rest) + b"\n" + rest


def unsealed(name: bytes, content: bytes) -> bytes:
    """Return what a file holds that says it is a *name*.

    Raises DamagedError where anything is missing or changed.
    """
    return content[begin_of(name, content) :]


def begin_of(name: bytes, content: bytes) -> int:
    """Return where that begins, for who does not need it copied.

    Raises DamagedError where anything is missing or changed.
    """
    begin = len(name) + _CHECK + 2
    rest = memoryview(content)[begin:]
    if content[:begin] != name + b" " + _check(rest) + b"\n":
        raise DamagedError
    return begin


def loaded(path: Path, read: Callable[[bytes], T]) -> T | None:
    """Return what *read* makes of the file *path*; ``None`` where it can be of no use.

    *read* raises DamagedError for such a one.
    """
    try:
        return read(path.read_bytes())
    except (OSError, DamagedError):
        return None


def _check(rest: bytes | memoryview) -> bytes:
    """Return the check sum of what follows the first line."""
    return b"%08x" % zlib.crc32(rest)
