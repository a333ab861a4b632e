"""Measures the rules against texts that people have labelled."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inbox_assistant.domain.finding import Finding, Severity, verdict_of
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import Engine

_FLAGS = (Severity.BLOCK, Severity.WARN)


@dataclass(frozen=True, slots=True)
class Label:
    """One stretch that a person has marked."""

    category: str
    severity: str
    text: str


@dataclass(frozen=True, slots=True)
class LabelledReply:
    """A reply, what it answers, and what a person marked in it."""

    id: str
    language: str
    marketplace: str
    buyer: str | None
    reply: str
    labels: tuple[Label, ...]
    verdict: str
    kind: str

    @property
    def context(self) -> Context:
        """Return what the reply answers."""
        return Context(
            buyer_text=self.buyer, language=self.language, marketplace=self.marketplace
        )


@dataclass(frozen=True, slots=True)
class LabelledBuyer:
    """A buyer's message and what a person says it is about."""

    id: str
    language: str
    text: str
    topics: tuple[str, ...]
    needs_response: bool


@dataclass(slots=True)
class Tally:
    """Counts of what was found and what was not."""

    labelled: int = 0
    found: int = 0
    overlapping: int = 0
    """Hits whose stretch touches the label's."""
    reported: int = 0
    right: int = 0
    """Findings that some label asks for."""

    @property
    def recall(self) -> float:
        """Return the share of labels that were found."""
        return self.found / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        """Return the share of findings that a label asks for."""
        return self.right / self.reported if self.reported else 1.0

    @property
    def overlap(self) -> float:
        """Return the share of hits whose stretch touches the label's."""
        return self.overlapping / self.found if self.found else 1.0


@dataclass(slots=True)
class ReplyFigures:
    """How well replies were judged."""

    all: Tally = field(default_factory=Tally)
    block: Tally = field(default_factory=Tally)
    disguised: Tally = field(default_factory=Tally)
    categories: dict[str, Tally] = field(default_factory=dict)
    replies: int = 0
    verdicts: int = 0
    """Replies whose verdict is right."""
    clean: int = 0
    alarms: int = 0
    """Clean replies with a finding that blocks or warns."""
    misses: list[str] = field(default_factory=list)
    """What went wrong, one line each."""

    @property
    def alarms_per_hundred(self) -> float:
        """Return the false alarms per hundred clean replies."""
        return 100 * self.alarms / self.clean if self.clean else 0.0

    @property
    def right_verdicts(self) -> float:
        """Return the share of replies whose verdict is right."""
        return self.verdicts / self.replies if self.replies else 1.0


@dataclass(slots=True)
class BuyerFigures:
    """How well buyers' messages were understood."""

    messages: int = 0
    main_topics: int = 0
    """Messages whose main topic is right."""
    needless: int = 0
    """Messages that need no response."""
    needless_found: int = 0
    dangerous: int = 0
    """Messages that need a response and were suggested to need none."""
    misses: list[str] = field(default_factory=list)

    @property
    def right_topics(self) -> float:
        """Return the share of messages whose main topic is right."""
        return self.main_topics / self.messages if self.messages else 1.0

    @property
    def found_needless(self) -> float:
        """Return the share of messages without need that were found."""
        return self.needless_found / self.needless if self.needless else 1.0


def read_replies(paths: Iterable[Path]) -> list[LabelledReply]:
    """Return the labelled replies in files of JSON Lines."""
    return [_reply(item) for path in paths for item in records(path)]


def read_buyers(paths: Iterable[Path]) -> list[LabelledBuyer]:
    """Return the labelled buyers' messages in files of JSON Lines."""
    return [
        LabelledBuyer(
            item["id"],
            item["lang"],
            item["text"],
            tuple(item["topics"]),
            item["needs_response"],
        )
        for path in paths
        for item in records(path)
    ]


