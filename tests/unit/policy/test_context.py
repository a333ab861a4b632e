"""A message that answers nothing is proactive."""

from inbox_assistant.policy.context import PROACTIVE, Context


def test_a_message_is_proactive_without_a_buyers_message() -> None:
    assert PROACTIVE.proactive
    assert not Context(buyer_text="Hi").proactive
    assert not Context(buyer_topics=()).proactive
