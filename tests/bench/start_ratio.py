"""Measure how long a start takes, as a multiple of the barest window's.

Both are timed from the start of the process until the first picture is painted and
the event loop goes on; ours is started as a user starts it and has the rows of the
queue in it. Run with the number of messages of the store.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inbox_assistant import paths
from tests.bench.store_generator import make_store

ROOT = Path(__file__).resolve().parents[2]
GOAL = 1.5
"""How many times longer than the barest window a start may take."""

BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

def painted():
    os.write(1, b"painted")
    os._exit(0)

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

made = QApplication(sys.argv[:1])
window = Window()
window.resize(1360, 880)
window.show()
made.exec()
"""

TABLE = """
import os, sys
from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

def painted():
    os.write(1, b"painted")
    os._exit(0)

class Rows(QAbstractTableModel):
    def rowCount(self, parent=None):
        return 500
    def columnCount(self, parent=None):
        return 1
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return "A row" if role == Qt.ItemDataRole.DisplayRole else None

class Table(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

made = QApplication(sys.argv[:1])
QFontDatabase.addApplicationFont("resources/fonts/Inter-Regular.otf")
made.setFont(QFont("Inter"))
window = QMainWindow()
window.resize(1360, 880)
table, rows = Table(), Rows()
table.setModel(rows)
window.setCentralWidget(table)
window.show()
made.exec()
"""
"""The least with which rows can be seen: Qt's own table of constant words."""

OURS = """
import os, sys
from inbox_assistant.cli.main import main

def painted(opening):
    os.write(1, b"painted" if opening.was_seen else b"unseen!")
    os._exit(0)

def watch():
    from inbox_assistant.bootstrap import window
    # The second stage of the start begins when the first rows have been painted.
    window.furnish = painted

from inbox_assistant.bootstrap import qt
load = qt.load_qt
qt.load_qt = lambda: (load(), watch())
main(["--profile", sys.argv[1]])
"""


def main() -> None:
    """Print the median of each and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("messages", type=int, nargs="?", default=10_000)
    parser.add_argument("--runs", type=int, default=11)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        profile = paths.Profile(Path(folder) / "profile")
        profile.create()
        make_store(profile.database, chosen.messages)
        times: dict[str, list[float]] = {BARE: [], TABLE: [], OURS: []}
        # In turns, so that whatever else the machine does falls on both.
        for number in range(chosen.runs + 1):
            for code, taken in times.items():
                seconds = start_once(code, profile.folder)
                if number:
                    taken.append(seconds)
    bare, table, ours = (statistics.median(taken) for taken in times.values())
    print(f"bare window      {1000 * bare:6.0f} ms")
    print(f"stock table      {1000 * table:6.0f} ms   {table / bare:.2f} times")
    print(f"first rows seen  {1000 * ours:6.0f} ms")
    print(f"ratio            {ours / bare:6.2f}   (goal: at most {GOAL})")


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which modules are compiled once, as when installed."""
    values = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    values.pop("PYTHONDONTWRITEBYTECODE", None)
    values["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    return values


def start_once(code: str, folder: Path) -> float:
    """Return the seconds from the start of the process to its first paint."""
    began = time.perf_counter()
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert program.stdout is not None
    seen = program.stdout.read(7)
    taken = time.perf_counter() - began
    program.wait()
    if seen != b"painted":
        raise SystemExit("The window ended before it was painted.")
    return taken


if __name__ == "__main__":
    main()
