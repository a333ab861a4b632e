"""Findings set aside, files, notes and promises, in the real window."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.dismissal import Dismissal
from inbox_assistant.domain.finding import Severity
from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.composer.gate_dialog import GateDialog
from inbox_assistant.ui.composer.reason_dialog import ReasonDialog
from inbox_assistant.ui.composer.template_picker import TemplatePicker
from inbox_assistant.ui.correspondence import heeded
from inbox_assistant.ui.thread.danger import danger_words
from tests.gui.composer.invented import finding

Wait = Callable[[], QDialog]
BAD = "Write to me at dora.shop@example.com, please."
CONTROL = Qt.KeyboardModifier.ControlModifier


def checked(workplace: Workplace, qtbot: QtBot, text: str) -> None:
    editor = workplace.window.composer.editor
    editor.insertPlainText(text)
    qtbot.waitUntil(lambda: editor.is_checked, timeout=20_000)


def test_a_finding_is_set_aside_by_a_key_and_counts_again(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    composer = workplace.window.composer
    editor = composer.editor
    checked(workplace, qtbot, BAD)
    editor.setFocus()
    mails = [n for n, flag in enumerate(editor.flags) if "@" in flag.finding.text]
    editor.select_flag(mails[-1])
    before = len(composer.findings.cards)
    qtbot.keyClick(editor, Qt.Key.Key_Period, CONTROL)
    asked = dialog()
    assert isinstance(asked, ReasonDialog)
    qtbot.keyClick(asked.choices, Qt.Key.Key_2)
    qtbot.keyClick(asked.choices, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(f.dismissal for f in editor.flags), timeout=20_000)
    assert len(composer.findings.cards) == before
    qtbot.waitUntil(lambda: "Set aside: 1" in composer.findings._summary.text())
    # What blocks is held back whatever was said of it.
    workplace.correspondence.send()
    gate = dialog()
    assert isinstance(gate, GateDialog)
    gate.reject()
    number = next(n for n, f in enumerate(editor.flags) if f.dismissal)
    editor.dismiss_wanted.emit(number)
    qtbot.waitUntil(lambda: not any(f.dismissal for f in editor.flags), timeout=20_000)


def test_another_thread_does_not_begin_with_the_count_of_the_last_ones_findings(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    tabs = composer.beside._tabs
    checked(workplace, qtbot, BAD)
    qtbot.waitUntil(lambda: tabs.tabText(0) != "Findings", timeout=20_000)
    workplace.window.queue.step(1)
    qtbot.waitUntil(lambda: not composer.text)
    assert tabs.tabText(0) == "Findings"


def test_the_gate_hears_no_dismissed_warning_and_every_block() -> None:
    text = "One warns, two blocks, three hints"
    found = [
        finding(text, "One", Severity.WARN),
        finding(text, "two", Severity.BLOCK),
        finding(text, "three", Severity.NOTE),
    ]
    now = datetime(2026, 3, 2, tzinfo=UTC)
    known = [
        Dismissal(one.rule, one.rule, one.text.lower(), "why", "anna", now)
        for one in found
    ]
    shown, aside = heeded(found, known)
    assert [one.text for one in shown] == ["two"]
    assert aside == {0: "why"}
    assert [one.text for one in heeded(found, [])[0]] == ["One", "two"]


def test_a_template_asked_for_while_the_thread_is_coming_is_offered_once_it_is_there(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    window = workplace.window
    queue, before = window.queue, workplace.correspondence.row
    queue.setFocus()
    queue.step(1)
    assert workplace.correspondence.row is None
    qtbot.keyClick(queue, Qt.Key.Key_R)
    qtbot.keyClicks(queue, "Dear")
    window.commands.action("template").trigger()
    qtbot.keyClicks(queue, "a")
    picker = dialog()
    assert isinstance(picker, TemplatePicker)
    assert picker.field.text() == "a"
    assert window.composer.text == "Dear"
    assert workplace.correspondence.row != before
    picker.reject()


def test_a_reply_typed_and_sent_before_its_thread_is_there_is_sent_by_itself(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    window, sent = workplace.window, []
    workplace.correspondence.sent.connect(sent.append)
    window.queue.setFocus()
    window.queue.step(1)
    qtbot.keyClick(window.queue, Qt.Key.Key_R)
    qtbot.keyClicks(window.queue, "Write to me at me@shop.example")
    window.commands.action("send").trigger()
    # It passes the gate like any other reply.
    dialog().reject()
    assert window.composer.text == "Write to me at me@shop.example"
    assert sent == []


def test_a_draft_that_nobody_has_looked_at_is_not_sent_by_an_early_key(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = workplace.window
    window.composer.editor.insertPlainText("Half a")
    window.queue.setFocus()
    window.queue.step(1)
    qtbot.waitUntil(window.composer.isEnabled)
    qtbot.waitUntil(lambda: window.composer.is_saved)
    window.queue.step(-1)
    qtbot.keyClick(window.queue, Qt.Key.Key_R)
    qtbot.keyClicks(window.queue, "sentence")
    window.commands.action("send").trigger()
    qtbot.waitUntil(lambda: "a draft already" in window.notice.words)
    assert "Half a" in window.composer.text
    assert "sentence" in window.composer.text


def test_a_promise_is_chosen_by_a_digit_and_stored_with_the_draft(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    composer = workplace.window.composer
    composer.editor.insertPlainText("You will hear from me.")
    workplace.window.commands.action("promise").trigger()
    asked = dialog()
    assert isinstance(asked, ReasonDialog)
    qtbot.keyClick(asked.choices, Qt.Key.Key_3)
    qtbot.keyClick(asked.choices, Qt.Key.Key_Return)
    assert composer.step.promise_at is not None
    thread = composer.thread_key or ""
    reading = workplace.correspondence.desk.reading

    def is_stored() -> bool:
        draft = reading.draft(thread)
        return draft is not None and draft.step == composer.step

    qtbot.waitUntil(is_stored, timeout=20_000)


def test_files_are_attached_checked_and_taken_away(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    composer = workplace.window.composer
    (tmp_path / "size.txt").write_text("Write to anna@shop-of-ours.example.com")
    (tmp_path / "film.mp4").write_bytes(b"1")
    workplace.files.attach([tmp_path / "size.txt", tmp_path / "film.mp4"])
    qtbot.waitUntil(lambda: len(composer.files.buttons) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: bool(workplace.window.problems.problems), timeout=20_000)
    assert "takes no .mp4" in workplace.window.problems.problems[0].message
    assert composer.files.isVisible()
    qtbot.waitUntil(lambda: len(composer.findings.cards) >= 1, timeout=20_000)
    assert composer.findings.cards[0].finding.attachment == "size.txt"
    composer.files.buttons[0].click()
    qtbot.waitUntil(lambda: not composer.files.buttons, timeout=20_000)


def test_a_reply_does_not_leave_before_the_file_that_was_just_given_to_it(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    composer = workplace.window.composer
    checked(workplace, qtbot, "Yes, it does.")
    (tmp_path / "size.txt").write_text("The lid is 8 cm wide.")
    workplace.files.attach([tmp_path / "size.txt"])
    workplace.correspondence.send()
    assert "still being looked into" in workplace.window.notice.words
    assert not workplace.correspondence.is_sending
    qtbot.waitUntil(lambda: len(composer.files.buttons) == 1, timeout=20_000)
    assert composer.text == "Yes, it does."
    workplace.files.attach([tmp_path / "none.txt"])
    qtbot.waitUntil(lambda: bool(workplace.window.problems.problems), timeout=20_000)
    workplace.correspondence.send()
    assert workplace.correspondence.is_sending


def test_a_note_is_written_shown_and_taken_away(
    workplace: Workplace, qtbot: QtBot
) -> None:
    beside = workplace.window.composer.beside
    workplace.window.commands.action("note").trigger()
    assert workplace.window.focusWidget() is beside.notes.field
    qtbot.keyClicks(beside.notes.field, "Ask the warehouse")
    beside.notes.keep.click()
    qtbot.waitUntil(lambda: len(beside.notes.notes) == 1, timeout=20_000)
    assert "Ask the warehouse" in beside.notes.shown.toPlainText()
    assert workplace.window.composer.text == ""
    beside.notes.remove.click()
    qtbot.waitUntil(lambda: not beside.notes.notes, timeout=20_000)


def test_ctrl_enter_in_a_note_keeps_the_note_and_sends_nothing(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    notes = composer.beside.notes
    composer.editor.insertPlainText("It fits.")
    workplace.window.commands.action("note").trigger()
    workplace.window.activateWindow()
    qtbot.waitUntil(notes.field.hasFocus)
    qtbot.keyClicks(notes.field, "Ask the warehouse")
    qtbot.keyClick(notes.field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(notes.notes) == 1, timeout=20_000)
    assert composer.text == "It fits."
    assert not workplace.correspondence.is_sending
    assert workplace.correspondence.desk.reading.queued() == []


def test_a_note_that_was_begun_stays_with_its_thread(
    workplace: Workplace, qtbot: QtBot
) -> None:
    notes = workplace.window.composer.beside.notes
    notes.field.setPlainText("about the first one")
    first = workplace.correspondence.row
    workplace.window.queue.step(1)
    qtbot.waitUntil(
        lambda: workplace.correspondence.row not in (None, first), timeout=20_000
    )
    assert notes.field.toPlainText() == ""
    workplace.window.queue.step(-1)
    qtbot.waitUntil(
        lambda: notes.field.toPlainText() == "about the first one", timeout=20_000
    )


def test_order_product_and_local_time_stand_beside_the_reply(
    workplace: Workplace,
) -> None:
    row = workplace.correspondence.row
    assert row is not None
    words = workplace.window.composer.beside.background.words
    assert (row.order_id or "") in words
    assert f"{row.marketplace}: " in words


def test_the_languages_of_buyer_and_reply_are_told(
    workplace: Workplace, qtbot: QtBot
) -> None:
    label = workplace.window.composer.buttons.language
    checked(workplace, qtbot, "The lid of the jar fits, and it is what you asked for.")
    qtbot.waitUntil(lambda: "Reply: English" in label.text, timeout=20_000)
    assert "Buyer: " in label.text


def test_dangerous_files_are_named_in_words() -> None:
    assert "harm" in danger_words(Attachment("a.exe", "", 1))
    assert "looks" in danger_words(Attachment("a.pdf.exe", "", 1))
    assert danger_words(Attachment("a.pdf", "application/pdf", 1)) == ""
