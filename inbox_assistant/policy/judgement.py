"""Which of the things found count, given what the message answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inbox_assistant.domain.finding import Finding, Fix, Severity
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.fixes import make_fixes
from inbox_assistant.policy.rule import Applies, Category, Rule
from inbox_assistant.policy.topics import TopicReading

_WEIGHT = {Severity.BLOCK: 2, Severity.WARN: 1, Severity.NOTE: 0}


@dataclass(frozen=True, slots=True)
class Seen:
    """A stretch of the text that a rule, by its number, has found."""

    rule: int
    start: int
    end: int
    sentence: int
    """The number of the sentence; -1 for the whole text."""
    fixes: tuple[Fix, ...] = ()


class Judge:
    """Makes findings of what was found."""

    def __init__(
        self, rules: Sequence[Rule], categories: Mapping[str, Category]
    ) -> None:
        self._rules = rules
        self._categories = categories

    def findings(
        self,
        text: str,
        spans: Sequence[tuple[int, int]],
        seen: Sequence[Seen],
        context: Context,
        buyer: TopicReading | None,
    ) -> tuple[Finding, ...]:
        """Return the findings that count, sorted by where they start."""
        if not seen:
            return ()
        asked = self._asked(context, buyer)
        counting = [item for item in seen if self._counts(item, context, asked)]
        kept = self._without_lesser(counting, proactive=context.proactive)
        findings = [self._finding(text, spans, item, context) for item in kept]
        findings.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
        return tuple(findings)

    def _asked(self, context: Context, buyer: TopicReading | None) -> frozenset[str]:
        """Return what the buyer asked about."""
        given = frozenset(context.buyer_topics or ())
        if buyer is None:
            return given
        if context.buyer_topics is None:
            return buyer.asked
        finer = {item.rule for item in buyer.evidence}
        return given | (buyer.asked if finer else frozenset())

    def _counts(self, item: Seen, context: Context, asked: frozenset[str]) -> bool:
        """Return whether the rule reads such a message and nothing excuses it."""
        rule = self._rules[item.rule]
        unread = Applies.REPLY if context.proactive else Applies.PROACTIVE
        return rule.applies is not unread and not asked.intersection(
            rule.unless_buyer_asked
        )

    def _without_lesser(self, seen: list[Seen], *, proactive: bool) -> list[Seen]:
        """Return *seen* without what another finding in its place says already."""
        kept: list[Seen] = []
        order = sorted(
            seen,
            key=lambda item: (
                -_WEIGHT[self._rules[item.rule].severity(proactive=proactive)],
                item.start - item.end,
                item.start,
                item.rule,
            ),
        )
        for item in order:
            if not any(self._covers(other, item) for other in kept):
                kept.append(item)
        return [item for item in kept if not self._yields(item, kept)]

    def _covers(self, other: Seen, item: Seen) -> bool:
        """Return whether *other*, of the same category, overlaps *item*."""
        same = self._rules[other.rule].category == self._rules[item.rule].category
        whole = item.sentence == -1 or other.sentence == -1
        if not same or (whole and item.sentence != other.sentence):
            return False
        return other.start < item.end and item.start < other.end

    def _yields(self, item: Seen, kept: list[Seen]) -> bool:
        """Return whether another category's finding makes *item* superfluous."""
        category = self._categories[self._rules[item.rule].category]
        return any(
            self._rules[other.rule].category in category.yields_to
            and other.sentence == item.sentence
            for other in kept
        )

    def _finding(
        self,
        text: str,
        spans: Sequence[tuple[int, int]],
        item: Seen,
        context: Context,
    ) -> Finding:
        """Return the finding that *item* is."""
        rule = self._rules[item.rule]
        category = self._categories[rule.category]
        sentence = spans[item.sentence] if item.sentence >= 0 else (0, len(text))
        shift = sentence[0]
        own = tuple(
            Fix(fix.label, shift + fix.start, shift + fix.end, fix.replacement)
            for fix in item.fixes
        )
        place = (item.start, item.end)
        return Finding(
            rule=rule.id,
            category=rule.category,
            severity=rule.severity(proactive=context.proactive),
            start=item.start,
            end=item.end,
            text=text[item.start : item.end],
            message=_message(rule, category, context),
            why=rule.why or category.why,
            fixes=own or make_fixes(text, place, sentence, rule.recipes),
        )


def _message(rule: Rule, category: Category, context: Context) -> str:
    """Return what the agent reads; it says why where the buyer's question counts."""
    message = rule.message.rstrip(".")
    if not category.not_asked or context.proactive:
        return f"{message}."
    return f"{message}: {category.not_asked}."
