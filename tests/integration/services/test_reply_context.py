"""What a reply answers, for the gate and the composer alike."""

from dataclasses import replace

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.settlement import NEVER_WAITED, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.policy.context import Context
from inbox_assistant.services.reply_context import reply_context, unanswered
from tests.integration.storage.samples import QUESTION

WAITING = replace(
    QUESTION,
    words="Does it fit?",
    topics=("product-question",),
    language="en",
    marketplace="UK",
    standing=Standing(State.WAITING),
)
TO_CONFIRM = replace(
    WAITING,
    key="k2",
    words="Where is it?",
    topics=("delivery", "product-question"),
    language="de",
    standing=Standing(State.TO_CONFIRM),
)
SETTLED = replace(WAITING, key="k3", language="fr", standing=Standing(State.SETTLED))
REPLY = replace(
    WAITING, key="k4", kind=Kind.REPLY, language=None, standing=NEVER_WAITED
)


def test_a_reply_answers_what_waits_and_what_is_not_confirmed() -> None:
    assert unanswered([WAITING, TO_CONFIRM, SETTLED, REPLY]) == [WAITING, TO_CONFIRM]


def test_the_context_is_everything_that_was_asked() -> None:
    assert reply_context([SETTLED, WAITING, TO_CONFIRM, REPLY]) == Context(
        buyer_text="Does it fit?\n\nWhere is it?",
        buyer_topics=("product-question", "delivery"),
        language="de",
        marketplace="UK",
    )


def test_where_nothing_waits_a_message_is_proactive_in_the_buyers_language() -> None:
    context = reply_context([SETTLED, REPLY])
    assert context == Context(language="fr", marketplace="UK")
    assert context.proactive


def test_topics_that_nobody_read_are_left_to_the_engine() -> None:
    context = reply_context([replace(WAITING, topics=())])
    assert context.buyer_topics is None
    assert not context.proactive


def test_an_empty_question_is_still_a_question() -> None:
    context = reply_context([replace(WAITING, words="", topics=())])
    assert context.buyer_text == ""
    assert not context.proactive
