"""What a buyer's message is about is read, with what speaks for it."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.engine import WEIGHTS, Engine
from inbox_assistant.policy.pack import load_packs
from inbox_assistant.policy.topics import LEARNED, TopicReader
from tests.policy_packs import PACKS, shipped_engine
from tests.strange_texts import strange_texts


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Where is my parcel?", "delivery"),
        ("The lamp is broken.", "product-problem"),
        ("How do I return it?", "return-refund"),
        ("I want to cancel my order please", "order-change"),
        ("Please send the invoice", "invoice"),
        ("Please engrave: Mia", "customization"),
        ("What size is the drawer?", "product-question"),
        ("Wo bleibt mein Paket?", "delivery"),
        ("Ich möchte bitte stornieren", "order-change"),
        ("Thank you so much!", "thanks"),
    ],
)
def test_a_message_is_about_its_main_topic(text: str, topic: str) -> None:
    assert shipped_engine().read_topics(text).topics[0] == topic


def test_the_evidence_is_where_it_stands() -> None:
    text = "Hello. Where is my parcel?"
    reading = shipped_engine().read_topics(text)
    assert reading.evidence
    for item in reading.evidence:
        assert text[item.start : item.end] == item.text
    assert reading.language == "en"
    assert reading.needs_response


def test_a_message_without_a_known_language_takes_the_one_given() -> None:
    assert shipped_engine().read_topics("B07VN3QK8D", "pl").language == "pl"


def test_a_question_nothing_is_known_of_is_about_the_product() -> None:
    assert shipped_engine().read_topics("Xyzzy plugh?").topics == ("product-question",)
    assert shipped_engine().read_topics("Xyzzy plugh.").topics == ("product-problem",)


def test_a_message_has_one_or_two_topics() -> None:
    reading = shipped_engine().read_topics(
        "The lid is broken. Where is my refund? Send an invoice."
    )
    assert 1 <= len(reading.topics) <= 2


def test_a_finer_subject_is_kept_beside_the_topics() -> None:
    assert (
        "cancellation" in shipped_engine().read_topics("Please cancel my order").asked
    )


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_message_still_has_a_topic_and_needs_a_response(text: str) -> None:
    reading = shipped_engine().read_topics(text)
    assert reading.needs_response
    assert reading.topics


@pytest.mark.parametrize("text", ["👍", "👍🏼", "🙏🙏", "❤️", ":)", "👍 👏!"])
def test_a_nod_without_a_word_is_thanks(text: str) -> None:
    reading = shipped_engine().read_topics(text)
    assert reading.topics == ("thanks",)
    assert not reading.needs_response


@pytest.mark.parametrize("text", ["", "  ", "?", "...", "😡", "👍?", "👍😡", "12"])
def test_a_message_without_a_word_that_does_not_nod_is_something_else(
    text: str,
) -> None:
    reading = shipped_engine().read_topics(text)
    assert reading.topics == ("other",)
    assert reading.needs_response


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The zip has gone after two wears, I want a refund", "product-problem"),
        ("I want a refund, the zip has gone after two wears", "return-refund"),
        ("Könnte der Bote es beim Nachbarn abgeben", "delivery"),
        ("Können Sie an Gartenweg 3 liefern statt an die Adresse", "order-change"),
        ("Zet op de mok “Beste Papa” en eronder 2024", "customization"),
    ],
)
def test_what_is_said_first_is_the_matter(text: str, topic: str) -> None:
    assert shipped_engine().read_topics(text).topics[0] == topic


@cache
def rules_alone() -> TopicReader:
    """Return a reader with the shipped rules and without what was learned."""
    return Engine(assemble(load_packs([PACKS]))).topic_reader


def test_what_only_the_model_knows_says_which_words_told_it() -> None:
    text = "Mein Päckchen ist wohl im Nirwana gelandet"
    told = [
        item
        for item in shipped_engine().read_topics(text).evidence
        if item.rule == LEARNED
    ]
    assert told
    assert all(text[item.start : item.end] == item.text for item in told)
    assert not any(item.rule == LEARNED for item in rules_alone().read(text).evidence)


def test_without_usable_weights_the_rules_decide_alone(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS).write_bytes(b"damaged")
    engine = Engine(assemble(load_packs([PACKS])), tmp_path)
    alone = rules_alone()
    for text in ("Where is my parcel?", "Thank you!", "Xyzzy plugh."):
        assert engine.read_topics(text) == alone.read(text)


@given(st.text(max_size=300))
def test_any_text_has_a_topic(text: str) -> None:
    reading = shipped_engine().topic_reader.read(text)
    assert 1 <= len(reading.topics) <= 2
    assert set(reading.topics) <= reading.asked or not reading.needs_response
    for item in reading.evidence:
        assert text[item.start : item.end] == item.text


def test_strange_texts_have_topics_and_never_need_no_response_with_a_mark() -> None:
    for text in strange_texts(31, 300):
        reading = shipped_engine().topic_reader.read(text)
        assert reading.topics
        if "?" in text:
            assert reading.needs_response
