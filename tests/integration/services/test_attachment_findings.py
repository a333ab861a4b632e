"""Names, words, sizes and types of files are judged like the reply itself."""

from dataclasses import replace

import pytest

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.policy.context import PROACTIVE, Context
from inbox_assistant.services.attachment_findings import attachment_findings

FILE = Enclosure(1, "guide.pdf", "application/pdf", 100, "Turn the knob")
MEGABYTE = 1024 * 1024


def check(text: str, context: Context) -> list[Finding]:
    assert context is PROACTIVE
    found = []
    for word, category in (("call us", "contact-details"), ("LOUD", "formatting")):
        at = text.find(word)
        if at >= 0:
            end = at + len(word)
            found.append(
                Finding("r", category, Severity.BLOCK, at, end, word, "m", "w")
            )
    return found


def rules(*files: Enclosure) -> list[tuple[str, Severity]]:
    found = attachment_findings(check, files, PROACTIVE)
    return [(one.rule, one.severity) for one in found]


def test_an_ordinary_file_is_fine() -> None:
    assert rules(FILE) == []
    assert rules() == []


@pytest.mark.parametrize(
    ("megabytes", "expected"),
    [
        (6, []),
        (6.1, [("any.attachment.large", Severity.WARN)]),
        (10, [("any.attachment.large", Severity.WARN)]),
        (10.1, [("any.attachment.size", Severity.BLOCK)]),
    ],
)
def test_sizes_count_together(
    megabytes: float, expected: list[tuple[str, Severity]]
) -> None:
    half = replace(FILE, size=int(megabytes * MEGABYTE / 2))
    assert rules(half, half) == expected


def test_words_and_names_are_checked_and_say_where_they_stand() -> None:
    named = replace(FILE, name="please_call_us.pdf")
    [found] = attachment_findings(check, [named], PROACTIVE)
    assert (found.attachment, found.text) == ("please_call_us.pdf", "call us")
    assert rules(replace(FILE, words="then call us")) == [("r", Severity.BLOCK)]


def test_how_a_file_is_written_does_not_matter() -> None:
    assert rules(replace(FILE, words="LOUD", name="LOUD.pdf")) == []


@pytest.mark.parametrize(
    ("file", "rule", "severity"),
    [
        (replace(FILE, name="a.jpg"), "any.attachment.type", Severity.WARN),
        (replace(FILE, remarks=("unread",)), "any.attachment.unread", Severity.WARN),
        (
            replace(FILE, remarks=("location",)),
            "any.attachment.location",
            Severity.NOTE,
        ),
    ],
)
def test_what_was_noticed_is_said(
    file: Enclosure, rule: str, severity: Severity
) -> None:
    assert rules(file) == [(rule, severity)]
