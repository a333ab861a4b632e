"""What the window says when something did not work."""

from collections.abc import Callable
from dataclasses import dataclass, field

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.ui.sentences import told


@dataclass(frozen=True, slots=True)
class Problem:
    """One failure as it is told; two with the same words are the same problem."""

    message: str
    hint: str = ""
    details: str = ""
    retry: Callable[[], None] | None = field(default=None, compare=False)
    retry_label: str = ""
    """What ``retry`` is called where it is more than trying again."""


def problem_of(
    error: InboxAssistantError, retry: Callable[[], None] | None = None
) -> Problem:
    """Return how *error* is told; *retry* is offered where it may help."""
    cause = error.__cause__
    details = f"{type(cause).__name__}: {cause}" if cause is not None else ""
    again = retry if error.retryable else None
    return Problem(told(error.message), told(error.hint), details, again)
