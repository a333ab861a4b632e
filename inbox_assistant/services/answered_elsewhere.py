"""A second look before a message is answered that another program may have answered."""

from collections.abc import Sequence

from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.state import State
from inbox_assistant.storage.messages import MessageRow

RULE = "any.answered.elsewhere"


def is_answered_elsewhere(rows: Sequence[MessageRow]) -> bool:
    """Return whether the newest waiting message of *rows*, oldest first, is marked so.

    An answer to it would answer the earlier ones too.
    """
    waiting = [row.standing for row in rows if row.standing.state is State.WAITING]
    return bool(waiting) and waiting[-1].answered_elsewhere_at is not None


def elsewhere_findings(*, is_marked: bool) -> list[Finding]:
    """Return what is to be said where the reply may be a second one: it may be sent."""
    if not is_marked:
        return []
    return [
        Finding(
            rule=RULE,
            category="answered-elsewhere",
            severity=Severity.WARN,
            start=0,
            end=0,
            text="",
            message="Another program marked this as answered: this may be a second "
            "reply.",
            why="Neither that answer nor Amazon's copy of it has come here.",
        )
    ]
