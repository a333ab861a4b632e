"""A sentence laid out so that patterns can be compared with it."""

from collections.abc import Callable, Iterable

from inbox_assistant.policy.programs import Codes, Compiled
from inbox_assistant.policy.tokens import Words, clause_starts, is_filler

Spot = tuple[int, int]
"""A stretch of a grid: its first place and the place after its last."""
Finder = Callable[[Codes, "Grid"], list[Spot]]


class Groups:
    """The phrases of each group, with the slots they need as bits."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._ready: dict[int, list[tuple[int, Codes]]] = {}

    def phrases(self, group: int) -> list[tuple[int, Codes]]:
        """Return what each phrase of *group* needs, and its steps."""
        ready = self._ready.get(group)
        if ready is None:
            ready = [
                (bits(needed), codes) for needed, codes in self._compiled.phrases(group)
            ]
            self._ready[group] = ready
        return ready


def bits(slots: Iterable[int]) -> int:
    """Return *slots* as the bits of one number."""
    result = 0
    for slot in slots:
        result |= 1 << slot
    return result


class Grid:
    """Places that words or letters stand on."""

    letters = False

    __slots__ = ("_groups", "_phrases", "_spots", "compounds", "count", "present")

    def __init__(self, count: int, present: int, groups: Groups) -> None:
        self.count = count
        self.present = present
        self.compounds: frozenset[int] = frozenset()
        self._groups = groups
        self._spots: dict[int, list[Spot]] = {}
        self._phrases: dict[int, list[Spot]] = {}

    def spots(self, slot: int) -> list[Spot]:
        """Return where *slot* is filled."""
        raise NotImplementedError

    def begins(self) -> frozenset[int]:
        """Return the places where the sentence or a clause begins."""
        raise NotImplementedError

    def characters(self, span: Spot) -> Spot:
        """Return *span* in characters of the folded sentence."""
        raise NotImplementedError

    def fills(self, place: int, slot: int) -> bool:
        """Return whether *slot* is filled at *place*."""
        return any(start == place for start, _ in self.spots(slot))

    def everywhere(self) -> list[Spot]:
        """Return every single place."""
        return [(at, at + 1) for at in range(self.count)]

    def phrases(self, group: int, finder: Finder) -> list[Spot]:
        """Return where one of a group's phrases stands."""
        known = self._phrases.get(group)
        if known is None:
            known = []
            present = self.present
            for need, codes in self._groups.phrases(group):
                if need & present == need:
                    known.extend(finder(codes, self))
            self._phrases[group] = known
        return known


class WordGrid(Grid):
    """A sentence by its words."""

    __slots__ = ("_begins", "_slots", "_text", "_words")

    def __init__(
        self,
        text: str,
        words: Words,
        slots: list[frozenset[int]],
        present: int,
        groups: Groups,
    ) -> None:
        super().__init__(len(slots), present, groups)
        self._text = text
        self._words = words
        self._slots = slots
        self._begins: frozenset[int] | None = None

    def spots(self, slot: int) -> list[Spot]:
        """Return where *slot* is filled."""
        known = self._spots.get(slot)
        if known is None:
            known = [
                (at, at + 1) for at, slots in enumerate(self._slots) if slot in slots
            ]
            self._spots[slot] = known
        return known

    def fills(self, place: int, slot: int) -> bool:
        """Return whether *slot* is filled at *place*."""
        return 0 <= place < self.count and slot in self._slots[place]

    def begins(self) -> frozenset[int]:
        """Return the places where the sentence or a clause begins."""
        if self._begins is None:
            self._begins = clause_starts(self._text, self._words)
        return self._begins

    def characters(self, span: Spot) -> Spot:
        """Return *span* in characters of the folded sentence."""
        return self._words.starts[span[0]], self._words.ends[span[1] - 1]


class LetterGrid(Grid):
    """A sentence of a script without blanks, by its letters."""

    letters = True

    __slots__ = ("_begins", "_filled", "_places")

    def __init__(
        self,
        text: str,
        filled: dict[int, list[Spot]],
        groups: Groups,
    ) -> None:
        self._places = [at for at, sign in enumerate(text) if not is_filler(sign)]
        super().__init__(len(self._places), bits(filled), groups)
        self._filled = filled
        marks = "、，,。:：;；「」()（）"
        self._begins = frozenset(
            at
            for at, place in enumerate(self._places)
            if at == 0 or text[self._places[at - 1]] in marks or place == 0
        )

    def spots(self, slot: int) -> list[Spot]:
        """Return where *slot* is filled."""
        return self._filled.get(slot, [])

    def begins(self) -> frozenset[int]:
        """Return the places where the sentence or a clause begins."""
        return self._begins

    def characters(self, span: Spot) -> Spot:
        """Return *span* in characters of the folded sentence."""
        return self._places[span[0]], self._places[span[1] - 1] + 1
