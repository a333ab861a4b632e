"""What words mean, in some two hundred meanings that all languages have in common.

"Bewertung", "recensione" and "feedback" are the same to one who has read replies in
several languages; so each language gains from what was read in the others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

_IDEOGRAPHS = "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PIECE = re.compile(rf"[{_IDEOGRAPHS}]+|[^\W_{_IDEOGRAPHS}]+|[?!%★☆]")
_FIRST_IDEOGRAPH = "\u3005"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_NUMBER = 0
_SIGNS = {sign: (1_000 + ord(sign),) for sign in "?!%★☆"}
_OF_SENTENCE, _OF_ONE_BEFORE = 2, 3
"""Where check sums begin, so that meanings differ from words."""
_MEMO = 20_000

Meant = tuple[int, ...]
"""The meanings that one word may have, as numbers."""


class Meanings:
    """The meanings of words in several languages; several threads may ask."""

    def __init__(self, written: Mapping[str, str]) -> None:
        """Take for each language lines of a form and the numbers it means.

        A form is folded: a whole word, ``beginning*``, ``*end`` or ``*part*``; in a
        script without blanks it may stand anywhere.
        """
        self._written = written
        self._words: dict[str, _Words] = {}

    def read(self, folded: str, language: str | None) -> list[Meant]:
        """Return what the words of a *folded* sentence mean, in their order.

        Words without a meaning are left out; a language that is not known has none.
        """
        if language not in self._words:
            written = self._written.get(language or "")
            if language is None or written is None:
                return []
            self._words[language] = _Words(written)
        return list(self._words[language].meant(folded))


def meaning_signs(meant: Sequence[Meant]) -> Iterator[int]:
    """Yield the numbers, of 32 bits, that stand for meanings and neighbours of them."""
    before: Meant = ()
    for several in meant:
        for one in several:
            yield crc32(b"%d" % one, _OF_SENTENCE)
            for other in before:
                yield crc32(b"%d %d" % (other, one), _OF_SENTENCE)
        before = several


def meaning_signs_before(meant: Sequence[Meant]) -> Iterator[int]:
    """Yield the same for the sentence before another: no neighbours, other numbers."""
    for one in {one for several in meant for one in several}:
        yield crc32(b"%d" % one, _OF_ONE_BEFORE)


class _Words:
    """The meanings of one language's words."""

    def __init__(self, written: str) -> None:
        self._forms: dict[str, set[int]] = {}
        for line in written.splitlines():
            form, *numbers = line.split()
            self._forms.setdefault(form, set()).update(map(int, numbers))
        parts = [form for form in self._forms if form[0] == form[-1] == "*"]
        self._parts = [form.strip("*") for form in parts]
        anywhere = [form for form in self._forms if _IDEOGRAPH.match(form)]
        longest_first = sorted(anywhere, key=lambda form: (-len(form), form))
        self._anywhere = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        self._memo: dict[str, Meant] = {}

    def meant(self, folded: str) -> Iterator[Meant]:
        """Yield what the words of a *folded* sentence mean, in their order."""
        for found in _PIECE.finditer(folded):
            word = found.group()
            if word[0] >= _FIRST_IDEOGRAPH and _IDEOGRAPH.match(word):
                for part in self._anywhere.findall(word):
                    yield self._of(part)
                continue
            several = _SIGNS.get(word) or self._of(word)
            if several:
                yield several

    def _of(self, word: str) -> Meant:
        """Return what *word* means; what was asked for is remembered."""
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            known = self._memo[word] = tuple(sorted(self._look_up(word)))
        return known

    def _look_up(self, word: str) -> set[int]:
        """Return what is written about *word*, its beginnings, ends and parts."""
        if word.isdigit():
            return {_NUMBER}
        forms = [word, *(f"*{part}*" for part in self._parts if part in word)]
        for length in range(1, len(word) + 1):
            forms += [word[:length] + "*", "*" + word[-length:]]
        return {one for form in forms for one in self._forms.get(form, ())}
