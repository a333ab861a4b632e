"""Which messages belong together is a matter of the messages, not of their order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.thread_ties import NEAR, ThreadTraits, assign_threads

BUYER = "k3l2m1n0p9@marketplace.amazon.de"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def at(day: float, key: str, **traits: str | tuple[str, ...]) -> ThreadTraits:
    return replace(ThreadTraits(key, NOON + day * DAY), **traits)  # type: ignore[arg-type] # named at each call


def together(*messages: ThreadTraits) -> bool:
    """Return whether all *messages* are in one thread."""
    return len(set(assign_threads(BUYER, messages).values())) == 1


def test_the_token_of_the_link_joins_what_nothing_else_does() -> None:
    assert together(
        at(0, "a", thread_token="T1", case_id="c1"),
        at(300, "b", thread_token="T1", case_id="c2"),
    )


def test_different_tokens_are_different_threads_whatever_else_agrees() -> None:
    assert not together(
        at(0, "a", thread_token="T1", order_id="028-1234567-7654321"),
        at(0, "b", thread_token="T2", order_id="028-1234567-7654321"),
    )


def test_cases_are_never_merged() -> None:
    assert not together(at(0, "a", case_id="c1"), at(0.1, "b", case_id="c2"))
    assert together(at(0, "a", case_id="c1"), at(200, "b", case_id="c1"))


def test_one_order_is_one_thread_and_two_orders_are_two() -> None:
    assert together(at(0, "a", order_id="1"), at(90, "b", order_id="1"))
    assert not together(at(0, "a", order_id="1"), at(0.1, "b", order_id="2"))


def test_an_order_finds_the_case_that_speaks_of_it() -> None:
    assert together(at(0, "a", case_id="c1", order_id="1"), at(50, "b", order_id="1"))


def test_a_reference_leads_home_also_over_another_reference() -> None:
    assert together(
        at(0, "a", order_id="1", message_id="<a@x.example>"),
        at(60, "b", message_id="<b@x.example>", references=("<a@x.example>",)),
        at(120, "c", references=("<b@x.example>",)),
    )


def test_a_reference_chooses_between_two_threads_about_one_order() -> None:
    threads = assign_threads(
        BUYER,
        [
            at(0, "a", case_id="c1", order_id="1", message_id="<a@x.example>"),
            at(5, "b", case_id="c2", order_id="1", message_id="<b@x.example>"),
            at(6, "c", order_id="1", references=("<a@x.example>",)),
        ],
    )
    assert threads["c"] == threads["a"] != threads["b"]


def test_without_any_tie_the_nearest_message_before_it_is_its_thread() -> None:
    threads = assign_threads(
        BUYER, [at(0, "a", case_id="c1"), at(3, "b", case_id="c2"), at(2, "c")]
    )
    assert threads["c"] == threads["a"]


def test_thirty_days_are_near_and_no_more() -> None:
    assert together(at(0, "a"), at(NEAR / DAY, "b"))
    assert not together(at(0, "a"), at(NEAR / DAY + 0.01, "b"))


def test_two_buyers_never_share_a_thread() -> None:
    message = at(0, "a", thread_token="T1")
    other = "q9q9q9q9q9@marketplace.amazon.de"
    assert assign_threads(BUYER, [message]) != assign_threads(other, [message])


def test_a_thread_keeps_its_name_when_messages_are_added() -> None:
    first = at(0, "a", case_id="c1")
    before = assign_threads(BUYER, [first])["a"]
    after = assign_threads(BUYER, [first, at(1, "b"), at(-1, "c", case_id="c1")])
    assert set(after.values()) == {before}


few = st.none() | st.sampled_from(["1", "2"])
traits = st.builds(
    ThreadTraits,
    key=st.text("abcdefgh", min_size=3, max_size=3),
    received_at=st.integers(0, 80).map(lambda day: NOON + day * DAY),
    thread_token=few,
    case_id=few,
    order_id=few,
    message_id=st.none() | st.sampled_from(["<1>", "<2>", "<3>"]),
    references=st.lists(st.sampled_from(["<1>", "<2>", "<3>"]), max_size=2).map(tuple),
)


@given(
    st.lists(traits, min_size=1, max_size=8, unique_by=lambda one: one.key), st.data()
)
def test_the_order_in_which_messages_came_in_makes_no_difference(
    messages: list[ThreadTraits], data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations(messages))
    threads = assign_threads(BUYER, messages)
    assert assign_threads(BUYER, mixed) == threads
    assert set(threads) == {one.key for one in messages}


@given(st.lists(traits, max_size=8, unique_by=lambda one: one.key))
def test_one_token_is_always_one_thread_and_two_are_always_two(
    messages: list[ThreadTraits],
) -> None:
    threads = assign_threads(BUYER, messages)
    pairs = {(one.thread_token, threads[one.key]) for one in messages}
    of_tokens = [pair for pair in pairs if pair[0] is not None]
    assert len({token for token, _ in of_tokens}) == len(of_tokens)
    assert len({name for _, name in of_tokens}) == len(of_tokens)
