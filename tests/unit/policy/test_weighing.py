"""What the second reader makes of the hits of rules, in an engine of its own."""

from pathlib import Path

import pytest

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import TABLE, Engine
from inbox_assistant.policy.pack import load_packs
from tests.policy_packs import write_packs
from tests.policy_table import table_of

RULES = """
[pack]
category = "promotion"

[rule.coupon]
phrases = ["coupon"]
flags   = ["A «coupon»."]
allows  = ["Nothing."]

[rule.shop]
wide    = true
phrases = ["shop"]
flags   = ["A «shop»."]
allows  = ["Nothing."]

[rule.words]
severity = "note"
detector = "hints"
options  = { category = "promotion" }
flags    = ["«Anything.»"]
allows   = ["Nothing."]
"""
OWN = """
[pack]
category = "promotion"

[rule.mine]
phrases = ["compartment"]
flags   = ["A «compartment»."]
allows  = ["Nothing."]
"""
LURE = "Do come and see the lovely things our shop has laid out for everybody"
POCKET = "The inner compartment of this wallet takes a paper coupon as well"
PRAISE = "Everything splendid under one roof awaits your curious eyes this spring"
REPLY = Context(buyer_text="Does it fit?", language="en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return packs, and a table that takes to one sentence and not to another."""
    packs = write_packs(tmp_path / "packs", en_promotion=RULES)
    (packs / TABLE).write_bytes(table_of({POCKET: -4, LURE: 4, PRAISE: 4}))
    return packs


def judged(engine: Engine, text: str) -> list[tuple[str, Severity]]:
    return [(one.rule, one.severity) for one in engine.check(text, REPLY)]


def test_a_hit_in_a_sentence_that_reads_harmless_becomes_a_hint(folder: Path) -> None:
    engine = Engine(assemble(load_packs([folder])), folder)
    assert judged(engine, POCKET) == [("en.promotion.coupon", Severity.NOTE)]


def test_a_hit_in_any_other_sentence_stays(folder: Path) -> None:
    engine = Engine(assemble(load_packs([folder])), folder)
    text = "Take this coupon, friend"
    assert judged(engine, text) == [("en.promotion.coupon", Severity.BLOCK)]


def test_a_wide_rule_counts_where_the_reader_is_sure(folder: Path) -> None:
    engine = Engine(assemble(load_packs([folder])), folder)
    assert judged(engine, LURE) == [("en.promotion.shop", Severity.BLOCK)]
    assert judged(engine, "I work in a shop") == []


def test_a_wide_rule_tells_of_a_sentence_once_and_only_where_no_other_does(
    folder: Path,
) -> None:
    engine = Engine(assemble(load_packs([folder])), folder)
    twice = LURE.replace("everybody", "shop")
    [finding] = engine.check(twice, REPLY)
    assert finding.text == twice[twice.find("shop") :]
    assert judged(engine, LURE.replace("everybody", "coupon")) == [
        ("en.promotion.coupon", Severity.BLOCK)
    ]


def test_a_hint_is_not_told_where_something_graver_is(
    folder: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    text = OWN.replace("promotion", "review-request").replace("compartment", "coupon")
    (own / "mine.toml").write_text(text, "utf-8")
    packs = load_packs([folder, own])
    assert packs.problems == ()
    engine = Engine(assemble(packs), folder)
    assert judged(engine, POCKET) == [("mine.mine", Severity.WARN)]


def test_what_no_rule_knows_is_hinted_at(folder: Path) -> None:
    engine = Engine(assemble(load_packs([folder])), folder)
    assert judged(engine, PRAISE) == [("en.promotion.words", Severity.NOTE)]


def test_without_a_table_rules_judge_alone_and_wide_ones_not_at_all(
    folder: Path,
) -> None:
    (folder / TABLE).write_bytes(b"damaged")
    for engine in (
        Engine(assemble(load_packs([folder])), folder),
        Engine(assemble(load_packs([folder]))),
    ):
        assert judged(engine, POCKET) == [("en.promotion.coupon", Severity.BLOCK)]
        assert judged(engine, LURE) == []
        assert judged(engine, PRAISE) == []


def test_what_a_user_wrote_or_set_is_never_lowered(
    folder: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.toml").write_text(
        OWN + '\n[override."en.promotion.coupon"]\nseverity = "warn"\n', "utf-8"
    )
    packs = load_packs([folder, own])
    assert packs.problems == ()
    assert {rule.id: rule.own for rule in packs.rules} == {
        "en.promotion.coupon": True,
        "en.promotion.shop": False,
        "en.promotion.words": False,
        "mine.mine": True,
    }
    assert judged(Engine(assemble(packs), folder), POCKET) == [
        ("mine.mine", Severity.BLOCK),
        ("en.promotion.coupon", Severity.WARN),
    ]
