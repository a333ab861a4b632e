"""How much each hit of a rule weighs once the second reader was asked."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.rule import Rule
from inbox_assistant.policy.second_reader import Doubt, SecondReader
from inbox_assistant.policy.surroundings import Surroundings, Written
from inbox_assistant.policy.whole_text import Seen


class Weighed(NamedTuple):
    """What a rule has found, and how grave it is."""

    item: Seen
    severity: Severity


class Weighing:
    """Asks the second reader about the hits of rules that go by words."""

    def __init__(self, rules: Sequence[Rule], reader: SecondReader | None) -> None:
        self._rules = rules
        self._reader = reader

    def weighed(self, written: Written, seen: Sequence[Seen]) -> Iterator[Weighed]:
        """Yield what counts of *seen* in the sentences of what is *written*.

        A hit that the reader doubts weighs as a hint, or nothing where it is all but
        certain. One of a wide rule that it does not agree with weighs nothing, nor one
        of another language or where a narrower rule says the same of the sentence.
        """
        ruled = [(item, self._rules[item.rule]) for item in seen]
        narrow = {
            (rule.category, item.sentence) for item, rule in ruled if not rule.wide
        }
        told = [
            (item, rule)
            for item, rule in ruled
            if not rule.wide
            or (
                written.language in rule.languages
                and (rule.category, item.sentence) not in narrow
            )
        ]
        for item, rule in _joined(told):
            severity = rule.severity(proactive=written.proactive)
            if not _is_asked_about(rule, item):
                yield Weighed(item, severity)
                continue
            where = written.places[item.sentence]
            sentence = written.sentences[item.sentence]
            if rule.wide and not self._is_sure(rule, sentence, where):
                continue
            stretch = written.text[item.start : item.end]
            doubt = self._doubt(rule, stretch, sentence, where)
            if doubt is Doubt.NONE:
                yield Weighed(item, severity)
            elif doubt is Doubt.SOME:
                yield Weighed(item, Severity.NOTE)

    def _is_sure(self, rule: Rule, sentence: str, where: Surroundings) -> bool:
        """Return whether the reader agrees with a wide rule; without it nobody does."""
        reader = self._reader
        return reader is not None and reader.is_sure(rule.category, sentence, where)

    def _doubt(
        self, rule: Rule, stretch: str, sentence: str, where: Surroundings
    ) -> Doubt:
        """Return how much the reader doubts what a rule has found."""
        reader = self._reader
        if reader is None or rule.own or not reader.reads(rule.languages):
            return Doubt.NONE
        trust = reader.trust(rule.id)
        if where.proactive and _depends_on_the_question(rule):
            # Little trust was learned where buyers ask one thing or another.
            trust = max(trust, 0.0)
        return reader.doubt(rule.category, stretch, sentence, where, trust)


def _depends_on_the_question(rule: Rule) -> bool:
    """Return whether what *rule* finds is graver where nothing was asked."""
    return rule.severity(proactive=True) is not rule.severity(proactive=False)


def _joined(told: Iterable[tuple[Seen, Rule]]) -> list[tuple[Seen, Rule]]:
    """Return hits and their rules, those of a wide rule in one sentence made one."""
    wide: dict[tuple[int, int], tuple[Seen, Rule]] = {}
    found = []
    for item, rule in told:
        if not rule.wide:
            found.append((item, rule))
            continue
        key = (item.rule, item.sentence)
        known, _ = wide.get(key, (item, rule))
        start, end = min(known.start, item.start), max(known.end, item.end)
        wide[key] = (known._replace(start=start, end=end), rule)
    return [*found, *wide.values()]


def _is_asked_about(rule: Rule, item: Seen) -> bool:
    """Return whether *rule* goes by words, in which alone the reader is well read."""
    return item.sentence >= 0 and not rule.detector
