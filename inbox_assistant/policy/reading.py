"""What one sentence holds, whatever it answers; remembered, so read once."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from inbox_assistant.policy.chunks import (
    COUNTS,
    FIRST_DETECTOR,
    IDEOGRAPHS,
    SCRIPT,
    STOP,
    WORDLESS,
    Chunks,
)
from inbox_assistant.policy.detectors.scene import Detector, Scene
from inbox_assistant.policy.disguise import RUN_LEAST, join_letters
from inbox_assistant.policy.evidence import LETTERS, Evidence, count_in
from inbox_assistant.policy.fold import Folded, fold
from inbox_assistant.policy.language import Languages
from inbox_assistant.policy.lexicon import opened
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.tokens import Words, read_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_assistant.domain.finding import Fix

MEMO = 4_096
"""How many sentences are remembered before the older half is forgotten."""


class Found(NamedTuple):
    """A stretch of a sentence that a rule, by its number, has found."""

    rule: int
    start: int
    end: int
    fixes: "tuple[Fix, ...]" = ()


class Reading(NamedTuple):
    """What one sentence holds."""

    found: tuple[Found, ...]
    evidence: Evidence
    """How many words it has, and what they say about its language."""


class SentenceReader:
    """Reads sentences with every rule; several threads may use one reader."""

    def __init__(
        self,
        matcher: Matcher,
        owners: list[int],
        detectors: list[tuple[int, Detector]],
        languages: Languages,
    ) -> None:
        self._matcher = matcher
        self._owners = owners
        self._detectors = detectors
        self._languages = languages
        self._memo: dict[str, Reading] = {}
        self._chunks = self._new_chunks()
        numbered = [(at, one) for at, (_, one) in enumerate(detectors)]
        self._always = sum(1 << at for at, one in numbered if one.always)
        self._stops = sum(1 << at for at, one in numbered if one.stops)
        self._counting = [(at, one.least) for at, one in numbered if one.least]

    def _new_chunks(self) -> Chunks:
        """Return a memory of chunks with nothing in it."""
        detectors = [detector for _, detector in self._detectors]
        return Chunks(self._matcher.lexicon, self._languages, detectors)

    def read(self, sentence: str) -> Reading:
        """Return what *sentence* holds."""
        known = self._memo.get(sentence)
        if known is not None:
            return known
        reading = self._read(sentence)
        if len(self._memo) >= MEMO:
            for old in list(self._memo)[: MEMO // 2]:
                self._memo.pop(old, None)
        self._memo[sentence] = reading
        return reading

    def forget(self) -> None:
        """Forget every sentence that was read."""
        self._memo.clear()

    def _read(self, sentence: str) -> Reading:
        """Read a sentence for the first time."""
        chunks = self._chunks
        if chunks.is_full:
            chunks = self._chunks = self._new_chunks()
        pieces = [chunks[written] for written in sentence.split()]
        flags = reduce(or_, [piece.flags for piece in pieces], 0)
        evidence = sum([piece.evidence for piece in pieces])
        if flags & SCRIPT:
            evidence += self._languages.script_evidence(sentence)
        if flags & WORDLESS:
            pieces = [piece for piece in pieces if piece.words]
        passing = self._matcher.sieve.passing(pieces, opened(pieces), chunks.memory)
        scene = Scene(sentence)
        found: list[Found] = []
        if count_in(evidence, LETTERS) >= RUN_LEAST or flags & IDEOGRAPHS:
            found = self._by_words(scene, None)
        elif passing:
            found = self._by_words(scene, passing)
        looking = self._looking(sentence, flags, evidence)
        if looking:
            found.extend(self._by_detectors(scene, looking))
        return Reading(tuple(found), evidence)

    def _by_words(self, scene: Scene, passing: list[int] | None) -> list[Found]:
        """Return what the rules of words find; only the *passing* ones may find any."""
        folded, sentence = scene.folded, scene.source
        plain = join_letters(scene.words, self._matcher.knows)
        question = sentence.rstrip("\"'”’)] ").endswith(("?", "？"))
        hits = self._matcher.hits(
            folded.text, plain, question=question, passing=passing
        )
        spans = folded.spans([(hit.start, hit.end) for hit in hits])
        return [
            Found(self._owners[hit.owner], start, end)
            for hit, (start, end) in zip(hits, spans, strict=True)
        ]

    def _looking(self, sentence: str, flags: int, evidence: Evidence) -> int:
        """Return the detectors that are worth a look, as bits."""
        looking = flags >> FIRST_DETECTOR | self._always
        if flags & STOP and sentence.find(".") != len(sentence) - 1:
            looking |= self._stops
        if flags & COUNTS:
            looking |= self._enough(evidence)
        return looking

    def _enough(self, evidence: Evidence) -> int:
        """Return the detectors for which there are enough signs, as bits."""
        return sum(
            1 << at
            for at, (lane, least) in self._counting
            if count_in(evidence, lane) >= least
        )

    def _by_detectors(self, scene: Scene, looking: int) -> Iterator[Found]:
        """Yield what the detectors find that are worth a look, given as bits."""
        for at, (rule, detector) in enumerate(self._detectors):
            if looking >> at & 1:
                for item in detector.detect(scene):
                    yield Found(rule, item.start, item.end, item.fixes)


def words_of(sentence: str) -> tuple[Folded, Words]:
    """Return *sentence* folded, and its words."""
    folded = fold(sentence)
    return folded, read_words(folded.text)


def spelled_words_of(
    sentence: str, knows: "Callable[[str], bool]"
) -> tuple[Folded, Words]:
    """Return the same, with letters that stand alone made the words they spell.

    *knows* says what a word is; see ``disguise.join_letters``.
    """
    folded, words = words_of(sentence)
    return folded, join_letters(words, knows)
