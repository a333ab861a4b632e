"""What a learned model sees of a message: its words, and what they begin with.

A word counts by itself, with the word before it, and by its first letters, so that an
ending never seen does not make it a new word. Scripts without blanks count by runs of
letters.
"""

import re
from functools import lru_cache

from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.sentences import split_sentences

MOST_CHARACTERS = 4_000
"""A message says by then what it is about; a longer one stays as quick to read."""
IDEOGRAPHS = "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Ranges of signs that are written without blanks between words."""
_PIECE = re.compile(rf"[{IDEOGRAPHS}]+|[^\W_{IDEOGRAPHS}]+|[?!]")
_FIRST_IDEOGRAPH = "\u3005"
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"[,;:()–—、]|\s-\s|\.\.\.|…")
_LETTER = re.compile(r"[^\W_]")
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
    add = found.setdefault
    for piece in _PIECE.finditer(text):
        word, span = piece.group(), piece.span()
        if is_ideographic(word):
            _add_runs(found, word, span[0])
            before = ""
            continue
        add(word, span)
        if before:
            add(f"{before} {word}", (began, span[1]))
        for beginning in _beginnings(word):
            add(beginning, span)
        before, began = word, span[0]
    return found


def pieces_of(folded: str) -> list[str]:
    """Return the words of a *folded* text, and its marks of question and exclamation.

    Which digits they hold is no matter, so they are noughts.
    """
    return _PIECE.findall(_levelled(folded))


def _levelled(folded: str) -> str:
    """Return the part that is read of a text, all digits noughts."""
    return _DIGIT.sub("0", folded[:MOST_CHARACTERS])


def is_ideographic(word: str) -> bool:
    """Return whether *word* is a run of signs written without blanks."""
    return word[0] >= _FIRST_IDEOGRAPH and _IDEOGRAPH.match(word) is not None


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
