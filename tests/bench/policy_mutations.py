"""Check a great many strange texts and say what failed and how long the slowest took.

    python -m tests.bench.policy_mutations 1000000 [--seed 1] [--workers 2]

Each text is checked as a reply and read as a buyer's message. Ends with 1 when one
raised, when reading it again after something was typed found other things than a full
check, or when a check took more than twenty times the median. Times are of the
processor's work, and what seems slow is measured again.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import Engine
from tests.policy_packs import shipped_engine
from tests.strange_texts import strange_texts, typed

BUDGET = 20
PORTION = 2_000
CONTEXT = Context(buyer_topics=("other",), language="en")


def main() -> int:
    """Check as many texts as asked for, in portions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    seeds = [chosen.seed * 1_000_000 + at for at in range(-(-chosen.count // PORTION))]
    times: list[float] = []
    slowest: list[tuple[float, str]] = []
    failures: list[str] = []
    with ProcessPoolExecutor(chosen.workers) as pool:
        for took, slow, failed in pool.map(check_portion, seeds):
            times.extend(took)
            slowest = sorted([*slowest, *slow], reverse=True)[:5]
            failures.extend(failed)
    median = statistics.median(times)
    ratio = slowest[0][0] / median
    print(f"{len(times)} texts, {len(failures)} failures, slowest {ratio:.1f} medians")
    for failure in failures[:20]:
        print(failure)
    for took, text in slowest:
        print(f"{took / median:6.1f} medians: {text[:120]!r}")
    return int(bool(failures) or ratio > BUDGET)


def check_portion(seed: int) -> tuple[list[float], list[tuple[float, str]], list[str]]:
    """Return the times, the slowest texts and the failures of one portion."""
    engine, chance = shipped_engine(), random.Random(seed)
    times: list[float] = []
    slow: list[tuple[float, str]] = []
    failures: list[str] = []
    for text in strange_texts(seed, PORTION):
        try:
            took = work(engine, text)
            times.append(took)
            if len(times) % 10 == 0:
                failures.extend(differences(engine, text, chance))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is reported
            failures.append(f"{seed}: {type(error).__name__} {error}: {text!r}")
            continue
        if len(slow) < 3 or took > slow[-1][0]:
            took = min(took, *(afresh(engine, text) for _ in range(3)))
            slow = sorted([*slow, (took, text)], reverse=True)[:3]
    return times, slow, failures


def work(engine: Engine, text: str) -> float:
    """Return the seconds of work that checking *text* takes."""
    began = time.process_time()
    engine.check(text, CONTEXT)
    engine.read_topics(text)
    return time.process_time() - began


def afresh(engine: Engine, text: str) -> float:
    """Return the seconds of work that checking *text* for the first time takes."""
    engine.forget()
    return work(engine, text)


def differences(engine: Engine, text: str, chance: random.Random) -> Iterator[str]:
    """Yield where typing finds something else than reading the whole text anew."""
    changed = typed(text, chance)
    if engine.check(changed, CONTEXT) != fresh_engine().check(changed, CONTEXT):
        yield f"typing finds something else: {changed!r}"


@cache
def _second_engine() -> Engine:
    return shipped_engine.__wrapped__()


def fresh_engine() -> Engine:
    """Return an engine that has forgotten every sentence."""
    engine = _second_engine()
    engine.forget()
    return engine


if __name__ == "__main__":
    sys.exit(main())
