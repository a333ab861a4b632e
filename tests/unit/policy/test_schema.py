"""The fields of a table are checked, and what is wrong is said."""

import pytest

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.rule import Category, Rule
from inbox_assistant.policy.schema import FieldError, Origin, read_recipes, read_rule
from inbox_assistant.policy.toml_tables import read_tables

CATEGORY = Category("promotion", Severity.WARN, Severity.BLOCK, "Stop.", "Why.")
GOOD = 'phrases = ["a b"]\nflags = ["«a b»"]\nallows = ["c"]\n'


def rule(text: str, section: str = "rule") -> Rule:
    """Return the rule that *text* describes."""
    origin = Origin(
        "en.x", "en/x.toml", "en",
        {"category": "promotion", "source": "S", "denied": ["we never"]},
        {"promotion": CATEGORY},
    )  # fmt: skip
    return read_rule(
        read_tables(f"[{section}.n]\n{text}", "en/x.toml").found[0], origin
    )


def test_a_rule_takes_what_it_does_not_say_from_pack_and_category() -> None:
    read = rule(GOOD)
    assert (read.id, read.languages, read.why) == ("en.x.n", ("en",), "S")
    assert (read.reply, read.proactive) == (Severity.WARN, Severity.BLOCK)
    assert read.message == "Stop."
    assert read.denied == ("we never",)
    assert read.severity(proactive=True) is Severity.BLOCK


def test_a_rule_may_be_read_without_the_denials_of_its_pack() -> None:
    assert rule(GOOD + "denied = []").denied == ()


def test_a_severity_of_its_own_counts_for_both() -> None:
    read = rule(GOOD + 'severity = "note"')
    assert (read.reply, read.proactive) == (Severity.NOTE, Severity.NOTE)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('phrases = ["a"]\nallows = ["b"]', "“flags” is missing"),
        ('phrases = ["a"]\nflags = ["«a»"]', "“allows” is missing"),
        ('flags = ["«a»"]\nallows = ["b"]', "needs phrases"),
        (GOOD.replace("«a b»", "a b"), "mark the exact stretch"),
        (GOOD + "mesage = 'x'", "there is no field “mesage”"),
        (GOOD + "severity = 'bad'", "one of block, warn, note"),
        (GOOD + "within = 99", "from 1 to 30"),
        (GOOD + "question = 1", "true or false"),
        (GOOD + "category = 'none'", "there is no category"),
        (GOOD + "pattern = 'a*'", "without bound"),
        (GOOD + "fixes = ['explode']", "a fix is one of"),
        (GOOD + "checked = 'today'", "must be a date"),
        (GOOD + "message = ''", "must be a text"),
        (GOOD + "options = 3", "must be a table"),
        ("phrases = []\n", "must be a list"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(text: str, reason: str) -> None:
    with pytest.raises(FieldError, match=reason):
        rule(text)


def test_a_topic_must_be_one_that_exists() -> None:
    with pytest.raises(FieldError, match="“topic” must be one of"):
        rule(GOOD + "topic = 'weather'", "topic")
    assert rule(GOOD + "topic = 'delivery'", "topic").weight == 2


def test_a_fix_may_be_a_replacement() -> None:
    [recipe] = read_recipes("fixes", [{"label": "Say so", "replace": "x"}])
    assert (recipe.action, recipe.label, recipe.replacement) == (
        "replace",
        "Say so",
        "x",
    )
