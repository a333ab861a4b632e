"""Findings about invented replies."""

from inbox_assistant.domain.finding import Finding, Fix, Severity


def finding(
    text: str,
    words: str,
    severity: Severity = Severity.BLOCK,
    fixes: tuple[tuple[str, str], ...] = (),
) -> Finding:
    """Return a finding about the first *words* of *text*; a fix is (label, new)."""
    start = text.index(words)
    end = start + len(words)
    return Finding(
        rule=f"rule-{words}",
        category="contact-details",
        severity=severity,
        start=start,
        end=end,
        text=words,
        message=f"Not “{words}”.",
        why="Because.",
        fixes=tuple(Fix(label, start, end, new) for label, new in fixes),
    )
