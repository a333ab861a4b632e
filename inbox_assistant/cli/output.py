"""What commands print: documents on standard output, all else on standard error."""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import IntEnum
from io import TextIOWrapper

SHOWN = 200
"""Code points of a text that is shown to people as a part of a line."""
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Exit(IntEnum):
    """How a command ends."""

    DONE = 0
    ATTENTION = 1
    """Done, but something wants to be looked at."""
    FAILED = 2
    """Wrong use, or it could not be done."""


def make_writable() -> None:
    """Let both outputs take every script, and be there at all.

    Texts of buyers come in every script, terminals in every encoding; a program
    started without a console has no outputs.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def document(value: object) -> None:
    """Print *value* as one JSON document."""
    import json  # noqa: PLC0415 - not what the window should wait for

    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def line(value: Mapping[str, object]) -> None:
    """Print *value* as one line of JSON Lines, at once.

    Whoever writes one line and waits for its answer must not wait for a buffer.
    """
    document(value)
    sys.stdout.flush()


def text(*lines: str) -> None:
    """Print *lines* for people; what would steer their terminal is left out."""
    for one in lines:
        sys.stdout.write(_STEERING.sub("", one) + "\n")


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print *rows* in columns as wide as their widest cell."""
    listed = [tuple(_one_line(cell) for cell in row) for row in rows]
    if not listed:
        return
    widths = [max(len(row[n]) for row in listed) for n in range(len(listed[0]))]
    for row in listed:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def counted(count: int, one: str, more: str = "") -> str:
    """Return *count* with the word for so many: *one*, else *more* (with an s)."""
    return f"{count} {one if count == 1 else more or one + 's'}"


def aside(message: str) -> None:
    """Print *message* on standard error, on one line.

    That nobody reads it any more must not end the work it speaks of.
    """
    with suppress(OSError, ValueError):
        sys.stderr.write(_one_line(message) + "\n")
        sys.stderr.flush()


class Tally:
    """Tells on standard error how far something is, without flooding it.

    On a terminal one line is written over and over; elsewhere a line is added each
    time the count has doubled. Below *least* nothing is told. *unit* is one of what is
    counted, *done* what is done with it.
    """

    def __init__(self, unit: str, done: str, least: int = 1) -> None:
        self._unit = unit
        self._done = done
        self._least = least
        self._next = least
        self._length = 0

    def tell(self, count: int) -> None:
        """Say that *count* are done."""
        if count < self._least:
            return
        words = f"{counted(count, self._unit)} {self._done} …"
        if sys.stderr.isatty():
            with suppress(OSError, ValueError):
                sys.stderr.write("\r" + words.ljust(self._length))
                sys.stderr.flush()
            self._length = len(words)
        elif count >= self._next:
            aside(words)
            self._next = 2 * count

    def end(self) -> None:
        """Leave the line, so that what follows stands on one of its own."""
        if self._length:
            with suppress(OSError, ValueError):
                sys.stderr.write("\n")
            self._length = 0


def _one_line(message: str) -> str:
    plain = "".join(one if one.isprintable() else " " for one in message)
    return " ".join(plain.split())
