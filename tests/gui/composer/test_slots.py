"""Tab walks the slots of a template; files are attached and notes stay outside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.composer.editor import ReplyEditor
from inbox_assistant.ui.composer.notes_panel import NotesPanel
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.theme import Theme

TEXT = "🙂 Dear {first_name}, it is {size in cm} wide."


@pytest.fixture
def editor(theme: Theme, shown: Callable[[QWidget], None], icons: Icons) -> ReplyEditor:
    page = QWidget()
    layout = QVBoxLayout(page)
    editor = ReplyEditor(theme)
    editor.setObjectName("reply")
    layout.addWidget(editor)
    notes = NotesPanel(icons)
    layout.addWidget(notes)
    page.notes = notes  # type: ignore[attr-defined]
    page.resize(500, 500)
    editor.set_draft(TEXT, 0)
    shown(page)
    page.activateWindow()
    editor.setFocus()
    editor.page = page  # type: ignore[attr-defined]
    return editor


def test_tab_chooses_each_slot_in_turn(editor: ReplyEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.textCursor().selectedText() == "{first_name}"
    qtbot.keyClicks(editor, "Nora")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.textCursor().selectedText() == "{size in cm}"
    qtbot.keyClicks(editor, "8")
    assert editor.text == "🙂 Dear Nora, it is 8 wide."
    assert editor.hasFocus()


def test_without_slots_tab_leaves_the_field(editor: ReplyEditor, qtbot: QtBot) -> None:
    editor.set_draft("nothing to fill", 0)
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()


def test_the_last_slot_does_not_hold_the_keyboard(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    editor.set_draft("only {one}", 0)
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()


def test_words_of_a_note_are_not_pasted(editor: ReplyEditor, qtbot: QtBot) -> None:
    notes = editor.page.notes  # type: ignore[attr-defined]
    notes.field.setPlainText("only for us")
    notes.field.selectAll()
    data = notes.field.createMimeDataFromSelection()
    assert not editor.canInsertFromMimeData(data)
    with qtbot.waitSignal(editor.note_refused):
        editor.insertFromMimeData(data)
    assert editor.text == TEXT


def test_files_are_attached_and_not_named(
    editor: ReplyEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    assert editor.canInsertFromMimeData(data)
    with qtbot.waitSignal(editor.files_given) as given:
        editor.insertFromMimeData(data)
    assert given.args == [[tmp_path / "a.pdf"]]
    assert editor.text == TEXT


def test_a_note_is_kept_by_ctrl_enter_and_never_sent(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    notes = editor.page.notes  # type: ignore[attr-defined]
    notes.field.setFocus()
    qtbot.keyClicks(notes.field, "ask the warehouse")
    with qtbot.waitSignal(notes.written) as kept:
        qtbot.keyClick(
            notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    assert kept.args == ["ask the warehouse"]
    assert notes.field.toPlainText() == ""
