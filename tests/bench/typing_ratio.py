"""How quickly a key press is seen and judged, beside a bare field of Qt's.

Both fields hold the same 4,000 characters; ours has about eighty findings in them. A
key press is timed until its letter is painted, and until the paragraph's flags are
painted as a check of its new words wants them. The bare field's key press is the floor,
measured turn by turn in the same run.

    QT_QPA_PLATFORM=offscreen python -m tests.bench.typing_ratio
"""

import argparse
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from inbox_assistant.paths import resources
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import load_engine
from inbox_assistant.ui.composer.editor import ReplyEditor
from inbox_assistant.ui.fonts import load_fonts, set_base_font
from inbox_assistant.ui.palette import Palettes
from inbox_assistant.ui.theme import STYLE, SchemeChoice, Theme

clock = time.perf_counter
"""What times a key press; ``--cpu`` takes this thread's own work instead, which tells
the same on a machine that others keep busy."""

LENGTH = 4_000
FINDINGS = 80
SENTENCES = (
    "The lid fits the larger jar, too. ",
    "Write to anna{0}@shop.example, or to bob{0}@shop.example as well. ",
    "The handle stays cool in use. ",
    "It says so at shelf{0}.example.com and at jar{0}.example.com. ",
)
ASKED = Context(
    buyer_text="Does the lid fit the larger jar?", language="en", marketplace="UK"
)


class Watch(QObject):
    """Notes when a field was last painted."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__()
        self.at = 0.0
        self.times = 0
        field.viewport().installEventFilter(self)

    def eventFilter(  # noqa: N802 - Qt's name
        self, watched: QObject, event: QEvent
    ) -> bool:
        """Note the moment after a paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at = clock()
            self.times += 1
            return True
        return False


def sample(paragraphs: int) -> str:
    """Return 4,000 characters in so many paragraphs, with about eighty findings."""
    whole, number = "", 0
    while len(whole) < LENGTH:
        whole += SENTENCES[number % 4].format(number)
        number += 1
    size = LENGTH // paragraphs
    cuts = [whole.find(". ", at) + 2 for at in range(size, LENGTH - size // 2, size)]
    parts = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, LENGTH], strict=True)]
    return "\n".join(parts)


def measure(turns: int, paragraphs: int) -> dict[str, list[float]]:
    """Return the times of key presses in both fields."""
    text = sample(paragraphs)
    engine = load_engine(resources() / "policy")
    theme = Theme(
        QApplication.instance(), Palettes(resources() / "palettes"), SchemeChoice.LIGHT
    )  # type: ignore[arg-type]
    ours, bare = ReplyEditor(theme), QPlainTextEdit()
    ours.look_at_once = lambda words: engine.check(words, ASKED)
    bare.setFrameShape(ours.frameShape())
    bare.setPlainText(text)
    ours.set_draft(text, 0)
    found = engine.check(text, ASKED)
    show_alike(ours, bare)
    ours.show_findings(ours.revision, found)
    QTest.qWait(300)
    print(f"{paragraphs} paragraphs, {len(text)} characters, {len(found)} findings")
    times: dict[str, list[float]] = {"bare": [], "letter": [], "underline": []}
    watches = {field: Watch(field) for field in (ours, bare)}
    word = "anna@shop.example "
    for turn in range(turns):
        key = word[turn % len(word)]
        times["bare"].append(press(bare, key, watches[bare], lambda: True)[1])
        letter, judged = press(ours, key, watches[ours], lambda: not ours.is_looking)
        times["letter"].append(letter)
        times["underline"].append(judged)
    for field in (ours, bare):
        field.hide()
        field.deleteLater()
    return times


def show_alike(ours: QPlainTextEdit, bare: QPlainTextEdit) -> None:
    """Show both fields with the caret in the middle.

    As large, and in the same letters, they break their lines in the same places.
    """
    bare.document().setDocumentMargin(ours.document().documentMargin())
    bare.setFrameShape(ours.frameShape())
    for field in (ours, bare):
        field.resize(620, 420)
        field.show()
        cursor = field.textCursor()
        cursor.setPosition(field.document().characterCount() // 2)
        field.setTextCursor(cursor)
        field.ensureCursorVisible()
    assert bare.viewport().size() == ours.viewport().size()
    assert bare.font() == ours.font()
    assert bare.document().lineCount() == ours.document().lineCount()


def press(
    field: QPlainTextEdit, key: str, watch: Watch, is_done: Callable[[], bool]
) -> tuple[float, float]:
    """Press *key*; return the seconds to its letter and to the last paint."""
    field.setFocus()
    QApplication.processEvents()
    before = watch.times
    start = clock()
    QTest.keyClick(field, key)
    letter = 0.0
    while not letter or not is_done():
        QApplication.processEvents()
        if not letter and watch.times > before:
            letter = watch.at - start
    QApplication.processEvents()
    return letter, watch.at - start


def main() -> None:
    """Measure and say the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--turns", type=int, default=400)
    parser.add_argument("--cpu", action="store_true")
    chosen = parser.parse_args()
    if chosen.cpu:
        globals()["clock"] = time.thread_time
    application = QApplication(["bench", *STYLE])
    load_fonts(resources() / "fonts")
    set_base_font(application)
    for paragraphs in (20, 5, 1):
        times = measure(chosen.turns, paragraphs)
        floor = times.pop("bare")
        for name, seconds in times.items():
            print(
                f"  {name:10} median {ratio(statistics.median, seconds, floor)}"
                f"  p99 {ratio(_p99, seconds, floor)}"
            )


def ratio(
    of: Callable[[list[float]], float], seconds: list[float], floor: list[float]
) -> str:
    """Return how *seconds* stand to those of the bare field."""
    mine, theirs = of(seconds), of(floor)
    return f"{mine / theirs:5.2f} x ({1000 * mine:.2f} of {1000 * theirs:.2f} ms)"


def _p99(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)]


if __name__ == "__main__":
    main()
