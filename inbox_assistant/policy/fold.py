"""One plain form of a text, and the way back to the text as written.

Folding takes away what a reader does not see or does not mind: case, accents, width,
invisible characters, look-alike letters. Offsets are kept, so that whatever is found
in the folded text can be shown in the original.
"""

import re
import unicodedata
from itertools import accumulate
from typing import NamedTuple

from inbox_assistant.policy.lookalikes import LOOKALIKES

_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "n"}
_SIGNS = {
    "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "‐": "-", "‑": "-",
    "\u2212": "-", "\u2043": "-", "\u00ad": "", "\u0640": "", "\u3164": "",
    "\uffa0": "", "\u115f": "", "\u1160": "", "\u2800": " ", "〇": "0",
}  # fmt: skip
_ARABIC = {"ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك"}
_FIXED = {**LOOKALIKES, **_LETTERS, **_SIGNS, **_ARABIC}

# Marks of these scripts are accents; elsewhere (Devanagari, kana) they are letters.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe2f\U000e0100-\U000e01ef]"
)
_VOICED = re.compile("(?s:.)[\u3099\u309a\uff9e\uff9f]?")
_HAS_VOICED = re.compile("[\u3099\u309a\uff9e\uff9f]")
_MOST_IN_ONE = 6
"""The longest word written as one sign hides nothing but itself: Arabic blessings,
whose eighteen letters would make a short text a long one."""
_CIRCLED = (0x1F150, 0x1F170)
_ALPHABET = 26


class _Table(dict[str, str]):
    """The folded form of each character, worked out on first use."""

    def __missing__(self, sign: str) -> str:
        folded = _fold_sign(sign)
        self[sign] = folded
        return folded


def _fold_sign(sign: str) -> str:
    """Return the folded form of one character, or of a kana and its mark."""
    if sign in _FIXED:
        return _FIXED[sign]
    if sign.isspace():
        return sign if sign == "\n" else " "
    for first in _CIRCLED:
        if first <= ord(sign[0]) < first + _ALPHABET:
            return chr(ord("a") + ord(sign[0]) - first)
    compatible = unicodedata.normalize("NFKC", sign).lower()
    if len(compatible) > _MOST_IN_ONE:
        return sign
    parts = (_fold_part(part) for part in compatible)
    return "".join(parts)


def _fold_part(part: str) -> str:
    """Return the folded form of one compatible, lower-case character."""
    if unicodedata.category(part) == "Cf":
        return ""
    digit = unicodedata.decimal(part, None)
    if digit is not None:
        return str(digit)
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", part))
    bare = "".join(_FIXED.get(sign, sign) for sign in bare)
    return unicodedata.normalize("NFC", bare)


_TABLE = _Table()


class Folded(NamedTuple):
    """A folded text that knows where each of its characters came from."""

    source: str
    text: str
    pieces: tuple[str, ...] | None
    """The folded form of each cluster of the source; ``None`` where one to one."""
    clusters: tuple[str, ...] | None = None
    """The clusters of the source, where one of them is more than one character."""

    def spans(self, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return stretches of the folded text as stretches of the source."""
        if self.pieces is None or not found:
            return found
        starts = self._starts()
        return [_source_span(starts, start, end) for start, end in found]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return one stretch of the folded text as a stretch of the source."""
        return self.spans([(start, end)])[0]

    def _starts(self) -> list[int]:
        """Return where each folded character begins in the source, and the end."""
        pieces = self.pieces or ()
        lengths = (
            (1,) * len(pieces)
            if self.clusters is None
            else tuple(len(cluster) for cluster in self.clusters)
        )
        begins = [0, *accumulate(lengths)]
        starts = [
            begins[at] for at, piece in enumerate(pieces) for _ in range(len(piece))
        ]
        starts.append(len(self.source))
        return starts


def _source_span(starts: list[int], start: int, end: int) -> tuple[int, int]:
    """Return the source's stretch; marks that follow its last letter belong to it."""
    first = starts[start]
    if end <= start:
        return first, first
    last = starts[end]
    if last <= starts[end - 1]:
        # The stretch ends inside what one character became: take the character.
        last = starts[end - 1] + 1
    return first, last


def fold(source: str) -> Folded:
    """Return *source* folded."""
    if source.isascii():
        return Folded(source, source.lower(), None)
    if _HAS_VOICED.search(source):
        clusters = tuple(_VOICED.findall(source))
        pieces = tuple(_TABLE[cluster] for cluster in clusters)
        return Folded(source, "".join(pieces), pieces, clusters)
    pieces = tuple([_TABLE[sign] for sign in source])
    text = "".join(pieces)
    if len(text) == len(source) and all(len(piece) == 1 for piece in pieces):
        return Folded(source, text, None)
    return Folded(source, text, pieces)


def fold_text(source: str) -> str:
    """Return *source* folded, without the way back."""
    return fold(source).text
