"""Finds what rules look for in one sentence."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from inbox_assistant.policy.grid import Grid, LetterGrid, Spot, WordGrid
from inbox_assistant.policy.letters import Letters
from inbox_assistant.policy.lexicon import Lexicon, filed_under, opened
from inbox_assistant.policy.programs import Compiled, Program
from inbox_assistant.policy.search import run, united
from inbox_assistant.policy.sieve import Groups, Row, Sieve
from inbox_assistant.policy.tokens import Words, has_ideographs

_FEW_WORDS = re.compile(r"\s?(?:[\w'’-]{1,20}\s){0,5}")
"""What may stand between a denial and what it denies; no comma."""


class Hit(NamedTuple):
    """Where an owner's patterns match; characters of the folded sentence."""

    owner: int
    start: int
    end: int


def _takes_back(denial: Spot, span: Spot, text: str) -> bool:
    """Return whether *span* begins in *denial* or at most five words behind it."""
    behind = text[denial[1] : span[0]]
    return denial[0] <= span[0] and bool(_FEW_WORDS.fullmatch(behind))


class Matcher:
    """Compares sentences with everything that was compiled.

    What it learns about words is kept; several threads may use one matcher.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self.lexicon = Lexicon(compiled)
        self._groups = Groups(compiled)
        self.sieve = Sieve(self._program, self._groups)
        self._read_letters: Letters | None = None
        self._programs: dict[int, Program] = {}

    def knows(self, word: str) -> bool:
        """Return whether some rule asks for *word*."""
        return self.lexicon.knows(word)

    def hits(
        self,
        text: str,
        words: Words,
        *,
        question: bool = False,
        passing: Sequence[int] | None = None,
    ) -> list[Hit]:
        """Return every hit in *text*, a folded sentence of these *words*.

        *passing* are the programs that may match, where the caller knows them.
        """
        memory = self.lexicon.memory
        pieces = self.lexicon.pieces(words.words, memory)
        if passing is None:
            passing = self.sieve.passing(pieces, opened(pieces), memory)
        ideographs = has_ideographs(text)
        if not passing and not ideographs:
            return []
        found: dict[int, list[Spot]] = {}
        grid = WordGrid(text, words, Row(pieces, memory), self._groups)
        self._run(grid, passing, found)
        grids: list[Grid] = [grid]
        if ideographs:
            spots = self._letters.spots(text)
            letters = LetterGrid(text, spots, self._groups)
            self._run(letters, self._anchored(letters, spots.keys()), found)
            grids.append(letters)
        return [
            Hit(owner, start, end)
            for owner, spans in found.items()
            if self._stands(owner, grids, question=question)
            for start, end in united(self._undenied(owner, grids, text, spans))
        ]

    def _anchored(self, grid: Grid, present: AbstractSet[int]) -> list[int]:
        """Return the programs of which all slots are filled in a grid of letters."""
        alone, partners = filed_under(frozenset(present), self._compiled.anchors)
        found = {
            *alone,
            *(one for each in partners.values() for *_, p in each for one in p),
        }
        return [number for number in found if self._fits(number, grid)]

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

    def _fits(self, number: int, grid: Grid) -> bool:
        """Return whether a program is for such a grid and has all its slots there."""
        program = self._program(number)
        if program[3] != grid.letters:
            return False
        if isinstance(grid, WordGrid):
            return self.sieve.passes(number, grid.row)
        return all(map(grid.spots, program[1]))

    def _run(
        self, grid: Grid, candidates: Iterable[int], found: dict[int, list[Spot]]
    ) -> None:
        """Add what the candidates find to *found*, by owner, in characters."""
        for number in candidates:
            program = self._program(number)
            spans = run(program, grid)
            if spans:
                found.setdefault(program[0], []).extend(
                    grid.characters(span) for span in spans
                )

    def _undenied(
        self, owner: int, grids: Sequence[Grid], text: str, spans: list[Spot]
    ) -> list[Spot]:
        """Return the *spans* of *owner* that no denial takes back."""
        denials = self._compiled.owners[owner][2]
        if not denials:
            return spans
        denied = [
            grid.characters(span)
            for grid in grids
            for number in denials
            if self._fits(number, grid)
            for span in run(self._program(number), grid)
        ]
        return [
            span
            for span in spans
            if not any(_takes_back(denial, span, text) for denial in denied)
        ]

    def _stands(self, owner: int, grids: Sequence[Grid], *, question: bool) -> bool:
        """Return whether nothing in the sentence silences *owner*."""
        guards, wanted, _ = self._compiled.owners[owner]
        if wanted not in (-1, int(question)):
            return False
        return not any(
            run(self._program(number), grid)
            for grid in grids
            for number in guards
            if self._fits(number, grid)
        )
