"""How often each rule was right in labelled replies it was not written for."""

import math
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from labelled import PACKS

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.engine import Engine
from inbox_assistant.policy.evaluation import LabelledReply, read_replies, touches
from inbox_assistant.policy.pack import load_packs

_BELIEVED = 6.0
"""How many hits count like those of its category before a rule's own do."""
_LEAST, _MOST = -2.0, 2.0
_WORTH_TELLING = 0.15
_CHUNK = 500

Count = Counter[tuple[str, str, bool]]
"""Hits by category, rule, and whether a person has marked something there."""


def trusted(folders: Iterable[Path]) -> dict[str, float]:
    """Return how much likelier than its category's a rule is right, as log odds.

    Rules that differ little are left out.
    """
    paths = [path for one in folders for path in sorted(one.glob("repl*.jsonl"))]
    replies = read_replies(paths)
    chunks = [replies[at : at + _CHUNK] for at in range(0, len(replies), _CHUNK)]
    counts: Count = Counter()
    with ProcessPoolExecutor() as pool:
        for found in pool.map(_counted, chunks):
            counts.update(found)
    every: Counter[tuple[str, bool]] = Counter()
    for (category, _, right), count in counts.items():
        every[category, right] += count
    trust = {}
    for category, rule in sorted({one[:2] for one in counts}):
        right, wrong = (counts[category, rule, one] for one in (True, False))
        usual = (every[category, True] + 1) / (every[category, False] + 1)
        share = usual / (1 + usual)
        odds = (right + _BELIEVED * share) / (wrong + _BELIEVED * (1 - share))
        value = min(_MOST, max(_LEAST, math.log(odds / usual)))
        if abs(value) >= _WORTH_TELLING:
            trust[rule] = round(value, 2)
    return trust


def _counted(replies: Iterable[LabelledReply]) -> Count:
    """Return what the rules alone find in *replies*."""
    engine = Engine(assemble(load_packs([PACKS])))
    counts: Count = Counter()
    for one in replies:
        for hit in engine.check(one.reply, one.context):
            if hit.severity is not Severity.NOTE:
                right = any(
                    label.category == hit.category and touches(one.reply, label, hit)
                    for label in one.labels
                )
                counts[hit.category, hit.rule, right] += 1
    return counts
