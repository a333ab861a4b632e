"""What stands between two blanks, and everything there is to know about it.

The same few thousand chunks make up most of what people write, so each is folded,
cut into words and looked up once, and a sentence is put together from what is known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from inbox_assistant.policy.detectors.scene import Detector
from inbox_assistant.policy.evidence import (
    DIGITS,
    LETTERS,
    MARKS,
    WORDS,
    Evidence,
    counted,
)
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.language import Languages, is_other_script
from inbox_assistant.policy.lexicon import MEMO, Lexicon, Piece, joined
from inbox_assistant.policy.tokens import has_ideographs, read_words

IDEOGRAPHS, SCRIPT, STOP, COUNTS, WORDLESS = 1, 2, 4, 8, 16
"""Flags that say: letters of a script without blanks, a script other than the Latin
one, a full stop at the end and nowhere else, signs that are counted, no word."""
FIRST_DETECTOR = 5
_COUNTED = (DIGITS, MARKS)
_LONGEST = 60
"""A longer chunk is hardly met again, so it is not remembered."""
_PARTS = tuple(part.name for part in fields(Piece))


def flag_of(detector: int) -> int:
    """Return the flag that says that a detector, by its number, should look."""
    return 1 << (FIRST_DETECTOR + detector)


@dataclass(frozen=True, slots=True)
class Chunk(Piece):
    """One chunk."""

    flags: int = 0
    """What else is to be done for it."""
    evidence: Evidence = 0
    """What it counts, and what it says about the language."""


class Chunks(dict[str, Chunk]):
    """Every chunk that was met, by how it is written."""

    def __init__(
        self, lexicon: Lexicon, languages: Languages, detectors: Sequence[Detector]
    ) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._languages = languages
        self._detectors = detectors
        self.memory = lexicon.memory

    @property
    def is_full(self) -> bool:
        """Return whether it is time to begin afresh."""
        return len(self) >= MEMO or len(self.memory.pieces) >= 2 * MEMO

    def __missing__(self, written: str) -> Chunk:
        """Return, and mostly remember, what is new."""
        chunk = self._read(written)
        if len(written) <= _LONGEST:
            self[written] = chunk
        return chunk

    def _read(self, written: str) -> Chunk:
        """Return what there is to know about a chunk."""
        folded = fold_text(written)
        words = read_words(folded).words
        piece = joined(self._lexicon.pieces(words, self.memory))
        flags = sum(self._asking(written, folded, words))
        flags += IDEOGRAPHS * has_ideographs(folded)
        flags += SCRIPT * is_other_script(written)
        flags += WORDLESS * (not words)
        counts = [
            (WORDS, len(words)),
            (LETTERS, sum(len(word) == 1 for word in words)),
            (DIGITS, sum(map(str.isdecimal, folded))),
            (MARKS, folded.count("!") + folded.count("?")),
        ]
        flags += COUNTS * any(count for lane, count in counts if lane in _COUNTED)
        evidence = counted(counts) + self._languages.evidence(written, words)
        parts = {name: getattr(piece, name) for name in _PARTS}
        return Chunk(**parts, flags=flags, evidence=evidence)

    def _asking(self, written: str, folded: str, words: Iterable[str]) -> Iterable[int]:
        """Yield the flags of the detectors for which the chunk holds something."""
        signs = {*written, *folded}
        if written.find(".") == len(written) - 1 and "." in signs:
            signs.discard(".")
            yield STOP
        parts = {
            part
            for word in words
            for part in (word, *word.split("-"), word.replace("-", ""))
        }
        highest = max(signs, default="")
        for number, detector in enumerate(self._detectors):
            if (
                (detector.least is None and not detector.signs.isdisjoint(signs))
                or not detector.words.isdisjoint(parts)
                or (detector.beyond and highest >= detector.beyond)
                or _has_shape(detector, written, folded)
            ):
                yield flag_of(number)


def _has_shape(detector: Detector, written: str, folded: str) -> bool:
    """Return whether a chunk looks like what a detector looks for."""
    shape = detector.shape
    return shape is not None and any(map(shape.search, (written, folded)))
