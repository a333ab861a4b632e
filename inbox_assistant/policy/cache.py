"""Compiled packs kept in a file, so that the next start need not compile."""

import marshal
import sys
import zlib
from typing import TYPE_CHECKING, Any

from inbox_assistant import __version__
from inbox_assistant.policy.assembled import Assembled
from inbox_assistant.policy.pack_files import pack_states

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORM = 9
"""Raised whenever what is stored changes its form."""

Mark = tuple[Any, ...]
"""What the packs of some folders look like from outside; it changes with any file."""

_NAME = "policy.compiled"
_CHECK = 8


def fingerprint(folders: "Sequence[Path]") -> Mark:
    """Return a mark that changes with any file of the packs, and with the program."""
    files = tuple(state for folder in folders for state in pack_states(folder))
    return (FORM, __version__, sys.version, files)


class Cache:
    """The file in which compiled packs are kept.

    Whatever is wrong with it, it is only made again.
    """

    def __init__(self, folder: "Path") -> None:
        self._path = folder / _NAME

    def load(self, mark: Mark) -> Assembled | None:
        """Return what was stored under *mark*, ``None`` where that is missing."""
        try:
            content = memoryview(self._path.read_bytes())
        except OSError:
            return None
        check, payload = content[:_CHECK], content[_CHECK:]
        if check != _checked(payload):
            return None
        try:
            found, places = marshal.loads(payload)  # noqa: S302 - our own file, checked
        except (ValueError, EOFError, TypeError):
            return None
        if found != mark:
            return None
        begin = len(payload) - sum(length for _, length in places)
        parts = {}
        for name, length in places:
            parts[name] = payload[begin : begin + length]
            begin += length
        return Assembled(parts)

    def store(self, mark: Mark, assembled: Assembled) -> None:
        """Keep *assembled* under *mark*; a file that cannot be written is no loss."""
        # What is inside comes first, then the parts themselves, one after the other.
        places = [(name, len(part)) for name, part in assembled.parts.items()]
        head = marshal.dumps((mark, places))
        payload = b"".join([head, *assembled.parts.values()])
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(_checked(payload) + payload)
            fresh.replace(self._path)
        except OSError:
            return


def _checked(payload: bytes | memoryview) -> bytes:
    """Return a check sum of *payload*."""
    return zlib.crc32(payload).to_bytes(_CHECK, "big")
