"""What commands print: documents on standard output, all else on standard error."""

import json
import sys
from collections.abc import Iterable, Mapping
from enum import IntEnum


class Exit(IntEnum):
    """How a command ends."""

    DONE = 0
    ATTENTION = 1
    """Done, but something wants to be looked at."""
    FAILED = 2
    """Wrong use, or it could not be done."""


def document(value: object) -> None:
    """Print *value* as one JSON document."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def line(value: Mapping[str, object]) -> None:
    """Print *value* as one line of JSON Lines, at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def text(*lines: str) -> None:
    """Print *lines* for people."""
    for one in lines:
        sys.stdout.write(one + "\n")


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print *rows* in columns as wide as their widest cell."""
    listed = list(rows)
    if not listed:
        return
    widths = [max(len(row[n]) for row in listed) for n in range(len(listed[0]))]
    for row in listed:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def aside(message: str) -> None:
    """Print *message* on standard error, on one line."""
    sys.stderr.write(" ".join(message.split()) + "\n")
