"""Patterns turned into numbers that a sentence can be compared with quickly.

Every set of words that some step asks for gets a number, its *slot*. A pattern is a
candidate for a sentence only when each of its slots has a word there; it is filed under
the rarest of them, its *anchor*, and the next rarest is its *gate*. The result is plain
data, so it can be stored.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

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
    FAR,
    GAP,
    NO_GATE,
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
from inbox_assistant.policy.runs import store_runs
from inbox_assistant.policy.vocabulary import Vocabulary, store_words

_LENGTHS = {1: 60, 2: 30, 3: 10, 4: 3}
_COMMON = 100
_SEEN = 20
"""How much one occurrence among the examples weighs."""
_WEIGHTS = {Form.NUMBER: 60, Form.CODE: 5, Form.PREFIX: 4, Form.PART: 4, Form.SUFFIX: 6}


class Compiler:
    """Collects patterns of many owners and gives back one ``Compiled``.

    ``common`` holds words that any text is full of, ``usual`` how often ordinary
    texts hold a word; no pattern is filed under a frequent one where it can be helped.
    """

    def __init__(
        self,
        common: AbstractSet[str] = frozenset(),
        usual: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self._common = common
        self._usual = usual
        self._slots: dict[tuple[bool, frozenset[Atom]], int] = {}
        self._groups: dict[tuple[bool, tuple[Pattern, ...]], int] = {}
        self._weights: dict[int, int] = {}
        self._programs: list[Program] = []
        self._phrases: list[tuple[Phrase, ...]] = []
        self._filed: list[tuple[int, tuple[Pattern, ...]]] = []
        self._owners: list[Owner] = []

    def add_owner(self, *, question: bool | None = None) -> int:
        """Return the number of a new owner of patterns."""
        wanted = -1 if question is None else int(question)
        self._owners.append(((), wanted, ()))
        return len(self._owners) - 1

    def add_phrase(self, owner: int, pattern: Pattern) -> None:
        """Let *owner* hit wherever *pattern* matches."""
        program = self._program(owner, (pattern,), NO_SLOT)
        self._filed.append((program, (pattern,)))

    def add_together(
        self, owner: int, patterns: Sequence[Pattern], within: int
    ) -> None:
        """Let *owner* hit where all *patterns* match within so many words."""
        program = self._program(owner, tuple(patterns), within)
        self._filed.append((program, tuple(patterns)))

    def add_guard(self, owner: int, pattern: Pattern) -> None:
        """Silence *owner* in a sentence in which *pattern* matches."""
        guards, question, denials = self._owners[owner]
        program = self._program(owner, (pattern,), NO_SLOT)
        self._owners[owner] = ((*guards, program), question, denials)

    def add_denial(self, owner: int, pattern: Pattern) -> None:
        """Take back a hit of *owner* that begins in *pattern* or right behind it."""
        guards, question, denials = self._owners[owner]
        program = self._program(owner, (pattern,), NO_SLOT)
        self._owners[owner] = (guards, question, (*denials, program))

    def finish(self) -> Compiled:
        """Return everything that was added, for a matcher."""
        return Compiled(self.parts().__getitem__)

    def parts(self) -> dict[str, bytes]:
        """Return everything that was added, as it is stored, by the names of parts."""
        collected: dict[str, dict[str, list[int]]] = {form: {} for form in Form}
        letters: dict[str, list[int]] = {}
        for (ideographs, atoms), slot in self._slots.items():
            for atom in sorted(atoms):
                into = letters if ideographs else collected[atom.form]
                into.setdefault(atom.text, []).append(slot)
        words = {
            str(form): store_words(form, _packed(texts))
            for form, texts in collected.items()
        }
        anchors, gates = self._anchors(Vocabulary(words))
        numbers = {slot: at for at, slot in enumerate(gates)}
        slots = range(len(self._slots))
        return {
            "atoms": pack(words),
            "letters": pack(_packed(letters)),
            "groups": store_runs([pack(phrases) for phrases in self._phrases]),
            "programs": store_runs([pack(program) for program in self._programs]),
            "anchors": store_runs([pack_numbers(anchors.get(at, ())) for at in slots]),
            "gates": pack_numbers(numbers.get(slot, NO_GATE) for slot in slots),
            "owners": pack(self._owners),
        }

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

    def _anchors(
        self, vocabulary: Vocabulary
    ) -> tuple[dict[int, list[int]], list[int]]:
        """Return the programs by their anchors, and all gates.

        Before each program stand its gate, and how far before and after the anchor
        the gate may be.
        The slots of frequent words come first among the gates, so that what is said
        about a frequent word is a small number.
        """
        weights = dict(self._weights)
        for word, count in self._usual.items():
            for slot in vocabulary.slots(word):
                weights[slot] += count * _SEEN
        filed = []
        for program, patterns in self._filed:
            needed = self._programs[program][1]
            first, *others = sorted(needed, key=lambda slot: (weights[slot], slot))
            gate = others[0] if others else NO_SLOT
            reach = self._reach(patterns, first, gate)
            filed.append((first, gate, reach, program))
        found = {gate for _, gate, _, _ in filed} - {NO_SLOT}
        gates = sorted(found, key=lambda slot: (-weights[slot], slot))
        numbers = {NO_SLOT: NO_GATE, **{slot: at for at, slot in enumerate(gates)}}
        anchors: dict[int, list[int]] = {}
        for first, gate, reach, program in filed:
            anchors.setdefault(first, []).extend((numbers[gate], *reach, program))
        return anchors, gates

    def _reach(
        self, patterns: tuple[Pattern, ...], anchor: int, gate: int
    ) -> tuple[int, int]:
        """Return how many words before and after *anchor* a *gate* may stand."""
        if len(patterns) > 1:
            return FAR, FAR
        steps = patterns[0].steps
        ideographs = patterns[0].ideographs
        slots = [self._needed([step], ideographs=ideographs) for step in steps]
        anchors = [at for at, filled in enumerate(slots) if anchor in filled]
        gates = [at for at, filled in enumerate(slots) if gate in filled]
        before = [_span(steps[b : a + 1]) for a in anchors for b in gates if b < a]
        after = [_span(steps[a : b + 1]) for a in anchors for b in gates if b > a]
        return max(before, default=0), max(after, default=0)

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
            return (CHOICE, ANY_SLOT, NO_SLOT, int(step.optional), ANY_SLOT, 1)
        slot = self._slot(step.atoms, ideographs=ideographs) if step.atoms else NO_SLOT
        group = (
            self._group(step.phrases, ideographs=ideographs)
            if step.phrases
            else NO_SLOT
        )
        keys = self._phrase_keys(step.phrases)
        key = self._slot(keys, ideographs=ideographs) if keys else NO_SLOT
        return (CHOICE, slot, group, int(step.optional), key, _longest(step))

    def _slot(self, atoms: frozenset[Atom], *, ideographs: bool) -> int:
        """Return the number of a set of words."""
        key = (ideographs, atoms)
        if key not in self._slots:
            self._slots[key] = len(self._slots)
            self._weights[self._slots[key]] = self._weigh(atoms)
        return self._slots[key]

    def _group(self, phrases: tuple[Pattern, ...], *, ideographs: bool) -> int:
        """Return the number of a set of phrases."""
        key = (ideographs, phrases)
        if key not in self._groups:
            bodies = tuple(
                (
                    self._rarest_first(phrase.steps, ideographs=ideographs),
                    self._codes(phrase.steps, ideographs=ideographs),
                )
                for phrase in phrases
            )
            self._groups[key] = len(self._phrases)
            self._phrases.append(bodies)
        return self._groups[key]

    def _rarest_first(
        self, steps: Iterable[Step], *, ideographs: bool
    ) -> tuple[int, ...]:
        """Return the slots that *steps* need, the one that is their key first."""
        needed = self._needed(steps, ideographs=ideographs)
        return tuple(sorted(needed, key=self._weights.__getitem__))

    def _keys(self, step: Step) -> frozenset[Atom] | None:
        """Return words of which each alternative of *step* needs one, if any are."""
        if not isinstance(step, Choice):
            return None
        if any(atom.form is Form.ANY for atom in step.atoms):
            return None
        if not step.phrases:
            return step.atoms
        keys = self._phrase_keys(step.phrases)
        return keys and keys | step.atoms

    def _phrase_keys(self, phrases: tuple[Pattern, ...]) -> frozenset[Atom] | None:
        """Return words of which each of *phrases* needs one: the rarest of each."""
        found: set[Atom] = set()
        for phrase in phrases:
            each = [self._keys(step) for step in phrase.steps if not _is_optional(step)]
            sets = [atoms for atoms in each if atoms]
            if not sets:
                return None
            found |= min(sets, key=self._weigh)
        return frozenset(found)

    def _weigh(self, atoms: AbstractSet[Atom]) -> int:
        """Return roughly how often a text holds one of *atoms*."""
        return sum(
            (_COMMON if atom.text in self._common else _WEIGHTS.get(atom.form, 0))
            + _LENGTHS.get(len(atom.text), 1)
            + _SEEN * self._usual.get(atom.text, 0)
            for atom in atoms
        )

    def _needed(self, steps: Iterable[Step], *, ideographs: bool) -> list[int]:
        """Return the slots that must all have a word for *steps* to match."""
        found = []
        for step in steps:
            atoms = None if _is_optional(step) else self._keys(step)
            if atoms:
                found.append(self._slot(atoms, ideographs=ideographs))
        return found


def _packed(lists: dict[str, list[int]]) -> dict[str, bytes]:
    """Return each of *lists* packed."""
    return {key: pack_numbers(numbers) for key, numbers in lists.items()}


def _is_optional(step: Step) -> bool:
    """Return whether *step* may be passed over."""
    return isinstance(step, Choice) and step.optional


def _span(steps: Iterable[Step]) -> int:
    """Return how far from each other the outermost words of *steps* may stand."""
    return min(FAR, sum(map(_longest, steps)) - 1)


def _longest(step: Step) -> int:
    """Return how many places *step* may cover."""
    if isinstance(step, Gap):
        return step.most
    if not isinstance(step, Choice):
        return 0
    inner = (sum(map(_longest, phrase.steps)) for phrase in step.phrases)
    return max(1, *inner) if step.phrases else 1