def judge_replies(engine: Engine, replies: Sequence[LabelledReply]) -> ReplyFigures:
    """Return how well *engine* judges *replies*."""
    figures = ReplyFigures()
    for reply in replies:
        findings = [
            finding
            for finding in engine.check(reply.reply, reply.context)
            if finding.severity in _FLAGS
        ]
        _count_labels(figures, reply, findings)
        _count_findings(figures, reply, findings)
        figures.replies += 1
        verdict = str(verdict_of(findings))
        figures.verdicts += verdict == reply.verdict
        if not reply.labels:
            figures.clean += 1
            figures.alarms += bool(findings)
    return figures


def judge_buyers(engine: Engine, buyers: Sequence[LabelledBuyer]) -> BuyerFigures:
    """Return how well *engine* understands *buyers*."""
    figures = BuyerFigures()
    for buyer in buyers:
        reading = engine.read_topics(buyer.text, buyer.language)
        figures.messages += 1
        right = reading.topics[0] == buyer.topics[0]
        figures.main_topics += right
        if not right:
            said = ", ".join(item.rule for item in reading.evidence)
            figures.misses.append(
                f"{buyer.id} {buyer.topics[0]} taken for {reading.topics[0]}"
                f" [{said}]: {buyer.text}"
            )
        figures.needless += not buyer.needs_response
        if reading.needs_response != buyer.needs_response:
            figures.dangerous += buyer.needs_response
            what = "DANGER" if buyer.needs_response else "needs none"
            figures.misses.append(f"{buyer.id} {what}: {buyer.text}")
        elif not buyer.needs_response:
            figures.needless_found += 1
    return figures


def _count_labels(
    figures: ReplyFigures, reply: LabelledReply, findings: Sequence[Finding]
) -> None:
    """Count which labels of a reply were found."""
    for label in reply.labels:
        hits = [one for one in findings if one.category == label.category]
        touching = [one for one in hits if touches(reply.reply, label, one)]
        tallies = [
            figures.all,
            figures.categories.setdefault(label.category, Tally()),
        ]
        if label.severity == Severity.BLOCK:
            tallies.append(figures.block)
        if reply.kind == "obfuscated":
            tallies.append(figures.disguised)
        for tally in tallies:
            tally.labelled += 1
            tally.found += bool(hits)
            tally.overlapping += bool(touching)
        if not hits:
            figures.misses.append(
                f"{reply.id} {reply.kind} missed {label.category}: {label.text[:140]!r}"
            )
        elif not touching:
            figures.misses.append(
                f"{reply.id} {label.category} elsewhere: {hits[0].text[:80]!r}"
            )


def _count_findings(
    figures: ReplyFigures, reply: LabelledReply, findings: Sequence[Finding]
) -> None:
    """Count which findings some label asks for."""
    wanted = Counter(label.category for label in reply.labels)
    for finding in findings:
        right = finding.category in wanted
        for tally in (
            figures.all,
            figures.categories.setdefault(finding.category, Tally()),
        ):
            tally.reported += 1
            tally.right += right
        if not right:
            figures.misses.append(
                f"{reply.id} {reply.kind} false {finding.rule}"
                f" ({finding.severity}): {finding.text[:140]!r}"
            )


def touches(text: str, label: Label, finding: Finding) -> bool:
    """Return whether a finding overlaps some place where the label's text stands."""
    return any(
        finding.start < end and start < finding.end
        for start, end in places_of(label.text, text)
    )


def places_of(part: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield every place where *part* stands in *text*."""
    start = text.find(part)
    while start >= 0:
        yield start, start + len(part)
        start = text.find(part, start + 1)


def records(path: Path) -> Iterable[dict[str, Any]]:
    """Yield the objects in a file of JSON Lines."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _reply(item: dict[str, Any]) -> LabelledReply:
    """Return the labelled reply that one line holds."""
    labels = tuple(
        Label(label["category"], label["severity"], label["text"])
        for label in item["findings"]
        if label["severity"] in list(_FLAGS)
    )
    return LabelledReply(
        id=item["id"],
        language=item["lang"],
        marketplace=item["marketplace"],
        buyer=item["buyer"],
        reply=item["reply"],
        labels=labels,
        verdict=item["verdict"],
        kind=item["kind"],
    )
