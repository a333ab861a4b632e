"""A rule as its pack describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inbox_assistant.domain.finding import Severity


class Section(StrEnum):
    """What a rule is for; the name of its tables in a pack."""

    RULE = "rule"
    """Finds what may not be written to a buyer."""
    TOPIC = "topic"
    """Tells what a buyer's message is about."""
    COURTESY = "courtesy"
    """Covers words that ask, report and promise nothing."""
    BRAKE = "brake"
    """Finds words that always need a response."""


class Applies(StrEnum):
    """The messages that a rule reads."""

    REPLY = "reply"
    PROACTIVE = "proactive"
    BOTH = "both"


class Writer(StrEnum):
    """Whose messages a courtesy belongs to."""

    BUYER = "buyer"
    SELLER = "seller"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a fix changes the text: an ``action``, or a replacement."""

    action: str
    label: str
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as plain values; its patterns are kept as they were written."""

    id: str
    section: Section
    category: str = ""
    reply: Severity = Severity.BLOCK
    proactive: Severity = Severity.BLOCK
    applies: Applies = Applies.BOTH
    unless_buyer_asked: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    message: str = ""
    why: str = ""
    checked: str = ""
    recipes: tuple[Recipe, ...] = ()
    phrases: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    within: int = 0
    unless: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    """Patterns that take back a hit which begins in them or right behind them."""
    question: bool | None = None
    wide: bool = False
    """Whether it finds more than is meant and counts only where the second reader
    agrees; see ``second_reader``."""
    own: bool = False
    """Whether a user wrote it or gave it its severity; then nothing else lowers it."""
    detector: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    pattern: str = ""
    topic: str = ""
    subject: str = ""
    weight: int = 2
    writer: Writer = Writer.BOTH
    flags: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    file: str = ""
    line: int = 0

    def severity(self, *, proactive: bool) -> Severity:
        """Return how much a finding of this rule weighs."""
        return self.proactive if proactive else self.reply


@dataclass(frozen=True, slots=True)
class Category:
    """What the rules of one category have in common."""

    name: str
    reply: Severity
    proactive: Severity
    message: str
    why: str
    not_asked: str = ""
    """Why a finding depends on the buyer's question, for the finding's message."""
    unless_buyer_asked: tuple[str, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    yields_to: tuple[str, ...] = ()
    """Categories whose findings in the same place make this one's superfluous."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a pack."""

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        """Return the mistake and where it is, on one line."""
        rule = f" [{self.rule}]" if self.rule else ""
        return f"{self.file}:{self.line}:{rule} {self.message}"
