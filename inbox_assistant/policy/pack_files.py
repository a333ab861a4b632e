"""The files that a folder of packs consists of."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EVERYWHERE = "any"
"""The folder of what no language decides."""


def pack_files(folder: "Path") -> "list[Path]":
    """Return the files of the packs in *folder*, in the order they are read."""
    states = pack_states(folder)
    paths = [folder / os.path.relpath(name, folder) for name, _, _ in states]
    return sorted(paths, key=lambda path: (EVERYWHERE not in path.parts, path))


def pack_states(folder: str | os.PathLike[str]) -> list[tuple[str, int, int]]:
    """Return path, size and time of change of each file of the packs in *folder*."""
    return sorted(_states(os.fspath(folder)))


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield the same, in no order; a folder that does not exist holds nothing."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir():
            yield from _states(entry.path)
        elif entry.name.endswith(".toml"):
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns
