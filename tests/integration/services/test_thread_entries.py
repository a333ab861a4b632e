"""What is written of a thread is found again by its messages."""

from inbox_assistant.services.thread_entries import buyer_keys, entries_of
from tests.integration.services.office import Office


def test_entries_are_found_by_the_buyers_messages(office: Office) -> None:
    first, second = office.ask(1), office.ask(2)
    office.program.noting.write(first, "Ask Robin")
    assert len(buyer_keys(office.store, first)) == 1
    assert [one.action.value for one in entries_of(office.store, first)] == [
        "note-written"
    ]
    assert entries_of(office.store, second) == []


def test_a_reply_of_ours_is_no_message_of_the_buyers(office: Office) -> None:
    thread = office.ask()
    reply = office.reply(thread)
    office.program.delivering.deliver(reply.reply_id, lambda _one, _dot: "250")
    assert len(office.rows(thread)) == 2
    assert len(buyer_keys(office.store, thread)) == 1
