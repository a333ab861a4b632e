"""Marks go with the words, and are seen where the words stand."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QWidget

from inbox_assistant.domain.finding import Severity
from inbox_assistant.ui.composer.editor import ReplyEditor
from inbox_assistant.ui.theme import Theme
from tests.gui.composer.invented import finding

WORDS = st.sampled_from(["", "a", "bc ", "\n", "🙂", "שלום ", "\n\nx"])
TEXT = "one flag here\nand one there 🙂 end"


@pytest.fixture
def editor(theme: Theme, shown: Callable[[QWidget], None]) -> ReplyEditor:
    editor = ReplyEditor(theme)
    editor.resize(400, 200)
    shown(editor)
    return editor


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), WORDS), max_size=12)
)
def test_sums_say_what_the_cursors_say(
    editor: ReplyEditor, edits: list[tuple[int, int, str]]
) -> None:
    editor.set_draft(TEXT, 0)
    found = [finding(TEXT, "flag"), finding(TEXT, "one there"), finding(TEXT, "🙂 e")]
    editor.show_findings(editor.revision, found)
    for place, length, words in edits:
        last = editor.document().characterCount() - 1
        cursor = QTextCursor(editor.document())
        cursor.setPosition(min(place, last))
        cursor.setPosition(min(place + length, last), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        alive = [(f.start, f.end) for f in editor.flags if f.start < f.end]
        assert [(m.start, m.end) for m in editor._marks.shown] == alive


def tinted(editor: ReplyEditor, colour: QColor) -> list[int]:
    """Return the columns of pixels in which *colour* is seen."""
    image = editor.viewport().grab().toImage()
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == colour for y in range(image.height()))
    ]


@pytest.mark.parametrize("text", ["ab FLAG cd", "שלום FLAG עולם", "שלום דגל עולם"])
def test_the_tint_is_seen_where_the_words_stand(
    editor: ReplyEditor, theme: Theme, text: str
) -> None:
    words = "FLAG" if "FLAG" in text else "דגל"
    editor.set_draft(text, 0)
    assert tinted(editor, theme.colours.block_tint) == []
    editor.show_findings(editor.revision, [finding(text, words)])
    columns = tinted(editor, theme.colours.block_tint)
    assert columns
    start = editor.flags[0].start
    cursor = QTextCursor(editor.document())
    cursor.setPosition(start)
    cursor.setPosition(start + 1)
    assert columns[0] - 4 <= editor.cursorRect(cursor).center().x() <= columns[-1] + 4


def test_a_stretch_over_many_lines_is_tinted_in_each(
    editor: ReplyEditor, theme: Theme
) -> None:
    text = "word " * 60 + "\n" + "more " * 20
    editor.set_draft(text, 0)
    whole = finding(text, text.strip(), Severity.WARN)
    editor.show_findings(editor.revision, [whole])
    image = editor.viewport().grab().toImage()
    rows = {
        y
        for y in range(image.height())
        if image.pixelColor(20, y) == theme.colours.warn_tint
    }
    assert len(rows) >= 50
