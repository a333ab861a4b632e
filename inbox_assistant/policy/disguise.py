"""Words that are written one letter at a time: ``r e v i e w``."""

from collections.abc import Callable
from functools import cache

from inbox_assistant.policy.tokens import Words

RUN_LEAST, _RUN_MOST = 4, 120
_LONGEST = 22
_LONG = 3


def join_letters(words: Words, knows: Callable[[str], bool]) -> Words:
    """Return *words* with runs of single letters made the words they spell.

    A run is joined only where all of it, but for a letter at either end, can be cut
    into words that *knows* accepts; a wider blank, or anything but a letter, ends a
    word. Two or three letters before a run may belong to its word.
    """
    if not _has_run(words):
        return words
    joined = Words([], [], [])
    at = 0
    while at < len(words.words):
        first, at = at, _run_end(words.words, at)
        if _is_fragment(words.words, first):
            stop = _run_end(words.words, first + 1)
            whole = "".join(words.words[first:stop])
            if _cuts(words, first + 1, stop, knows) is None and knows(whole):
                at = stop
                _join(joined, words, [(first, at)])
                continue
        one_by_one = [(number, number + 1) for number in range(first, at)]
        _join(joined, words, _cuts(words, first, at, knows) or one_by_one)
    return joined


def _run_end(words: list[str], at: int) -> int:
    """Return where the letters that stand alone from *at* on end; one word at least."""
    end = at
    while end < len(words) and _is_letter(words[end]):
        end += 1
    return max(end, at + 1)


def _join(joined: Words, words: Words, cuts: list[tuple[int, int]]) -> None:
    """Add to *joined* the words that stretches of *words* spell."""
    for begin, after in cuts:
        joined.words.append("".join(words.words[begin:after]))
        joined.starts.append(words.starts[begin])
        joined.ends.append(words.ends[after - 1])


def _cuts(
    words: Words, at: int, end: int, knows: Callable[[str], bool]
) -> list[tuple[int, int]] | None:
    """Return the words that a run of letters spells, each as a stretch of it.

    A letter at either end may be a word of its own: Polish "i", Italian "e".
    """
    if not RUN_LEAST <= end - at <= _RUN_MOST:
        return None
    for first, after in ((at, end), (at, end - 1), (at + 1, end)):
        cuts = _spell(words, first, after, knows) if after - first > _LONG else None
        if cuts is not None:
            alone = [
                (number, number + 1)
                for number in (*range(at, first), *range(after, end))
            ]
            return sorted([*cuts, *alone])
    return None


def _has_run(words: Words) -> bool:
    """Return whether four letters stand by themselves in a row."""
    run = 0
    for word in words.words:
        run = run + 1 if len(word) == 1 and not word.isspace() else 0
        if run >= RUN_LEAST:
            return True
    return False


def _is_fragment(words: list[str], at: int) -> bool:
    """Return whether two or three letters stand before letters that go on with them."""
    return (
        1 < len(words[at]) <= _LONG
        and words[at].isalpha()
        and len(words) > at + _LONG
        and all(map(_is_letter, words[at + 1 : at + 1 + _LONG]))
    )


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
