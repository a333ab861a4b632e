"""Where flagged words stand is found out once a line, and never out of date."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.finding import Finding
from inbox_assistant.ui.composer.editor import ReplyEditor
from inbox_assistant.ui.composer.mark_boxes import Boxes, MarkBoxes, Stretch
from inbox_assistant.ui.theme import Theme
from tests.gui.composer.invented import finding

WORDS = st.sampled_from(
    ["a", "bcd ", "\n", "🙂 ", "שלום ", "é’s “x” ", "word " * 12, "\t", "\u202bx\u202c"]
)
EVERYTHING = (0.0, 10_000.0)


@pytest.fixture
def editor(theme: Theme, shown: Callable[[QWidget], None]) -> ReplyEditor:
    editor = ReplyEditor(theme)
    editor.resize(400, 300)
    shown(editor)
    return editor


def found_in(text: str) -> list[Finding]:
    return [
        finding(text, word) for word in ("word", "bcd", "🙂", "שלום") if word in text
    ]


def plain(boxes: Boxes) -> dict[int, list[tuple[object, object]]]:
    """Return *boxes* as what can be compared."""
    return {
        look: [(one.getRect(), two.toTuple()) for one, two in zip(*both, strict=True)]
        for look, both in boxes.items()
    }


def stretches_in(editor: ReplyEditor, first: int, length: int) -> list[Stretch]:
    return [
        (max(start - first, 0), end - first, look)
        for start, end, look in editor._marks._stretches
        if start < first + length - 1 and end > first
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    edits=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 5), WORDS), max_size=8)
)
def test_what_is_remembered_is_what_would_be_found_anew(
    editor: ReplyEditor, edits: list[tuple[int, int, str]]
) -> None:
    editor.set_draft("bcd word\nword שלום " + "word " * 30, 0)
    remembering = MarkBoxes()
    for place, length, words in edits:
        last = editor.document().characterCount() - 1
        cursor = QTextCursor(editor.document())
        cursor.setPosition(min(place, last))
        cursor.setPosition(min(place + length, last), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        editor.show_findings(editor.revision, found_in(editor.text))
        block = editor.document().firstBlock()
        while block.isValid():
            inside = stretches_in(editor, block.position(), block.length())
            said = remembering.of(block, inside, EVERYTHING)
            assert plain(said) == plain(MarkBoxes().of(block, inside, EVERYTHING))
            block = block.next()


def test_a_letter_has_only_its_own_lines_looked_at(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    text = "some words of a reply " * 40
    editor.set_draft(text, len(text) // 2)
    words = [
        Finding("r", "c", found.severity, at, at + 4, "some", "m", "w")
        for found in [finding(text, "some")]
        for at in range(0, len(text), 22)
    ]
    editor.show_findings(editor.revision, words)
    editor.viewport().grab()
    known = editor._marks._boxes._known
    before = len(known)
    assert before > 10
    qtbot.keyClick(editor, "i")
    editor.viewport().grab()
    assert len(known) - before <= 2


def test_other_letters_have_everything_looked_at_anew(editor: ReplyEditor) -> None:
    editor.set_draft("word and word", 0)
    editor.show_findings(editor.revision, found_in(editor.text))
    editor.viewport().grab()
    known = editor._marks._boxes._known
    assert known
    editor.setFont(QFont(editor.font().family(), 20))
    assert not known


def test_every_paragraph_keeps_what_its_layout_found_out(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    editor.set_draft("one\ntwo\n\nthree", 3)
    qtbot.keyClick(editor, "\r")
    qtbot.keyClicks(editor, "new")
    qtbot.waitUntil(lambda: not editor.is_looking)
    block, kept = editor.document().firstBlock(), []
    while block.isValid():
        kept.append(block.layout().cacheEnabled())
        block = block.next()
    assert kept == [True] * 5
