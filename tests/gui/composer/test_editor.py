"""Flags sit on the right words, whatever the text holds and however it is edited."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.finding import Finding, Fix, Severity
from inbox_assistant.ui.composer.editor import ReplyEditor
from inbox_assistant.ui.composer.marks import Ink
from inbox_assistant.ui.theme import SchemeChoice, Theme
from tests.gui.composer.invented import finding

TEXT = "Dear 👩‍👩‍👧 Marta,\nwrite to a@b.example or call 020 7946 0000.\nBye 🙂"
MAIL, PHONE = "a@b.example", "020 7946 0000"
LETTERS = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(theme: Theme, shown: Callable[[QWidget], None]) -> ReplyEditor:
    editor = ReplyEditor(theme)
    editor.resize(500, 300)
    editor.set_draft(TEXT, 0)
    shown(editor)
    return editor


def check(editor: ReplyEditor, *findings: Finding) -> bool:
    """Show *findings* about the text as it is."""
    return editor.show_findings(editor.revision, findings)


def selected(editor: ReplyEditor) -> str:
    """Return the selected words."""
    return editor.textCursor().selectedText()


def marked(editor: ReplyEditor) -> list[str]:
    """Return the words that are tinted."""
    return editor.marked


def inks(editor: ReplyEditor) -> list[Ink]:
    """Return how the tinted words look, in their order."""
    return [editor._ink(mark.look) for mark in editor._marks.shown]


def test_flagged_words_are_the_tinted_ones_beyond_any_emoji(
    editor: ReplyEditor,
) -> None:
    assert check(editor, finding(TEXT, PHONE), finding(TEXT, MAIL))
    assert marked(editor) == [MAIL, PHONE]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        st.characters(
            exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"
        ),
        min_size=1,
    ),
    data=st.data(),
)
def test_any_stretch_of_any_text_is_found_again(
    editor: ReplyEditor, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    editor.set_draft(text, start)
    words = text[start:end]
    about = Finding("r", "c", Severity.WARN, start, end, words, "m", "w")
    assert check(editor, about)
    assert marked(editor) == [words]
    assert editor.caret == start


def test_an_answer_about_an_older_text_is_dropped(editor: ReplyEditor) -> None:
    revision = editor.revision
    editor.insertPlainText("x")
    assert not editor.show_findings(revision, [finding(TEXT, MAIL)])
    assert marked(editor) == []


def test_the_text_is_checked_once_the_writer_pauses(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    asked: list[tuple[str, int]] = []
    editor.check_wanted.connect(lambda *args: asked.append(args))
    with qtbot.waitSignal(editor.check_wanted):
        qtbot.keyClicks(editor, "Hello ")
    assert asked == [("Hello " + TEXT, editor.revision)]


def test_flags_move_with_the_words_when_text_is_written_before_them(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    check(editor, finding(TEXT, MAIL))
    qtbot.keyClicks(editor, "Hello ")
    assert marked(editor) == [MAIL]
    assert editor.flag_at(editor.flags[0].start) == 0


def test_showing_findings_moves_neither_caret_nor_selection_nor_undo(
    editor: ReplyEditor,
) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    check(editor, finding(TEXT, MAIL))
    assert (editor.textCursor().anchor(), editor.textCursor().position()) == (3, 9)
    assert not editor.document().isUndoAvailable()


def test_f8_walks_the_flags_round_and_shift_f8_walks_back(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    check(editor, finding(TEXT, "Dear"), finding(TEXT, MAIL), finding(TEXT, PHONE))
    walked = []
    for _turn in range(4):
        qtbot.keyClick(editor, Qt.Key.Key_F8)
        walked.append(selected(editor))
    assert walked == ["Dear", MAIL, PHONE, "Dear"]
    for _turn in range(2):
        qtbot.keyClick(editor, Qt.Key.Key_F8, SHIFT)
        walked.append(selected(editor))
    assert walked[-2:] == [PHONE, MAIL]


def test_walking_tells_which_flag_was_reached(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    check(editor, finding(TEXT, MAIL), finding(TEXT, PHONE))
    with qtbot.waitSignal(editor.flag_reached) as reached:
        editor.previous_flag()
    assert reached.args == [1]


def test_without_flags_the_keys_do_nothing(editor: ReplyEditor, qtbot: QtBot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    qtbot.keyClick(editor, Qt.Key.Key_F8, SHIFT)
    editor.offer_fixes()
    assert selected(editor) == ""


def test_a_fix_replaces_its_words_and_undo_brings_them_back(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    check(editor, finding(TEXT, MAIL, fixes=(("Remove it", ""), ("Say so", "us"))))
    with qtbot.waitSignal(editor.check_wanted):
        assert editor.apply_fix(0, 1)
    assert editor.toPlainText() == TEXT.replace(MAIL, "us")
    editor.undo()
    assert editor.toPlainText() == TEXT


def test_a_fix_keeps_the_caret_where_it_was(editor: ReplyEditor) -> None:
    caret = TEXT.index("Bye")
    editor.set_draft(TEXT, caret)
    check(editor, finding(TEXT, MAIL, fixes=(("Remove it", ""),)))
    editor.apply_fix(0, 0)
    assert editor.caret == caret - len(MAIL)


def test_a_fix_never_overwrites_words_that_were_changed_meanwhile(
    editor: ReplyEditor,
) -> None:
    check(editor, finding(TEXT, MAIL, fixes=(("Remove it", ""),)))
    cursor = editor.textCursor()
    cursor.setPosition(editor.flags[0].start + 2)
    cursor.insertText("new")
    changed = editor.toPlainText()
    assert not editor.apply_fix(0, 0)
    assert editor.toPlainText() == changed


def test_a_fix_may_reach_across_lines(editor: ReplyEditor) -> None:
    start = TEXT.index(",\n")
    fix = Fix("Join", start, start + 2, ", ")
    about = Finding("r", "c", Severity.NOTE, start, start + 1, ",", "m", "w", (fix,))
    check(editor, about)
    assert editor.apply_fix(0, 0)
    assert editor.toPlainText() == TEXT.replace(",\n", ", ")


def test_alt_enter_lists_the_fixes_of_the_flag_at_the_caret(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    check(editor, finding(TEXT, MAIL, fixes=(("Remove it", ""),)))
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    [menu] = editor.findChildren(QMenu)
    qtbot.waitUntil(menu.isVisible)
    assert [action.text() for action in menu.actions()] == ["Remove it"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert editor.toPlainText() == TEXT.replace(MAIL, "")


def test_a_flag_without_fixes_says_so(editor: ReplyEditor) -> None:
    check(editor, finding(TEXT, MAIL))
    menu = editor.fix_menu(0)
    [action] = menu.actions()
    assert not action.isEnabled()
    menu.deleteLater()


def test_a_deleted_flag_is_walked_past(editor: ReplyEditor, qtbot: QtBot) -> None:
    check(editor, finding(TEXT, MAIL), finding(TEXT, PHONE))
    QTextCursor(editor.flags[0].stretch.cursor).removeSelectedText()
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    assert selected(editor) == PHONE


def test_the_pointer_explains_flagged_words_as_plain_text(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    text = "Look <img src='x'> here"
    editor.set_draft(text, 0)
    check(editor, finding(text, "<img src='x'>"))
    place = editor.cursorRect(editor.flags[0].stretch.cursor).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
    editor.viewportEvent(event)
    qtbot.waitUntil(lambda: bool(QToolTip.text()))
    assert "&lt;img" in QToolTip.text()
    QToolTip.hideText()


def test_severities_differ_in_their_lines_and_not_only_in_colour(
    editor: ReplyEditor,
) -> None:
    check(
        editor,
        finding(TEXT, "Dear", Severity.NOTE),
        finding(TEXT, MAIL, Severity.WARN),
        finding(TEXT, PHONE, Severity.BLOCK),
    )
    lines = {ink.pen.style() for ink in inks(editor)}
    assert len(lines) == 3


def test_flags_change_colour_with_the_theme(editor: ReplyEditor, theme: Theme) -> None:
    check(editor, finding(TEXT, MAIL))
    [light] = inks(editor)
    theme.choose(SchemeChoice.DARK)
    [dark] = inks(editor)
    assert light.ground != dark.ground


def test_tab_leaves_the_field(editor: ReplyEditor) -> None:
    assert editor.tabChangesFocus()
    assert editor.accessibleName() == "Reply"


def misspelt(*fixes: str) -> Finding:
    """Return what a check says of “wrte”, with *fixes* once they are known."""
    start = WRONG.index("wrte")
    end = start + 4
    return Finding(
        "any.spelling",
        "spelling",
        Severity.NOTE,
        start,
        end,
        "wrte",
        "m",
        "w",
        tuple(Fix(f"Write “{one}”", start, end, one) for one in fixes),
    )


WRONG = "Please wrte here."


@pytest.fixture
def wrong(editor: ReplyEditor, qtbot: QtBot) -> ReplyEditor:
    """Return the editor with a misspelt word at the caret."""
    editor.set_draft(WRONG, WRONG.index("wrte") + 2)
    check(editor, misspelt())
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return editor


def test_replacements_are_looked_up_when_they_are_asked_for_and_then_offered(
    wrong: ReplyEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(wrong.words_wanted) as asked:
        qtbot.keyClick(wrong, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert asked.args == ["wrte"]
    assert wrong.findChildren(QMenu) == []
    with qtbot.waitSignal(wrong.check_wanted):
        wrong.words_are_there("wrte")
    check(wrong, misspelt("write", "wrote"))
    [menu] = wrong.findChildren(QMenu)
    actions = menu.actions()
    assert [one.text() for one in actions] == ["Write “write”", "Write “wrote”"]
    actions[0].trigger()
    menu.close()
    assert wrong.text == "Please write here."


def test_a_word_that_nothing_is_known_for_is_asked_about_once(
    wrong: ReplyEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(wrong.words_wanted):
        wrong.select_flag(0)
    wrong.words_are_there("wrte")
    check(wrong, misspelt())
    assert wrong.findChildren(QMenu) == []
    with qtbot.assertNotEmitted(wrong.words_wanted):
        wrong.offer_fixes()
    [menu] = wrong.findChildren(QMenu)
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_no_list_opens_over_what_was_written_meanwhile(
    wrong: ReplyEditor, qtbot: QtBot
) -> None:
    wrong.offer_fixes()
    qtbot.keyClicks(wrong, "x")
    wrong.words_are_there("wrte")
    check(wrong, misspelt("write"))
    assert wrong.findChildren(QMenu) == []
