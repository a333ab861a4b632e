"""What a check of a text says about one stretch of it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    BLOCK = "block"
    """Must not be sent."""
    WARN = "warn"
    """May be sent after a second look."""
    NOTE = "note"
    """A hint; never counts as a flag."""


class Verdict(StrEnum):
    """What the findings of a text amount to."""

    OK = "ok"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that leaves an allowed sentence.

    ``start`` and ``end`` count Unicode code points of the checked text; an empty
    ``replacement`` deletes the stretch.
    """

    label: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One flagged stretch; ``start`` and ``end`` count Unicode code points.

    With ``attachment``, the name of a file, the stretch stands in that file's name or
    words and not in the reply.
    """

    rule: str
    category: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    why: str
    fixes: tuple[Fix, ...] = ()
    attachment: str = ""


def verdict_of(findings: list[Finding] | tuple[Finding, ...]) -> Verdict:
    """Return the heaviest severity among *findings* as a verdict; notes are ok."""
    severities = {finding.severity for finding in findings}
    if Severity.BLOCK in severities:
        return Verdict.BLOCK
    return Verdict.WARN if Severity.WARN in severities else Verdict.OK
