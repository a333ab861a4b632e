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
    if group == NO_SLOT:
        return spots
    key = ANY_SLOT if code[4] == NO_SLOT else code[4]
    return spots + grid.phrases(group, key, find)


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
