"""What a buyer's message is about, and whether it needs a response."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inbox_assistant.policy.courtesy import Courtesy
from inbox_assistant.policy.features import clauses_of
from inbox_assistant.policy.fold import fold, fold_text
from inbox_assistant.policy.language import Languages
from inbox_assistant.policy.learned import NEEDLESS, Learned, Opinion
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.ranking import (
    CLEAR,
    joined,
    led_by_best,
    likely,
    ranked,
    weigh,
)
from inbox_assistant.policy.reading import spelled_words_of
from inbox_assistant.policy.rule import Rule
from inbox_assistant.policy.sentences import split_sentences

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

LEARNED = "learned"
"""Stands for a rule's name where the model has found what speaks for a topic."""
_LIKELY = 0.0
"""The logarithm of the odds below which a message surely needs a response."""
_SURE = 6.2
"""The same, a message's and its worst clause's added up, from which it needs none."""

Hit = tuple[int, int, int]
"""A rule by its number, and where it matches."""


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
        learned: Learned | None = None,
    ) -> None:
        self._matcher = matcher
        self._rules = rules
        self._weight = {rule.id: rule.weight for rule in rules}
        self._courtesy = courtesy
        self._languages = languages
        self._learned = learned
        self._memo: dict[tuple[str, str | None], TopicReading] = {}
        self._sentences: dict[str, list[Hit]] = {}

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
        learned = self._learned
        opinion = None if learned is None else learned.opinion(fold_text(text), spoken)
        if opinion is not None and self._is_needless(text, hits, opinion, spoken):
            signs = self._telling(opinion, NEEDLESS, "thanks", text)
            return TopicReading(
                ("thanks",), needs_response=False, evidence=signs, language=spoken
            )
        return self._weighed(text, hits, opinion, spoken)

    def _weighed(
        self, text: str, hits: list[Hit], opinion: Opinion | None, spoken: str | None
    ) -> TopicReading:
        """Return the topics of a message that needs a response."""
        evidence: list[Evidence] = []
        asked: set[str] = set()
        seen: dict[str, set[int]] = {}
        for owner, first, last in hits:
            rule = self._rules[owner]
            found = text[first:last]
            evidence.append(Evidence(rule.topic, rule.id, first, last, found))
            if rule.weight >= CLEAR:
                asked.update(name for name in (rule.topic, rule.subject) if name)
            seen.setdefault(rule.topic, set()).add(owner)
        weights = {
            topic: weigh([self._rules[owner].weight for owner in owners])
            for topic, owners in seen.items()
        }
        order = [item.topic for item in evidence]
        topics = ranked(weights, order, self._first(evidence))
        if opinion is not None and opinion.known and _WORD.search(text):
            scores = joined(opinion.scores, topics, weights)
            topics = led_by_best(topics, scores)
            asked.update(likely(scores))
            if topics[0] not in weights:
                signs = self._telling(opinion, topics[0], topics[0], text)
                evidence = [*signs, *evidence]
        if not topics:
            topics = self._fallback(text)
        return TopicReading(
            topics,
            needs_response=True,
            evidence=tuple(evidence),
            language=spoken,
            asked=frozenset(asked | set(topics)),
        )

    def _is_needless(
        self, text: str, hits: list[Hit], opinion: Opinion, spoken: str | None
    ) -> bool:
        """Return whether the model is sure that *text* needs none, and no rule objects.

        A rule objects that more than hints at a matter, and whatever brakes. The whole
        message and its worst clause must speak for it together.
        """
        return (
            self._learned is not None
            and opinion.needless >= _LIKELY
            and not any(self._rules[owner].weight >= _STRONG for owner, *_ in hits)
            and opinion.needless + self._learned.least(clauses_of(text), spoken)
            >= _SURE
            and self._courtesy.may_need_none(text, spoken)
        )

    def _telling(
        self, opinion: Opinion, column: str, topic: str, text: str
    ) -> tuple[Evidence, ...]:
        """Return what speaks most for a topic where only the model knows it."""
        if self._learned is None:
            return ()
        spans = fold(text).spans(self._learned.telling(opinion, column))
        return tuple(
            Evidence(topic, LEARNED, start, end, text[start:end])
            for start, end in spans
        )

    def _reports(self, hits: list[Hit]) -> bool:
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
        hits: list[Hit],
        spoken: str | None,
        expected: str | None,
    ) -> list[Hit]:
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

    def _hits(self, sentence: str) -> list[Hit]:
        """Return the rules that match a sentence, and where, in order."""
        known = self._sentences.get(sentence)
        if known is None:
            if len(self._sentences) >= _SENTENCES:
                self._sentences.clear()
            known = self._sentences[sentence] = self._read_hits(sentence)
        return known

    def _read_hits(self, sentence: str) -> list[Hit]:
        folded, words = spelled_words_of(sentence, self._matcher.knows)
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
