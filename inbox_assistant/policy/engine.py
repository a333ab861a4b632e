"""Checks texts against every rule.

One engine may be used by several threads at once: what it remembers only ever grows
by whole entries, and forgetting one costs no more than reading a sentence again.
"""

from collections.abc import Sequence
from pathlib import Path

from inbox_assistant.domain.finding import Finding
from inbox_assistant.policy.assembly import Assembled, assemble
from inbox_assistant.policy.cache import Cache, fingerprint
from inbox_assistant.policy.context import PROACTIVE, Context
from inbox_assistant.policy.courtesy import Courtesy
from inbox_assistant.policy.detectors.catalogue import DETECTORS
from inbox_assistant.policy.detectors.lore import read_lore
from inbox_assistant.policy.detectors.regex import regex_detector
from inbox_assistant.policy.detectors.scene import Detector
from inbox_assistant.policy.judgement import Judge, Seen
from inbox_assistant.policy.language import Languages, Scores, dominant
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.pack import load_packs
from inbox_assistant.policy.reading import SentenceReader
from inbox_assistant.policy.rule import Problem, Rule, Section
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.topics import TopicReader, TopicReading
from inbox_assistant.policy.whole_text import WholeText

Stretch = tuple[int, int]


class Engine:
    """Every rule in force, ready to read texts."""

    def __init__(self, assembled: Assembled) -> None:
        self.rules: tuple[Rule, ...] = tuple(assembled.rules)
        self.topic_rules: tuple[Rule, ...] = tuple(assembled.topics)
        self.courtesy_rules: tuple[Rule, ...] = tuple(assembled.courtesies)
        self.problems: tuple[Problem, ...] = tuple(assembled.problems)
        self.categories = assembled.categories
        languages = Languages(assembled.data.get("language", {}))
        self.courtesy = Courtesy(
            Matcher(assembled.courtesy),
            assembled.writers,
            assembled.languages,
            assembled.small,
            assembled.brakes,
        )
        self.topic_reader = TopicReader(
            Matcher(assembled.buyer), assembled.topics, self.courtesy, languages
        )
        self._reader = SentenceReader(
            Matcher(assembled.reply),
            assembled.owners,
            _detectors(assembled),
            languages,
        )
        self._whole = WholeText(self.rules, self.courtesy)
        self._judge = Judge(self.rules, self.categories)

    def check(self, text: str, context: Context = PROACTIVE) -> tuple[Finding, ...]:
        """Return what is wrong with *text*, first things first.

        Sentences read before are remembered; typing reads one of them again.
        """
        spans = split_sentences(text)
        buyer = self._buyer(context)
        language = context.language if buyer is None else buyer.language
        seen = self._seen(text, spans, language)
        return self._judge.findings(text, spans, seen, context, buyer)

    def found_by(self, rule: Rule, text: str, context: Context) -> list[Stretch]:
        """Return where one rule finds something, whatever the others say."""
        if rule.section is Section.TOPIC:
            return self.topic_reader.found_by(rule.id, text)
        if rule.section is not Section.RULE:
            number = self.courtesy_rules.index(rule)
            return self.courtesy.found_by(number, text)
        spans = split_sentences(text)
        return [
            (item.start, item.end)
            for item in self._seen(text, spans, context.language)
            if self.rules[item.rule].id == rule.id
        ]

    def _seen(
        self, text: str, spans: list[Stretch], language: str | None
    ) -> list[Seen]:
        """Return what the rules find in *text*, whether or not it counts."""
        readings = [self._reader.read(text[start:end]) for start, end in spans]
        totals: Scores = {}
        for reading in readings:
            for name, weight in reading.scores.items():
                totals[name] = totals.get(name, 0.0) + weight
        spoken = dominant(totals)
        seen = [
            Seen(item.rule, start + item.start, start + item.end, at, item.fixes)
            for at, ((start, _), reading) in enumerate(
                zip(spans, readings, strict=True)
            )
            for item in reading.found
            if self._is_meant(self.rules[item.rule], spoken, reading.scores)
        ]
        seen.extend(self._whole.find(text, readings, language))
        return seen

    def _is_meant(self, rule: Rule, spoken: str | None, scores: Scores) -> bool:
        """Return whether a rule's language is, or may be, the sentence's.

        Words of one language mean something else in another; a rule is only ignored
        where the text leaves no doubt and the sentence does not speak against it.
        """
        if spoken is None or not rule.languages or spoken in rule.languages:
            return True
        own = max(scores.get(name, 0.0) for name in rule.languages)
        return own > scores.get(spoken, 0.0)

    def read_topics(self, text: str, language: str | None = None) -> TopicReading:
        """Return what a buyer's *text* is about and whether it needs a response."""
        return self.topic_reader.read(text, language)

    def _buyer(self, context: Context) -> TopicReading | None:
        """Return what the buyer's message is about, if there is one to read."""
        if context.buyer_text is None:
            return None
        return self.topic_reader.read(context.buyer_text, context.language)


def _detectors(assembled: Assembled) -> list[tuple[int, Detector]]:
    """Return the detectors that rules name, by the numbers of the rules."""
    lore = read_lore(assembled.data)
    found: list[tuple[int, Detector]] = []
    for number, rule in enumerate(assembled.rules):
        if rule.pattern:
            found.append((number, regex_detector(rule.pattern)))
        if rule.detector in DETECTORS:
            make = DETECTORS[rule.detector]
            found.append((number, make(rule.options, lore)))
    return found


def load_engine(
    shipped: Path, own: Path | None = None, cache: Path | None = None
) -> Engine:
    """Return an engine with the packs of *shipped* and, over them, of *own*.

    With *cache*, a folder, what was compiled is kept there for the next start.
    """
    folders = [shipped] if own is None else [shipped, own]
    stored = Cache(cache) if cache is not None else None
    mark = fingerprint(folders)
    assembled = stored.load(mark) if stored is not None else None
    if assembled is None:
        assembled = assemble(load_packs(folders))
        if stored is not None:
            stored.store(mark, assembled)
    return Engine(assembled)


def packs_changed(folders: Sequence[Path], mark: str) -> bool:
    """Return whether the packs in *folders* are no longer those of *mark*.

    Whoever watches the folders loads a new engine then.
    """
    return fingerprint(folders) != mark
