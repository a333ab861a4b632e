"""The verdict of a text is that of its heaviest finding."""

from dataclasses import replace

import pytest

from inbox_assistant.domain.finding import Finding, Severity, Verdict, verdict_of

NOTE = Finding("r", "c", Severity.NOTE, 0, 1, "x", "message", "why")
WARN = replace(NOTE, severity=Severity.WARN)
BLOCK = replace(NOTE, severity=Severity.BLOCK)


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ([], Verdict.OK),
        ([NOTE, NOTE], Verdict.OK),
        ([NOTE, WARN], Verdict.WARN),
        ([WARN, BLOCK, NOTE], Verdict.BLOCK),
        ((BLOCK,), Verdict.BLOCK),
    ],
)
def test_the_heaviest_finding_decides(
    findings: list[Finding], verdict: Verdict
) -> None:
    assert verdict_of(findings) is verdict
