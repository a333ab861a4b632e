"""Rules out, for one sentence, nearly all programs that do not match it.

Places in the sentence are the bits of a number, so that a step of a pattern takes all
of them on at once. What passes may match; what does not pass never matches. The edges
of clauses are taken generously.
"""

from collections.abc import Callable, Sequence

from inbox_assistant.policy.lexicon import Memory, Piece
from inbox_assistant.policy.programs import (
    ANY_SLOT,
    CHOICE,
    END,
    GAP,
    NO_SLOT,
    WITHOUT,
    Code,
    Codes,
    Compiled,
    Program,
)

Stitch = tuple[int, int, int, int, int]
"""One step as the sieve takes it: what kind, a slot of words, a group of phrases, a
slot of words of which each of them needs one, how many words they may cover."""
Mesh = tuple[Stitch, ...]
Ready = tuple[tuple[int, ...], Mesh, Codes]

_NO_WORDS: set[str] = set()
_MEMO = 100_000
_WORD, _PHRASE, _OPTION, _SKIP, _NOT, _LAST = range(6)


class Row:
    """The words of a sentence, by the slots they fill."""

    __slots__ = (
        "_fillers",
        "_places",
        "_words",
        "compounds",
        "count",
        "everywhere",
        "filled",
    )

    def __init__(self, pieces: Sequence[Piece], memory: Memory) -> None:
        self._fillers = memory.fillers
        self._places: dict[str, int] = {}
        self.compounds = 0
        """The places of words that are several joined, as bits."""
        places, place = self._places, 1
        for piece in pieces:
            for at in piece.compounds:
                self.compounds |= place << at
            for word in piece.words:
                places[word] = places.get(word, 0) | place
                place <<= 1
        self._words = frozenset(places)
        self.count = place.bit_length() - 1
        self.everywhere = place - 1
        """Every place, as bits."""
        self.filled: dict[int, int] = {ANY_SLOT: self.everywhere, NO_SLOT: 0}
        """The places that fill a slot, as bits, for the slots asked for."""

    def fill(self, slot: int) -> int:
        """Return, and remember, the places that fill *slot*, as bits."""
        places = 0
        words = self._fillers.get(slot)
        if words is not None:
            for word in self._words & words:
                places |= self._places[word]
        self.filled[slot] = places
        return places

    def words_in(self, slot: int) -> frozenset[str]:
        """Return the words that fill *slot*."""
        return self._words & self._fillers.get(slot, _NO_WORDS)

    def at(self, slot: int) -> int:
        """Return the places that fill *slot*, as bits."""
        known = self.filled.get(slot)
        return self.fill(slot) if known is None else known


