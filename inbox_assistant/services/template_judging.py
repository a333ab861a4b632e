"""What the rules say of a template, its slots filled as a thread would fill them.

Findings are told in the template's own words: one that touches what stands in a slot
reaches over the slot as a whole, and offers no fix that would write over it; one about
nothing but what was invented for a slot is none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from inbox_assistant.domain.finding import Finding, Verdict, verdict_of
from inbox_assistant.domain.template import Slot, Template, sample_values, slots
from inbox_assistant.policy.context import Context

_INVENTED = "12"
"""What a check puts into a slot that only a person can fill."""

CheckText = Callable[[str], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of a template: as an answer, and where nothing was asked."""

    template: Template
    reply: tuple[Finding, ...]
    proactive: tuple[Finding, ...]

    @property
    def verdicts(self) -> tuple[Verdict, Verdict]:
        """Return both verdicts, the one as an answer first."""
        return verdict_of(self.reply), verdict_of(self.proactive)


def judge(
    template: Template, check: Callable[[str, Context], Sequence[Finding]]
) -> Judged:
    """Return what *check* says of *template*."""
    asked, unasked = contexts_of(template)
    return Judged(
        template,
        filled_and_checked(template.body, lambda text: check(text, asked)),
        filled_and_checked(template.body, lambda text: check(text, unasked)),
    )


def contexts_of(template: Template) -> tuple[Context, Context]:
    """Return the contexts of *template* as an answer, and where nothing was asked."""
    unasked = Context(language=template.language, marketplace=template.marketplace)
    return replace(unasked, buyer_topics=template.topics), unasked


def filled_and_checked(body: str, check: CheckText) -> tuple[Finding, ...]:
    """Return what *check* says of *body* with its slots filled, as found in *body*."""
    values = sample_values()
    found = slots(body)
    parts: list[str] = []
    stretches: list[tuple[int, int, Slot]] = []
    ends_at = length = 0
    for slot in found:
        before, value = body[ends_at : slot.start], values.get(slot.name, _INVENTED)
        parts += (before, value)
        begins = length + len(before)
        length = begins + len(value)
        stretches.append((begins, length, slot))
        ends_at = slot.end
    parts.append(body[ends_at:])
    told = check("".join(parts))
    return tuple(
        _in_body(one, body, stretches)
        for one in told
        if not any(first <= one.start < one.end <= end for first, end, _ in stretches)
    )


def _in_body(
    finding: Finding, body: str, stretches: Sequence[tuple[int, int, Slot]]
) -> Finding:
    start = _place(finding.start, stretches, is_end=False)
    end = max(start, _place(finding.end, stretches, is_end=True))
    fixes = tuple(
        replace(
            fix,
            start=_place(fix.start, stretches, is_end=False),
            end=_place(fix.end, stretches, is_end=True),
        )
        for fix in finding.fixes
        if not any(fix.start < last and first < fix.end for first, last, _ in stretches)
    )
    return replace(finding, start=start, end=end, text=body[start:end], fixes=fixes)


def _place(at: int, stretches: Sequence[tuple[int, int, Slot]], *, is_end: bool) -> int:
    """Return where *at* in the filled text lies in the template's own words."""
    moved = 0
    for first, last, slot in stretches:
        if at < first or (is_end and at == first):
            break
        if at < last or (is_end and at == last):
            return slot.end if is_end else slot.start
        moved = slot.end - last
    return at + moved
