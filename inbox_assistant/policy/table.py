"""The file of what was learned about sentences: a table that is read as it lies.

    inbox-assistant table 2 <check sum, see ``sealed``>
    <JSON: columns, biases, scales, marks, languages, bits of a place, trust>
    <2 to the power of that many rows, one byte a column behind one of control>

A sign, a number of 32 bits, has its place by its lowest bits and its control byte by
the next ones; a row whose control byte is another is that of another sign, or of none.
Nothing is unpacked before something is looked for, so that a start need not wait. The
last column is the sign's squared length.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from inbox_assistant.policy.sealed import DamagedError, begin_of, loaded, sealed

ZERO = 128
"""The byte that weighs nothing."""
_NAME = b"inbox-assistant table 2"
_CONTROLS = 255


@dataclass(frozen=True, slots=True)
class Head:
    """What a table says of itself."""

    columns: tuple[str, ...]
    biases: tuple[float, ...]
    """What speaks for each column before anything is read."""
    scales: tuple[float, ...]
    """What one step of a byte is worth, in each column."""
    marks: Mapping[str, tuple[float, float, float]]
    """For each column where doubt ends, where a hint begins, and where it is sure."""
    languages: tuple[str, ...]
    """Those that enough was read of."""
    bits: int
    trust: Mapping[str, float] = field(default_factory=dict)
    """How much likelier than others of its category a rule was right, as the logarithm
    of odds, by the rule's name."""


class Known(NamedTuple):
    """The signs of a sentence that a table knows."""

    places: list[int]
    """Where their rows begin."""
    length: float
    """By which their sums are divided."""


class Table:
    """Weights by sign; several threads may use one."""

    def __init__(self, head: Head, rows: bytes, begin: int = 0) -> None:
        """Take the *rows*, which *begin* there; so large a file is not copied."""
        self.head = head
        self._rows = rows
        self._begin = begin
        self._width = len(head.columns) + 1
        self._last = (1 << head.bits) - 1
        self._at = {name: place + 1 for place, name in enumerate(head.columns)}

    def place(self, sign: int) -> int | None:
        """Return where the row of *sign* begins; ``None`` where it has none."""
        place = self._begin + (sign & self._last) * self._width
        control = (sign >> self.head.bits) % _CONTROLS + 1
        return place if self._rows[place] == control else None

    def known(self, places: Iterable[int]) -> Known:
        """Return what the table knows of signs that have their rows at *places*."""
        rows, at, places = self._rows, self._width - 1, list(places)
        squared = sum([rows[place + at] for place in places]) - ZERO * len(places)
        return Known(places, math.sqrt(squared * self.head.scales[-1]) or 1.0)

    def value(self, known: Known, column: str) -> float:
        """Return what *known* rows say together for *column*.

        It is the logarithm of odds: above zero is more likely than not.
        """
        at, rows, places = self._at[column], self._rows, known.places
        steps = sum([rows[place + at] for place in places]) - ZERO * len(places)
        scale = self.head.scales[at - 1] / known.length
        return self.head.biases[at - 1] + steps * scale


def write_table(head: Head, rows: Mapping[int, Sequence[int]]) -> bytes:
    """Return the bytes of a file that holds *rows*, steps from -127 to 127 by sign.

    Where two signs have one place, the one that was given first keeps it.
    """
    width = len(head.columns) + 1
    table = bytearray(width << head.bits)
    for sign, steps in rows.items():
        place = (sign & ((1 << head.bits) - 1)) * width
        if table[place] == 0:
            control = (sign >> head.bits) % _CONTROLS + 1
            row = bytes((control, *(ZERO + step for step in steps)))
            table[place : place + width] = row
    rest = json.dumps(asdict(head)).encode() + b"\n" + table
    return sealed(_NAME, rest)


def read_table(content: bytes) -> Table:
    """Return the table that a file holds.

    Raises DamagedError where anything is missing or changed.
    """
    begin = begin_of(_NAME, content)
    rows = content.find(b"\n", begin) + 1
    try:
        values = json.loads(content[begin:rows])
        head = Head(
            columns=tuple(values["columns"]),
            biases=tuple(values["biases"]),
            scales=tuple(values["scales"]),
            marks={name: tuple(three) for name, three in values["marks"].items()},
            languages=tuple(values["languages"]),
            bits=values["bits"],
            trust=dict(values["trust"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError from error
    if not _fits(head, len(content) - rows):
        raise DamagedError
    return Table(head, content, rows)


def load_table(path: Path) -> Table | None:
    """Return the table in the file *path*; ``None`` where none can be used."""
    return loaded(path, read_table)


def _fits(head: Head, length: int) -> bool:
    """Return whether each column has all it needs; the rows' *length* must be right."""
    count = len(head.columns)
    return (
        len(head.biases) == len(head.scales) == count
        and all(len(three) == 3 for three in head.marks.values())  # noqa: PLR2004
        and head.marks.keys() <= set(head.columns)
        and length == (count + 1) << head.bits
    )
