"""What a learned model sees of a message: its words, and what they begin with.

A word counts by itself, with the word before it, and by its first letters, so that an
ending never seen does not make it a new word. Scripts without blanks count by runs of
letters.
"""

import re
from functools import cache, lru_cache

from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.tokens import may_hold_ideographs

MOST_CHARACTERS = 4_000
"""A message says by then what it is about; a longer one stays as quick to read."""
_RANGES = (
    ("\u3005", "\u3005"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
)
"""Signs that are written without blanks between words."""
_IDEOGRAPHS = "".join(f"{first}-{last}" for first, last in _RANGES)
_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"[,;:()–—、]|\s-\s|\.\.\.|…")
_LETTER = re.compile(r"[^\W_]")
_SIGNS = "?!"
_RUN = 4
_MEMO = 20_000
_SHORTEST, _LONGEST = 3, 7
"""How many letters a beginning has."""

Features = dict[str, tuple[int, int]]
"""Each feature, and where it stands first."""


def features_of(folded: str) -> Features:
    """Return the features of a *folded* text; which digits it holds is no matter."""
    text = _levelled(folded)
    found: Features = {}
    before, began = "", 0
    for piece in pieces(text, _SIGNS).finditer(text):
        word, span = piece.group(), piece.span()
        if is_ideographic(word):
            _add_runs(found, word, span[0])
            before = ""
            continue
        is_new = word not in found
        if is_new:
            found[word] = span
        if before:
            found.setdefault(f"{before} {word}", (began, span[1]))
        # What a word begins with came with it where it came before.
        if is_new:
            for beginning in _beginnings(word):
                found.setdefault(beginning, span)
        before, began = word, span[0]
    return found


def pieces_of(folded: str) -> list[str]:
    """Return the words of a *folded* text, and its marks of question and exclamation.

    Which digits they hold is no matter, so they are noughts.
    """
    text = _levelled(folded)
    return pieces(text, _SIGNS).findall(text)


def pieces(text: str, signs: str) -> re.Pattern[str]:
    """Return what matches words of *text*, runs of ideographs, and single *signs*."""
    return _pieces(_IDEOGRAPHS if may_hold_ideographs(text) else "", signs)


@cache
def _pieces(ideographs: str, signs: str) -> re.Pattern[str]:
    """Return the same by the ranges of *ideographs*.

    So many signs take as long to compile as dozens of other patterns, and most texts
    have none of them.
    """
    runs = f"[{ideographs}]+|" if ideographs else ""
    return re.compile(rf"{runs}[^\W_{ideographs}]+|[{signs}]")


def _levelled(folded: str) -> str:
    """Return the part that is read of a text, all digits noughts."""
    return _DIGIT.sub("0", folded[:MOST_CHARACTERS])


def is_ideographic(word: str) -> bool:
    """Return whether *word* is a run of signs written without blanks."""
    sign = word[0]
    return sign >= _RANGES[0][0] and any(
        first <= sign <= last for first, last in _RANGES
    )


@lru_cache(_MEMO)
def _beginnings(word: str) -> tuple[str, ...]:
    """Return what *word* begins with, as features."""
    return tuple(
        word[:length] + "*" for length in range(_SHORTEST, min(len(word), _LONGEST + 1))
    )


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a *text*, folded; those without a letter are left out."""
    return [
        fold_text(clause)
        for start, end in split_sentences(text)
        for clause in _CLAUSE.split(text[start:end])
        if _LETTER.search(clause)
    ]


def _add_runs(found: Features, letters: str, start: int) -> None:
    """Add every run of up to four of *letters*, which begin at *start*."""
    for first in range(len(letters)):
        for last in range(first + 1, min(first + _RUN, len(letters)) + 1):
            found.setdefault(letters[first:last], (start + first, start + last))
