"""Rows for spreadsheets, safe to open in one."""

import csv
import re
from collections.abc import Iterable
from typing import TextIO

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")  # noqa: RUF001 - wide ones count too


def write_csv(
    stream: TextIO, head: Iterable[str], rows: Iterable[Iterable[object]]
) -> None:
    """Write *rows* under *head*; a cell that would be a formula is quoted as text.

    Spreadsheets run what begins with ``=``, ``+``, ``-`` or ``@``, some after blanks or
    written wide, and buyers' words may begin so.
    """
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_as_text(cell) for cell in row])


def _as_text(cell: object) -> str:
    text = "" if cell is None else str(cell)
    # A lone carriage return would end the row for some readers.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if _FORMULA.match(text) else text
