"""Compiled patterns: plain data that is stored, and read back piece by piece.

A program with its thousands of siblings would take longer to read back than most
texts take to check, so each stays a run of bytes until a sentence asks for it.
"""

import marshal
from array import array
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cached_property
from typing import Any

from inbox_assistant.policy.runs import Runs, Stored


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
_WITHOUT_REFERENCES = 2
"""The form of ``marshal`` in which it does not show who else holds a value."""

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


class Compiled:
    """What the matcher works with; *part* returns what is stored under a name.

    Each part is read when something is first looked for, so that a start need not wait.
    """

    def __init__(self, part: Callable[[str], Stored]) -> None:
        self._part = part

    @cached_property
    def atoms(self) -> dict[str, dict[str, bytes]]:
        """Return the words of each form, in drawers."""
        atoms: dict[str, dict[str, bytes]] = unpack(self._part("atoms"))
        return atoms

    @cached_property
    def letters(self) -> dict[str, bytes]:
        """Return the pieces of scripts without blanks, with their slots, packed."""
        letters: dict[str, bytes] = unpack(self._part("letters"))
        return letters

    @cached_property
    def anchors(self) -> Runs:
        """Return the programs filed under each slot, packed.

        Gate, how many words before and after it may stand, program, and so on.
        """
        return Runs(self._part("anchors"))

    @cached_property
    def gates(self) -> "memoryview[int]":
        """Return the gate that each slot is; ``NO_GATE`` for most."""
        return numbers_of(self._part("gates"))

    @cached_property
    def owners(self) -> list[Owner]:
        """Return the owners of the programs."""
        owners: list[Owner] = unpack(self._part("owners"))
        return owners

    @cached_property
    def _groups(self) -> Runs:
        return Runs(self._part("groups"))

    @cached_property
    def _programs(self) -> Runs:
        return Runs(self._part("programs"))

    def phrases(self, group: int) -> tuple[Phrase, ...]:
        """Return the phrases of a group."""
        phrases: tuple[Phrase, ...] = unpack(self._groups[group])
        return phrases

    def program(self, number: int) -> Program:
        """Return a program by its number."""
        program: Program = unpack(self._programs[number])
        return program


def pack(value: Any) -> bytes:  # noqa: ANN401 - as marshal takes it
    """Return a value of plain ones as bytes: of equal values the same."""
    return marshal.dumps(value, _WITHOUT_REFERENCES)


def unpack(stored: Stored) -> Any:  # noqa: ANN401 - as it was packed
    """Return the value that was packed."""
    return marshal.loads(stored)  # noqa: S302 - our own, checked when read


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Return *numbers* as bytes."""
    return array("I", numbers).tobytes()


def numbers_of(packed: Stored) -> "memoryview[int]":
    """Return the numbers that were packed."""
    return memoryview(packed).cast("I")
