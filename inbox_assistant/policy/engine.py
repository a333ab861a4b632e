"""Checks texts against every rule.

One engine may be used by several threads at once: what it remembers only ever grows
by whole entries, and forgetting one costs no more than reading a sentence again.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from inbox_assistant.domain.marketplace import BY_CODE
from inbox_assistant.policy.assembled import Assembled
from inbox_assistant.policy.cache import Cache, Mark, fingerprint
from inbox_assistant.policy.detectors.catalogue import (
    KINDS,
    make_detector,
    make_regex_detector,
)
from inbox_assistant.policy.detectors.scene import Detector, lore_of
from inbox_assistant.policy.evidence import WORDS, Evidence, count_in
from inbox_assistant.policy.language import Languages, spoken_in
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.reading import Reading, SentenceReader
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.whole_text import (
    HINTS,
    MOST_CHARACTERS,
    Seen,
    WholeText,
)

# A start must be quick: what only texts with findings, buyers' messages or a start
# without a cache need is imported where they need it.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.policy.context import Context
    from inbox_assistant.policy.courtesy import Courtesy
    from inbox_assistant.policy.judgement import Judge
    from inbox_assistant.policy.learned import Learned
    from inbox_assistant.policy.meanings import Meanings
    from inbox_assistant.policy.rule import Category, Problem, Rule
    from inbox_assistant.policy.second_reader import SecondReader
    from inbox_assistant.policy.surroundings import Written
    from inbox_assistant.policy.topics import TopicReader, TopicReading

Stretch = tuple[int, int]

WEIGHTS = "topics.weights"
"""What was learned about topics, in the folder of the shipped packs."""
MEANINGS = "words.meanings"
"""What words mean to both models, beside it."""
TABLE = "replies.table"
"""What was learned about the sentences of replies, beside it."""


class Engine:
    """Every rule in force, ready to read texts."""

    def __init__(self, assembled: Assembled, learned: "Path | None" = None) -> None:
        """Take *assembled* packs, and the folder with the files of what was learned."""
        self._assembled = assembled
        self._learned = learned
        self._languages = Languages(assembled.read("languages"))
        stored = assembled.read("detectors")
        self._rule_languages: list[tuple[str, ...]] = assembled.read("rule_languages")
        self._reader = SentenceReader(
            Matcher(assembled.compiled("reply")),
            assembled.read("owners"),
            _detectors(assembled, stored),
            self._languages,
        )
        numbers = {name: number for number, name, *_ in stored if name}
        most = next((item[2].get("most") for item in stored if item[1] == "length"), 0)
        self._hinting = {
            options["category"]: number
            for number, name, options, *_ in stored
            if name == HINTS
        }
        self._whole = WholeText(numbers, most or MOST_CHARACTERS, lambda: self.courtesy)

    @property
    def languages(self) -> list[str]:
        """Return the languages that rules are written for, ISO 639-1."""
        return sorted({name for names in self._rule_languages for name in names})

    @cached_property
    def rules(self) -> "Sequence[Rule]":
        """Return the rules that find what may not be written."""
        return self._assembled.rules("rules")

    @cached_property
    def topic_rules(self) -> "Sequence[Rule]":
        """Return the rules that tell what a buyer's message is about."""
        return self._assembled.rules("topics")

    @cached_property
    def courtesy_rules(self) -> "Sequence[Rule]":
        """Return the courtesies and brakes."""
        return self._assembled.rules("courtesies")

    @cached_property
    def problems(self) -> "tuple[Problem, ...]":
        """Return the mistakes in the packs; each kept one rule away."""
        from inbox_assistant.policy.rule import Problem

        return tuple(Problem(*values) for values in self._assembled.read("problems"))

    @cached_property
    def categories(self) -> "dict[str, Category]":
        """Return what the rules of each category have in common."""
        from inbox_assistant.policy.rulebook import restored_category

        made = [restored_category(one) for one in self._assembled.read("categories")]
        return {category.name: category for category in made}

    @cached_property
    def courtesy(self) -> "Courtesy":
        """Return what tells courtesy alone from anything more."""
        from inbox_assistant.policy.courtesy import Courtesy

        return Courtesy(
            Matcher(self._assembled.compiled("courtesy")),
            *self._assembled.read("courtesy_owners"),
        )

    @cached_property
    def topic_reader(self) -> "TopicReader":
        """Return what reads buyers' messages."""
        from inbox_assistant.policy.topics import TopicReader

        return TopicReader(
            Matcher(self._assembled.compiled("buyer")),
            self.topic_rules,
            self.courtesy,
            self._languages,
            self.learned,
        )

    @cached_property
    def learned(self) -> "Learned | None":
        """Return the model of topics; rules alone tell them where there is none."""
        from inbox_assistant.policy.learned import Learned
        from inbox_assistant.policy.weights import load_weights

        if self._learned is None:
            return None
        weights = load_weights(self._learned / WEIGHTS)
        return None if weights is None else Learned(weights, self._meanings)

    @cached_property
    def second_reader(self) -> "SecondReader | None":
        """Return the model of sentences; rules alone judge where there is none."""
        from inbox_assistant.policy.second_reader import SecondReader
        from inbox_assistant.policy.table import load_table

        table = None if self._learned is None else load_table(self._learned / TABLE)
        return None if table is None else SecondReader(table, self._meanings)

    @cached_property
    def _meanings(self) -> "Meanings":
        """Return what words mean to both models."""
        from inbox_assistant.policy.meanings import NONE, load_meanings

        learned = self._learned
        return NONE if learned is None else load_meanings(learned / MEANINGS)

    @cached_property
    def _judge(self) -> "Judge":
        """Return what weighs findings."""
        from inbox_assistant.policy.judgement import Judge

        return Judge(self.rules, self.categories, self.second_reader)

    def check(
        self, text: str, context: "Context | None" = None
    ) -> "tuple[Finding, ...]":
        """Return what is wrong with *text*, first things first.

        Without a *context* the message is proactive: it answers nothing.

        Sentences read before are remembered; typing reads one of them again.
        """
        spans = split_sentences(text)
        buyer = None if context is None else self._buyer(context)
        languages = self._spoken(context, buyer)
        place = BY_CODE.get(context.marketplace or "") if context else None
        likely = next(iter(languages), place.language if place else None)
        proactive = context is None or context.proactive
        seen, written = self._seen(text, spans, languages, likely, proactive=proactive)
        if not seen:
            return ()
        return self._judge.findings(written, seen, context, buyer)

    def found_by(self, rule: "Rule", text: str, context: "Context") -> list[Stretch]:
        """Return where one rule finds something, whatever the others say."""
        from inbox_assistant.policy.rule import Section

        if rule.section is Section.TOPIC:
            return self.topic_reader.found_by(rule.id, text)
        if rule.section is not Section.RULE:
            number = self.courtesy_rules.index(rule)
            return self.courtesy.found_by(number, text)
        spans = split_sentences(text)
        return [
            (item.start, item.end)
            for item in self._seen(text, spans, self._spoken(context, None))[0]
            if self.rules[item.rule].id == rule.id
        ]

    def forget(self) -> None:
        """Forget every sentence that was read."""
        self._reader.forget()
        if self.second_reader is not None:
            self.second_reader.forget()

    def _spoken(
        self, context: "Context | None", buyer: "TopicReading | None"
    ) -> tuple[str, ...]:
        """Return the languages that the buyer may write.

        A short message tells little: where it leaves a doubt, the language that is
        known otherwise is as likely as the one it looks like.
        """
        known = None if context is None else context.language
        read = None if buyer is None else buyer.language
        if context is not None and read not in (None, known):
            known = None if self._languages.certain(context.buyer_text or "") else known
        return tuple(name for name in dict.fromkeys((read, known)) if name is not None)

    def _seen(
        self,
        text: str,
        spans: list[Stretch],
        languages: tuple[str, ...],
        likely: str | None = None,
        *,
        proactive: bool = False,
    ) -> "tuple[list[Seen], Written]":
        """Return what the rules find in *text*, whether or not it counts; and *text*.

        *languages* are those the buyer may write; *likely* is the one to expect.
        """
        from inbox_assistant.policy.surroundings import Written

        readings = [self._reader.read(text[start:end]) for start, end in spans]
        evidence = sum([reading.evidence for reading in readings])
        scores = self._languages.scores_in(evidence)
        spoken = spoken_in(scores, likely)
        seen = self._found(spans, readings, spoken)
        written = Written(text, spans, proactive, spoken or likely)
        seen.extend(self._hints(written, readings))
        words = int(count_in(evidence, WORDS))
        seen.extend(self._whole.find(text, words, scores, languages))
        return seen, written

    def _found(
        self, spans: list[Stretch], readings: list[Reading], spoken: str | None
    ) -> list[Seen]:
        """Return what is found in the sentences of a text in a *spoken* language."""
        return [
            Seen(item.rule, start + item.start, start + item.end, at, item.fixes)
            for at, ((start, _), reading) in enumerate(
                zip(spans, readings, strict=True)
            )
            for item in reading.found
            if self._is_meant(item.rule, spoken, reading.evidence)
        ]

    def _hints(self, written: "Written", readings: list[Reading]) -> "Iterator[Seen]":
        """Yield what the second reader hints at where no rule has found anything."""
        reader = self.second_reader if self._hinting else None
        if reader is None:
            return
        categories = tuple(self._hinting)
        for at, reading in enumerate(readings):
            if reading.found:
                continue
            sentence, where = written.sentences[at], written.places[at]
            for category in reader.hints(categories, sentence, where):
                yield Seen(self._hinting[category], *written.spans[at], at)

    def _is_meant(self, rule: int, spoken: str | None, evidence: Evidence) -> bool:
        """Return whether a rule's language is, or may be, the sentence's.

        Words of one language mean something else in another; a rule is only ignored
        where the text leaves no doubt and the sentence does not speak against it.
        """
        languages = self._rule_languages[rule]
        if spoken is None or not languages or spoken in languages:
            return True
        scores = self._languages.scores_in(evidence)
        own = max(scores.get(name, 0.0) for name in languages)
        return own > scores.get(spoken, 0.0)

    def read_topics(self, text: str, language: str | None = None) -> "TopicReading":
        """Return what a buyer's *text* is about and whether it needs a response."""
        return self.topic_reader.read(text, language)

    def _buyer(self, context: "Context") -> "TopicReading | None":
        """Return what the buyer's message is about, if there is one to read."""
        if context.buyer_text is None:
            return None
        return self.topic_reader.read(context.buyer_text, context.language)


