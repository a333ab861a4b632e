"""Between a key press and its letter nothing is done that could be done later."""

import sys
from types import FrameType

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.application import Workplace

TEXT = "Write to anna@shop.example, please. "
NEEDED = {
    ("editor.py", "keyPressEvent"),
    ("flagged_text.py", "_change"),
    ("marks.py", "move"),
    # The letter is to be stored, which begins later.
    ("pane.py", "_written"),
    # It hears everything that is said to the window, also that it is to be painted.
    ("ticker.py", "eventFilter"),
}
"""What moves the marks with the letters, and has everything else done later."""
PAINTING = {
    "editor.py",
    "flagged_text.py",
    "marks.py",
    "mark_boxes.py",
    "severity_look.py",
    "theme.py",
}


class Recorder(QObject):
    """Notes which functions of ours run until a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.ran: list[tuple[str, str]] = []
        self.is_painting = False
        self.is_over = False

    def eventFilter(  # noqa: N802 - Qt's name
        self, watched: QObject, event: QEvent
    ) -> bool:
        """Let the paint of *watched* end the notes."""
        if event.type() == QEvent.Type.Paint and not self.is_over:
            self.is_painting = True
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            self.is_over = True
            sys.setprofile(None)
            return True
        return False

    def note(self, frame: FrameType, event: str, _argument: object) -> None:
        """Note a function of ours that begins."""
        path = frame.f_code.co_filename
        if event != "call" or "inbox_assistant/ui" not in path or self.is_over:
            return
        name = path.rsplit("/", 1)[1]
        if not (self.is_painting and name in PAINTING):
            self.ran.append((name, frame.f_code.co_name.strip("<>")))


def test_only_the_marks_are_moved_before_a_letter_is_seen(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    editor = composer.editor
    qtbot.waitUntil(lambda: editor.look_at_once is not None)
    editor.insertPlainText("\n".join([TEXT * 6] * 8))
    qtbot.waitUntil(lambda: editor.is_checked and not editor.is_looking)
    qtbot.waitUntil(lambda: len(editor.flags) >= 48)
    qtbot.waitUntil(lambda: composer.is_saved)
    QTest.qWait(50)
    recorder = Recorder()
    editor.viewport().installEventFilter(recorder)
    sys.setprofile(recorder.note)
    try:
        QTest.keyClick(editor, "x")
        while not recorder.is_over:
            QApplication.processEvents()
    finally:
        sys.setprofile(None)
    inner = {"moved", "listcomp", "genexpr"}
    ran = [one for one in recorder.ran if one[1] not in inner]
    assert set(ran) == NEEDED
    once = [one for one in ran if one[1] != "eventFilter"]
    assert len(once) == len(set(once))
