"""Compiled patterns: plain data that is stored, and read back piece by piece.

A program with its thousands of siblings would take longer to read back than most
texts take to check, so each stays a run of bytes until a sentence asks for it.
"""

import marshal
from array import array
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple


class Form(StrEnum):
    """How an atom's text is compared with a word."""

    WORD = "word"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    PART = "part"
    TYPO = "typo"
    NUMBER = "number"
    CODE = "code"
    ANY = "any"


CHOICE, GAP, START, END, WITHOUT = range(5)
ANY_SLOT = -2
NO_SLOT = -1
NO_GATE = 0xFFFF_FFFF
"""Stands where a program needs no other slot than the one it is filed under."""
FAR = 1_000
"""As far apart as words of one sentence may stand."""

Code = tuple[int, ...]
"""One step: (CHOICE, slot, group, optional, key, longest), (GAP, most), (START,),
(END,) or (WITHOUT, slot). A choice's *key* is a slot of words of which each phrase of
its group needs one; *longest* is how many words such a phrase may cover."""
Codes = tuple[Code, ...]
Phrase = tuple[tuple[int, ...], Codes]
"""Slots needed, the rarest first, and the steps."""
Program = tuple[int, tuple[int, ...], int, bool, tuple[Codes, ...]]
"""Owner, slots needed, widest window (-1: one sequence), letters, sequences."""
Owner = tuple[tuple[int, ...], int, tuple[int, ...]]
"""Programs that silence it, 1 or 0 where only questions or others count, and programs
that take back what begins in them or right behind them."""


class Compiled(NamedTuple):
    """What the matcher works with; every field can be stored as it is."""

    atoms: dict[str, dict[str, bytes]]
    """Form, then the words of that form, in drawers."""
    letters: dict[str, bytes]
    groups: list[bytes]
    """Phrases of each group, packed."""
    programs: list[bytes]
    anchors: dict[int, bytes]
    """The programs filed under a slot, packed: gate, how many words before and after
    it may stand, program, and so on."""
    gates: bytes
    """The slot of each gate, packed."""
    owners: list[Owner]

    def phrases(self, group: int) -> tuple[Phrase, ...]:
        """Return the phrases of a group."""
        phrases: tuple[Phrase, ...] = marshal.loads(self.groups[group])  # noqa: S302
        return phrases

    def program(self, number: int) -> Program:
        """Return a program by its number."""
        program: Program = marshal.loads(self.programs[number])  # noqa: S302
        return program


def pack(value: Any) -> bytes:  # noqa: ANN401 - as marshal takes it
    """Return a value of tuples and numbers as bytes."""
    return marshal.dumps(value)


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Return *numbers* as bytes."""
    return array("I", numbers).tobytes()


def numbers_of(packed: bytes) -> "memoryview[int]":
    """Return the numbers that were packed."""
    return memoryview(packed).cast("I")
