"""Opens the window on a profile and types until it is killed.

Each line on standard output is the number of letters that were typed by then; whoever
reads it kills this process and looks what the file holds.

    python -m tests.gui.window.typist PROFILE
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from inbox_assistant import paths
from inbox_assistant.bootstrap.window import application, build

LETTERS = "The lid fits the larger jar as well. Write to anna@shop.example, or not. "
PACE = 15
"""Milliseconds between two letters: quicker than any writer."""


def main() -> None:
    """Type into the first thread of the queue."""
    made = application(["typist"])
    workplace = build(paths.Profile(Path(sys.argv[1])), is_demo=True)
    workplace.start()
    editor = workplace.window.composer.editor
    count = 0

    def press() -> None:
        nonlocal count
        # What a start still loads may keep the first draft waiting; it is not
        # measured here.
        is_loaded = editor.look_at_once is not None
        if not (is_loaded and workplace.window.composer.isEnabled()):
            return
        if count == 0:
            os.write(1, f"{workplace.window.composer.thread_key}\n".encode())
        QTest.keyClicks(editor, LETTERS[count % len(LETTERS)])
        count += 1
        os.write(1, f"{count}\n".encode())

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(PACE)
    made.exec()


if __name__ == "__main__":
    main()
