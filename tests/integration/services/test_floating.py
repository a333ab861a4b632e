"""A mail of Amazon's finds the one thread it speaks of, or none."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.domain.kind import Kind
from inbox_assistant.services.floating import home_of
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store
from tests.integration.services import reckoned
from tests.integration.storage.samples import BUYER, HOUR, NOON, REPLY, put

OTHER = "q9q9q9q9q9@marketplace.amazon.de"
COPY = replace(reckoned.COPY, trusted=False)
SPEAKING = [
    Kind.COPY_OF_REPLY,
    Kind.OPT_OUT,
    Kind.BOUNCE,
    Kind.RETURN,
    Kind.REFUND,
    Kind.CANCELLATION,
    Kind.A_TO_Z,
    Kind.OTHER_NOTICE,
]


def home(store: Store, mail: MessageRow) -> str | None:
    number = home_of(mail, store)
    facts = None if number is None else store.threads.facts(number)
    return None if facts is None else facts.key


@pytest.mark.parametrize("kind", list(Kind))
def test_only_what_speaks_of_a_thread_finds_one(store: Store, kind: Kind) -> None:
    put(store, "q", "t1", order_id="1")
    mail = replace(COPY, kind=kind, order_id="1")
    assert home(store, mail) == ("t1" if kind in SPEAKING else None)


def test_the_order_leads_to_its_thread_and_never_guesses_between_two(
    store: Store,
) -> None:
    put(store, "q", "t1", order_id="1")
    put(store, "q2", "t1", order_id="1")
    assert home(store, replace(COPY, order_id="1")) == "t1"
    assert home(store, replace(COPY, order_id="2")) is None
    put(store, "q3", "t2", order_id="1", partner=OTHER)
    assert home(store, replace(COPY, order_id="1")) is None


def test_a_mail_speaks_of_nothing_that_came_after_it(store: Store) -> None:
    put(store, "q", "t1", order_id="1", received_at=NOON + 2 * HOUR)
    assert home(store, replace(COPY, order_id="1")) is None


def test_a_reply_alone_is_no_thread_to_speak_of(store: Store) -> None:
    put(store, "r", "t1", order_id="1", kind=Kind.REPLY)
    assert home(store, replace(COPY, order_id="1")) is None


def test_the_alias_leads_to_the_buyers_only_thread(store: Store) -> None:
    put(store, "q", "t1")
    assert home(store, replace(COPY, alias=BUYER)) == "t1"
    put(store, "q2", "t2")
    assert home(store, replace(COPY, alias=BUYER)) is None


@pytest.mark.parametrize(
    ("kind", "thread"),
    [(Kind.COPY_OF_REPLY, "t1"), (Kind.OPT_OUT, "t1"), (Kind.REFUND, None)],
)
def test_a_name_is_enough_for_what_answers_a_question_without_an_order(
    store: Store, kind: Kind, thread: str | None
) -> None:
    put(store, "q", "t1", buyer_folded="anna")
    assert home(store, replace(COPY, kind=kind, buyer_folded="anna")) == thread


def test_a_name_does_not_reach_an_order_nor_a_month_back(store: Store) -> None:
    named = replace(COPY, buyer_folded="anna")
    put(store, "q", "t1", buyer_folded="anna", order_id="1")
    assert home(store, named) is None
    put(store, "q2", "t2", buyer_folded="anna")
    assert home(store, named) == "t2"
    edge = NOON + timedelta(days=30)
    assert home(store, replace(named, received_at=edge)) == "t2"
    late = edge + timedelta(microseconds=1)
    assert home(store, replace(named, received_at=late)) is None


def test_a_name_that_two_buyers_bear_leads_nowhere(store: Store) -> None:
    put(store, "q", "t1", buyer_folded="anna")
    put(store, "q2", "t2", buyer_folded="anna", partner=OTHER)
    assert home(store, replace(COPY, buyer_folded="anna")) is None
    assert home(store, COPY) is None


def test_a_copy_is_known_by_the_words_it_repeats(store: Store) -> None:
    copy = replace(COPY, words_digest="w")
    assert home(store, copy) is None
    put(store, "s", "t3", kind=Kind.REPLY, words_digest="w")
    assert home(store, copy) is None
    put(store, "r", "t1", kind=Kind.REPLY, words_digest="w", trusted=True)
    assert home(store, copy) == "t1"
    assert home(store, replace(copy, kind=Kind.OPT_OUT)) is None
    put(store, "r2", "t2", kind=Kind.REPLY, words_digest="w", trusted=True)
    assert home(store, copy) is None


def test_words_that_many_were_sent_are_told_apart_by_the_order(store: Store) -> None:
    for number in ("1", "2"):
        put(store, f"q{number}", f"t{number}", order_id=number)
        reply = {"kind": Kind.REPLY, "words_digest": "w", "order_id": number}
        put(store, f"r{number}", f"t{number}", trusted=True, **reply)
    put(store, "loose", kind=Kind.REPLY, words_digest="w")
    assert home(store, replace(COPY, words_digest="w", order_id="2")) == "t2"
    assert home(store, replace(COPY, words_digest="w", order_id="3")) is None


def test_what_came_back_leads_to_the_reply_it_names_else_to_its_order(
    store: Store,
) -> None:
    put(store, "q", "t1", order_id="1")
    bounce = replace(
        COPY, kind=Kind.BOUNCE, order_id="1", returned_mail_id="<r1@shop.example>"
    )
    assert home(store, bounce) == "t1"
    put(store, "r", "t3", kind=Kind.REPLY, mail_id="<r1@shop.example>")
    assert home(store, bounce) == "t3"
    store.outbox.add(replace(REPLY, thread="gone"))
    assert home(store, bounce) == "t3"


def test_what_came_back_leads_to_where_the_reply_was_written_not_where_it_lies(
    store: Store,
) -> None:
    put(store, "q", "t1", order_id="1")
    bounce = replace(
        COPY, kind=Kind.BOUNCE, order_id="1", returned_mail_id="<r1@shop.example>"
    )
    store.threads.ensure("t2", BUYER)
    store.outbox.add(replace(REPLY, thread="t2"))
    assert home(store, bounce) == "t2"
    put(store, "r", "t3", kind=Kind.REPLY, mail_id="<r1@shop.example>")
    assert home(store, bounce) == "t2"


def test_what_came_back_from_an_alias_leads_to_its_thread(store: Store) -> None:
    put(store, "q", "t1", order_id="1")
    put(store, "q2", "t2", order_id="2")
    bounce = replace(COPY, kind=Kind.BOUNCE, alias=BUYER, returned_mail_id="<x@y>")
    assert home(store, bounce) is None
    assert home(store, replace(bounce, order_id="2")) == "t2"
    assert home(store, replace(bounce, order_id="3")) is None


def test_an_order_in_two_threads_is_told_apart_by_the_alias(store: Store) -> None:
    put(store, "q", "t1", order_id="1")
    put(store, "q2", "t2", order_id="1", partner=OTHER)
    bounce = replace(COPY, kind=Kind.BOUNCE, order_id="1")
    assert home(store, bounce) is None
    assert home(store, replace(bounce, alias=OTHER)) == "t2"
