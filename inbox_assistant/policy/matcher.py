"""Finds what rules look for in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from inbox_assistant.policy.compiler import (
    ANY_SLOT,
    CHOICE,
    END,
    GAP,
    NO_SLOT,
    START,
    Codes,
    Compiled,
    Program,
)
from inbox_assistant.policy.grid import Grid, LetterGrid, Spot, WordGrid
from inbox_assistant.policy.letters import Letters
from inbox_assistant.policy.tokens import Words
from inbox_assistant.policy.vocabulary import Vocabulary

MEMO = 60_000
"""How many words are remembered before the memory is emptied."""

Known = tuple[int, tuple[int, ...], bool]
"""A word's slots as bits, the programs filed under them, whether it is several."""
State = dict[int, Spot]
_UNSTARTED: Spot = (-1, -1)


@dataclass(frozen=True, slots=True)
class Hit:
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
        self._letters = Letters(compiled.letters)
        self._memo: dict[str, Known] = {}
        self._needs: dict[int, int] = {}

    def knows(self, word: str) -> bool:
        """Return whether some rule asks for *word*."""
        return self._vocabulary.knows(word)

    def hits(self, text: str, words: Words, *, question: bool = False) -> list[Hit]:
        """Return every hit in *text*, a folded sentence of these *words*."""
        found: dict[int, list[Spot]] = {}
        grid, candidates = self._word_grid(text, words)
        self._run(grid, candidates, found, letters=False)
        grids: list[Grid] = [grid]
        if self._letters and self._letters.apply(text):
            spots = self._letters.spots(text)
            letters = LetterGrid(text, spots, self._compiled.groups)
            self._run(letters, self._anchored(spots), found, letters=True)
            grids.append(letters)
        return [
            Hit(owner, start, end)
            for owner, spans in found.items()
            if self._stands(owner, grids, question=question)
            for start, end in _united(spans)
        ]

    def _word_grid(self, text: str, words: Words) -> tuple[WordGrid, set[int]]:
        """Return the sentence by its words, and the programs worth running."""
        memo = self._memo
        masks, compounds = [], []
        present, candidates = 0, set()
        for word in words.words:
            known = memo.get(word)
            if known is None:
                known = self._learn(word)
            mask, programs, compound = known
            if compound:
                compounds.append(len(masks))
            masks.append(mask)
            present |= mask
            if programs:
                candidates.update(programs)
        grid = WordGrid(text, words, masks, present, self._compiled.groups)
        grid.compounds = frozenset(compounds)
        return grid, candidates

    def _learn(self, word: str) -> Known:
        """Return, and remember, the slots that *word* fills and their programs."""
        mask, programs = 0, set()
        for slot in self._vocabulary.slots(word):
            mask |= 1 << slot
            programs.update(self._compiled.anchors.get(slot, ()))
        if len(self._memo) >= MEMO:
            self._memo.clear()
        known = (mask, tuple(programs), self._vocabulary.is_compound(word))
        self._memo[word] = known
        return known

    def _anchored(self, spots: dict[int, list[Spot]]) -> set[int]:
        """Return the programs that are filed under the slots found."""
        anchors = self._compiled.anchors
        return {program for slot in spots for program in anchors.get(slot, ())}

    def _need(self, number: int) -> int:
        """Return the slots that a program needs, as bits."""
        need = self._needs.get(number)
        if need is None:
            need = 0
            for slot in self._compiled.programs[number][1]:
                need |= 1 << slot
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
        programs, needs = self._compiled.programs, self._needs
        present = grid.present
        for number in candidates:
            need = needs.get(number)
            if need is None:
                need = self._need(number)
            if need & present == need:
                program = programs[number]
                if program[3] is letters or program[3] == letters:
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
            program, need = self._compiled.programs[number], self._need(number)
            for grid in grids:
                fits = grid.letters == program[3] and need & grid.present == need
                if fits and run(program, grid):
                    return False
        return True


def run(program: Program, grid: Grid) -> list[Spot]:
    """Return where *program* matches in *grid*."""
    _, _, within, _, bodies = program
    if within == NO_SLOT:
        return find(bodies[0], grid)
    lists = []
    for body in bodies:
        spans = find(body, grid)
        if not spans:
            return []
        lists.append(spans)
    windows = [_window(span, lists[1:]) for span in lists[0]]
    return [span for span in windows if span[1] - span[0] <= within]


def _window(span: Spot, others: list[list[Spot]]) -> Spot:
    """Return the narrowest stretch around *span* with one of each of *others*."""
    low, high = span
    for spans in others:
        start, end = min(
            spans,
            key=lambda other: max(high, other[1]) - min(low, other[0]),
        )
        low, high = min(low, start), max(high, end)
    return low, high


def find(codes: Codes, grid: Grid) -> list[Spot]:
    """Return where the steps follow each other in *grid*."""
    states: State | None = None
    before = NO_SLOT
    for code in codes:
        kind = code[0]
        if kind == CHOICE:
            states = _take(states, code, grid, before)
        elif states is None:
            if kind == START:
                states = dict.fromkeys(grid.begins(), _UNSTARTED)
            elif kind not in (GAP, END):
                before = code[1]
            continue
        elif kind == GAP:
            states = _skip(states, code[1])
        elif kind == START:
            begins = grid.begins()
            states = {at: span for at, span in states.items() if at in begins}
        elif kind == END:
            states = {at: span for at, span in states.items() if at >= grid.count}
        else:
            slot = code[1]
            states = {
                at: span for at, span in states.items() if not grid.fills(at, slot)
            }
        if not states:
            return []
    return [span for span in (states or {}).values() if span[0] >= 0]


def _skip(states: State, most: int) -> State:
    """Return the states after at most so many words were passed over."""
    after: State = {}
    for at, span in states.items():
        for place in range(at, at + most + 1):
            known = after.get(place)
            if known is None or known[0] < span[0]:
                after[place] = span
    return after


def _take(
    states: State | None, code: tuple[int, ...], grid: Grid, before: int
) -> State:
    """Return the states after one of the words or phrases of a choice."""
    _, slot, group, optional = code
    spots = grid.everywhere() if slot == ANY_SLOT else grid.spots(slot)
    if group != NO_SLOT:
        spots = spots + grid.phrases(group, find)
    after: State = {}
    if states is None:
        for start, end in spots:
            if before == NO_SLOT or not grid.fills(start - 1, before):
                known = after.get(end)
                if known is None or known[0] < start:
                    after[end] = (start, end)
        if optional:
            for place in range(grid.count):
                after.setdefault(place, _UNSTARTED)
        return after
    for start, end in spots:
        span = states.get(start)
        if span is None and start in grid.compounds:
            span = states.get(start + 1)
        if span is not None:
            first = start if span[0] < 0 else span[0]
            known = after.get(end)
            if known is None or known[0] < first:
                after[end] = (first, end)
    if optional:
        for place, span in states.items():
            after.setdefault(place, span)
    return after


def _united(spans: list[Spot]) -> list[Spot]:
    """Return *spans* with those that overlap made one."""
    if len(spans) == 1:
        return spans
    united: list[Spot] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united
