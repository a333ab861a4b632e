"""What each word means to the patterns, worked out once and remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from operator import or_

from inbox_assistant.policy.programs import NO_GATE, Compiled, numbers_of
from inbox_assistant.policy.runs import Runs
from inbox_assistant.policy.vocabulary import Vocabulary

MEMO = 20_000
"""How many words are remembered before a new memory is begun."""

Slots = frozenset[int]
Partners = tuple[tuple[int, int, tuple[int, ...]], ...]
"""Programs, after how many words before and after theirs the gate may stand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or several, and what the patterns ask of them."""

    words: tuple[str, ...]
    """Each one, or another word that fills the same slots."""
    gates: int = 0
    """The gates that the words open, as bits."""
    alone: tuple[int, ...] = ()
    """Programs filed under the words that need nothing else."""
    seconds: int = 0
    """The gates of all other programs filed under the words, as bits."""
    partners: dict[int, Partners] = field(default_factory=dict)
    """Those programs by their gates."""
    compounds: tuple[int, ...] = ()
    """Which of the words are several joined, such as "five-star"."""


@dataclass(frozen=True, slots=True)
class Filing:
    """What is alike for all words that fill the same slots, as numbers do.

    No pattern tells them apart, so that the first of them stands for them all.
    """

    simple: Piece
    compound: Piece
    """Such a word that is several joined."""


class Memory:
    """The words that were asked for, and by each slot those that stand for others."""

    def __init__(self) -> None:
        self.pieces: dict[str, Piece] = {}
        self.fillers: dict[int, set[str]] = {}
        self.filings: dict[Slots, Filing] = {}


class Lexicon:
    """Tells what words are; several threads may use one lexicon."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._memory = Memory()

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        """Return the words that are asked for, read with the first word."""
        return Vocabulary(self._compiled.atoms)

    def knows(self, word: str) -> bool:
        """Return whether some rule asks for *word*."""
        return self._vocabulary.knows(word)

    @property
    def memory(self) -> Memory:
        """Return where to remember words; another one when this one is full."""
        if len(self._memory.pieces) >= MEMO:
            self._memory = Memory()
        return self._memory

    def pieces(self, words: Iterable[str], memory: Memory) -> list[Piece]:
        """Return each of *words* as a piece of its own."""
        known = memory.pieces
        return [known.get(word) or self._learn(word, memory) for word in words]

    def _learn(self, word: str, memory: Memory) -> Piece:
        """Return, and remember, what *word* is."""
        slots = frozenset(self._vocabulary.slots(word))
        filing = memory.filings.get(slots) or self._file(word, slots, memory)
        is_compound = self._vocabulary.is_compound(word)
        piece = filing.compound if is_compound else filing.simple
        memory.pieces[word] = piece
        return piece

    def _file(self, word: str, slots: Slots, memory: Memory) -> Filing:
        """Return, and remember, what the patterns ask of words that fill *slots*.

        From now on *word* stands for all of them.
        """
        alone, partners = filed_under(slots, self._compiled.anchors)
        gates = self._compiled.gates
        simple = Piece(
            words=(word,),
            gates=sum(1 << gates[slot] for slot in slots if gates[slot] != NO_GATE),
            alone=alone,
            seconds=sum(1 << gate for gate in partners),
            partners=partners,
        )
        for slot in slots:
            memory.fillers.setdefault(slot, set()).add(word)
        filing = Filing(simple, replace(simple, compounds=(0,)))
        memory.filings[slots] = filing
        return filing


def filed_under(
    slots: Slots, anchors: Runs
) -> tuple[tuple[int, ...], dict[int, Partners]]:
    """Return the programs filed under *slots*: those that need no gate, and others."""
    alone: list[int] = []
    found: dict[int, dict[tuple[int, int], list[int]]] = {}
    for slot in slots:
        numbers = numbers_of(anchors[slot])
        every = (numbers[part::4] for part in range(4))
        for gate, before, after, program in zip(*every, strict=True):
            if gate == NO_GATE:
                alone.append(program)
            else:
                near = found.setdefault(gate, {})
                near.setdefault((before, after), []).append(program)
    partners = {
        gate: tuple((*reach, tuple(programs)) for reach, programs in near.items())
        for gate, near in found.items()
    }
    return tuple(alone), partners


def opened(pieces: Iterable[Piece]) -> int:
    """Return the gates that *pieces* open, as bits."""
    return reduce(or_, [piece.gates for piece in pieces], 0)


def joined(pieces: Sequence[Piece]) -> Piece:
    """Return *pieces*, which follow each other, as one."""
    if len(pieces) == 1:
        return pieces[0]
    partners: dict[int, Partners] = {}
    compounds: list[int] = []
    words: list[str] = []
    for piece in pieces:
        compounds.extend(len(words) + at for at in piece.compounds)
        words.extend(piece.words)
        for gate, programs in piece.partners.items():
            partners[gate] = (*partners.get(gate, ()), *programs)
    return Piece(
        words=tuple(words),
        gates=opened(pieces),
        alone=tuple(number for piece in pieces for number in piece.alone),
        seconds=sum(1 << gate for gate in partners),
        partners=partners,
        compounds=tuple(compounds),
    )
