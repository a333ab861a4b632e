"""Which slots a word fills, however it is written."""

import re
from collections.abc import Iterable, Iterator

from inbox_assistant.policy.programs import Form, numbers_of

Table = dict[str, bytes]

LONGEST_WORD = 40
"""A longer run of letters is no word; it fills no slot."""

_STEM = 3
_TYPO_LEAST = 5
_NUMBER = re.compile(r"\d[\d.,:/]*(?:st|nd|rd|th)?")
_INNER = re.compile(r"['\-@$!|*]")
_JOINED = re.compile(r"\w[\-']\w")
_STRETCHED = re.compile(r"(.)\1{2,}")
_LEET = str.maketrans("034578@$!|€", "oeastbasiie")
_LEET_L = str.maketrans("1!|", "lll")
_LEET_I = str.maketrans("1", "i")
_CODE = re.compile(r"(?=.*\d)(?=.*[^\W\d]).{4,14}")
_LEET_LETTERS = 2
_MOST_STARS = 2


class Vocabulary:
    """Every word that some rule asks for."""

    def __init__(self, atoms: dict[str, Table]) -> None:
        self._words = atoms[Form.WORD]
        self._prefixes = _filed(atoms[Form.PREFIX], 0, _STEM)
        self._suffixes = _filed(atoms[Form.SUFFIX], -_STEM, None)
        self._parts = _filed(atoms[Form.PART], 0, _STEM)
        self._typos = atoms[Form.TYPO]
        self._near: dict[str, set[str]] | None = None
        self._numbers = atoms[Form.NUMBER].get("", b"")
        self._codes = atoms[Form.CODE].get("", b"")

    def knows(self, word: str) -> bool:
        """Return whether *word* itself, or its beginning, is asked for."""
        if word in self._words or word in self._typos:
            return True
        if next(self._stems(word), None) is not None:
            return True
        return len(word) >= _TYPO_LEAST and next(self._misspelt(word), None) is not None

    def is_compound(self, token: str) -> bool:
        """Return whether *token* is several words joined, and not one as a whole."""
        if token.isalnum() or not _JOINED.search(token):
            return False
        return _INNER.sub("", token) not in self._words

    def slots(self, token: str) -> set[int]:
        """Return the slots that *token* fills in any of its readings."""
        found: set[int] = set()
        if len(token) > LONGEST_WORD:
            return found
        for form in _readings(token):
            found.update(numbers_of(self._words.get(form, b"")))
            found.update(self._stems(form))
            if len(form) >= _TYPO_LEAST:
                found.update(self._misspelt(form))
            if _NUMBER.fullmatch(form):
                found.update(numbers_of(self._numbers))
            elif _CODE.fullmatch(form):
                found.update(numbers_of(self._codes))
        if "*" in token:
            found.update(self._masked(token))
        return found

    def _stems(self, form: str) -> Iterator[int]:
        """Yield the slots that a part of *form* fills."""
        for stem, slots in self._prefixes.get(form[:_STEM], ()):
            if form.startswith(stem):
                yield from numbers_of(slots)
        for stem, slots in self._suffixes.get(form[-_STEM:], ()):
            if form.endswith(stem):
                yield from numbers_of(slots)
        for at in range(len(form) - _STEM + 1):
            for stem, slots in self._parts.get(form[at : at + _STEM], ()):
                if form.startswith(stem, at):
                    yield from numbers_of(slots)

    def _misspelt(self, form: str) -> Iterator[int]:
        """Yield the slots of words that *form* is one slip away from."""
        if not self._typos:
            return
        if self._near is None:
            self._near = {}
            for word in self._typos:
                for variant in _shortened(word):
                    self._near.setdefault(variant, set()).add(word)
        for variant in _shortened(form):
            for word in self._near.get(variant, ()):
                if _one_slip(form, word):
                    yield from numbers_of(self._typos[word])

    def _masked(self, token: str) -> Iterator[int]:
        """Yield the slots of words whose letters *token* hides behind stars."""
        stars = token.count("*")
        if stars > _MOST_STARS or len(token) - stars < _STEM:
            return
        shape = re.compile(re.escape(token).replace(r"\*", "."))
        for words in (self._words, self._typos):
            for word, slots in words.items():
                if shape.fullmatch(word):
                    yield from numbers_of(slots)


def _filed(
    table: Table, start: int, end: int | None
) -> dict[str, list[tuple[str, bytes]]]:
    """Return the stems of *table* by three of their letters."""
    filed: dict[str, list[tuple[str, bytes]]] = {}
    for stem, slots in table.items():
        filed.setdefault(stem[start:end], []).append((stem, slots))
    return filed


def _readings(token: str) -> Iterable[str]:
    """Return the ways to read *token*: as a whole, by its parts, undisguised."""
    if token.isalpha():
        return (token, *_squeezed(token)) if _STRETCHED.search(token) else (token,)
    found = {token}
    if _INNER.search(token):
        parts = _INNER.split(token)
        found.update(parts)
        found.add("".join(parts))
    found.update(_plain_letters(token))
    found.discard("")
    return found


def _squeezed(token: str) -> Iterator[str]:
    """Yield *token* without the letters held down too long."""
    yield _STRETCHED.sub(r"\1", token)
    yield _STRETCHED.sub(r"\1\1", token)


def _plain_letters(token: str) -> Iterator[str]:
    """Yield *token* with digits and signs read as the letters they look like."""
    letters = sum(sign.isalpha() for sign in token)
    if letters < _LEET_LETTERS or letters == len(token):
        return
    bare = token.replace("-", "").replace("'", "").replace("*", "")
    yield bare.translate(_LEET_I).translate(_LEET)
    yield bare.translate(_LEET_L).translate(_LEET)


def _shortened(word: str) -> set[str]:
    """Return *word* and every form of it with one letter left out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _one_slip(one: str, other: str) -> bool:
    """Return whether one letter is wrong, missing, extra or swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    swapped = a[1:2] == b[:1] and a[:1] == b[1:2] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
