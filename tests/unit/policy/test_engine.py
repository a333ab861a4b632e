"""An engine checks texts, quickly where it has read most of them before."""

import random
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as tuned
from hypothesis import strategies as st

from inbox_assistant.policy.cache import fingerprint
from inbox_assistant.policy.context import PROACTIVE, Context
from inbox_assistant.policy.engine import load_engine, packs_changed
from tests.policy_packs import PACKS, shipped_engine, write_packs
from tests.strange_texts import strange_texts, typed

SENTENCES = st.sampled_from(
    [
        "Please leave us a review.",
        "Call us on +49 30 5550 1234.",
        "It fits.",
        "See example-shop.com 😊",
        "Ihr Paket ist unterwegs!!!",
        "{name}",
        "レビューをお願いします。",
        "W h a t s A p p us",
        "\n\n",
        "Dear 𝐀𝐧𝐧𝐚, r\u200be\u200bview it",
    ]
)
TEXTS = st.lists(SENTENCES, max_size=8).map(" ".join)
CONTEXT = Context(buyer_text="Does it fit?", language="en")


@given(TEXTS, st.text(max_size=3), st.data())
@tuned(max_examples=60)
def test_typing_into_a_text_finds_what_reading_it_afresh_finds(
    text: str, typed: str, data: st.DataObject
) -> None:
    engine = shipped_engine()
    engine.check(text, CONTEXT)
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + typed + text[at:]
    remembered = engine.check(changed, CONTEXT)
    engine.forget()
    assert engine.check(changed, CONTEXT) == remembered


@given(st.integers(0, 1_000_000))
@tuned(max_examples=60, deadline=None)
def test_typing_into_strange_text_finds_what_reading_it_afresh_finds(seed: int) -> None:
    engine, chance = shipped_engine(), random.Random(seed)
    (text,) = strange_texts(seed, 1)
    for _ in range(3):
        text = typed(text, chance)
        remembered = engine.check(text, CONTEXT)
        engine.forget()
        assert engine.check(text, CONTEXT) == remembered


@given(st.text())
@tuned(max_examples=150)
def test_any_text_is_checked_and_findings_lie_within_it(text: str) -> None:
    for finding in shipped_engine().check(text, PROACTIVE):
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end]
        for fix in finding.fixes:
            assert 0 <= fix.start <= fix.end <= len(text)


@given(TEXTS)
@tuned(max_examples=40)
def test_a_question_of_the_buyer_only_takes_findings_away(text: str) -> None:
    engine = shipped_engine()
    asked = engine.check(text, Context(buyer_topics=("delivery", "product-question")))
    other = engine.check(text, Context(buyer_topics=("other",)))
    assert {one.rule for one in asked} <= {one.rule for one in other}


def test_threads_may_share_an_engine() -> None:
    engine = load_engine(PACKS)
    text = "Please leave us a review. Call us on +49 30 5550 1234. " * 5
    expected = engine.check(text, CONTEXT)
    engine.forget()
    results: list[bool] = []

    def work() -> None:
        for number in range(20):
            if number % 7 == 0:
                engine.forget()
            results.append(engine.check(text, CONTEXT) == expected)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 80


def test_a_rule_of_another_language_is_silent_where_the_language_is_clear(
    tmp_path: Path,
) -> None:
    rule = (
        '[rule.a]\ncategory="promotion"\nphrases=["die gift"]\n'
        'flags=["«die gift»"]\nallows=["b"]\n'
    )
    folder = write_packs(tmp_path, de_x=rule)
    languages = (PACKS / "any" / "languages.toml").read_text("utf-8")
    (folder / "any" / "languages.toml").write_text(languages, "utf-8")
    engine = load_engine(folder)
    english = "If you let it die gift and all, then you can have it for free from us."
    assert engine.check(english, PROACTIVE) == ()
    assert engine.check("die gift", PROACTIVE) != ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Hasta cierto punto es normal."),
        ("es", "El jersey de punto es suave."),
        ("it", "A questo punto me lo rimandi pure."),
        ("pt", "Até certo ponto, com paciência, ela funciona."),
        ("de", "Der Punkt, online zu bestellen, ist klar."),
    ],
)
def test_a_point_of_speech_is_no_dot_of_an_address(language: str, text: str) -> None:
    context = Context(buyer_topics=("product-question",), language=language)
    assert shipped_engine().check(text, context) == ()


def test_changed_packs_are_noticed(tmp_path: Path) -> None:
    folder = write_packs(tmp_path)
    mark = fingerprint([folder])
    assert not packs_changed([folder], mark)
    (folder / "any" / "more.toml").write_text("", "utf-8")
    assert packs_changed([folder], mark)


def test_a_reply_of_nothing_is_fine() -> None:
    assert shipped_engine().check("", CONTEXT) == ()
