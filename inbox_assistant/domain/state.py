"""Where a message, or a thread, stands."""

from enum import StrEnum


class State(StrEnum):
    """Where a message, or a thread, stands."""

    WAITING = "waiting"
    TO_CONFIRM = "to-confirm"
    """Decided here as needing no response; Amazon's clock still runs."""
    SETTLED = "settled"
    NONE = "none"
    """Never waited: a reply, a notice."""
