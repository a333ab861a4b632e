"""A next step is read as it was written, with draft and reply."""

from dataclasses import replace

from inbox_assistant.domain.reply import NO_STEP, Draft, NextStep
from inbox_assistant.storage.steps import step_from_text, step_to_text
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON, REPLY

STEP = NextStep(("de.holding",), NOON + 48 * HOUR, "Sie hören von uns", ("Lager",))


def test_a_step_is_read_as_it_was_written() -> None:
    assert step_from_text(step_to_text(STEP)) == STEP
    assert step_to_text(NO_STEP) == ""
    assert step_from_text("") == NO_STEP
    early = '{"templates": ["a"], "promise_at": null, "promise": ""}'
    assert step_from_text(early) == NextStep(("a",))
    assert step_from_text(step_to_text(NextStep(("a",)))) == NextStep(("a",))


def test_draft_and_reply_keep_it(store: Store) -> None:
    store.drafts.keep(Draft("t", "Hi", 1, step=STEP), NOON)
    draft = store.drafts.read("t")
    assert draft is not None
    assert draft.step == STEP
    store.outbox.add(replace(REPLY, step=STEP))
    reply = store.outbox.reply(REPLY.reply_id)
    assert reply is not None
    assert reply.step == STEP
