"""Words that are written one letter at a time: ``r e v i e w``."""

from collections.abc import Callable
from functools import cache

from inbox_assistant.policy.tokens import Words

RUN_LEAST, _RUN_MOST = 4, 120
_LONGEST = 22
_LONG = 3


def join_letters(words: Words, knows: Callable[[str], bool]) -> Words:
    """Return *words* with runs of single letters made the words they spell.

    A run is joined only where all of it can be cut into words that *knows* accepts;
    a wider blank, or anything but a letter, ends a word.
    """
    if not _has_run(words):
        return words
    joined = Words([], [], [])
    at = 0
    while at < len(words.words):
        end = at
        while end < len(words.words) and _is_letter(words.words[end]):
            end += 1
        spelled = (
            _spell(words, at, end, knows)
            if RUN_LEAST <= end - at <= _RUN_MOST
            else None
        )
        if spelled is None:
            end = max(end, at + 1)
            spelled = [(number, number + 1) for number in range(at, end)]
        for first, after in spelled:
            joined.words.append("".join(words.words[first:after]))
            joined.starts.append(words.starts[first])
            joined.ends.append(words.ends[after - 1])
        at = end
    return joined


def _has_run(words: Words) -> bool:
    """Return whether four letters stand by themselves in a row."""
    run = 0
    for word in words.words:
        run = run + 1 if len(word) == 1 and not word.isspace() else 0
        if run >= RUN_LEAST:
            return True
    return False


def _is_letter(word: str) -> bool:
    """Return whether *word* is a single letter or digit."""
    return len(word) == 1 and word.isalnum()


def _spell(
    words: Words, begin: int, end: int, knows: Callable[[str], bool]
) -> list[tuple[int, int]] | None:
    """Return how the letters from *begin* to *end* are cut into words."""
    letters = "".join(words.words[begin:end])
    # Few letters over and over spell the same few words over and over.
    is_word = cache(knows)
    gaps = [words.starts[at + 1] - words.ends[at] for at in range(begin, end - 1)]
    narrow = min(gaps, default=1)
    # first_of[n]: where the stretch without a wide blank begins that n stands in.
    first_of = [0]
    for at, gap in enumerate(gaps, 1):
        first_of.append(at if gap > narrow else first_of[-1])
    # best[n]: the cheapest way to cut the first n letters, and where its last word
    # begins. Words of one or two letters are dear, so that long ones win.
    best: list[tuple[int, int] | None] = [(0, 0)] + [None] * len(letters)
    for after in range(1, len(letters) + 1):
        for first in range(max(first_of[after - 1], after - _LONGEST), after):
            before = best[first]
            word = letters[first:after]
            if before is not None and is_word(word):
                cost = before[0] + (1 if len(word) >= _LONG else 4)
                current = best[after]
                if current is None or cost < current[0]:
                    best[after] = (cost, first)
    cuts: list[tuple[int, int]] = []
    after = len(letters)
    while after > 0:
        step = best[after]
        if step is None:
            return None
        cuts.append((begin + step[1], begin + after))
        after = step[1]
    return cuts[::-1] if any(b - a >= _LONG for a, b in cuts) else None
