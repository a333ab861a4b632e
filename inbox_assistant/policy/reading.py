"""What one sentence holds, whatever it answers; remembered, so read once."""

from dataclasses import dataclass

from inbox_assistant.domain.finding import Fix
from inbox_assistant.policy.detectors.scene import Detector, Scene
from inbox_assistant.policy.disguise import join_letters
from inbox_assistant.policy.fold import Folded, fold
from inbox_assistant.policy.language import Languages, Scores
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.tokens import Words, read_words

MEMO = 4_096
"""How many sentences are remembered before the older half is forgotten."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a sentence that a rule, by its number, has found."""

    rule: int
    start: int
    end: int
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one sentence holds."""

    found: tuple[Found, ...]
    scores: Scores
    words: int


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

    def _read(self, sentence: str) -> Reading:
        """Read a sentence for the first time."""
        folded, words = words_of(sentence)
        plain = join_letters(words, self._matcher.knows)
        question = sentence.rstrip("\"'”’)] ").endswith(("?", "？"))
        hits = self._matcher.hits(folded.text, plain, question=question)
        spans = folded.spans([(hit.start, hit.end) for hit in hits])
        found = [
            Found(self._owners[hit.owner], start, end)
            for hit, (start, end) in zip(hits, spans, strict=True)
        ]
        scene = Scene(sentence, folded, words)
        signs = _signs(sentence, folded.text)
        wide = not sentence.isascii()
        for rule, detector in self._detectors:
            if (
                detector.always
                or (wide and detector.wide)
                or not detector.signs.isdisjoint(signs)
                or not detector.words.isdisjoint(words.words)
            ):
                found.extend(
                    Found(rule, item.start, item.end, item.fixes)
                    for item in detector.detect(scene)
                )
        scores = self._languages.scores(sentence, words.words)
        return Reading(tuple(found), scores, len(words.words))


def _signs(sentence: str, folded: str) -> set[str]:
    """Return the signs of a sentence; a full stop only ending it is left out."""
    signs = set(sentence)
    if folded is not sentence and not sentence.isascii():
        signs.update(folded)
    if "." in signs and sentence.find(".") == len(sentence) - 1:
        signs.discard(".")
    return signs


def words_of(sentence: str) -> tuple[Folded, Words]:
    """Return *sentence* folded, and its words."""
    folded = fold(sentence)
    return folded, read_words(folded.text)
