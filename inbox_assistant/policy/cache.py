"""Compiled packs kept in a file, so that the next start need not compile."""

import marshal
import os
import sys
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from inbox_assistant import __version__
from inbox_assistant.policy.assembled import Assembled
from inbox_assistant.policy.pack_files import pack_states

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORM = 11
"""Raised whenever what is stored changes its form."""

Mark = tuple[Any, ...]
"""What the packs of some folders look like from outside; it changes with any file."""

_ENDING = ".compiled"
_CHECK = 8

# Every place that packs are read from (two installs of the program, profiles with
# packs of their own) has a file; this many are kept for those that start in turn.
_KEPT = 4


def fingerprint(folders: "Sequence[Path]") -> Mark:
    """Return a mark that changes with any file of the packs, and with the program."""
    files = tuple(state for folder in folders for state in pack_states(folder))
    return (FORM, __version__, sys.version, files)


class Cache:
    """The files in which compiled packs are kept, one for each place of packs.

    Whatever is wrong with one, it is only made again.
    """

    def __init__(self, folder: "Path") -> None:
        self._folder = folder

    def load(self, mark: Mark) -> Assembled | None:
        """Return what was stored under *mark*, ``None`` where that is missing."""
        path = self._path(mark)
        try:
            content = memoryview(path.read_bytes())
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
        # Its time tells when it was used last, for ``_drop_oldest``.
        with suppress(OSError):
            os.utime(path)
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
        path = self._path(mark)
        fresh = path.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(_checked(payload) + payload)
            fresh.replace(path)
            self._drop_oldest(path)
        except OSError:
            return

    def _path(self, mark: Mark) -> "Path":
        """Return the file for packs of the place that *mark* was taken of."""
        *_, files = mark
        place = zlib.crc32(repr([name for name, *_ in files]).encode())
        return self._folder / f"policy-{place:08x}{_ENDING}"

    def _drop_oldest(self, fresh: "Path") -> None:
        """Delete all but *fresh* and the files used last."""
        files = self._folder.glob(f"policy*{_ENDING}")
        others = [file for file in files if file != fresh]
        others.sort(key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for file in others[_KEPT - 1 :]:
            file.unlink()


def _checked(payload: bytes | memoryview) -> bytes:
    """Return a check sum of *payload*."""
    return zlib.crc32(payload).to_bytes(_CHECK, "big")
