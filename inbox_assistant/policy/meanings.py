"""What words mean, in some two hundred meanings that all languages have in common.

"Bewertung", "recensione" and "feedback" are the same to one who has read replies in
several languages; so each language gains from what was read in the others.

The file of meanings:

    inbox-assistant meanings 1 <check sum, see ``sealed``>
    <JSON: the names of the meanings, and for each language lines of a form and a
    meaning's place among the names>

A form is folded: a whole word, ``beginning*``, ``*end`` or ``*part*``; in a script
without blanks it may stand anywhere.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from inbox_assistant.policy.features import (
    MOST_CHARACTERS,
    Features,
    features_of,
    is_ideographic,
    pieces,
)
from inbox_assistant.policy.sealed import DamagedError, loaded, sealed, unsealed

_NAME = b"inbox-assistant meanings 1"
_SIGNS = "?!%★☆"
_NUMBER = "0"
_MEMO = 20_000

Meant = tuple[str, ...]
"""The meanings that one word may have."""
Place = tuple[Meant, int, int]
"""Them, and where the word begins and ends."""


class Meanings:
    """The meanings of words in several languages; several threads may ask."""

    def __init__(self, names: Sequence[str], written: Mapping[str, str]) -> None:
        """Take the *names* of meanings, and each language's lines as in the file."""
        self._names = names
        self._written = written
        self._words: dict[str, _Words] = {}

    def features_of(self, folded: str, language: str | None) -> Features:
        """Return the features of a *folded* text, and of what its words mean.

        A meaning counts by itself and with the one before it, whatever stands between;
        its names begin with ``#``. Words of a language that is not known have none.
        """
        found = features_of(folded)
        before: Meant = ()
        began = 0
        for meant, start, end in self.meant(folded, language):
            for one in meant:
                found.setdefault(f"#{one}", (start, end))
                for other in before:
                    found.setdefault(f"#{other} {one}", (began, end))
            before, began = meant, start
        return found

    def meant(self, folded: str, language: str | None) -> Iterable[Place]:
        """Return what the words of a *folded* text mean, and where they stand."""
        words = self._words_of(language)
        return () if words is None else words.meant(folded[:MOST_CHARACTERS])

    def _words_of(self, language: str | None) -> "_Words | None":
        """Return the words of *language*; their lines are read when first asked for."""
        if language is None or language not in self._written:
            return None
        words = self._words.get(language)
        if words is None:
            words = _Words(self._names, self._written[language])
            self._words[language] = words
        return words


class _Words:
    """The meanings of one language's words."""

    def __init__(self, names: Sequence[str], written: str) -> None:
        self._forms: dict[str, list[str]] = {}
        for line in written.splitlines():
            form, place = line.split()
            self._forms.setdefault(form, []).append(names[int(place)])
        self._longest = max(map(len, self._forms), default=0)
        parts = [form for form in self._forms if form[0] == form[-1] == "*"]
        self._parts = [form.strip("*") for form in parts]
        anywhere = [form for form in self._forms if is_ideographic(form)]
        longest_first = sorted(anywhere, key=lambda form: (-len(form), form))
        self._anywhere = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        self._memo: dict[str, Meant] = {sign: (sign,) for sign in _SIGNS}

    def meant(self, folded: str) -> Iterator[Place]:
        """Yield what the words of a *folded* text mean, and where they stand."""
        for found in pieces(folded, _SIGNS).finditer(folded):
            word = found.group()
            if is_ideographic(word):
                for part in self._anywhere.finditer(folded, *found.span()):
                    yield self._of(part.group()), *part.span()
                continue
            meant = self._of(word)
            if meant:
                yield meant, *found.span()

    def _of(self, word: str) -> Meant:
        """Return what *word* means; what was asked for is remembered."""
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= _MEMO:
                self._memo = {sign: (sign,) for sign in _SIGNS}
            known = self._memo[word] = tuple(sorted(self._look_up(word)))
        return known

    def _look_up(self, word: str) -> set[str]:
        """Return what is written about *word*, its beginnings, ends and parts."""
        if word.isdigit():
            return {_NUMBER}
        forms = [word, *(f"*{part}*" for part in self._parts if part in word)]
        for length in range(1, min(len(word), self._longest) + 1):
            forms += [word[:length] + "*", "*" + word[-length:]]
        return {one for form in forms for one in self._forms.get(form, ())}


NONE = Meanings((), {})
"""Of no language."""


def write_meanings(names: Sequence[str], written: Mapping[str, str]) -> bytes:
    """Return the bytes of a file that holds what ``Meanings`` takes."""
    content = {"names": list(names), "words": dict(written)}
    return sealed(_NAME, json.dumps(content, ensure_ascii=False).encode())


def read_meanings(content: bytes) -> Meanings:
    """Return the meanings that a file holds.

    Raises DamagedError where anything is missing or changed.
    """
    try:
        values = json.loads(unsealed(_NAME, content))
        return Meanings(values["names"], dict(values["words"]))
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedError from error


def load_meanings(path: Path) -> Meanings:
    """Return the meanings in the file *path*; none where it can be of no use."""
    return loaded(path, read_meanings) or NONE
