"""Patterns turned into numbers that a sentence can be compared with quickly.

Every set of words that some step asks for gets a number, its *slot*. A pattern is a
candidate for a sentence only when each of its slots has a word there; the rarest of
them is the one it is filed under. The result is plain data, so it can be stored.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

from inbox_assistant.policy.pattern import (
    Atom,
    Choice,
    Edge,
    Gap,
    Pattern,
    Step,
    Without,
)
from inbox_assistant.policy.programs import (
    ANY_SLOT,
    CHOICE,
    END,
    GAP,
    NO_SLOT,
    START,
    WITHOUT,
    Code,
    Codes,
    Compiled,
    Form,
    Owner,
    Phrase,
    Program,
    pack,
    pack_numbers,
)
from inbox_assistant.policy.vocabulary import store_words

_Key = TypeVar("_Key", str, int)

_LENGTHS = {1: 60, 2: 30, 3: 10, 4: 3}
_COMMON = 100
_WEIGHTS = {Form.NUMBER: 60, Form.CODE: 5, Form.PREFIX: 4, Form.PART: 4, Form.SUFFIX: 6}


class Compiler:
    """Collects patterns of many owners and gives back one ``Compiled``.

    ``common`` holds words that any text is full of; no pattern is filed under one
    where it can be helped.
    """

    def __init__(self, common: AbstractSet[str] = frozenset()) -> None:
        self._common = common
        self._slots: dict[tuple[bool, frozenset[Atom]], int] = {}
        self._groups: dict[tuple[bool, tuple[Pattern, ...]], int] = {}
        self._weights: dict[int, int] = {}
        self._programs: list[Program] = []
        self._phrases: list[tuple[Phrase, ...]] = []
        self._anchors: dict[int, list[int]] = {}
        self._owners: list[Owner] = []

    def add_owner(self, *, question: bool | None = None) -> int:
        """Return the number of a new owner of patterns."""
        wanted = -1 if question is None else int(question)
        self._owners.append(((), wanted))
        return len(self._owners) - 1

    def add_phrase(self, owner: int, pattern: Pattern) -> None:
        """Let *owner* hit wherever *pattern* matches."""
        self._file(self._program(owner, (pattern,), NO_SLOT))

    def add_together(
        self, owner: int, patterns: Sequence[Pattern], within: int
    ) -> None:
        """Let *owner* hit where all *patterns* match within so many words."""
        self._file(self._program(owner, tuple(patterns), within))

    def add_guard(self, owner: int, pattern: Pattern) -> None:
        """Silence *owner* in a sentence in which *pattern* matches."""
        guards, question = self._owners[owner]
        program = self._program(owner, (pattern,), NO_SLOT)
        self._owners[owner] = ((*guards, program), question)

    def finish(self) -> Compiled:
        """Return everything that was added."""
        collected: dict[str, dict[str, list[int]]] = {form: {} for form in Form}
        letters: dict[str, list[int]] = {}
        for (ideographs, atoms), slot in self._slots.items():
            for atom in atoms:
                into = letters if ideographs else collected[atom.form]
                into.setdefault(atom.text, []).append(slot)
        return Compiled(
            atoms={
                str(form): store_words(form, _packed(texts))
                for form, texts in collected.items()
            },
            letters=_packed(letters),
            groups=[pack(phrases) for phrases in self._phrases],
            programs=[pack(program) for program in self._programs],
            anchors=_packed(self._anchors),
            owners=self._owners,
        )

    def _program(self, owner: int, patterns: tuple[Pattern, ...], within: int) -> int:
        """Return the number of a new program."""
        ideographs = any(pattern.ideographs for pattern in patterns)
        bodies = tuple(
            self._codes(pattern.steps, ideographs=ideographs) for pattern in patterns
        )
        needed: dict[int, None] = {}
        for pattern in patterns:
            needed.update(
                dict.fromkeys(self._needed(pattern.steps, ideographs=ideographs))
            )
        program = (owner, tuple(needed), within, ideographs, bodies)
        self._programs.append(program)
        return len(self._programs) - 1

    def _file(self, program: int) -> None:
        """File a program under the rarest of the slots it needs."""
        needed = self._programs[program][1]
        rarest = min(needed, key=lambda slot: self._weights[slot])
        self._anchors.setdefault(rarest, []).append(program)

    def _codes(self, steps: Iterable[Step], *, ideographs: bool) -> Codes:
        """Return the codes of *steps*."""
        return tuple(self._code(step, ideographs=ideographs) for step in steps)

    def _code(self, step: Step, *, ideographs: bool) -> Code:
        """Return the code of one step."""
        if isinstance(step, Gap):
            return (GAP, step.most)
        if isinstance(step, Edge):
            return (START,) if step is Edge.START else (END,)
        if isinstance(step, Without):
            return (WITHOUT, self._slot(step.atoms, ideographs=ideographs))
        if any(atom.form is Form.ANY for atom in step.atoms):
            return (CHOICE, ANY_SLOT, NO_SLOT, int(step.optional))
        slot = self._slot(step.atoms, ideographs=ideographs) if step.atoms else NO_SLOT
        group = (
            self._group(step.phrases, ideographs=ideographs)
            if step.phrases
            else NO_SLOT
        )
        return (CHOICE, slot, group, int(step.optional))

    def _slot(self, atoms: frozenset[Atom], *, ideographs: bool) -> int:
        """Return the number of a set of words."""
        key = (ideographs, atoms)
        if key not in self._slots:
            self._slots[key] = len(self._slots)
            self._weights[self._slots[key]] = _weigh(atoms, self._common)
        return self._slots[key]

    def _group(self, phrases: tuple[Pattern, ...], *, ideographs: bool) -> int:
        """Return the number of a set of phrases."""
        key = (ideographs, phrases)
        if key not in self._groups:
            bodies = tuple(
                (
                    tuple(self._needed(phrase.steps, ideographs=ideographs)),
                    self._codes(phrase.steps, ideographs=ideographs),
                )
                for phrase in phrases
            )
            self._groups[key] = len(self._phrases)
            self._phrases.append(bodies)
        return self._groups[key]

    def _needed(self, steps: Iterable[Step], *, ideographs: bool) -> list[int]:
        """Return the slots that must all have a word for *steps* to match."""
        found = []
        for step in steps:
            atoms = _keys(step)
            if atoms:
                found.append(self._slot(atoms, ideographs=ideographs))
        return found


def _packed(lists: dict[_Key, list[int]]) -> dict[_Key, bytes]:
    """Return each of *lists* packed."""
    return {key: pack_numbers(numbers) for key, numbers in lists.items()}


def _keys(step: Step) -> frozenset[Atom] | None:
    """Return words of which one must be there for *step* to match."""
    if not isinstance(step, Choice) or step.optional:
        return None
    if any(atom.form is Form.ANY for atom in step.atoms):
        return None
    keys: set[Atom] = set(step.atoms)
    for phrase in step.phrases:
        each = [_keys(inner) for inner in phrase.steps]
        sets = [atoms for atoms in each if atoms]
        if not sets:
            return None
        keys |= min(sets, key=_weigh)
    return frozenset(keys)


def _weigh(atoms: AbstractSet[Atom], common: AbstractSet[str] = frozenset()) -> int:
    """Return roughly how often a text holds one of *atoms*."""
    return sum(
        _COMMON
        if atom.text in common
        else _WEIGHTS.get(atom.form, 0) + _LENGTHS.get(len(atom.text), 1)
        for atom in atoms
    )
