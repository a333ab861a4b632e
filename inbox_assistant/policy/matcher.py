"""Finds what rules look for in one sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from inbox_assistant.policy.grid import (
    Grid,
    Groups,
    LetterGrid,
    Spot,
    WordGrid,
    bits,
)
from inbox_assistant.policy.letters import Letters
from inbox_assistant.policy.programs import Compiled, Program, numbers_of
from inbox_assistant.policy.search import run, united
from inbox_assistant.policy.tokens import Words, has_ideographs
from inbox_assistant.policy.vocabulary import Vocabulary

MEMO = 60_000
"""How many words are remembered before the memory is emptied."""

Known = tuple[int, tuple[int, ...], bool, frozenset[int]]
"""A word's slots as bits, the programs filed under them, whether it is several words,
and its slots once more as a set."""


class Hit(NamedTuple):
    """Where an owner's patterns match; characters of the folded sentence."""

    owner: int
    start: int
    end: int


class Matcher:
    """Compares sentences with everything that was compiled.

    What it learns about words is kept; several threads may use one matcher.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._vocabulary = Vocabulary(compiled.atoms)
        self._read_letters: Letters | None = None
        self._memo: dict[str, Known] = {}
        self._groups = Groups(compiled)
        self._needs: dict[int, int] = {}
        self._programs: dict[int, Program] = {}

    def knows(self, word: str) -> bool:
        """Return whether some rule asks for *word*."""
        return self._vocabulary.knows(word)

    def hits(self, text: str, words: Words, *, question: bool = False) -> list[Hit]:
        """Return every hit in *text*, a folded sentence of these *words*."""
        found: dict[int, list[Spot]] = {}
        grid, candidates = self._word_grid(text, words)
        self._run(grid, candidates, found, letters=False)
        grids: list[Grid] = [grid]
        if has_ideographs(text):
            spots = self._letters.spots(text)
            letters = LetterGrid(text, spots, self._groups)
            self._run(letters, self._anchored(spots), found, letters=True)
            grids.append(letters)
        return [
            Hit(owner, start, end)
            for owner, spans in found.items()
            if self._stands(owner, grids, question=question)
            for start, end in united(spans)
        ]

    def _word_grid(self, text: str, words: Words) -> tuple[WordGrid, set[int]]:
        """Return the sentence by its words, and the programs worth running."""
        memo = self._memo
        slots: list[frozenset[int]] = []
        compounds: list[int] = []
        present = 0
        candidates: set[int] = set()
        for word in words.words:
            known = memo.get(word)
            if known is None:
                known = self._learn(word)
            mask, programs, compound, filled = known
            if compound:
                compounds.append(len(slots))
            slots.append(filled)
            present |= mask
            if programs:
                candidates.update(programs)
        grid = WordGrid(text, words, slots, present, self._groups)
        grid.compounds = frozenset(compounds)
        return grid, candidates

    def _learn(self, word: str) -> Known:
        """Return, and remember, the slots that *word* fills and their programs."""
        programs: set[int] = set()
        slots = frozenset(self._vocabulary.slots(word))
        for slot in slots:
            programs.update(numbers_of(self._compiled.anchors.get(slot, b"")))
        if len(self._memo) >= MEMO:
            self._memo.clear()
        compound = self._vocabulary.is_compound(word)
        known = (bits(slots), tuple(programs), compound, slots)
        self._memo[word] = known
        return known

    def _anchored(self, spots: dict[int, list[Spot]]) -> set[int]:
        """Return the programs that are filed under the slots found."""
        anchors = self._compiled.anchors
        found: set[int] = set()
        for slot in spots:
            found.update(numbers_of(anchors.get(slot, b"")))
        return found

    @property
    def _letters(self) -> Letters:
        """Return the pieces of scripts without blanks, read when first needed."""
        if self._read_letters is None:
            self._read_letters = Letters(self._compiled.letters)
        return self._read_letters

    def _program(self, number: int) -> Program:
        """Return a program, read when first needed."""
        program = self._programs.get(number)
        if program is None:
            program = self._compiled.program(number)
            self._programs[number] = program
        return program

    def _need(self, number: int) -> int:
        """Return the slots that a program needs, as bits."""
        need = self._needs.get(number)
        if need is None:
            need = bits(self._program(number)[1])
            self._needs[number] = need
        return need

    def _run(
        self,
        grid: Grid,
        candidates: set[int],
        found: dict[int, list[Spot]],
        *,
        letters: bool,
    ) -> None:
        """Add what the candidates find to *found*, by owner, in characters."""
        programs, needs = self._programs, self._needs
        present = grid.present
        for number in candidates:
            need = needs.get(number)
            if need is None:
                need = self._need(number)
            if need & present == need:
                program = programs[number]
                if program[3] == letters:
                    spans = run(program, grid)
                    if spans:
                        found.setdefault(program[0], []).extend(
                            grid.characters(span) for span in spans
                        )

    def _stands(self, owner: int, grids: Sequence[Grid], *, question: bool) -> bool:
        """Return whether nothing in the sentence silences *owner*."""
        guards, wanted = self._compiled.owners[owner]
        if wanted not in (-1, int(question)):
            return False
        for number in guards:
            program, need = self._program(number), self._need(number)
            for grid in grids:
                fits = grid.letters == program[3] and need & grid.present == need
                if fits and run(program, grid):
                    return False
        return True
