"""The rules are held to the figures they have reached on labelled texts."""

import json
from pathlib import Path

import pytest

from inbox_assistant.policy.evaluation import (
    BuyerFigures,
    ReplyFigures,
    Tally,
    judge_buyers,
    judge_replies,
    read_buyers,
    read_replies,
)
from tests.policy_packs import shipped_engine

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
LANGUAGES = ["en", "de"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_replies_are_judged_as_people_judge_them(language: str) -> None:
    replies = read_replies([CORPUS / f"replies-{language}.jsonl"])
    figures = judge_replies(shipped_engine(), replies)
    report = "\n".join(figures.misses)
    assert figures.block.recall >= 0.9, report
    assert figures.all.recall >= 0.88, report
    assert figures.disguised.recall >= 0.9, report
    assert figures.all.overlapping >= 0.95 * figures.all.found, report
    assert figures.right_verdicts >= 0.92, report
    assert figures.alarms <= 1, report


@pytest.mark.parametrize("language", LANGUAGES)
def test_buyers_are_understood_and_never_wrongly_left_waiting(language: str) -> None:
    buyers = read_buyers([CORPUS / f"buyers-{language}.jsonl"])
    figures = judge_buyers(shipped_engine(), buyers)
    report = "\n".join(figures.misses)
    assert figures.dangerous == 0, report
    assert figures.right_topics >= 0.7, report
    assert figures.found_needless >= 0.6, report


def test_figures_count_what_was_found_and_what_was_not(tmp_path: Path) -> None:
    reply = {
        "id": "1",
        "lang": "en",
        "marketplace": "UK",
        "buyer": "Does it fit?",
        "buyer_topics": ["product-question"],
        "reply": "Yes. See example-shop.com, and smile.",
        "findings": [
            {
                "category": "external-link",
                "severity": "block",
                "text": "example-shop.com",
            },
            {"category": "emoji", "severity": "block", "text": "smile"},
        ],
        "verdict": "block",
        "kind": "plain",
    }
    clean = {**reply, "id": "2", "reply": "Call us.", "findings": [], "verdict": "ok"}
    path = tmp_path / "replies.jsonl"
    path.write_text(json.dumps(reply) + "\n" + json.dumps(clean) + "\n", "utf-8")
    figures = judge_replies(shipped_engine(), read_replies([path]))
    assert (figures.all.labelled, figures.all.found) == (2, 1)
    assert (figures.clean, figures.alarms) == (1, 1)
    assert figures.alarms_per_hundred == 100
    assert figures.right_verdicts == 0.5
    assert figures.all.precision == 0.5
    assert len(figures.misses) == 2


def test_figures_of_nothing_are_perfect() -> None:
    assert Tally().recall == Tally().precision == 1
    assert ReplyFigures().right_verdicts == 1
    assert ReplyFigures().alarms_per_hundred == 0
    assert BuyerFigures().right_topics == BuyerFigures().found_needless == 1
