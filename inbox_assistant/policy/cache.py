"""Compiled packs kept in a file, so that the next start need not compile."""

import os
import sys
import zlib
from _thread import allocate_lock  # ``threading`` takes as long as all of this
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from inbox_assistant import __version__
from inbox_assistant.policy.assembled import Assembled
from inbox_assistant.policy.pack_files import pack_states
from inbox_assistant.policy.part_file import DamagedPartError, PartFile, part_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

FORM = 13
"""Raised whenever what is stored changes its form."""

Mark = tuple[Any, ...]
"""What the packs of some folders look like from outside; it changes with any file."""

_ENDING = ".compiled"
_FRESH = ".new"
_LEFT_BEHIND = 3600

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

    def load(self, mark: Mark, again: Callable[[], Assembled]) -> Assembled | None:
        """Return what was stored under *mark*, ``None`` where that is missing.

        A part is read when it is first asked for; *again* compiles the packs for one
        that is lost by then.
        """
        path = self._path(mark)
        try:
            file = PartFile(path)
        except (OSError, DamagedPartError):
            return None
        if file.mark != mark:
            return None
        # Its time tells when it was used last, for ``_drop_oldest``.
        with suppress(OSError):
            os.utime(path)
        return Assembled(_Parts(file, again))

    def store(self, mark: Mark, assembled: Assembled) -> None:
        """Keep *assembled* under *mark*; a file that cannot be written is no loss."""
        path = self._path(mark)
        # Two programs that write at once have a file each until it is complete.
        fresh = path.with_suffix(f".{os.urandom(4).hex()}{_FRESH}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(part_file(mark, assembled.parts))
            fresh.replace(path)
        except OSError:
            _delete([fresh])
        else:
            _delete(self._of_no_use(path))

    def _path(self, mark: Mark) -> "Path":
        """Return the file for packs of the place that *mark* was taken of.

        Each mark has a file of its own, for on Windows none can be replaced as long as
        a program reads from it.
        """
        *_, files = mark
        place = _short([name for name, *_ in files])
        return self._folder / f"policy-{place}-{_short(mark)}{_ENDING}"

    def _of_no_use(self, fresh: "Path") -> "Iterator[Path]":
        """Yield what *fresh* replaces, what is used least, and what was left behind."""
        times = _times(self._folder.glob(f"policy*{_ENDING}"))
        now = times.pop(fresh, 0.0)
        yield from (file for file in times if _place(file) == _place(fresh))
        others = [file for file in times if _place(file) != _place(fresh)]
        others.sort(key=times.__getitem__, reverse=True)
        yield from others[_KEPT - 1 :]
        for file, time in _times(self._folder.glob(f"policy*{_FRESH}")).items():
            if now - time > _LEFT_BEHIND:
                yield file


class _Parts(Mapping[str, bytes]):
    """The parts of a file; what is lost of it is compiled again."""

    def __init__(self, file: PartFile, again: Callable[[], Assembled]) -> None:
        self._file = file
        self._again = again
        self._made: Mapping[str, bytes] | None = None
        self._lock = allocate_lock()

    def __getitem__(self, name: str) -> bytes:
        """Return a part.

        Raises PolicyPackError where it is lost and the packs are others by now: parts
        of two packs do not go together.
        """
        with self._lock:
            if self._made is None:
                try:
                    return self._file[name]
                except (OSError, DamagedPartError):
                    # On Windows an open file cannot be replaced by a better one.
                    self._file.close()
                    self._made = self._again().parts
            part = self._made[name]
            if not self._file.is_part(name, part):
                raise _lost()
            return part

    def __iter__(self) -> "Iterator[str]":
        """Yield the names of the parts."""
        return iter(self._file.names)

    def __len__(self) -> int:
        """Return how many parts there are."""
        return len(self._file.names)


def _lost() -> Exception:
    """Return the error that tells that rules are lost."""
    from inbox_assistant.domain.errors import PolicyPackError  # noqa: PLC0415 - rare

    return PolicyPackError(
        "The rules have changed on the disk and those in use can no longer be read.",
        "Start the program again.",
    )


def _place(file: "Path") -> str:
    """Return what the name of a file tells of the place of its packs."""
    return file.name.partition(".")[0].split("-")[1]


def _short(value: object) -> str:
    """Return a few signs that differ for most values."""
    return f"{zlib.crc32(repr(value).encode()):08x}"


def _times(files: "Iterable[Path]") -> "dict[Path, float]":
    """Return when each of *files* was used last; other programs may delete some."""
    times: dict[Path, float] = {}
    for file in files:
        with suppress(OSError):
            times[file] = file.stat().st_mtime
    return times


def _delete(files: "Iterable[Path]") -> None:
    """Delete *files*, but for those that other programs hold open on Windows."""
    for file in files:
        with suppress(OSError):
            file.unlink()
