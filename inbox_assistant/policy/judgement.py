"""Which of the things found count, given what the message answers."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from inbox_assistant.domain.finding import Finding, Fix, Severity
from inbox_assistant.policy.context import PROACTIVE, Context
from inbox_assistant.policy.echo import quoted_from
from inbox_assistant.policy.fixes import make_fixes
from inbox_assistant.policy.given_back import is_given_back
from inbox_assistant.policy.rule import Applies, Category, Rule
from inbox_assistant.policy.second_reader import SecondReader
from inbox_assistant.policy.surroundings import Written
from inbox_assistant.policy.weighing import Weighed, Weighing
from inbox_assistant.policy.whole_text import Seen

if TYPE_CHECKING:
    from inbox_assistant.policy.topics import TopicReading

_PIECE = 256
# What reaches the buyer as it stands, whoever said it first.
_NEVER_ECHOED = {"external-link", "emoji", "placeholder", "personal-data"}
_WEIGHT = {Severity.BLOCK: 2, Severity.WARN: 1, Severity.NOTE: 0}


class Judge:
    """Makes findings of what was found."""

    def __init__(
        self,
        rules: Sequence[Rule],
        categories: Mapping[str, Category],
        second: SecondReader | None = None,
    ) -> None:
        self._rules = rules
        self._categories = categories
        self._weighing = Weighing(rules, second)

    def findings(
        self,
        written: Written,
        seen: Sequence[Seen],
        context: Context | None,
        buyer: "TopicReading | None",
    ) -> tuple[Finding, ...]:
        """Return the findings that count, sorted by where they start."""
        context = context or PROACTIVE
        text = written.text
        asked = self._asked(context, buyer)
        own = quoted_from(context.buyer_text or "", text) if seen else ()
        counting = [
            item
            for item in seen
            if self._counts(item, context, asked)
            and not self._is_echo(item, own)
            and not self._is_the_buyers(text, item, context)
        ]
        weighed = self._weighing.weighed(written, counting)
        findings = [
            self._finding(written, one, context)
            for one in self._without_lesser(weighed)
        ]
        findings.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
        return tuple(findings)

    def _asked(self, context: Context, buyer: "TopicReading | None") -> frozenset[str]:
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

    def _is_echo(self, item: Seen, own: Sequence[tuple[int, int]]) -> bool:
        """Return whether *item* begins or mostly stands in the buyer's *own* words."""
        category = self._rules[item.rule].category
        return category not in _NEVER_ECHOED and any(
            start <= item.start < end
            or 2 * (min(end, item.end) - max(start, item.start)) > item.end - item.start
            for start, end in own
        )

    def _is_the_buyers(self, text: str, item: Seen, context: Context) -> bool:
        """Return whether *item* is a telephone number that the buyer wrote."""
        if self._rules[item.rule].detector != "phone":
            return False
        return is_given_back(text[item.start : item.end], context.buyer_text or "")

    def _without_lesser(self, weighed: Iterable[Weighed]) -> list[Weighed]:
        """Return *weighed* without what another finding in its place says already."""
        kept: list[Weighed] = []
        order = sorted(
            weighed,
            key=lambda one: (
                -_WEIGHT[one.severity],
                one.item.start - one.item.end,
                one.item.start,
                one.item.rule,
            ),
        )
        # Where each category has a finding already, by pieces of the text, so that a
        # text full of findings is not compared with itself.
        taken: dict[tuple[str, bool, int], list[Seen]] = {}
        for one in order:
            item = one.item
            category = self._rules[item.rule].category
            whole = item.sentence == -1
            pieces = range(item.start // _PIECE, item.end // _PIECE + 1)
            near = [taken.get((category, whole, piece), ()) for piece in pieces]
            if not any(_overlap(other, item) for others in near for other in others):
                kept.append(one)
                for piece in pieces:
                    taken.setdefault((category, whole, piece), []).append(item)
        flags = [item for item, severity in kept if severity is not Severity.NOTE]
        there = {(self._rules[item.rule].category, item.sentence) for item in flags}
        flagged = {item.sentence for item in flags} - {-1}
        return [
            one
            for one in kept
            if not self._yields(one.item, there) and not self._is_needless(one, flagged)
        ]

    def _is_needless(self, one: Weighed, flagged: AbstractSet[int]) -> bool:
        """Return whether a hint stands in a sentence that must be written anew anyway.

        What a user made a hint is told in every case.
        """
        return (
            one.severity is Severity.NOTE
            and one.item.sentence in flagged
            and not self._rules[one.item.rule].own
        )

    def _yields(self, item: Seen, there: AbstractSet[tuple[str, int]]) -> bool:
        """Return whether another category's finding makes *item* superfluous."""
        category = self._categories[self._rules[item.rule].category]
        return any((name, item.sentence) in there for name in category.yields_to)

    def _finding(self, written: Written, weighed: Weighed, context: Context) -> Finding:
        """Return the finding that a hit is."""
        item, text = weighed.item, written.text
        rule = self._rules[item.rule]
        category = self._categories[rule.category]
        whole = (0, len(text))
        sentence = written.spans[item.sentence] if item.sentence >= 0 else whole
        shift = sentence[0]
        own = tuple(
            Fix(fix.label, shift + fix.start, shift + fix.end, fix.replacement)
            for fix in item.fixes
        )
        place = (item.start, item.end)
        return Finding(
            rule=rule.id,
            category=rule.category,
            severity=weighed.severity,
            start=item.start,
            end=item.end,
            text=text[item.start : item.end],
            message=_message(rule, category, context),
            why=rule.why or category.why,
            fixes=own or make_fixes(text, place, sentence, rule.recipes),
        )


def _overlap(one: Seen, other: Seen) -> bool:
    """Return whether two findings share a part of the text."""
    return one.start < other.end and other.start < one.end


def _message(rule: Rule, category: Category, context: Context) -> str:
    """Return what the agent reads; it says why where the buyer's question counts."""
    message = rule.message.rstrip(".")
    if not category.not_asked or context.proactive:
        return f"{message}."
    return f"{message}: {category.not_asked}."
