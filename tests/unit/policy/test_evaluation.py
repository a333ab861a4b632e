"""The rules are held to the figures they have reached on labelled texts."""

import json
import tomllib
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
FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))
LANGUAGES = sorted({path.stem[-2:] for path in CORPUS.glob("*-??.jsonl")})


def floors_of(language: str) -> dict[str, float]:
    """Return what the rules must reach in one language."""
    return {**FLOORS["each"], **FLOORS.get(language, {})}


def judged_replies(languages: list[str]) -> ReplyFigures:
    """Return how well the replies in *languages* are judged."""
    paths = [CORPUS / f"replies-{language}.jsonl" for language in languages]
    return judge_replies(shipped_engine(), read_replies(filter(Path.exists, paths)))


def judged_buyers(languages: list[str]) -> BuyerFigures:
    """Return how well the buyers' messages in *languages* are understood."""
    paths = [CORPUS / f"buyers-{language}.jsonl" for language in languages]
    return judge_buyers(shipped_engine(), read_buyers(filter(Path.exists, paths)))


def reply_shares(figures: ReplyFigures) -> dict[str, float]:
    """Return the shares that have floors, by the floors' names."""
    return {
        "block": figures.block.recall,
        "all": figures.all.recall,
        "disguised": figures.disguised.recall,
        "precision": figures.all.precision,
        "overlap": figures.all.overlap,
        "verdicts": figures.right_verdicts,
    }


def below(shares: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """Return the *shares* that do not reach their floors."""
    return {name: share for name, share in shares.items() if share < floors[name]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_replies_are_judged_as_people_judge_them(language: str) -> None:
    figures = judged_replies([language])
    floors = floors_of(language)
    report = "\n".join(figures.misses)
    assert below(reply_shares(figures), floors) == {}, report
    assert figures.alarms_per_hundred <= floors["alarms"], report


@pytest.mark.parametrize("language", LANGUAGES)
def test_buyers_are_understood_and_never_wrongly_left_waiting(language: str) -> None:
    figures = judged_buyers([language])
    floors = floors_of(language)
    report = "\n".join(figures.misses)
    assert figures.dangerous == 0, report
    assert figures.right_topics >= floors["topics"], report
    assert figures.found_needless >= floors["needless"], report


def test_all_languages_together_reach_more_than_each() -> None:
    replies, buyers = judged_replies(LANGUAGES), judged_buyers(LANGUAGES)
    floors = FLOORS["together"]
    assert below(reply_shares(replies), floors) == {}
    assert replies.alarms_per_hundred <= floors["alarms"]
    assert buyers.right_topics >= floors["topics"]
    assert buyers.found_needless >= floors["needless"]


def test_figures_count_what_was_found_and_what_was_not(tmp_path: Path) -> None:
    reply = {
        "id": "1",
        "lang": "en",
        "marketplace": "UK",
        "buyer": "Does it fit?",
        "buyer_topics": ["product-question"],
        "reply": "Yes. See pages.example.org, and smile.",
        "findings": [
            {
                "category": "external-link",
                "severity": "block",
                "text": "pages.example.org",
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
    assert Tally().recall == Tally().precision == Tally().overlap == 1
    assert ReplyFigures().right_verdicts == 1
    assert ReplyFigures().alarms_per_hundred == 0
    assert BuyerFigures().right_topics == BuyerFigures().found_needless == 1
