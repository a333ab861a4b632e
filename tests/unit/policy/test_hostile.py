"""No text makes a check slow."""

import json
import statistics
import time
from functools import cache
from pathlib import Path

import pytest

from inbox_assistant.policy.context import PROACTIVE
from tests.policy_packs import shipped_engine
from tests.strange_texts import strange_texts

LONG = 4000
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
BUDGET = 20
"""How many times the work of an ordinary text of that length is still bearable."""

HOSTILE = {
    "letters": "a" * LONG,
    "digits": "1" * LONG,
    "spaced digits": "1 " * (LONG // 2),
    "dots": "a." * (LONG // 2),
    "dashes": "a-" * (LONG // 2),
    "ats": "@a" * (LONG // 2),
    "dot dot": "dot " * (LONG // 4),
    "at dot": "a at b dot com " * (LONG // 15),
    "letters apart": "r e v i e w " * (LONG // 12),
    "brackets": "[" * LONG,
    "braces": "{" * LONG,
    "angles": "<" * LONG,
    "percent": "%a" * (LONG // 2),
    "faces": ":-" * (LONG // 2),
    "zero two": "zero two " * (LONG // 9),
    "marks": "!?" * (LONG // 2),
    "capitals": "AAAAA " * (LONG // 6),
    "emoji": "👨‍👩‍👧" * (LONG // 5),
    "accents": "e\u0301" * (LONG // 2),
    "zero width": "a\u200b" * (LONG // 2),
    "kanji": "評価" * (LONG // 2),
    "stars": "r*v*ew " * (LONG // 7),
    "one sentence": "leave a review for a gift and get your money back " * 80,
    "urls": "http://a.b/" * (LONG // 11),
    "line breaks": "\n" * LONG,
    "asks": "please leave " * (LONG // 13),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_checked_in_time(text: str) -> None:
    usual = min(_work(_ordinary()) for _ in range(3))
    # What is built when it is first needed is not built again.
    assert min(_work(text) for _ in range(2)) < BUDGET * usual


@cache
def _ordinary() -> str:
    """Return honest replies, one after the other, as long as the hostile texts."""
    lines = (CORPUS / "replies-en.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    replies = [one["reply"] for one in records if one["verdict"] == "ok"]
    return "\n".join(replies)[:LONG]


def _work(text: str) -> float:
    """Return the seconds of work for a first look at *text*."""
    engine = shipped_engine()
    engine.forget()
    began = time.process_time()
    engine.check(text, PROACTIVE)
    return time.process_time() - began


def test_strange_text_is_never_far_slower_than_usual() -> None:
    engine = shipped_engine()
    times = []
    for text in strange_texts(seed=5, count=1_500):
        began = time.process_time()
        engine.check(text, PROACTIVE)
        engine.read_topics(text)
        times.append((time.process_time() - began, text))
    usual = statistics.median(took for took, _ in times)
    slow = [text for took, text in times if took > BUDGET * usual]
    # What the machine paused once is not paused again.
    slow = [text for text in slow if min(map(_work, [text] * 3)) > BUDGET * usual]
    assert slow == []
