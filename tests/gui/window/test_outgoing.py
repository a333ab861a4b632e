"""A reply after it was sent: called back, on its way, in doubt."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.reply import NextStep, OutboxReply, OutboxState
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.closing_dialog import ClosingDialog
from inbox_assistant.ui.composer.gate_dialog import GateDialog

Press = Callable[..., None]

TIED_BY_ORDER = Path(__file__).parents[2] / "fixtures/databases/tied_by_order.db"
TEXT = "Die Griffe bleiben 10\u00a0cm vom Rand kühl.\n\nViele Grüße"


def send(workplace: Workplace, qtbot: QtBot, text: str = TEXT) -> OutboxReply:
    """Send *text* in the open thread, whatever is to be looked at in it."""
    sent: list[OutboxReply] = []
    workplace.correspondence.sent.connect(sent.append)
    workplace.window.composer.editor.insertPlainText(text)
    workplace.correspondence.send()

    def is_sent() -> bool:
        for gate in workplace.window.findChildren(GateDialog):
            if gate.isVisible():
                gate.confirmed.emit("it is the answer to the question")
                gate.accept()
        return bool(sent)

    qtbot.waitUntil(is_sent)
    return sent[0]


def test_a_sent_reply_leaves_the_composer_and_the_next_thread_comes(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = workplace.window
    row = workplace.correspondence.row
    assert row is not None
    send(workplace, qtbot)
    assert window.undo.can_undo
    assert window.queue.current_number() != row.number
    assert window.focusWidget() is window.queue
    qtbot.waitUntil(lambda: window.composer.thread_key not in {None, row.thread})
    assert window.composer.text == ""


def test_z_brings_the_very_text_back(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    window = workplace.window
    reply = send(workplace, qtbot)
    qtbot.waitUntil(lambda: window.composer.thread_key not in {None, reply.thread})
    press(window.queue, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: window.composer.text == TEXT)
    assert window.composer.thread_key == reply.thread
    assert workplace.correspondence.desk.reading.queued() == []


def test_what_was_staged_happens_on_sending_and_is_taken_back_with_it(
    workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    window, reading = workplace.window, workplace.correspondence.desk.reading
    row = workplace.correspondence.row
    assert row is not None
    step = NextStep(tags=("waiting for warehouse",))
    window.composer.stage(step)

    def tags() -> tuple[str, ...]:
        now = reading.row(row.thread)
        return () if now is None else now.tags

    assert "waiting for warehouse" not in tags()
    reply = send(workplace, qtbot)
    qtbot.waitUntil(lambda: window.composer.thread_key not in {None, reply.thread})
    assert "waiting for warehouse" in tags()
    assert not window.composer.step
    press(window.queue, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: window.composer.text == TEXT)
    assert "waiting for warehouse" not in tags()
    assert window.composer.step == step
    assert window.composer.step_bar.isVisible()


def test_z_a_moment_too_late_takes_back_nothing_else(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = workplace.window
    reply = send(workplace, qtbot)
    window.undo.tick(reply.leave_at)
    assert not window.undo.can_undo
    now = workplace.correspondence.desk.clock()
    window.undo.tell("", lambda: None, now)
    window.undo.tick(now)
    window.commands.action("undo").trigger()
    assert window.notice.words == "The reply has left already."


def test_closing_asks_what_becomes_of_a_reply_that_has_not_left(
    workplace: Workplace, qtbot: QtBot, dialog: Callable[[], QDialog]
) -> None:
    send(workplace, qtbot)
    assert not workplace.window.close()
    asked = dialog()
    assert isinstance(asked, ClosingDialog)
    asked.reject()
    assert workplace.window.isVisible()


def test_a_reply_left_behind_by_closing_stays_stored(
    start: Callable[[], Workplace],
    profile: paths.Profile,
    qtbot: QtBot,
    dialog: Callable[[], QDialog],
) -> None:
    workplace = start()
    reply = send(workplace, qtbot)
    workplace.window.close()
    asked = dialog()
    assert isinstance(asked, ClosingDialog)
    asked.now_wanted.emit()
    asked.accept()
    assert not workplace.window.isVisible()
    assert workplace.close() == []
    with open_program(profile) as program:
        assert [one.reply_id for one in program.reading.queued()] == [reply.reply_id]


def make_unsure(profile: paths.Profile, reply: OutboxReply) -> None:
    with open_program(profile) as program, program.store.transaction():
        program.store.outbox.mark(reply.reply_id, OutboxState.UNSURE)


def test_a_reply_in_doubt_is_asked_about_until_somebody_answers(
    workplace: Workplace, profile: paths.Profile, qtbot: QtBot
) -> None:
    window = workplace.window
    reply = send(workplace, qtbot)
    make_unsure(profile, reply)
    workplace.bus.changed.emit(Changes(outbox=True))
    qtbot.waitUntil(window.unsure.isVisible)
    assert window.unsure.asked is not None
    assert window.unsure.asked.reply_id == reply.reply_id
    window.unsure.was_sent.click()
    qtbot.waitUntil(lambda: not window.unsure.isVisible())
    reading = workplace.correspondence.desk.reading
    qtbot.waitUntil(lambda: reading.unsure() == [])
    states = {one.state for one in reading.messages(reply.thread)}
    assert "sent, not confirmed yet" in states


def test_a_reply_that_was_not_sent_goes_back_to_the_composer(
    workplace: Workplace, profile: paths.Profile, qtbot: QtBot
) -> None:
    window = workplace.window
    reply = send(workplace, qtbot)
    make_unsure(profile, reply)
    workplace.outgoing.look_for_unsure()
    qtbot.waitUntil(window.unsure.isVisible)
    window.unsure.show_thread.click()
    qtbot.waitUntil(lambda: window.composer.thread_key == reply.thread)
    window.unsure.was_not.click()
    qtbot.waitUntil(lambda: window.composer.text == TEXT)


def test_an_old_profile_shows_soon_what_became_of_its_replies(
    profile: paths.Profile, start: Callable[[], Workplace], qtbot: QtBot
) -> None:
    shutil.copyfile(TIED_BY_ORDER, profile.database)
    desk = start()._desk

    def came_back() -> bool:
        row = desk.reading.row("9ced86db4165")
        return row is not None and row.sent_back

    qtbot.waitUntil(came_back)
    assert desk.reading.unsure() == []