class Groups:
    """The phrases of each group."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._ready: dict[int, list[Ready]] = {}
        self._by_word: dict[tuple[int, str], list[int]] = {}

    def phrases(self, group: int) -> list[Ready]:
        """Return the slots that each phrase needs, its mesh, and its steps."""
        ready = self._ready.get(group)
        if ready is None:
            ready = [
                (needed, mesh_of(codes), codes)
                for needed, codes in self._compiled.phrases(group)
            ]
            self._ready[group] = ready
        return ready

    def likely(self, group: int, key: int, row: Row) -> list[Ready]:
        """Return the phrases of *group* of which the sentence has the *key*."""
        phrases = self.phrases(group)
        if key == ANY_SLOT:
            return phrases
        numbers = {
            at for word in row.words_in(key) for at in self._of(group, word, row)
        }
        return [phrases[at] for at in numbers]

    def _of(self, group: int, word: str, row: Row) -> list[int]:
        """Return, and remember, which phrases of *group* have *word* for a key."""
        known = self._by_word.get((group, word))
        if known is None:
            known = [
                at
                for at, (needed, _, _) in enumerate(self.phrases(group))
                if word in row.words_in(needed[0])
            ]
            if len(self._by_word) >= _MEMO:
                self._by_word.clear()
            self._by_word[group, word] = known
        return known

    def follow(self, mesh: Mesh, places: int, row: Row) -> int:
        """Return where the steps may lead from *places*."""
        filled, compounds = row.filled, row.compounds
        for step in mesh:
            kind, slot, _, _, most = step
            if kind == _WORD:
                known = filled.get(slot)
                if known is None:
                    known = row.fill(slot)
                if compounds:
                    places |= places >> 1 & compounds
                places = (places & known) << 1
            elif kind == _SKIP:
                places = smeared(places, most)
            elif kind == _LAST:
                places = places >> row.count << row.count
            else:
                places = self._choose(step, places, row)
            if not places:
                return 0
        return places

    def _choose(self, step: Stitch, places: int, row: Row) -> int:
        """Return where a choice with phrases, or one left out or shut out, leads."""
        kind, slot, group, key, most = step
        if kind == _NOT:
            return places & ~row.at(slot)
        here = places | (places >> 1 & row.compounds)
        after = (here & row.at(slot)) << 1
        if group != NO_SLOT and _may_hold(here, row, key, most):
            for _, phrase, _ in self.likely(group, key, row):
                after |= self.follow(phrase, here, row)
        return after | places if kind == _OPTION else after


def _may_hold(places: int, row: Row, key: int, most: int) -> int:
    """Return whether a phrase of up to *most* words, one a *key*, may begin there."""
    known = row.filled.get(key)
    if known is None:
        known = row.fill(key)
    return known and smeared(places, most - 1) & known


class Sieve:
    """Every program's steps, as the sieve takes them."""

    def __init__(self, program: Callable[[int], Program], groups: Groups) -> None:
        self._program = program
        self._groups = groups
        self._meshes: dict[int, tuple[Mesh, ...]] = {}

    def passing(
        self, pieces: Sequence[Piece], open_gates: int, memory: Memory
    ) -> list[int]:
        """Return the programs that may match; the *open_gates* are all pieces'."""
        found: set[int] = set()
        for at, piece in enumerate(pieces):
            if piece.alone:
                found.update(piece.alone)
            gates = piece.seconds & open_gates
            while gates:
                lowest = gates & -gates
                gates ^= lowest
                partners = piece.partners[lowest.bit_length() - 1]
                for before, after, programs in partners:
                    begin = at - before if before < at else 0
                    for near in pieces[begin : at + after + 1]:
                        if near.gates & lowest:
                            found.update(programs)
                            break
        if not found:
            return []
        row = Row(pieces, memory)
        return [number for number in found if self.passes(number, row)]

    def passes(self, number: int, row: Row) -> bool:
        """Return whether one program may match."""
        for mesh in self._meshes.get(number) or self._mesh(number):
            if not self._groups.follow(mesh, row.everywhere, row):
                return False
        return True

    def _mesh(self, number: int) -> tuple[Mesh, ...]:
        """Return, and remember, the steps of a program."""
        meshes = tuple(mesh_of(codes) for codes in self._program(number)[4])
        self._meshes[number] = meshes
        return meshes


def mesh_of(codes: Codes) -> Mesh:
    """Return *codes* as the sieve takes them."""
    mesh: list[Stitch] = []
    for code in codes:
        if code[0] == CHOICE:
            mesh.append(_choice(code))
        elif not mesh:
            # Before the first word nothing but edges and words around it matter.
            continue
        elif code[0] == GAP:
            mesh.append((_SKIP, NO_SLOT, NO_SLOT, NO_SLOT, code[1]))
        elif code[0] == WITHOUT:
            mesh.append((_NOT, code[1], NO_SLOT, NO_SLOT, 0))
        elif code[0] == END:
            mesh.append((_LAST, NO_SLOT, NO_SLOT, NO_SLOT, 0))
    return tuple(mesh)


def _choice(code: Code) -> Stitch:
    """Return one choice as the sieve takes it."""
    _, slot, group, optional, key, longest = code
    kind = _WORD if group == NO_SLOT else _PHRASE
    key = ANY_SLOT if key == NO_SLOT else key
    return (_OPTION if optional else kind, slot, group, key, longest)


def smeared(places: int, most: int) -> int:
    """Return *places* and the *most* places after each of them."""
    width = 1
    while width * 2 <= most + 1:
        places |= places << width
        width *= 2
    return places | places << (most + 1 - width)
