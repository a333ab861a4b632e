"""Whether SQLite's log of changes holds commits that SQLite would pass over.

Behind a damaged frame SQLite reads no further: everything committed after it would be
gone without a word. A frame torn by a power cut is the last one as a rule, and what it
was to complete was never acknowledged. The log's format is section 4 of
https://www.sqlite.org/fileformat2.html (checked in November 2026).
"""

import struct
from pathlib import Path

_HEADER, _FRAME = 32, 24
_BIG_ENDIAN = 0x377F0683
_MAGIC = {0x377F0682, _BIG_ENDIAN}
_SUM = 1 << 32


def lost_commits(log: Path) -> bool:
    """Return whether the file *log* holds a commit behind a damaged place.

    Raises OSError when it is there and cannot be read.
    """
    if not log.exists():
        return False
    content = log.read_bytes()
    if not _has_gap(content):
        return False
    # Another process may have been writing; what is damaged stays damaged.
    again = log.read_bytes()
    return again[: len(content)] == content and _has_gap(again)


def _has_gap(content: bytes) -> bool:
    if len(content) <= _HEADER:
        return False
    magic, _, size = struct.unpack(">III", content[:12])
    if magic not in _MAGIC or not 512 <= size <= 65536:  # noqa: PLR2004 - as SQLite has it
        # No frame can be told from another; what there is must be looked at.
        return any(content[_HEADER:])
    step = _FRAME + size
    sound = _sound_frames(content, magic, step)
    salt = content[16:24]
    return any(
        content[place + 8 : place + 16] == salt and any(content[place + 4 : place + 8])
        for place in range(_HEADER + (sound + 1) * step, len(content) - step + 1, step)
    )


def _sound_frames(content: bytes, magic: int, step: int) -> int:
    """Return how many frames from the beginning are as they were written."""
    order = ">" if magic == _BIG_ENDIAN else "<"
    sums = _checksum(content[:24], order, (0, 0))
    if sums != struct.unpack(">II", content[24:_HEADER]):
        return 0
    count = 0
    for place in range(_HEADER, len(content) - step + 1, step):
        frame = content[place : place + step]
        sums = _checksum(frame[:8] + frame[_FRAME:], order, sums)
        if frame[8:16] != content[16:24] or sums != struct.unpack(">II", frame[16:24]):
            break
        count += 1
    return count


def _checksum(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = iter(struct.unpack(f"{order}{len(content) // 4}I", content))
    for word in words:
        first = (first + word + second) % _SUM
        second = (second + next(words) + first) % _SUM
    return first, second
