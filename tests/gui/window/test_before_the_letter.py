"""Between a key press and its letter nothing is done that could be done later."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.composer.editor import ReplyEditor

TEXT = "Write to anna@shop.example, please. "
NEEDED = {
    ("editor.py", "keyPressEvent"),
    ("flagged_text.py", "_change"),
    ("marks.py", "move"),
    # The letter is to be stored, which begins later.
    ("pane.py", "_written"),
}
"""What moves the marks with the letters, and has everything else done later."""
_PARTS = ("<", "moved", "eventFilter")
"""What belongs to a function, and who hears everything that is said to the window."""
PAINTING = {"editor.py", "flagged_text.py", "marks.py", "mark_boxes.py"}


class Recorder(QObject):
    """Notes which functions of ours run."""

    def __init__(self) -> None:
        super().__init__()
        self.ran: list[tuple[str, str]] = []
        self.painted = 0
        self.was_looking = False

    def eventFilter(  # noqa: N802 - Qt's name
        self, watched: QObject, event: QEvent
    ) -> bool:
        """Note what paints *watched*."""
        if event.type() != QEvent.Type.Paint:
            return False
        editor = watched.parent()
        assert isinstance(editor, ReplyEditor)
        self.was_looking = editor.is_looking
        watched.removeEventFilter(self)
        with self.noting():
            QApplication.sendEvent(watched, event)
        watched.installEventFilter(self)
        self.painted += 1
        return True

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Note functions of ours that begin meanwhile."""
        sys.setprofile(self._note)
        try:
            yield
        finally:
            sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, _argument: object) -> None:
        path = frame.f_code.co_filename
        name = frame.f_code.co_name
        is_own = "inbox_assistant/ui" in path and not name.startswith(_PARTS)
        if event == "call" and is_own:
            self.ran.append((path.rsplit("/", 1)[1], name))


def test_only_the_marks_are_moved_before_a_letter_is_seen(
    workplace: Workplace, qtbot: QtBot
) -> None:
    editor = workplace.window.composer.editor
    qtbot.waitUntil(lambda: editor.look_at_once is not None)
    editor.insertPlainText("\n".join([TEXT * 6] * 8))
    qtbot.waitUntil(lambda: editor.is_checked and not editor.is_looking)
    qtbot.waitUntil(lambda: len(editor.flags) >= 48)
    # What each kind of flag looks like is known from its first painting on.
    editor.viewport().grab()
    pressing, painting = Recorder(), Recorder()
    editor.viewport().installEventFilter(painting)
    with pressing.noting():
        QTest.keyClick(editor, "x")
    qtbot.waitUntil(lambda: painting.painted > 0)
    assert sorted(pressing.ran) == sorted(NEEDED)
    assert {path for path, _name in painting.ran} <= PAINTING
    # What is looked at after a letter was still to come.
    assert painting.was_looking
