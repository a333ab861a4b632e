"""Rounds begin when there is something to be done, not only at the next poll."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.ui.application import Workplace
from tests.gui.window.test_outgoing import send


def test_a_reply_leaves_when_its_time_comes_and_not_at_the_next_poll(
    workplace: Workplace, profile: paths.Profile, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(workplace.mail.accounts))
    reply = send(workplace, qtbot)
    with open_program(profile) as program:
        soon = program.clock() + timedelta(milliseconds=700)
        program.store.outbox.mark(reply.reply_id, OutboxState.QUEUED, leave_at=soon)
    workplace.mail.sync_all()

    def is_queued() -> bool:
        queued = workplace.correspondence.desk.reading.queued()
        return any(one.reply_id == reply.reply_id for one in queued)

    assert is_queued()
    qtbot.waitUntil(lambda: not is_queued(), timeout=10_000)
