"""Which slots a word fills, however it is written."""

import re
from collections.abc import Iterable, Iterator, Mapping

from inbox_assistant.policy.programs import Form, numbers_of, pack, unpack

Table = Mapping[str, bytes]

LONGEST_WORD = 40
"""A longer run of letters is no word; it fills no slot."""

_STEM = 3
_DRAWER = 2
_LABELS: dict[str, tuple[int, int | None]] = {
    Form.WORD: (0, _DRAWER),
    Form.PREFIX: (0, _STEM),
    Form.SUFFIX: (-_STEM, None),
    Form.PART: (0, _STEM),
}
"""Which letters label the drawer of a word."""
_EMPTY: dict[str, bytes] = {}
_TYPO_LEAST = 5
_NUMBER = re.compile(r"\d[\d.,:/]*(?:st|nd|rd|th)?")
_INNER = re.compile(r"['\-@$!|*]")
_JOINED = re.compile(r"\w[\-']\w")
_STRETCHED = re.compile(r"(.)\1{2,}")
_LEET = str.maketrans("034578@$!|€", "oeastbasiie")
_LEET_L = str.maketrans("1!|", "lll")
_LEET_I = str.maketrans("1", "i")
_CODE = re.compile(
    r"(?=.*\d)(?=.*[^\W\d])(?!.*\d{5})(?![^\W\d]{1,2}\d{4}[^\W\d]{0,2}$).{4,14}"
)
"""What coupons are called; more digits in a row, or four behind one or two letters, are
a parcel's number."""
_LEET_LETTERS = 2
_MOST_STARS = 2


class Vocabulary:
    """Every word that some rule asks for."""

    def __init__(self, atoms: Mapping[str, Table]) -> None:
        self._words = _Drawers(atoms[Form.WORD])
        self._prefixes = _Drawers(atoms[Form.PREFIX])
        self._suffixes = _Drawers(atoms[Form.SUFFIX])
        self._parts = _Drawers(atoms[Form.PART])
        self._typos: dict[str, bytes] = _Drawers(atoms[Form.TYPO]).everything()
        self._near: dict[str, set[str]] | None = None
        self._numbers = _Drawers(atoms[Form.NUMBER]).everything().get("", b"")
        self._codes = _Drawers(atoms[Form.CODE]).everything().get("", b"")

    def knows(self, word: str) -> bool:
        """Return whether *word* itself, or its beginning, is asked for."""
        if self._slots_of(word) or word in self._typos:
            return True
        if next(self._stems(word), None) is not None:
            return True
        return len(word) >= _TYPO_LEAST and next(self._misspelt(word), None) is not None

    def is_compound(self, token: str) -> bool:
        """Return whether *token* is several words joined, and not one as a whole."""
        if token.isalnum() or not _JOINED.search(token):
            return False
        return not self._slots_of(_INNER.sub("", token))

    def slots(self, token: str) -> set[int]:
        """Return the slots that *token* fills in any of its readings."""
        found: set[int] = set()
        if len(token) > LONGEST_WORD:
            return found
        for form in _readings(token):
            found.update(numbers_of(self._slots_of(form)))
            found.update(self._stems(form))
            if len(form) >= _TYPO_LEAST:
                found.update(self._misspelt(form))
            if _NUMBER.fullmatch(form):
                found.update(numbers_of(self._numbers))
        if _CODE.fullmatch(token) and not _NUMBER.fullmatch(token):
            found.update(numbers_of(self._codes))
        if "*" in token:
            found.update(self._masked(token))
        return found

    def _slots_of(self, word: str) -> bytes:
        """Return the slots that exactly *word* fills, packed."""
        return self._words.drawer(word[:_DRAWER]).get(word, b"")

    def _stems(self, form: str) -> Iterator[int]:
        """Yield the slots that a part of *form* fills."""
        for stem, slots in self._prefixes.drawer(form[:_STEM]).items():
            if form.startswith(stem):
                yield from numbers_of(slots)
        for stem, slots in self._suffixes.drawer(form[-_STEM:]).items():
            if form.endswith(stem):
                yield from numbers_of(slots)
        for at in range(len(form) - _STEM + 1):
            for stem, slots in self._parts.drawer(form[at : at + _STEM]).items():
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
        for words in (self._words.everything(), self._typos):
            for word, slots in words.items():
                if shape.fullmatch(word):
                    yield from numbers_of(slots)


class _Drawers:
    """Words in drawers, each opened when a word of it is asked for."""

    def __init__(self, stored: Table) -> None:
        self._stored = stored
        self._open: dict[str, dict[str, bytes]] = {}

    def drawer(self, label: str) -> dict[str, bytes]:
        """Return the words in one drawer, with their slots."""
        words = self._open.get(label)
        if words is None:
            stored = self._stored.get(label)
            if stored is None:
                return _EMPTY
            words = unpack(stored)
            self._open[label] = words
        return words

    def everything(self) -> dict[str, bytes]:
        """Return the words of all drawers."""
        return {
            word: slots
            for label in self._stored
            for word, slots in self.drawer(label).items()
        }


def store_words(form: str, words: Table) -> dict[str, bytes]:
    """Return *words*, with the slots they fill, in the drawers of their form."""
    start, end = _LABELS.get(form, (0, 0))
    drawers: dict[str, dict[str, bytes]] = {}
    for word, slots in words.items():
        drawers.setdefault(word[start:end], {})[word] = slots
    return {label: pack(drawer) for label, drawer in drawers.items()}


def _readings(token: str) -> Iterable[str]:
    """Return the ways to read *token*: as a whole, by its parts, undisguised."""
    if token.isdecimal():
        return (token,)
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
