"""The errors that people are told about.

InboxAssistantError
├── InputError          what was asked cannot be done as asked
├── StorageError        the profile's file cannot be read or written
├── MailError           a mail server or the way to it failed
├── PolicyPackError     a pack of rules cannot be read
└── ReplyRefusedError   the gate refused a reply
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inbox_assistant.domain.finding import Finding


class InboxAssistantError(Exception):
    """Something expected went wrong; its text is one sentence for the user.

    ``hint`` says what to do next; ``retryable`` whether trying again may help.
    """

    def __init__(
        self, message: str, hint: str = "", *, retryable: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.retryable = retryable

    def __str__(self) -> str:
        """Return the sentence and, where there is one, the hint."""
        return f"{self.message} {self.hint}".strip()


class InputError(InboxAssistantError):
    """What was asked cannot be done as asked."""


class StorageError(InboxAssistantError):
    """The profile's file cannot be read or written."""


class DamagedError(StorageError):
    """The profile's file is damaged; what it still holds can be recovered."""


class MailError(InboxAssistantError):
    """A mail server, or the way to it, failed."""


class PolicyPackError(InboxAssistantError):
    """A pack of rules cannot be read."""


class ReplyRefusedError(InboxAssistantError):
    """The gate refused a reply; ``findings`` are those that block it."""

    def __init__(
        self, message: str, hint: str = "", findings: Sequence[Finding] = ()
    ) -> None:
        super().__init__(message, hint)
        self.findings = tuple(findings)
