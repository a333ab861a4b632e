"""What was found counts or does not, by what the message answers."""

from pathlib import Path

import pytest

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.context import PROACTIVE, Context
from inbox_assistant.policy.engine import Engine, load_engine
from tests.policy_packs import write_packs

RULES = """
[rule.stock]
category = "stock-delay"
phrases = ["out of stock"]
flags = ["«out of stock»"]
allows = ["b"]
[rule.ask]
category = "review-request"
phrases = ["leave ~2 review"]
flags = ["«leave a review»"]
allows = ["b"]
[rule.sell]
category = "promotion"
phrases = ["buy ~2 lamp"]
flags = ["«buy the lamp»"]
allows = ["b"]
[rule.sell-long]
category = "promotion"
phrases = ["please buy ~2 lamp"]
flags = ["«please buy the lamp»"]
allows = ["b"]
[rule.only-reply]
category = "promotion"
applies = "reply"
phrases = ["only here"]
flags = ["«only here»"]
allows = ["b"]
"""


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """Return an engine with a few rules."""
    return load_engine(write_packs(tmp_path, en_x=RULES))


def test_a_rule_that_depends_on_the_question_blocks_a_proactive_message(
    engine: Engine,
) -> None:
    [finding] = engine.check("It is out of stock.", PROACTIVE)
    assert finding.severity is Severity.BLOCK
    assert finding.message == "No stock notice."


def test_it_warns_and_says_why_where_the_buyer_asked_something_else(
    engine: Engine,
) -> None:
    [finding] = engine.check("It is out of stock.", Context(buyer_topics=("invoice",)))
    assert finding.severity is Severity.WARN
    assert finding.message == "No stock notice: the buyer did not ask about stock."


def test_it_is_silent_where_the_buyer_asked(engine: Engine) -> None:
    context = Context(buyer_topics=("delivery",))
    assert engine.check("It is out of stock.", context) == ()


def test_the_longer_of_two_findings_of_a_category_stays(engine: Engine) -> None:
    [finding] = engine.check("Please buy the lamp.", PROACTIVE)
    assert finding.text == "Please buy the lamp"


def test_a_category_yields_to_another_in_the_same_sentence(engine: Engine) -> None:
    text = "Buy the lamp and leave a review. Leave a review."
    found = [finding.category for finding in engine.check(text, PROACTIVE)]
    assert found == ["promotion", "review-request"]


def test_a_rule_for_replies_does_not_read_proactive_messages(engine: Engine) -> None:
    assert engine.check("Only here.", PROACTIVE) == ()
    assert engine.check("Only here.", Context(buyer_topics=())) != ()


def test_findings_come_in_the_order_of_the_text(engine: Engine) -> None:
    text = "Leave a review. Buy the lamp. It is out of stock."
    starts = [finding.start for finding in engine.check(text, PROACTIVE)]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_the_buyers_own_words_in_quotation_marks_do_not_count(engine: Engine) -> None:
    context = Context(buyer_text="Print BUY THE LAMP on it, please")
    assert engine.check("We print “BUY THE LAMP” on it.", context) == ()


def test_a_finding_that_stands_mostly_in_the_buyers_own_words_does_not_count(
    engine: Engine,
) -> None:
    context = Context(buyer_text="On the shirt: the big lamp")
    assert engine.check("We would buy “the big lamp” too.", context) == ()


def test_other_words_in_quotation_marks_count(engine: Engine) -> None:
    context = Context(buyer_text="Where is my parcel?")
    [finding] = engine.check("Our sign says “buy the lamp”.", context)
    assert finding.rule == "en.x.sell"
