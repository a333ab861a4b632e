"""Findings that an agent has looked at and set aside for one thread, with a reason.

A dismissal belongs to a rule and to the very words it was about, in one thread. It
never switches a rule off: other words, and the same words elsewhere, are found again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.journal import Action, Entry, in_force


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One finding set aside; ``stretch`` is what its words fold to; ``at`` is UTC."""

    entry_id: str
    rule: str
    stretch: str
    reason: str
    agent: str
    at: datetime


def dismissals(entries: Iterable[Entry]) -> tuple[Dismissal, ...]:
    """Return the dismissals that *entries* about one thread leave in force.

    The same words dismissed twice count once, with the newer reason.
    """
    found: dict[tuple[str, str], Dismissal] = {}
    for entry in in_force(list(entries)):
        if entry.action is Action.FINDING_DISMISSED:
            rule, stretch = entry.data.get("rule"), entry.data.get("stretch")
            if not isinstance(rule, str) or not isinstance(stretch, str):
                continue
            found[rule, stretch] = Dismissal(
                entry_id=entry.entry_id,
                rule=rule,
                stretch=stretch,
                reason=str(entry.data.get("reason", "")),
                agent=entry.agent,
                at=entry.at,
            )
    return tuple(found.values())
