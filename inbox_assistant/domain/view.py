"""The lists an agent works through."""

from enum import StrEnum


class View(StrEnum):
    """One list of threads."""

    WAITING = "waiting"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    OLDER = "older"
    """Waited already when their mailbox was first imported."""
    SNOOZED = "snoozed"
    """Put off for a while, within the deadline; still due like any other."""
    TO_CONFIRM = "to-confirm"
    SENT_BACK = "sent-back"
    PROMISES = "promises"
    """The buyer was told by when they hear again; that stays in sight here."""
    SETTLED = "settled"
    ALL = "all"
