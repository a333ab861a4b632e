"""Makes the screenshots of the documents from the sample mailbox, without a screen."""

import argparse
import os
import subprocess
import sys
import tempfile
from array import array
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from inbox_assistant import paths
from inbox_assistant.bootstrap.demo import fill_with_samples
from inbox_assistant.bootstrap.window import application, build
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.settings import LANGUAGE, REMIND_BEFORE, THEME, load_settings
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.theme import SchemeChoice

FOLDER = Path(__file__).resolve().parent / "screenshots"
SCREEN = Path(__file__).resolve().parent / "screen.json"
"""A screen with room for the window at twice its size."""
PAUSE = 900
"""Milliseconds in which everything that was asked for has come."""
COLOURS = 256
"""As many as a picture with a palette can have."""

REPLY = (
    "Hello,\n\nthank you for your message. Write to me at dora.shop@example.com, or "
    "call +44 20 7946 0018, and we will find the right size.\n\nKind regards\nDora"
)


def main() -> None:
    """Write every screenshot; each palette and size has a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "scheme", nargs="?", choices=[one.value for one in SchemeChoice]
    )
    parser.add_argument("--double", action="store_true", help="the queue at 2x alone")
    parser.add_argument("--language", default="en", help="the queue alone if not en")
    chosen = parser.parse_args()
    if chosen.scheme is not None:
        make(chosen.scheme, chosen.language, is_double=chosen.double)
        return
    for arguments in (
        ["light"],
        ["dark"],
        ["contrast"],
        ["light", "--double"],
        ["light", "--language", "de"],
    ):
        scale = "2" if "--double" in arguments else "1"
        subprocess.run(
            [sys.executable, __file__, *arguments],
            env={
                **os.environ,
                "QT_QPA_PLATFORM": f"offscreen:configfile={SCREEN}",
                "QT_SCALE_FACTOR": scale,
            },
            check=True,
        )


def make(scheme: str, language: str, *, is_double: bool) -> None:
    """Write the screenshots in the colours *scheme* and in *language*."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        profile = paths.Profile(Path(folder) / "profile")
        fill_with_samples(profile)
        settings = load_settings(profile.settings)
        settings.put(THEME, scheme)
        settings.put(LANGUAGE, language)
        settings.put(REMIND_BEFORE, "")
        program = application(sys.argv[:1])
        workplace = build(profile, is_demo=True)
        workplace.start()
        wait()
        if is_double:
            save(workplace.window, f"queue-{scheme}@2x")
        elif language != "en":
            write_reply(workplace, f"{language}-{scheme}")
        elif scheme == "contrast":
            write_reply(workplace, scheme)
        else:
            show_all(workplace, scheme)
        workplace.end()
        workplace.close()
        program.quit()


def show_all(workplace: Workplace, scheme: str) -> None:
    """Go through the day of an agent and save what is seen on the way."""
    window = workplace.window
    write_reply(workplace, scheme)
    workplace.correspondence.send()
    wait()
    gate = QApplication.activeModalWidget()
    if isinstance(gate, QDialog):
        save(gate, f"gate-{scheme}")
        gate.reject()
    threads = [row.thread for row in rows_of(workplace, range(9, 12))]
    settling = workplace.correspondence.desk.use_cases.settling
    settled = settling.no_response(threads, "thanks only")
    workplace.bus.changed.emit(settled.changes)
    window.commands.action("view-4").trigger()
    wait()
    save(window, f"to-confirm-{scheme}")
    for name in ("template", "settings"):
        window.commands.action(name).trigger()
        wait()
        opened = QApplication.activeModalWidget()
        if isinstance(opened, QDialog):
            save(opened, f"{name}-{scheme}")
            opened.reject()
    for name in ("today", "report", "review", "forecast"):
        window.commands.action(name).trigger()
        wait()
        wait()
        save(window, f"{name}-{scheme}")


def write_reply(workplace: Workplace, name: str) -> None:
    """Save the queue, and a reply with what must be changed."""
    window = workplace.window
    for _ in range(4):
        window.queue.step(1)
    wait()
    save(window, f"queue-{name}")
    window.composer.editor.setFocus()
    window.composer.editor.insertPlainText(REPLY)
    wait()
    wait()
    save(window, f"composer-{name}")


def rows_of(workplace: Workplace, places: range) -> list[QueueRow]:
    """Return the rows at *places* of the list."""
    numbers = [workplace.window.queue.numbers()[place] for place in places]
    return workplace.correspondence.desk.reading.rows(numbers)


def wait() -> None:
    """Let the window do what it was asked for."""
    loop = QEventLoop()
    QTimer.singleShot(PAUSE, loop.quit)
    loop.exec()


def save(widget: QWidget, name: str) -> None:
    """Write what *widget* shows in its most frequent colours: few bytes, all seen."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(array("I", bytes(picture.constBits())))
    table = [colour for colour, _ in counted.most_common(COLOURS)]
    small = picture.convertToFormat(QImage.Format.Format_Indexed8, table)
    target = FOLDER / f"{name}.png"
    small.save(str(target), "PNG", 0)
    print(f"{target.name}  {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
