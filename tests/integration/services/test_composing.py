"""A mail is composed from what the thread and the account say."""

from datetime import timedelta

from inbox_assistant.domain.reply import NextStep
from inbox_assistant.services.composing import Written
from inbox_assistant.services.reply_context import unanswered
from tests.integration.services.office import Office


def test_a_reply_holds_what_was_written_and_when_it_may_leave(office: Office) -> None:
    thread = office.ask()
    rows = office.rows(thread)
    leave_at = office.clock.now + timedelta(seconds=9)
    written = Written("It fits.", NextStep(("key",)))
    composer = office.program.replies._composer
    reply = composer.compose(thread, rows, unanswered(rows), written, leave_at)
    assert (reply.body, reply.step, reply.leave_at) == (
        "It fits.",
        NextStep(("key",)),
        leave_at,
    )
    assert reply.answers == tuple(row.key for row in rows)
    assert reply.message_id.encode() in reply.raw
