"""A sentence laid out so that patterns can be compared with it."""

from collections.abc import Callable, Iterator

from inbox_assistant.policy.programs import Codes
from inbox_assistant.policy.sieve import Groups, Row
from inbox_assistant.policy.tokens import Words, clause_starts, is_filler

Spot = tuple[int, int]
"""A stretch of a grid: its first place and the place after its last."""
Finder = Callable[[Codes, "Grid"], list[Spot]]


class Grid:
    """Places that words or letters stand on."""

    letters = False

    __slots__ = ("_groups", "_phrases", "_spots", "compounds", "count")

    def __init__(self, count: int, groups: Groups) -> None:
        self.count = count
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

    def phrases(self, group: int, key: int, finder: Finder) -> list[Spot]:
        """Return where one of a group's phrases, each of which has a *key*, stands."""
        known = self._phrases.get(group)
        if known is None:
            known = [
                spot
                for codes in self.likely(group, key)
                for spot in finder(codes, self)
            ]
            self._phrases[group] = known
        return known

    def likely(self, group: int, key: int) -> list[Codes]:
        """Return the phrases of a group that may stand in the sentence."""
        raise NotImplementedError


class WordGrid(Grid):
    """A sentence by its words."""

    __slots__ = ("_begins", "_text", "_words", "row")

    def __init__(
        self,
        text: str,
        words: Words,
        row: Row,
        groups: Groups,
    ) -> None:
        super().__init__(row.count, groups)
        self.compounds = frozenset(_bits(row.compounds))
        self.row = row
        self._text = text
        self._words = words
        self._begins: frozenset[int] | None = None

    def spots(self, slot: int) -> list[Spot]:
        """Return where *slot* is filled."""
        known = self._spots.get(slot)
        if known is None:
            known = [(at, at + 1) for at in _bits(self.row.at(slot))]
            self._spots[slot] = known
        return known

    def fills(self, place: int, slot: int) -> bool:
        """Return whether *slot* is filled at *place*."""
        return place >= 0 and bool(self.row.at(slot) >> place & 1)

    def begins(self) -> frozenset[int]:
        """Return the places where the sentence or a clause begins."""
        if self._begins is None:
            self._begins = clause_starts(self._text, self._words)
        return self._begins

    def likely(self, group: int, key: int) -> list[Codes]:
        """Return the phrases of a group that may stand in the sentence."""
        groups, row = self._groups, self.row
        return [
            codes
            for _, mesh, codes in groups.likely(group, key, row)
            if groups.follow(mesh, row.everywhere, row)
        ]

    def characters(self, span: Spot) -> Spot:
        """Return *span* in characters of the folded sentence."""
        return self._words.starts[span[0]], self._words.ends[span[1] - 1]


def _bits(places: int) -> Iterator[int]:
    """Yield the places that are set in *places*, in order."""
    while places:
        yield (places & -places).bit_length() - 1
        places &= places - 1


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
        super().__init__(len(self._places), groups)
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

    def likely(self, group: int, key: int) -> list[Codes]:
        """Return the phrases of a group that may stand in the sentence."""
        del key
        return [
            codes
            for needed, _, codes in self._groups.phrases(group)
            if all(map(self.spots, needed))
        ]

    def characters(self, span: Spot) -> Spot:
        """Return *span* in characters of the folded sentence."""
        return self._places[span[0]], self._places[span[1] - 1] + 1
