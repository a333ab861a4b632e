"""What the second reader makes of the hits of rules, in an engine of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import TABLE, Engine
from inbox_assistant.policy.pack import load_packs
from inbox_assistant.policy.table import Head
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

[rule.later]
category = "stock-delay"
phrases  = ["later"]
flags    = ["It comes «later»."]
allows   = ["Nothing."]

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
LOCK = "Each drawer of our sturdy desk opens with its own tiny coupon shaped key"
LATE = "Sadly the parcel that somebody up here packed for you arrives later"
HEAD = Head(
    columns=("promotion", "stock-delay", "length"),
    biases=(0.0, 0.0, 0.0),
    scales=(1.0, 1.0, 1.0),
    marks={"promotion": (-3.0, 1.0, 2.0), "stock-delay": (-3.0, 1.0, 2.0)},
    languages=("en",),
    bits=12,
)
STEPS = {
    POCKET: (-1, 0),
    LOCK: (-4, 0),
    LURE: (4, 0),
    PRAISE: (4, 0),
}
REPLY = Context(buyer_text="Does it fit?", language="en")
NOTHING_ASKED = Context(language="en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return packs, and a table that takes to some sentences and not to others."""
    packs = write_packs(tmp_path / "packs", en_promotion=RULES)
    (packs / TABLE).write_bytes(table_of(STEPS, HEAD))
    return packs


def judged(
    engine: Engine, text: str, context: Context = REPLY
) -> list[tuple[str, Severity]]:
    return [(one.rule, one.severity) for one in engine.check(text, context)]


def test_a_hit_in_a_sentence_that_reads_harmless_becomes_a_hint(folder: Path) -> None:
    engine = Engine(assemble(load_packs([folder])), folder)
    assert judged(engine, POCKET) == [("en.promotion.coupon", Severity.NOTE)]


def test_a_hit_that_can_hardly_be_right_is_not_told(folder: Path) -> None:
    engine = Engine(assemble(load_packs([folder])), folder)
    assert judged(engine, LOCK) == []


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


def test_little_trust_in_a_rule_counts_only_where_something_was_asked(
    folder: Path,
) -> None:
    later, coupon = "en.promotion.later", "en.promotion.coupon"
    head = replace(HEAD, scales=(0.2, 0.2, 1.0), trust={later: -2.0, coupon: -2.0})
    table = table_of({LATE: (0, -1), POCKET: (-1, 0)}, head)
    (folder / TABLE).write_bytes(table)
    engine = Engine(assemble(load_packs([folder])), folder)
    assert judged(engine, LATE) == [(later, Severity.NOTE)]
    assert judged(engine, LATE, NOTHING_ASKED) == [(later, Severity.BLOCK)]
    # The question never mattered to this one.
    assert judged(engine, POCKET, NOTHING_ASKED) == [(coupon, Severity.NOTE)]


def test_a_hint_is_not_told_in_a_sentence_with_something_graver(
    folder: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    mine = OWN.replace("promotion", "stock-delay")
    (own / "mine.toml").write_text(mine, "utf-8")
    packs = load_packs([folder, own])
    assert packs.problems == ()
    engine = Engine(assemble(packs), folder)
    graver = ("mine.mine", Severity.WARN)
    assert judged(engine, POCKET) == [graver]
    hint = ("en.promotion.coupon", Severity.NOTE)
    assert judged(engine, POCKET.replace("compartment", "pocket")) == [hint]
    (own / "mine.toml").write_text(
        mine + '\n[override."en.promotion.coupon"]\nseverity = "note"\n', "utf-8"
    )
    engine = Engine(assemble(load_packs([folder, own])), folder)
    assert judged(engine, POCKET) == [graver, hint]


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
        "en.promotion.later": False,
        "en.promotion.words": False,
        "mine.mine": True,
    }
    assert judged(Engine(assemble(packs), folder), POCKET) == [
        ("mine.mine", Severity.BLOCK),
        ("en.promotion.coupon", Severity.WARN),
    ]
