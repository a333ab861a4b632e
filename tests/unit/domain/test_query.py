"""Whatever is typed is read, said again the same, and helped along."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.query import (
    Operator,
    Query,
    Term,
    Trait,
    parse_query,
    suggest,
)

VALUES = {Operator.TOPIC: ["delivery", "invoice"], Operator.AGENT: ["anna", "anna b"]}
PIECES = st.sampled_from(
    (
        "from:",
        "from:anna",
        'tag:"a b"',
        "-tag:x",
        "is:overdue",
        "is:nonsense",
        "before:2026-02-29",
        "after:2028-02-29",
        "topic:Delivery",
        "MARKETPLACE:de",
        "http://x",
        "word",
        '"two words"',
        "-",
        '"',
        ":",
        "  ",
    )
)
TYPED = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=8).map(" ".join), PIECES
)


@given(TYPED)
def test_what_was_read_says_itself_and_is_read_the_same(text: str) -> None:
    query = parse_query(text)
    again = parse_query(str(query))
    assert again.terms == query.terms
    assert again.problems == ()
    assert again.words.split() == query.words.split()


@given(TYPED)
def test_whoever_takes_a_suggestion_only_adds(text: str) -> None:
    for one in suggest(text, VALUES):
        assert one.text.endswith(one.shown)
        kept = one.text.removesuffix(one.shown)
        assert text.startswith(kept)
        assert one.text != text


def test_operators_and_words_are_told_apart() -> None:
    query = parse_query('lid from:anna "order is" is:overdue -tag:later http://x')
    assert query.terms == (
        Term(Operator.FROM, "anna"),
        Term(Operator.IS, Trait.OVERDUE),
        Term(Operator.TAG, "later", excluded=True),
    )
    assert query.words == 'lid "order is" http://x'
    assert query


def test_values_are_tidied_and_quotes_hold_blanks_together() -> None:
    query = parse_query('marketplace:de asin:b0abc TOPIC:Delivery from:"Anna Meier"')
    assert [one.value for one in query.terms] == [
        "DE",
        "B0ABC",
        "delivery",
        "Anna Meier",
    ]
    assert str(query).endswith('from:"Anna Meier"')


def test_what_makes_no_sense_is_named_and_left_out() -> None:
    query = parse_query("is:late before:tomorrow after:2026-02-30 is:waiting")
    assert query.problems == ("is:late", "before:tomorrow", "after:2026-02-30")
    assert query.terms == (Term(Operator.IS, "waiting"),)


def test_an_operator_without_a_value_asks_for_nothing_yet() -> None:
    assert not parse_query("from: is:")
    assert not Query()


def test_a_filter_replaces_the_one_of_its_kind() -> None:
    query = parse_query("topic:invoice from:anna")
    changed = query.having(Term(Operator.TOPIC, "delivery"))
    assert str(changed) == "from:anna topic:delivery"
    assert str(changed.having(Term(Operator.TOPIC, ""))) == "from:anna"


def test_suggestions_complete_operators_and_values() -> None:
    assert [one.text for one in suggest("x fr", VALUES)] == ["x from:"]
    assert [one.shown for one in suggest("topic:", VALUES)] == [
        "topic:delivery",
        "topic:invoice",
    ]
    assert [one.shown for one in suggest("is:o", VALUES)] == ["is:overdue", "is:older"]
    assert [one.text for one in suggest("-agent:an", VALUES)] == [
        "-agent:anna",
        '-agent:"anna b"',
    ]
    assert [one.text for one in suggest('agent:"anna b', VALUES)] == ['agent:"anna b"']
    assert suggest("", VALUES) == []
    assert suggest("nothing:x", VALUES) == []
