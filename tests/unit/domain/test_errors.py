"""Errors for people hold a sentence and what to do next."""

import pytest

from inbox_assistant.domain import errors
from inbox_assistant.domain.finding import Finding, Severity

FINDING = Finding(
    rule="link",
    category="links",
    severity=Severity.BLOCK,
    start=0,
    end=4,
    text="www.",
    message="Remove the link.",
    why="guidelines",
)


def test_the_text_of_an_error_is_its_sentence_and_then_its_hint() -> None:
    error = errors.MailError("The server refused.", "Check the password.")
    assert str(error) == "The server refused. Check the password."
    assert str(errors.MailError("The server refused.")) == "The server refused."


def test_only_some_errors_are_worth_another_try() -> None:
    assert not errors.StorageError("Broken.").retryable
    assert errors.MailError("Busy.", retryable=True).retryable


def test_a_refusal_brings_the_findings_that_block() -> None:
    refusal = errors.ReplyRefusedError("Not sent.", findings=[FINDING])
    assert refusal.findings == (FINDING,)
    assert not refusal.retryable


@pytest.mark.parametrize(
    "kind",
    [
        errors.InputError,
        errors.StorageError,
        errors.MailError,
        errors.PolicyPackError,
        errors.ReplyRefusedError,
    ],
)
def test_every_error_can_be_caught_by_one_name_and_stands_in_the_drawn_tree(
    kind: type[errors.InboxAssistantError],
) -> None:
    assert issubclass(kind, errors.InboxAssistantError)
    assert f"── {kind.__name__}" in (errors.__doc__ or "")
