"""Writing: into the right thread, letter for letter, through the gate."""

import email
import email.policy
import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.reply import Draft
from inbox_assistant.services.intake import Delivery
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.composer.gate_dialog import GateDialog
from inbox_assistant.ui.composer.pane import SAVE_PAUSE

FINE = "Die Griffe bleiben kühl, wenn die Flamme klein ist.\n\nViele Grüße"
BAD = "Write to me at dora.shop@example.com, please."
NO_BREAK = "10\u00a0cm\u202fx 5\u00a0cm"


def thread_of(workplace: Workplace) -> str:
    row = workplace.correspondence.row
    assert row is not None
    return row.thread


def step_to_another(workplace: Workplace, qtbot: QtBot) -> str:
    before = thread_of(workplace)
    workplace.window.queue.step(1)
    qtbot.waitUntil(
        lambda: (
            workplace.correspondence.row is not None
            and workplace.correspondence.row.thread != before
        )
    )
    return thread_of(workplace)


def drafts(workplace: Workplace, thread: str) -> str:
    draft = workplace.correspondence.desk.reading.draft(thread)
    return "" if draft is None else draft.body


def test_letters_typed_right_after_j_never_land_in_either_draft(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    first = thread_of(workplace)
    composer.editor.setFocus()
    workplace.window.queue.step(1)
    qtbot.keyClicks(composer.editor, "lost words")
    qtbot.waitUntil(composer.isEnabled)
    second = thread_of(workplace)
    composer.save_now()
    qtbot.waitUntil(lambda: composer.is_saved)
    assert second != first
    assert composer.text == ""
    assert drafts(workplace, first) == drafts(workplace, second) == ""


def test_a_draft_stays_with_its_thread_letter_for_letter(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    first = thread_of(workplace)
    composer.editor.insertPlainText(NO_BREAK)
    step_to_another(workplace, qtbot)
    assert composer.text == ""
    qtbot.waitUntil(lambda: drafts(workplace, first) == NO_BREAK)
    workplace.window.queue.step(-1)
    qtbot.waitUntil(lambda: composer.text == NO_BREAK)


def test_a_draft_is_stored_within_a_second(workplace: Workplace, qtbot: QtBot) -> None:
    thread = thread_of(workplace)
    # Milliseconds; what is left of the second is for a busy machine.
    assert SAVE_PAUSE <= 500
    workplace.window.composer.editor.insertPlainText(FINE)
    qtbot.waitUntil(lambda: drafts(workplace, thread) == FINE)


def test_what_is_sent_is_what_was_written(workplace: Workplace, qtbot: QtBot) -> None:
    text = f"{NO_BREAK} – die Maße stimmen so, und die Griffe sind aus Holz."
    workplace.window.composer.editor.insertPlainText(text)
    send_in_spite_of_warnings(workplace, qtbot)
    queued = workplace.correspondence.desk.reading.queued()
    assert [reply.body for reply in queued] == [text]


def send_in_spite_of_warnings(workplace: Workplace, qtbot: QtBot) -> None:
    sent: list[object] = []
    workplace.correspondence.sent.connect(sent.append)
    workplace.correspondence.send()

    def is_over() -> bool:
        for dialog in workplace.window.findChildren(GateDialog):
            if dialog.isVisible():
                dialog.confirmed.emit("")
                dialog.accept()
        return bool(sent)

    qtbot.waitUntil(is_over)


def test_a_blocked_reply_shows_the_gate_and_stays_in_the_composer(
    workplace: Workplace, qtbot: QtBot, dialog: Callable[[], QDialog]
) -> None:
    composer = workplace.window.composer
    composer.editor.insertPlainText(BAD)
    composer.editor.setFocus()
    qtbot.keyClick(
        composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    gate = dialog()
    qtbot.keyClick(gate, Qt.Key.Key_Return)
    assert composer.text == BAD
    assert workplace.window.focusWidget() is composer.editor
    assert workplace.correspondence.desk.reading.queued() == []


def test_nothing_can_be_written_while_the_reply_passes_the_gate(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    composer.editor.insertPlainText(FINE)
    workplace.correspondence.send()
    qtbot.keyClicks(composer.editor, "late")
    assert composer.text == FINE
    assert not composer.send.isEnabled()
    qtbot.waitUntil(lambda: not composer.editor.isReadOnly())


def test_a_reply_left_while_it_is_checked_is_not_sent_and_this_is_said(
    workplace: Workplace, qtbot: QtBot
) -> None:
    first = thread_of(workplace)
    workplace.window.composer.editor.insertPlainText(FINE)
    workplace.correspondence.send()
    assert step_to_another(workplace, qtbot) != first
    notice = workplace.window.notice
    qtbot.waitUntil(lambda: "Nothing was sent" in notice.words)
    assert workplace.correspondence.desk.reading.queued() == []
    assert drafts(workplace, first) == FINE


def test_a_new_message_of_the_buyer_stops_the_reply_and_is_shown(
    workplace: Workplace, profile: paths.Profile, qtbot: QtBot
) -> None:
    thread = thread_of(workplace)
    shown = len(workplace.window.messages.cards)
    workplace.window.composer.editor.insertPlainText(FINE)
    # The window is not told, as if the mail came in the very same moment.
    workplace.stop_looking()
    with open_program(profile) as program:
        first = program.reading.messages(thread)[0]
        raw = program.reading.raw(first.number)
        assert raw is not None
        again = Delivery(another(raw), Arrival("file", arrived_at=program.clock()))
        assert program.intake.keep_batch([again]).added == 1
    workplace.correspondence.send()
    accept_warnings(workplace, qtbot)
    qtbot.waitUntil(lambda: len(workplace.window.messages.cards) > shown)
    assert workplace.window.composer.text == FINE
    assert workplace.window.problems.problems[0].message.startswith("The buyer has")
    assert workplace.correspondence.desk.reading.queued() == []


def accept_warnings(workplace: Workplace, qtbot: QtBot) -> None:
    def is_told() -> bool:
        for gate in workplace.window.findChildren(GateDialog):
            if gate.isVisible():
                gate.confirmed.emit("")
                gate.accept()
        return bool(workplace.window.problems.problems)

    qtbot.waitUntil(is_told)


def another(raw: bytes) -> bytes:
    """Return a further mail of the same buyer, made from the one that was kept."""
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    part = mail.get_body(("plain",))
    assert part is not None
    # The link of a mail names its message; other digits make it another one.
    words = re.sub(r"([?&]m=)[0-9A-F]{6}", r"\g<1>ABCDEF", part.get_content())
    mail.clear_content()
    mail.set_content(words)
    mail.replace_header("Message-ID", "<more@mail.example>")
    return mail.as_bytes()


def test_a_draft_written_elsewhere_is_shown_where_nothing_is_written_here(
    workplace: Workplace, profile: paths.Profile, qtbot: QtBot
) -> None:
    thread = thread_of(workplace)
    with open_program(profile) as program:
        program.replies.keep_draft(Draft(thread, "From another desk", 4))
    qtbot.waitUntil(lambda: workplace.window.composer.text == "From another desk")


def test_what_is_being_written_is_never_replaced_by_what_was_stored(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    for part in ("one ", "two ", "three"):
        composer.editor.insertPlainText(part)
        composer.save_now()
        workplace.bus.changed.emit(Changes(everything=True))
    thread = thread_of(workplace)
    qtbot.waitUntil(lambda: drafts(workplace, thread) == "one two three")
    assert composer.text == "one two three"


def test_a_thread_stays_open_while_somebody_writes_in_it(
    workplace: Workplace, profile: paths.Profile, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    thread = thread_of(workplace)
    composer.editor.setFocus()
    qtbot.keyClicks(composer.editor, "Half a sen")
    with open_program(profile) as program:
        program.settling.no_response([thread], "thanks only")
    workplace.bus.changed.emit(Changes(everything=True))
    qtbot.waitUntil(lambda: workplace.window.queue.current_number() is None)
    qtbot.keyClicks(composer.editor, "tence.")
    assert composer.thread_key == thread
    assert composer.text == "Half a sentence."


def test_a_thread_stays_open_while_a_note_is_written_beside_it(
    workplace: Workplace, profile: paths.Profile, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    thread = thread_of(workplace)
    workplace.matters.write_note()
    qtbot.waitUntil(composer.beside.notes.field.hasFocus)
    with open_program(profile) as program:
        program.settling.no_response([thread], "thanks only")
    workplace.bus.changed.emit(Changes(everything=True))
    qtbot.waitUntil(lambda: workplace.window.queue.current_number() is None)
    assert composer.thread_key == thread


def test_a_thread_whose_reply_came_back_says_what_to_do(
    workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.window.commands.action("view-5").trigger()
    qtbot.waitUntil(
        lambda: (
            workplace.correspondence.row is not None
            and workplace.correspondence.row.sent_back
        )
    )
    assert "still waits" in workplace.window.banner.words
    assert workplace.window.banner.isVisible()
