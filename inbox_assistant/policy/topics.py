"""What a buyer's message is about, and whether it needs a response."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from inbox_assistant.policy.courtesy import Courtesy
from inbox_assistant.policy.disguise import join_letters
from inbox_assistant.policy.language import Languages
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.reading import words_of
from inbox_assistant.policy.rule import Rule
from inbox_assistant.policy.sentences import split_sentences

MOST_TOPICS = 2
_CLEAR = 2
_SHARE = 0.4
_MORE = 0.3
_FIRST = 2.5
"""What being named first adds to a topic's weight: buyers begin with the matter."""
_STRONG = 3
"""How heavy a rule must be to name a topic rather than hint at it."""
_TROUBLES = frozenset({"product-problem", "shipping-problem", "order-change"})
_GRAVE = 5
"""How heavy a rule of a trouble must be to leave no thanks alone."""
_ASKS = re.compile(r"[?？؟¿]|(?:ます|です|せん|した|しょう)か[。、\s]*$")
_WORD = re.compile(r"[^\W\d_]")
_MEMO = 512
_SENTENCES = 4_096
"""How many sentences are remembered: buyers greet and thank in the same few."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of a message that speaks for a topic."""

    topic: str
    rule: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TopicReading:
    """What was understood of a buyer's message."""

    topics: tuple[str, ...]
    """One or two, the main one first."""
    needs_response: bool
    """``False`` is a suggestion; it is only made where nothing speaks against it."""
    evidence: tuple[Evidence, ...] = ()
    language: str | None = None
    asked: frozenset[str] = frozenset()
    """Its topics, and any other and finer subject that more than a hint speaks for."""


