"""Slots of templates that nobody has filled: they block, whatever the rules say."""

from collections.abc import Iterable

from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.template import slots

RULE = "any.template.slot"


def slot_findings(text: str, known: Iterable[Finding] = ()) -> list[Finding]:
    """Return a finding for each slot in *text* that *known* does not name already."""
    named = {
        (one.start, one.end)
        for one in known
        if one.category == "placeholder" and one.severity is Severity.BLOCK
    }
    return [
        Finding(
            rule=RULE,
            category="placeholder",
            severity=Severity.BLOCK,
            start=slot.start,
            end=slot.end,
            text=text[slot.start : slot.end],
            message="Fill in the placeholder.",
            why="A template's slot that was not filled in reaches the buyer as it "
            "stands.",
        )
        for slot in slots(text)
        if (slot.start, slot.end) not in named
    ]
