"""Every rule holds to its examples."""

from pathlib import Path

import pytest

from inbox_assistant.policy.engine import load_engine
from inbox_assistant.policy.examples import check_examples, check_rule, read_example
from inbox_assistant.policy.rule import Rule
from tests.policy_packs import shipped_engine, write_packs

ENGINE = shipped_engine()
RULES = [
    rule
    for rule in (*ENGINE.rules, *ENGINE.topic_rules, *ENGINE.courtesy_rules)
    if rule.detector != "length"
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.section}-{rule.id}")
def test_a_rule_flags_and_allows_what_its_examples_say(rule: Rule) -> None:
    assert [str(problem) for problem in check_rule(ENGINE, rule)] == []


def test_marks_are_taken_out_of_an_example() -> None:
    example = read_example("a «b c» d «e»")
    assert example.text == "a b c d e"
    assert [example.text[a:b] for a, b in example.marked] == ["b c", "e"]


def test_an_example_that_does_not_hold_is_told(tmp_path: Path) -> None:
    rules = (
        '[rule.a]\ncategory="promotion"\nphrases=["buy lamps"]\n'
        'flags=["«Buy» lamps.", "«Nothing» here."]\nallows=["Buy lamps now."]\n'
    )
    engine = load_engine(write_packs(tmp_path, en_x=rules))
    problems = [problem.message for problem in check_examples(engine)]
    assert problems == [
        "flags “«Buy» lamps.” but finds “Buy lamps”",
        "flags “«Nothing» here.” but finds nothing",
        "allows “Buy lamps now.”, flagged by en.x.a: “Buy lamps”",
    ]