class TopicReader:
    """Reads buyers' messages; several threads may use one reader."""

    def __init__(
        self,
        matcher: Matcher,
        rules: Sequence[Rule],
        courtesy: Courtesy,
        languages: Languages,
    ) -> None:
        self._matcher = matcher
        self._rules = rules
        self._weight = {rule.id: rule.weight for rule in rules}
        self._courtesy = courtesy
        self._languages = languages
        self._memo: dict[tuple[str, str | None], TopicReading] = {}
        self._sentences: dict[str, list[tuple[int, int, int]]] = {}

    def read(self, text: str, language: str | None = None) -> TopicReading:
        """Return what *text* is about; *language* is used where it cannot be told."""
        key = (text, language)
        known = self._memo.get(key)
        if known is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            known = self._read(text, language)
            self._memo[key] = known
        return known

    def _read(self, text: str, language: str | None) -> TopicReading:
        """Read a message for the first time."""
        told, certain = self._languages.told(text)
        spoken = told or language
        hits = self._of_language(
            [
                (owner, start + first, start + last)
                for start, end in split_sentences(text)
                for owner, first, last in self._hits(text[start:end])
            ],
            spoken,
            certain or language,
        )
        if not self._reports(hits) and self._courtesy.needs_no_response(text, certain):
            return TopicReading(("thanks",), needs_response=False, language=spoken)
        evidence: list[Evidence] = []
        asked: set[str] = set()
        seen: dict[str, set[int]] = {}
        for owner, first, last in hits:
            rule = self._rules[owner]
            found = text[first:last]
            evidence.append(Evidence(rule.topic, rule.id, first, last, found))
            if rule.weight >= _CLEAR:
                asked.update(name for name in (rule.topic, rule.subject) if name)
            seen.setdefault(rule.topic, set()).add(owner)
        weights = {
            topic: _weigh([self._rules[owner].weight for owner in owners])
            for topic, owners in seen.items()
        }
        order = [item.topic for item in evidence]
        topics = _ranked(weights, order, self._first(evidence))
        if not topics:
            topics = self._fallback(text)
        return TopicReading(
            topics,
            needs_response=True,
            evidence=tuple(evidence),
            language=spoken,
            asked=frozenset(asked | set(topics)),
        )

    def _reports(self, hits: list[tuple[int, int, int]]) -> bool:
        """Return whether one of *hits* says that something went wrong."""
        rules = [self._rules[owner] for owner, _, _ in hits]
        return any(rule.topic in _TROUBLES and rule.weight >= _GRAVE for rule in rules)

    def _first(self, evidence: list[Evidence]) -> str | None:
        """Return the topic that is named first, not only hinted at.

        Of stretches that overlap there, the heaviest rule's is the one that is meant.
        """
        strong = [one for one in evidence if self._weight[one.rule] >= _STRONG]
        if not strong:
            return None
        until = min((one.start, one.end) for one in strong)[1]
        near = [one for one in strong if one.start <= until]
        first = max(near, key=lambda one: (self._weight[one.rule], -one.start)).topic
        late = any(
            one.topic == "shipping-problem" and self._weight[one.rule] > _STRONG
            for one in strong
        )
        # Who asks where the parcel is and says that it is late tells of the latter.
        return "shipping-problem" if late and first == "delivery" else first

    def _of_language(
        self,
        hits: list[tuple[int, int, int]],
        spoken: str | None,
        expected: str | None,
    ) -> list[tuple[int, int, int]]:
        """Return the *hits* of one language's rules.

        Words that several languages share would speak for another language's topics.
        Where the language cannot be told, it is the one to expect, and without one the
        language that explains most of the text.
        """
        length: dict[str, int] = {}
        for owner, first, last in hits:
            for language in self._rules[owner].languages:
                length[language] = length.get(language, 0) + last - first
        if not length:
            return hits
        if spoken not in length:
            spoken = expected or max(length, key=length.__getitem__)
        return [
            hit
            for hit in hits
            if not self._rules[hit[0]].languages
            or spoken in self._rules[hit[0]].languages
        ]

    def found_by(self, rule: str, text: str) -> list[tuple[int, int]]:
        """Return where one rule, by its name, finds something."""
        return [
            (start + first, start + last)
            for start, end in split_sentences(text)
            for owner, first, last in self._hits(text[start:end])
            if self._rules[owner].id == rule
        ]

    def _hits(self, sentence: str) -> list[tuple[int, int, int]]:
        """Return the rules that match a sentence, and where, in order."""
        known = self._sentences.get(sentence)
        if known is None:
            if len(self._sentences) >= _SENTENCES:
                self._sentences.clear()
            known = self._sentences[sentence] = self._read_hits(sentence)
        return known

    def _read_hits(self, sentence: str) -> list[tuple[int, int, int]]:
        folded, raw = words_of(sentence)
        words = join_letters(raw, self._matcher.knows)
        question = bool(_ASKS.search(sentence))
        hits = self._matcher.hits(folded.text, words, question=question)
        hits.sort(key=lambda hit: (hit.start, hit.owner))
        spans = folded.spans([(hit.start, hit.end) for hit in hits])
        return [
            (hit.owner, start, end)
            for hit, (start, end) in zip(hits, spans, strict=True)
        ]

    def _fallback(self, text: str) -> tuple[str, ...]:
        """Return the topic of a message that no rule knows."""
        if not _WORD.search(text):
            return ("other",)
        if _ASKS.search(text):
            return ("product-question",)
        first = next(iter(split_sentences(text)), None)
        if first is not None and self._courtesy.opens_with_thanks(text[slice(*first)]):
            return ("thanks",)
        # A statement that no rule knows mostly says what is wrong with the product.
        return ("product-problem",)


def _weigh(weights: list[int]) -> float:
    """Return the weight of a topic: its heaviest rule's, a little more for others."""
    return max(weights) + _MORE * (len(weights) - 1)


def _ranked(
    weights: dict[str, float], order: list[str], first: str | None
) -> tuple[str, ...]:
    """Return the heaviest topics; of two alike the one that was named first.

    *first* is the one that was named first by more than a hint.
    """
    if not weights:
        return ()
    if first is not None:
        weights = {**weights, first: weights[first] + _FIRST}
    ranked = sorted(weights, key=lambda topic: (-weights[topic], order.index(topic)))
    least = max(_CLEAR, weights[ranked[0]] * _SHARE)
    return (
        ranked[0],
        *(topic for topic in ranked[1:MOST_TOPICS] if weights[topic] >= least),
    )


def read_topics(text: str, language: str | None = None) -> TopicReading:
    """Return what *text* is about, by the shipped rules."""
    return _shipped().read(text, language)


@cache
def _shipped() -> TopicReader:
    """Return a reader with the shipped rules alone."""
    from inbox_assistant.paths import resources  # noqa: PLC0415
    from inbox_assistant.policy.engine import load_engine  # noqa: PLC0415 - the engine knows this module

    return load_engine(resources() / "policy").topic_reader
