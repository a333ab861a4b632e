"""A fix leaves a sentence that is allowed."""

import pytest

from inbox_assistant.domain.finding import Finding, Fix
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.examples import example_context, read_example
from inbox_assistant.policy.fixes import make_fixes
from inbox_assistant.policy.rule import Recipe, Rule
from tests.policy_packs import shipped_engine

TEXT = "Hi Anna, it fits.\nPlease call us, then we talk. Bye 😊 now!!!"
RULES = [rule for rule in shipped_engine().rules if rule.detector != "length"]


def fixed(action: str, found: str, sentence: str, replacement: str = "") -> str:
    """Return TEXT after the fix that *action* describes."""
    start = TEXT.index(found)
    first = TEXT.index(sentence)
    recipe = Recipe(action, "Do it", replacement)
    [fix] = make_fixes(
        TEXT, (start, start + len(found)), (first, first + len(sentence)), [recipe]
    )
    return apply(TEXT, fix)


def apply(text: str, fix: Fix) -> str:
    """Return *text* with *fix* applied."""
    return text[: fix.start] + fix.replacement + text[fix.end :]


@pytest.mark.parametrize(
    ("action", "found", "sentence", "left"),
    [
        ("delete sentence", "call us", "Please call us, then we talk.",
         "Hi Anna, it fits.\nBye 😊 now!!!"),
        ("delete sentence", "now", "Bye 😊 now!!!",
         "Hi Anna, it fits.\nPlease call us, then we talk."),
        ("delete sentence", "it fits", "Hi Anna, it fits.",
         "\nPlease call us, then we talk. Bye 😊 now!!!"),
        ("delete match", "😊", "Bye 😊 now!!!",
         "Hi Anna, it fits.\nPlease call us, then we talk. Bye now!!!"),
        ("delete clause", "then we", "Please call us, then we talk.",
         "Hi Anna, it fits.\nPlease call us. Bye 😊 now!!!"),
        ("lower case", "Bye", "Bye 😊 now!!!",
         "Hi Anna, it fits.\nPlease call us, then we talk. bye 😊 now!!!"),
        ("single mark", "!!!", "Bye 😊 now!!!",
         "Hi Anna, it fits.\nPlease call us, then we talk. Bye 😊 now!"),
    ],
)  # fmt: skip
def test_a_fix_changes_what_it_says(
    action: str, found: str, sentence: str, left: str
) -> None:
    assert fixed(action, found, sentence) == left


def test_a_fix_may_replace() -> None:
    assert fixed("replace", "Bye", "Bye 😊 now!!!", "So long").endswith(
        "So long 😊 now!!!"
    )


def findings_of(rule: Rule, text: str, context: Context) -> list[Finding]:
    """Return the findings of *rule* in *text*."""
    return [one for one in shipped_engine().check(text, context) if one.rule == rule.id]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_after_a_fix_nothing_is_found_there(rule: Rule) -> None:
    context = example_context(rule)
    for written in rule.flags:
        text = read_example(written).text
        for finding in findings_of(rule, text, context):
            for fix in finding.fixes:
                left = apply(text, fix)
                end = fix.start + len(fix.replacement)
                there = [
                    one
                    for one in findings_of(rule, left, context)
                    if one.start < end and fix.start < one.end
                ]
                assert there == [], f"{fix.label}: {left}"
