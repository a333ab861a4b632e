"""Length, language and emptiness are seen in the whole text."""

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.context import PROACTIVE, Context
from tests.policy_packs import shipped_engine

SPANISH = "Hola, la sábana mide 28 x 52 pulgadas y tiene elástico en las esquinas."


def categories(text: str, context: Context) -> dict[str, Severity]:
    """Return the categories found in *text*, with their severities."""
    found = shipped_engine().check(text, context)
    return {finding.category: finding.severity for finding in found}


def test_a_message_longer_than_the_box_is_blocked_as_a_whole() -> None:
    text = "It fits. " * 445
    [finding] = [
        one for one in shipped_engine().check(text, Context(buyer_topics=("other",)))
        if one.rule == "any.structure.length"
    ]  # fmt: skip
    assert (finding.start, finding.end) == (0, len(text))
    assert finding.severity is Severity.BLOCK
    assert categories(text[:4000], Context(buyer_topics=("other",))) == {}


def test_an_answer_in_another_language_is_a_warning() -> None:
    question = Context(buyer_text="What are the measurements of the sheet?")
    assert categories(SPANISH, question) == {"wrong-language": Severity.WARN}
    assert categories(SPANISH, Context(buyer_text="¿Cuánto mide la sábana?")) == {}


def test_the_language_given_counts_where_the_buyer_wrote_too_little() -> None:
    context = Context(buyer_text="B07VN3QK8D?", language="en")
    assert "wrong-language" in categories(SPANISH, context)


def test_thanks_alone_block_a_proactive_message_and_warn_in_a_reply() -> None:
    text = "Thank you for shopping with us. We are here to help!"
    assert categories(text, PROACTIVE) == {"thanks-only": Severity.BLOCK}
    reply = Context(buyer_text="Thanks!")
    assert categories(text, reply) == {"thanks-only": Severity.WARN}


def test_a_short_message_that_looks_like_another_language_leaves_a_doubt() -> None:
    question = Context(buyer_text="Avez-vous un numéro de téléphone ?", language="fr")
    reply = "Nous répondons par la messagerie, c'est plus simple pour garder une trace."
    assert "wrong-language" not in categories(reply, question)
    assert "wrong-language" in categories(SPANISH, Context(language="fr"))
