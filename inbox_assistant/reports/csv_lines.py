"""Rows for spreadsheets, safe to open in one."""

import csv
from collections.abc import Iterable
from typing import TextIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(
    stream: TextIO, head: Iterable[str], rows: Iterable[Iterable[object]]
) -> None:
    """Write *rows* under *head*; a cell that would be a formula is quoted as text.

    Spreadsheets run what begins with ``=``, ``+``, ``-`` or ``@``, and buyers' words
    may begin so.
    """
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_as_text(cell) for cell in row])


def _as_text(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
