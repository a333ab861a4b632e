"""What was read from a mail is stored whole and found by what it names."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.domain.received import TimeSource
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import BUYER, HOUR, NOON, QUESTION, put

FULL = replace(
    QUESTION,
    account="shop",
    sender=BUYER,
    answer_to="k3l2m1n0p9+11111111-2222-4333-8444-555555555555@marketplace.amazon.de",
    case_id="11111111-2222-4333-8444-555555555555",
    thread_token="T1",
    mail_id="<q@relay.example>",
    references=("<b@x.example>", "<a@x.example>"),
    buyer="Jörg Ünlü",
    buyer_folded="jörgünlü",
    subject="Frage",
    order_id="028-1234567-7654321",
    asin="B000000001",
    product="Lampe, blau",
    marketplace="DE",
    language="de",
    topics=("delivery", "refund"),
    needs_response=False,
    words="Wo ist mein Paket? 😀",
    words_digest="abc",
    no_response_link="https://sellercentral.amazon.de/messaging/no-response-needed?m=1",
    case_link="https://sellercentral.amazon.de/messaging/inbox?cc=1",
    attachments=(Attachment("foto, „1“.jpg", "image/jpeg", 12),),
    doubts=("dkim=fail",),
    returned_mail_id="<r@shop.example>",
    trusted=True,
    older=True,
)


def stored(store: Store, number: int) -> MessageRow:
    found = store.messages.by_number(number)
    assert found is not None
    return found


def keys(rows: list[MessageRow]) -> list[str]:
    return [row.key for row in rows]


def test_a_message_is_read_back_as_it_was_stored(store: Store) -> None:
    number = store.messages.add(FULL, 1)
    assert stored(store, number) == replace(FULL, number=number)
    assert store.messages.by_key("q") == stored(store, number)
    assert store.messages.by_key("x") is None
    assert store.messages.by_number(99) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_any_words_are_read_back_as_they_are(
    store: Store, words: str, subject: str
) -> None:
    with store.transaction():
        number = put(store, f"{words}\n{subject}", words=words, subject=subject)
        row = stored(store, number)
        store._connection.execute("delete from message")
    assert (row.words, row.subject) == (words, subject)


def test_another_delivery_may_bring_an_earlier_time_and_never_a_later_one(
    store: Store,
) -> None:
    number = put(store, "q")
    change = store.messages.earlier
    assert not change(number, NOON + HOUR, TimeSource.SERVER, trusted=False)
    assert not change(number, NOON, TimeSource.SERVER, trusted=False)
    assert change(number, NOON - HOUR, TimeSource.SERVER, trusted=False)
    row = stored(store, number)
    assert (row.received_at, row.received_from) == (NOON - HOUR, TimeSource.SERVER)


def test_trust_once_gained_stays(store: Store) -> None:
    number = put(store, "r", kind=Kind.REPLY)
    change = store.messages.earlier
    assert change(number, NOON + HOUR, TimeSource.SERVER, trusted=True)
    assert not change(number, NOON + HOUR, TimeSource.SERVER, trusted=False)
    row = stored(store, number)
    assert row.trusted
    assert (row.received_at, row.received_from) == (NOON, TimeSource.DATE)


def test_what_is_learnt_later_is_written_down(store: Store) -> None:
    number = put(store, "q", older=True)
    store.messages.came_by(number, "shop")
    store.messages.not_older(number)
    row = stored(store, number)
    assert row.account == "shop"
    assert not row.older


@pytest.mark.parametrize(
    "standing",
    [
        Standing(State.WAITING, sent_back=True),
        Standing(State.TO_CONFIRM, at=NOON),
        Standing(State.SETTLED, How.OLDER, NOON),
    ],
)
def test_where_a_message_stands_is_written_down(
    store: Store, standing: Standing
) -> None:
    number = put(store, "q")
    store.messages.stand(number, standing)
    assert stored(store, number).standing == standing


def test_a_thread_lists_its_messages_oldest_first(store: Store) -> None:
    put(store, "b", "t1", received_at=NOON + HOUR)
    put(store, "c", "t1", received_at=NOON)
    put(store, "a", "t1", received_at=NOON)
    put(store, "d", "t2")
    place = store.threads.number("t1")
    assert place is not None
    assert keys(store.messages.of_thread(place)) == ["a", "c", "b"]
    assert keys(store.messages.of_partner(BUYER)) == ["a", "c", "d", "b"]


def test_messages_are_found_by_what_they_name(store: Store) -> None:
    put(store, "a", order_id="1", buyer_folded="anna", mail_id="<a>")
    put(store, "b", kind=Kind.REPLY, words_digest="w", mail_id="<b>")
    put(store, "c", partner=None, order_id="1", words_digest="w", buyer_folded="anna")
    messages = store.messages
    assert keys(messages.threads_of_order("1")) == ["a"]
    assert keys(messages.threads_of_name("anna")) == ["a"]
    assert keys(messages.replies_with_mail_id("<b>")) == ["b"]
    assert messages.replies_with_mail_id("<a>") == []
    assert keys(messages.replies_of_words("w")) == ["b"]


def test_mails_without_a_partner_are_found_by_anything_they_speak_of(
    store: Store,
) -> None:
    put(store, "order", partner=None, alias=None, order_id="1")
    put(store, "name", partner=None, alias=None, buyer_folded="anna")
    put(store, "mail", partner=None, alias=None, returned_mail_id="<a>")
    put(store, "alias", partner=None, order_id="1")
    put(store, "placed", order_id="1", buyer_folded="anna")
    put(
        store,
        "copy",
        partner=None,
        alias=None,
        kind=Kind.COPY_OF_REPLY,
        words_digest="w",
    )
    put(store, "notice", partner=None, alias=None, kind=Kind.REFUND, words_digest="w")
    found = store.messages.floating(
        orders=["1", "2"],
        names=["anna"],
        mail_ids=["<a>"],
        aliases=[BUYER],
        digests=["w"],
    )
    assert sorted(keys(found)) == ["alias", "copy", "mail", "name", "order"]
    assert store.messages.floating() == []


def test_nothing_is_found_by_reading_all_mails_of_a_kind_or_of_nobody(
    store: Store,
) -> None:
    asked: list[str] = []
    store._connection.set_trace_callback(asked.append)
    store.messages.floating(
        orders=["1"], names=["a"], mail_ids=["<a>"], aliases=[BUYER], digests=["w"]
    )
    store.messages.threads_of_order("1")
    store.messages.threads_of_name("a")
    store.messages.replies_with_mail_id("<a>")
    store.messages.replies_of_words("w")
    store.messages.of_partner(BUYER)
    store.messages.of_thread(1)
    store._connection.set_trace_callback(None)
    assert len(asked) == 11
    for query in asked:
        steps = store._connection.execute(f"explain query plan {query}").fetchall()
        plan = " ".join(step[3] for step in steps)
        assert "SEARCH message USING" in plan, query
        assert "message_by_kind" not in plan, query
        if "partner is null" in query:
            assert "message_by_partner" not in plan, query


def test_kinds_are_listed_newest_first_and_counted(store: Store) -> None:
    put(store, "a")
    put(store, "b", received_at=NOON + HOUR)
    put(store, "c", kind=Kind.REFUND)
    assert keys(list(store.messages.of_kind(Kind.BUYER))) == ["b", "a"]
    assert store.messages.count_by_kind() == {Kind.BUYER: 2, Kind.REFUND: 1}
    some = (Kind.REFUND, Kind.UNSORTED)
    assert store.messages.count_by_kind(some) == {Kind.REFUND: 1}


def test_a_message_that_goes_while_its_kind_is_listed_is_left_out(
    store: Store,
) -> None:
    put(store, "a", received_at=NOON + HOUR)
    put(store, "b")
    listed = store.messages.of_kind(Kind.BUYER)
    assert next(listed).key == "a"
    store._connection.execute("delete from message where key = 'b'")
    assert list(listed) == []


def test_the_last_mail_kept_is_known(store: Store) -> None:
    assert store.messages.newest_kept_at() is None
    store.mails.keep(b"a", "k", NOON)
    assert store.messages.newest_kept_at() == NOON


def test_a_key_that_is_there_is_not_stored_again(store: Store) -> None:
    number = put(store, "q", words="first")
    row = replace(QUESTION, key="q", words="second")
    assert store.messages.add_if_new(row, 1) is None
    assert stored(store, number).words == "first"
    with pytest.raises(ValueError, match="there already"):
        store.messages.add(row, 1)


def test_namesakes_of_amazons_mails_are_found_without_reading_the_buyers(
    store: Store,
) -> None:
    plan = store._connection.execute(
        """explain query plan select id from message
        where partner is null and buyer_folded = ?""",
        ("anna",),
    ).fetchall()
    assert "message_floating_name" in str([tuple(step) for step in plan])
