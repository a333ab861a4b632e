"""Measure the policy engine: a whole reply, a keystroke, many rules, a cold start.

The figures that matter are ratios, taken in one run on one machine: a keystroke to the
whole reply, five times the rules to the shipped ones, a start to that of Qt's widgets.
Times are of the processor's work, so that whatever else runs hardly counts.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import Engine, load_engine

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = paths.resources() / "policy"
LENGTH = 4000
CLONES = 2500
CONTEXT = Context(buyer_topics=("other",), language="en")

QT = """
import time
began = time.process_time()
import PySide6.QtWidgets
print(time.process_time() - began)
"""
OURS = """
import sys, time
from pathlib import Path
began = time.process_time()
from inbox_assistant.policy.engine import load_engine
load_engine(Path(sys.argv[1]), cache=Path(sys.argv[2]))
print(time.process_time() - began)
"""


def main() -> None:
    """Print each figure, in milliseconds, and its ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    engine = load_engine(SHIPPED)
    text = reply()
    whole = median(lambda: whole_reply(engine, text), runs)
    typed = statistics.median(
        timed(lambda at=at: engine.check(text[:at] + "x" + text[at:], CONTEXT))
        for at in range(0, LENGTH, LENGTH // runs)
    )
    print(f"reply of {LENGTH} characters, {len(engine.rules)} rules {whole:7.2f} ms")
    print(f"keystroke in it {typed:7.2f} ms, {whole / typed:.1f} times less")
    with tempfile.TemporaryDirectory() as folder:
        more = load_engine(SHIPPED, clones(Path(folder)))
        many = median(lambda: whole_reply(more, text), runs)
        print(f"with {len(more.rules)} rules {many:7.2f} ms, {many / whole:.2f} times")
        load_engine(SHIPPED, cache=Path(folder))
        qt = started(QT, runs)
        ours = started(OURS, runs, str(SHIPPED), folder)
        print(f"cold start {ours:7.1f} ms, {ours / qt:.2f} of Qt's widgets {qt:.1f} ms")


def reply() -> str:
    """Return a long reply made of the clean ones of the corpus, on one line."""
    lines = (ROOT / "tests/corpus/replies-en.jsonl").read_text("utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    clean = [item["reply"] for item in items if not item["findings"]]
    return (" ".join(clean * 3).replace("\n", " "))[:LENGTH]


def whole_reply(engine: Engine, text: str) -> None:
    """Check *text* as if for the first time."""
    engine.forget()
    engine.check(text, CONTEXT)


def timed(action: Callable[[], object]) -> float:
    """Return how many milliseconds of work *action* takes."""
    began = time.process_time()
    action()
    return (time.process_time() - began) * 1000


def median(action: Callable[[], object], runs: int) -> float:
    """Return the median of the milliseconds that *action* takes, once warm."""
    action()
    return statistics.median(timed(action) for _ in range(runs))


def clones(folder: Path) -> Path:
    """Write a pack of rules in an invented vocabulary and return its folder."""
    chance = random.Random(5)
    pack = ['[pack]\ncategory = "promotion"\nsource = "invented"\n']
    for number in range(CLONES):
        a, b, c, d = (invented(chance) for _ in range(4))
        pack.append(
            f'[rule.r{number}]\nphrases = ["{a}|{b} ~3 {c}", "{c} ~2 {d}"]\n'
            f'flags = ["«{c} {d}»"]\nallows = ["x"]\n'
        )
    own = folder / "own"
    own.mkdir()
    (own / "clones.toml").write_text("\n".join(pack), "utf-8")
    return own


def invented(chance: random.Random) -> str:
    """Return a word of no language."""
    syllables = range(chance.randint(3, 4))
    return "".join(
        chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in syllables
    )


def started(program: str, runs: int, *arguments: str) -> float:
    """Return the median of the milliseconds that *program* says it took."""
    command = [sys.executable, "-c", program, *arguments]
    times = [
        float(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
        for _ in range(runs)
    ]
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()
