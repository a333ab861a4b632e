"""A reply that did not leave goes back to the composer, and nothing is lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.reply import (
    NO_STEP,
    OPEN_STATES,
    Draft,
    NextStep,
    OutboxReply,
    OutboxState,
    text_back,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def reply(body: str) -> OutboxReply:
    return OutboxReply(
        reply_id="r1",
        message_id="<r1@shop.example>",
        account="shop",
        thread="t1",
        sender="service@shop.example",
        to_address="k3l2m1n0p9@marketplace.amazon.de",
        answers=("m1",),
        body=body,
        raw=b"",
        state=OutboxState.QUEUED,
        queued_at=NOW,
        leave_at=NOW,
    )


@pytest.mark.parametrize("begun", [None, Draft("t1", " \n"), Draft("t1", "Hello.\n")])
def test_the_text_comes_back_as_it_was(begun: Draft | None) -> None:
    assert text_back(reply("Hello."), begun) == Draft("t1", "Hello.", cursor=6)


@given(st.text(), st.text())
def test_what_was_begun_meanwhile_stands_below(body: str, begun: str) -> None:
    draft = text_back(reply(body), Draft("t1", begun))
    assert draft.body.startswith(body)
    assert begun.strip() in draft.body
    assert draft.cursor == len(body)


def test_what_has_left_the_house_is_no_longer_open() -> None:
    left = {OutboxState.HANDED_OVER, OutboxState.CONFIRMED, OutboxState.SENT_BACK}
    assert not OPEN_STATES & left
    assert OutboxState.UNSURE in OPEN_STATES


SOON, LATER = NOW, NOW + timedelta(days=2)


def test_what_both_drafts_were_to_begin_is_begun() -> None:
    ours = replace(reply("Hello."), step=NextStep(("a", "b")))
    begun = Draft("t1", "By the way", step=NextStep(("b", "c"), LATER, "a refund"))
    expected = NextStep(("a", "b", "c"), LATER, "a refund")
    assert text_back(ours, begun).step == expected


def test_of_two_promises_the_one_due_first_stands() -> None:
    first, second = NextStep((), SOON, "an answer"), NextStep((), LATER, "a refund")
    assert first.joined_with(second) == second.joined_with(first) == first
    assert second.joined_with(NO_STEP) == NO_STEP.joined_with(second) == second


def test_a_later_step_brings_its_promise_if_it_has_one() -> None:
    first = NextStep(("a",), SOON, "soon", ("waits",))
    assert first.followed_by(NextStep(("b", "a"), LATER, "later", ("parts",))) == (
        NextStep(("a", "b"), LATER, "later", ("waits", "parts"))
    )
    assert first.followed_by(NextStep(("b",))) == (
        NextStep(("a", "b"), SOON, "soon", ("waits",))
    )