def _detectors(
    assembled: Assembled,
    stored: list[tuple[int, str, dict[str, object], str, str, str]],
) -> list[tuple[int, Detector]]:
    """Return the detectors that rules name, by the numbers of the rules."""
    lore = lore_of(assembled.read("lore"))
    found: list[tuple[int, Detector]] = []
    for number, name, options, pattern, script, signs in stored:
        if pattern:
            found.append((number, make_regex_detector(pattern, script, signs)))
        if name in KINDS:
            found.append((number, make_detector(name, options, lore)))
    return found


def load_engine(
    shipped: "Path", own: "Path | None" = None, cache: "Path | None" = None
) -> Engine:
    """Return an engine with the packs of *shipped* and, over them, of *own*.

    With *cache*, a folder, what was compiled is kept there for the next start.
    """
    folders = [shipped] if own is None else [shipped, own]
    mark = fingerprint(folders)

    def compiled() -> Assembled:
        from inbox_assistant.policy.assembly import assemble
        from inbox_assistant.policy.pack import load_packs

        assembled = assemble(load_packs(folders))
        if cache is not None and fingerprint(folders) == mark:
            Cache(cache).store(mark, assembled)
        return assembled

    stored = None if cache is None else Cache(cache).load(mark, compiled)
    return Engine(stored or compiled(), shipped)


def packs_changed(folders: "Sequence[Path]", mark: Mark) -> bool:
    """Return whether the packs in *folders* are no longer those of *mark*.

    Whoever watches the folders loads a new engine then.
    """
    return fingerprint(folders) != mark
