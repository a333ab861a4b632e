"""The words of a folded sentence."""

import re
from functools import cache
from typing import NamedTuple

# The vowel signs of Devanagari are no letters to ``\w`` but part of its words.
_LETTER = r"[\w\u0900-\u0963]"
_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)+(?!\w)"
    rf"|{_LETTER}+(?:['\-]{_LETTER}+|[@$!|*](?=[^\W\d]){_LETTER}+)*"
    r"|[%€$£¥₹₺]"
)
# The same for texts of ASCII alone, where less need be told apart.
_PLAIN_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)+(?!\w)|\w+(?:['\-]\w+|[@$!|*](?=[^\W\d])\w+)*|[%$]", re.ASCII
)
_CLAUSE = re.compile(r"[,;:()\[\]–—\"“”„«»/•>]|\s-\s|^\s*[-*]\s|\.\s|\n")
_FILLERS = frozenset("・·•･*_|")


class Words(NamedTuple):
    """The words of one sentence, with where each one stands in it."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def read_words(text: str) -> Words:
    """Return the words of *text*, a folded sentence."""
    text = _levelled(text)
    token = _token_of(text)
    spans = [found.span() for found in token.finditer(text)]
    return Words(
        [text[start:end] for start, end in spans],
        [start for start, _ in spans],
        [end for _, end in spans],
    )


def words_alone(text: str) -> list[str]:
    """Return the words of *text*, a folded one, without where they stand."""
    text = _levelled(text)
    return _token_of(text).findall(text)


def _levelled(text: str) -> str:
    """Return *text*, as long as before, with a blank for each underscore."""
    return text.replace("_", " ")


def _token_of(text: str) -> re.Pattern[str]:
    return _PLAIN_TOKEN if text.isascii() else _TOKEN


def clause_starts(text: str, words: Words) -> frozenset[int]:
    """Return which words of *text* begin the sentence or one of its clauses."""
    begins = {0}
    for at in range(1, len(words.starts)):
        if _CLAUSE.search(text, words.ends[at - 1], words.starts[at]):
            begins.add(at)
    return frozenset(begins)


def is_filler(sign: str) -> bool:
    """Return whether *sign* parts letters of a script that needs no blanks."""
    return sign.isspace() or sign in _FILLERS


# Tens of thousands of signs take as long to compile as dozens of other patterns, and
# most texts have none of them.
@cache
def _ideographs() -> re.Pattern[str]:
    """Return what matches letters of scripts without blanks."""
    # Stars stand among them: reviews are spoken of by them, and they touch the words.
    return re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u2605\u2606]")


@cache
def _beyond() -> re.Pattern[str]:
    """Return what matches signs from the first of those letters on."""
    return re.compile("[^\\x00-\u2604]")


def may_hold_ideographs(text: str) -> bool:
    """Return whether *text* may hold letters of scripts without blanks."""
    return not text.isascii() and _beyond().search(text) is not None


def without_ideographs(text: str) -> str:
    """Return *text*, as long as before, with blanks for letters that need none.

    Numbers and addresses stand between such letters as between blanks.
    """
    return _ideographs().sub(" ", text) if may_hold_ideographs(text) else text


def has_ideographs(text: str) -> bool:
    """Return whether *text* holds letters of scripts without blanks."""
    return may_hold_ideographs(text) and _ideographs().search(text) is not None
