"""Follows the steps of a pattern through a sentence.

The search keeps, for every place it may stand at, the latest start that leads there.
Each step takes all places one step further, so its time grows with the sentence and
the pattern, and with nothing else.
"""

from inbox_assistant.policy.grid import Grid, Spot
from inbox_assistant.policy.programs import (
    ANY_SLOT,
    CHOICE,
    END,
    GAP,
    NO_SLOT,
    START,
    Code,
    Codes,
    Program,
)

States = dict[int, Spot]
"""Where the search may stand: place -> the start and end of what it has matched."""

_UNSTARTED: Spot = (-1, -1)


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


def possible(program: Program, grid: Grid) -> bool:
    """Return whether *program* matches anywhere in *grid*, without saying where.

    Places are the bits of a number, so that a step takes all of them on at once. Most
    patterns that a sentence has words for do not match, and are done with here.
    """
    bodies = program[4]
    if len(bodies) == 1:
        return _reach(bodies[0], grid.everywhere_bits, grid) != 0
    return all(_reach(body, grid.everywhere_bits, grid) for body in bodies)


def _reach(codes: Codes, places: int, grid: Grid) -> int:
    """Return the places that the steps lead to from *places*."""
    filled, everywhere = grid.filled, grid.everywhere_bits
    first = True
    for code in codes:
        if code[0] != CHOICE:
            places = _reach_past(code, places, grid, first=first)
        else:
            first = False
            slot = code[1]
            if code[2] == NO_SLOT and not code[3] and slot in filled:
                # By far the most frequent step: one of some words, asked for before.
                here = places
                if grid.compound_bits:
                    here |= places >> 1 & grid.compound_bits
                places = (here & filled[slot]) << 1
            else:
                places = _reach_choice(code, places, grid)
        places &= everywhere
        if not places:
            return 0
    return places


def _reach_past(code: Code, places: int, grid: Grid, *, first: bool) -> int:
    """Return the places after a gap, an edge or a word that must not be there."""
    kind = code[0]
    if kind == GAP:
        left, width = code[1] + 1, 1
        while width * 2 <= left:
            places |= places << width
            width *= 2
        return places | places << (left - width)
    if kind == START:
        return places & grid.begin_bits()
    if kind == END:
        return places >> grid.count << grid.count
    # At the beginning of a pattern it is the word before that must not be there.
    return places & ~(grid.bits(code[1]) << int(first))


def _reach_choice(code: Code, places: int, grid: Grid) -> int:
    """Return the places that one of the words or phrases of a choice leads to."""
    slot, group = code[1], code[2]
    if slot == ANY_SLOT:
        after = places << 1
    elif slot == NO_SLOT:
        after = 0
    else:
        after = ((places | (places >> 1 & grid.compound_bits)) & grid.bits(slot)) << 1
    if group != NO_SLOT:
        for codes in grid.likely_phrases(group):
            after |= _reach(codes, places, grid)
    return after | places if code[3] else after


def find(codes: Codes, grid: Grid) -> list[Spot]:
    """Return where the steps follow each other in *grid*."""
    states: States | None = None
    before = NO_SLOT
    for code in codes:
        kind = code[0]
        if states is None:
            if kind == CHOICE:
                states = _begin(code, grid, before)
            elif kind == START:
                states = dict.fromkeys(grid.begins(), _UNSTARTED)
            elif kind not in (GAP, END):
                before = code[1]
        elif kind == CHOICE:
            states = _take(states, code, grid)
        else:
            states = _pass(states, code, grid)
        if states is not None and not states:
            return []
    return [span for span in (states or {}).values() if span[0] >= 0]


def _pass(states: States, code: Code, grid: Grid) -> States:
    """Return the states after a gap, or those that an edge or a guard lets stand."""
    kind = code[0]
    if kind == GAP:
        return _skip(states, code[1])
    if kind == START:
        begins = grid.begins()
        return {at: span for at, span in states.items() if at in begins}
    if kind == END:
        return {at: span for at, span in states.items() if at >= grid.count}
    return {at: span for at, span in states.items() if not grid.fills(at, code[1])}


def _skip(states: States, most: int) -> States:
    """Return the states after at most so many words were passed over."""
    after: States = {}
    for at, span in states.items():
        for place in range(at, at + most + 1):
            known = after.get(place)
            if known is None or known[0] < span[0]:
                after[place] = span
    return after


def _spots(code: Code, grid: Grid) -> list[Spot]:
    """Return where one of the words or phrases of a choice stands."""
    slot, group = code[1], code[2]
    spots = grid.everywhere() if slot == ANY_SLOT else grid.spots(slot)
    return spots if group == NO_SLOT else spots + grid.phrases(group, find)


def _begin(code: Code, grid: Grid, before: int) -> States:
    """Return the states after the first choice, wherever it stands."""
    after: States = {}
    for start, end in _spots(code, grid):
        if before == NO_SLOT or not grid.fills(start - 1, before):
            known = after.get(end)
            if known is None or known[0] < start:
                after[end] = (start, end)
    if code[3]:
        for place in range(grid.count):
            after.setdefault(place, _UNSTARTED)
    return after


def _take(states: States, code: Code, grid: Grid) -> States:
    """Return the states after a further choice."""
    after: States = {}
    for start, end in _spots(code, grid):
        span = states.get(start)
        if span is None and start in grid.compounds:
            # A word such as "five-star" may hold the words of two steps.
            span = states.get(start + 1)
        if span is not None:
            first = start if span[0] < 0 else span[0]
            known = after.get(end)
            if known is None or known[0] < first:
                after[end] = (first, end)
    if code[3]:
        for place, span in states.items():
            after.setdefault(place, span)
    return after


def _window(span: Spot, others: list[list[Spot]]) -> Spot:
    """Return the narrowest stretch around *span* with one of each of *others*."""
    for spans in others:
        span = min(
            ((min(span[0], low), max(span[1], high)) for low, high in spans),
            key=lambda reach: reach[1] - reach[0],
        )
    return span


def united(spans: list[Spot]) -> list[Spot]:
    """Return *spans* with those that overlap made one."""
    if len(spans) == 1:
        return spans
    whole: list[Spot] = []
    for start, end in sorted(spans):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
