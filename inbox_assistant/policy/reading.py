"""What one sentence holds, whatever it answers; remembered, so read once."""

from typing import TYPE_CHECKING, NamedTuple

from inbox_assistant.policy.detectors.scene import Detect, Detector, Scene
from inbox_assistant.policy.disguise import join_letters
from inbox_assistant.policy.fold import Folded, fold
from inbox_assistant.policy.language import Languages, Scores
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.tokens import Words, read_words

if TYPE_CHECKING:
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
        self._always: list[int] = []
        self._wide: list[tuple[int, str]] = []
        self._by_sign: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        for number, (_, detector) in enumerate(detectors):
            self._file(number, detector)
        self._hint_words = frozenset(self._by_word)

    def _file(self, number: int, detector: Detector) -> None:
        """File a detector under what must be there for it to look."""
        if detector.always:
            self._always.append(number)
        if detector.beyond:
            self._wide.append((number, detector.beyond))
        for sign in detector.signs:
            self._by_sign.setdefault(sign, []).append(number)
        for word in detector.words:
            self._by_word.setdefault(word, []).append(number)

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
        for rule, detect in self._looking(scene):
            found.extend(
                Found(rule, item.start, item.end, item.fixes) for item in detect(scene)
            )
        scores = self._languages.scores(sentence, words.words)
        return Reading(tuple(found), scores, len(words.words))

    def _looking(self, scene: Scene) -> list[tuple[int, Detect]]:
        """Return the detectors for which the sentence holds what they look for."""
        signs = _signs(scene.source, scene.folded.text)
        chosen = set(self._always)
        if not scene.source.isascii():
            highest = max(signs)
            chosen.update(number for number, beyond in self._wide if highest >= beyond)
        for sign in signs & self._by_sign.keys():
            chosen.update(self._by_sign[sign])
        words = scene.words.words
        if "-" in signs:
            words = [part for word in words for part in word.split("-")]
        if not self._hint_words.isdisjoint(words):
            for word in self._hint_words.intersection(words):
                chosen.update(self._by_word[word])
        return [
            (rule, detector.detect)
            for number, (rule, detector) in enumerate(self._detectors)
            if number in chosen
        ]


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
