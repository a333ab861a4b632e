"""A changed paragraph is looked at at once; the whole text after a pause."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.dismissal import Dismissal
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.ui.composer.editor import ReplyEditor
from inbox_assistant.ui.theme import Theme

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def look(text: str) -> list[Finding]:
    """Return a finding for each BAD in *text*, and one about the whole of it."""
    found = [
        Finding("bad", "c", Severity.BLOCK, at, at + 3, "BAD", "m", "w")
        for at in range(len(text))
        if text.startswith("BAD", at)
    ]
    whole = Finding(
        "lang", "wrong-language", Severity.WARN, 0, len(text), text, "m", "w"
    )
    return [*found, whole] if text else found


@pytest.fixture
def editor(theme: Theme, shown: Callable[[QWidget], None]) -> ReplyEditor:
    editor = ReplyEditor(theme)
    editor.resize(500, 300)
    editor.set_draft("first BAD\n\U0001f642 last", 99)
    editor.show_findings(editor.revision, look(editor.text)[:1])
    editor.look_at_once = look
    shown(editor)
    return editor


def test_what_is_typed_is_flagged_before_any_pause(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    editor._pause.setInterval(60_000)
    qtbot.keyClicks(editor, " BAD")
    qtbot.waitUntil(lambda: editor.marked == ["BAD", "BAD"])
    assert editor.flags[1].start == len("first BAD\n") + len("xx last ")
    assert not editor.is_checked


def test_what_a_paragraph_says_of_the_whole_text_is_not_believed(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "x")
    qtbot.waitUntil(lambda: not editor.is_looking)
    assert {flag.finding.rule for flag in editor.flags} == {"bad"}


def test_a_paragraph_is_looked_at_no_more_once_the_whole_text_is_checked(
    editor: ReplyEditor,
) -> None:
    editor.insertPlainText(" BAD")
    assert editor.is_looking
    # In the whole text it is none, and the answer is faster than the look.
    assert editor.show_findings(editor.revision, [])
    assert not editor.is_looking
    assert editor.marked == []


def test_other_paragraphs_keep_their_flags(editor: ReplyEditor, qtbot: QtBot) -> None:
    editor.look_at_once = lambda _text: []
    qtbot.keyClicks(editor, "x")
    qtbot.waitUntil(lambda: not editor.is_looking)
    assert editor.marked == ["BAD"]


def test_a_dismissed_finding_looks_different_and_can_count_again(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    known = Dismissal("e", "bad", "bad", "a name", "anna", NOON)
    with qtbot.waitSignal(editor.check_wanted):
        editor.set_dismissals([known])
    editor.show_findings(editor.revision, look(editor.text)[:1])
    [flag] = editor.flags
    assert flag.dismissal == known
    assert editor._ink(flag.look).ground is None
    editor.set_dismissals([])
    editor.show_findings(editor.revision, look(editor.text)[:1])
    assert editor.flags[0].dismissal is None


def test_a_dismissal_ends_when_the_words_change(
    editor: ReplyEditor, qtbot: QtBot
) -> None:
    editor.set_dismissals([Dismissal("e", "bad", "bad", "a name", "anna", NOON)])
    text = "first BADLY said"
    editor.set_draft(text, 0)
    longer = Finding("bad", "c", Severity.BLOCK, 6, 11, "BADLY", "m", "w")
    editor.show_findings(editor.revision, [longer])
    assert editor.flags[0].dismissal is None
    assert qtbot
