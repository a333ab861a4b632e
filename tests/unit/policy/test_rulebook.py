"""Rules are stored as plain values and come back as they were."""

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.rule import Category, Recipe, Rule, Section
from inbox_assistant.policy.rulebook import (
    RuleBook,
    flat,
    restored_category,
    stored_rules,
)

RULE = Rule(
    "a.b", Section.RULE, category="promotion", reply=Severity.NOTE,
    recipes=(Recipe("replace", "Say so", "x"),), options={"most": 3},
    together=(("a", "b"),), question=True, flags=("«a»",),
)  # fmt: skip


def test_a_rule_comes_back_as_it_was_and_only_once() -> None:
    book = RuleBook(stored_rules([RULE, Rule("c", Section.TOPIC)]))
    assert book[0] == RULE
    assert book[0] is book[0]
    assert [rule.id for rule in book] == ["a.b", "c"]
    assert len(book) == 2
    assert book.index(RULE) == 0


def test_a_category_comes_back_as_it_was() -> None:
    category = Category(
        "x", Severity.WARN, Severity.BLOCK, "Stop.", "Why.",
        recipes=(Recipe("delete match", "Remove it"),),
    )  # fmt: skip
    assert restored_category(flat(category)) == category
