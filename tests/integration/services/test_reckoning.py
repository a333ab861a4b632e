"""Threads and standings follow from mails and journal, in whatever order they came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from inbox_assistant.domain.identity import fold_words
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.reply import Draft
from inbox_assistant.domain.settlement import How, Standing, State
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store, open_store
from tests.integration.storage.samples import BUYER, HOUR, NOON, QUESTION, REPLY

OTHER = "q9q9q9q9q9@marketplace.amazon.de"
SENT = replace(
    QUESTION,
    key="r",
    kind=Kind.REPLY,
    trusted=True,
    mail_id="<r@shop.example>",
    received_at=NOON + HOUR,
)
COPY = replace(
    QUESTION,
    key="c",
    kind=Kind.COPY_OF_REPLY,
    partner=None,
    alias=None,
    trusted=True,
    received_at=NOON + HOUR,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "inbox.db") as opened:
        yield opened


def said(row: MessageRow, words: str) -> MessageRow:
    """Return *row* with other words and their fingerprint."""
    return replace(row, words=words, words_digest=fold_words(words))


def arrive(store: Store, *rows: MessageRow) -> frozenset[str]:
    """Store *rows* as one batch and work out what they change."""
    with store.transaction():
        numbers = {row.key: store.messages.add(row, 1) for row in rows}
        return Reckoning(store).reckon(
            {row.partner for row in rows if row.partner is not None},
            [numbers[row.key] for row in rows if row.partner is None],
        )


def note(store: Store, entry: Entry) -> None:
    """Append *entry* and work out what it changes."""
    with store.transaction():
        store.journal.append(entry)
        Reckoning(store).reckon_thread(entry.thread or "", entry.messages)


def standing(store: Store, key: str = "q") -> Standing:
    row = store.messages.by_key(key)
    assert row is not None
    return row.standing


def thread(store: Store, key: str) -> str | None:
    row = store.messages.by_key(key)
    assert row is not None
    facts = None if row.thread_id is None else store.threads.facts(row.thread_id)
    return None if facts is None else facts.key


def test_a_question_waits_in_a_thread_of_its_own(store: Store) -> None:
    changed = arrive(store, QUESTION)
    assert changed == {thread(store, "q")}
    assert standing(store) == Standing(State.WAITING)


def test_a_reply_in_the_sent_folder_settles_the_question_and_no_later_one(
    store: Store,
) -> None:
    arrive(store, QUESTION, SENT)
    assert standing(store).how is How.REPLIED
    arrive(store, replace(QUESTION, key="q2", received_at=NOON + 2 * HOUR))
    assert standing(store, "q2").state is State.WAITING


def test_a_copy_of_what_was_typed_elsewhere_settles_what_came_before(
    store: Store,
) -> None:
    arrive(store, replace(QUESTION, order_id="1"))
    arrive(store, replace(COPY, order_id="1"))
    assert standing(store).how is How.REPLIED_ELSEWHERE


def test_a_copy_of_our_own_reply_settles_nothing_that_the_reply_did_not_answer(
    store: Store,
) -> None:
    unseen = replace(QUESTION, key="q2", received_at=NOON + timedelta(minutes=50))
    arrive(store, replace(QUESTION, order_id="1"), replace(unseen, order_id="1"))
    with store.transaction():
        store.outbox.add(replace(REPLY, message_id="<r@shop.example>"))
    queued = Entry(
        "e1",
        "desk",
        "anna",
        NOON,
        Action.REPLY_HANDED_OVER,
        thread(store, "q"),
        ("q",),
        data={"message_id": "<r@shop.example>"},
    )
    note(store, queued)
    arrive(store, said(replace(SENT, order_id="1"), "It left today."))
    arrive(store, said(replace(COPY, order_id="1"), "Hello, It left today!"))
    assert standing(store).how is How.REPLIED
    assert standing(store, "q2").state is State.WAITING


def test_our_own_reply_settles_nothing_in_a_thread_it_was_put_into_by_mistake(
    store: Store,
) -> None:
    # The question bore no Message-ID, so the reply refers to nothing.
    arrive(store, replace(QUESTION, case_id="c1", order_id="1"))
    unseen = replace(QUESTION, key="q2", received_at=NOON + timedelta(minutes=50))
    arrive(store, replace(unseen, case_id="c2", order_id="1"))
    with store.transaction():
        store.outbox.add(replace(REPLY, message_id="<r@shop.example>"))
    note(
        store,
        Entry(
            "e1",
            "desk",
            "anna",
            NOON,
            Action.REPLY_HANDED_OVER,
            thread(store, "q"),
            ("q",),
            data={"message_id": "<r@shop.example>"},
        ),
    )
    arrive(store, replace(SENT, order_id="1"))
    assert thread(store, "r") == thread(store, "q2")
    assert standing(store).how is How.REPLIED
    assert standing(store, "q2").state is State.WAITING


def test_a_copy_of_which_an_earlier_delivery_is_found_settles_less(
    store: Store,
) -> None:
    first = replace(QUESTION, key="q0", received_at=NOON - 2 * HOUR)
    arrive(store, replace(first, order_id="1"), replace(QUESTION, order_id="1"))
    arrive(store, replace(COPY, order_id="1"))
    copy = store.messages.by_key("c")
    assert copy is not None
    assert standing(store).state is State.SETTLED
    with store.transaction():
        store.messages.earlier(
            copy.number, NOON - HOUR, copy.received_from, trusted=True
        )
        Reckoning(store).reckon([], [copy.number])
    assert standing(store).state is State.WAITING


def test_a_copy_that_came_before_its_reply_finds_it_by_its_words_alone(
    store: Store,
) -> None:
    arrive(store, QUESTION)
    arrive(store, said(COPY, "It left today."))
    assert thread(store, "c") is None
    arrive(store, said(SENT, "It left today."))
    assert thread(store, "c") == thread(store, "q")


def test_a_copy_known_by_its_words_alone_follows_when_threads_are_joined(
    store: Store,
) -> None:
    arrive(store, QUESTION, said(SENT, "It left today."))
    arrive(store, said(COPY, "It left today."))
    before = thread(store, "q")
    arrive(store, replace(QUESTION, key="q0", case_id="c1", received_at=NOON - HOUR))
    assert thread(store, "q") != before
    assert thread(store, "c") == thread(store, "q")
    assert before is not None
    assert store.threads.present_key(before) == thread(store, "q")


def test_what_was_begun_moves_to_the_thread_that_takes_over(store: Store) -> None:
    arrive(store, QUESTION)
    old = thread(store, "q") or ""
    store.drafts.keep(Draft(old, "Dear"), NOON)
    with store.transaction():
        store.outbox.add(replace(REPLY, thread=old))
    arrive(store, replace(QUESTION, key="q0", case_id="c1", received_at=NOON - HOUR))
    new = thread(store, "q") or ""
    assert new != old
    assert store.drafts.read(new) is not None
    assert [one.reply_id for one in store.outbox.of_thread(new)] == ["r1"]


def test_an_undo_reaches_messages_that_have_moved_to_another_thread(
    store: Store,
) -> None:
    arrive(store, QUESTION, replace(QUESTION, key="q2", received_at=NOON + 99 * HOUR))
    first = thread(store, "q")
    decided = Entry(
        "e1", "desk", "a", NOON, Action.NO_RESPONSE_DECIDED, first, ("q", "q2")
    )
    note(store, decided)
    arrive(
        store,
        replace(QUESTION, key="c1", case_id="c1", received_at=NOON - HOUR),
        replace(QUESTION, key="c2", case_id="c2", received_at=NOON + 98 * HOUR),
    )
    assert thread(store, "q") != thread(store, "q2")
    undone = replace(decided, entry_id="e2", action=Action.UNDONE, undoes="e1")
    note(store, replace(undone, thread=store.threads.present_key(first or "")))
    assert standing(store, "q").state is State.WAITING
    assert standing(store, "q2").state is State.WAITING


@pytest.mark.parametrize("kind", [Kind.OPT_OUT, Kind.BOUNCE])
def test_a_notice_that_names_no_mail_speaks_of_the_last_that_left(
    store: Store, kind: Kind
) -> None:
    arrive(store, replace(QUESTION, order_id="1"))
    arrive(store, said(replace(SENT, order_id="1"), "It left today."))
    late = replace(COPY, key="o", kind=kind, order_id="1")
    arrive(store, replace(late, received_at=NOON + 2 * HOUR))
    assert standing(store) == Standing(State.WAITING, sent_back=True)
    number = store.threads.number(thread(store, "q") or "") or 0
    row = store.threads.rows([number])[0]
    assert row.sent_back
    assert row.due_at == NOON + 24 * HOUR


def test_a_notice_before_any_reply_sends_nothing_back(store: Store) -> None:
    arrive(store, replace(QUESTION, order_id="1"), replace(SENT, order_id="1"))
    early = replace(COPY, key="o", kind=Kind.OPT_OUT, order_id="1")
    arrive(store, replace(early, received_at=NOON + HOUR / 2))
    assert standing(store).state is State.SETTLED


def test_a_notice_sends_back_also_what_was_typed_elsewhere(store: Store) -> None:
    arrive(store, replace(QUESTION, order_id="1"), replace(COPY, order_id="1"))
    late = replace(COPY, key="o", kind=Kind.OPT_OUT, order_id="1")
    arrive(store, replace(late, received_at=NOON + 2 * HOUR))
    assert standing(store) == Standing(State.WAITING, sent_back=True)


def test_the_row_of_a_thread_shows_its_newest_waiting_message(store: Store) -> None:
    arrive(
        store,
        said(replace(QUESTION, buyer="Anna", subject="one", older=True), "First\n\nq"),
        replace(QUESTION, key="q2", subject="two", received_at=NOON + HOUR),
    )
    number = store.threads.number(thread(store, "q") or "") or 0
    facts = store.threads.facts(number)
    assert facts is not None
    assert (facts.buyer, facts.subject, facts.preview) == ("Anna", "two", "")
    assert not facts.older
    assert not facts.suggestion
    assert store.threads.rows([number])[0].waiting == 2


def test_a_thread_that_is_not_there_changes_nothing(store: Store) -> None:
    assert Reckoning(store).reckon_thread("missing") == frozenset()
    assert Reckoning(store).reckon_thread("missing", ["unknown"]) == frozenset()
    assert Reckoning(store).reckon([], [77]) == frozenset()


@dataclass(frozen=True)
class History:
    """Mails in the order they came, and decisions between them."""

    steps: tuple[MessageRow | Entry, ...]
    size: int


WORDS = st.sampled_from(["", "It left today.", "We are sorry about this."])
FEW = st.none() | st.sampled_from(["1", "2"])
IDS = st.sampled_from([f"<{number}@x.example>" for number in range(4)])
TIMES = st.integers(0, 40).map(lambda half_days: NOON + half_days * 12 * HOUR)
PARTNERS = st.sampled_from([BUYER, OTHER])
FLOATING = st.sampled_from([Kind.COPY_OF_REPLY, Kind.OPT_OUT, Kind.BOUNCE, Kind.RETURN])


@st.composite
def mails(draw: st.DrawFn, key: str) -> MessageRow:
    """Draw one mail of a buyer, of ours, or of Amazon's."""
    words = draw(WORDS)
    row = replace(
        said(QUESTION, words),
        key=key,
        received_at=draw(TIMES),
        order_id=draw(FEW),
        buyer_folded=draw(FEW),
        mail_id=draw(st.none() | IDS),
    )
    what = draw(st.sampled_from(["buyer", "buyer", "reply", "amazon"]))
    if what == "amazon":
        return replace(
            row,
            kind=draw(FLOATING),
            partner=None,
            alias=draw(st.none() | PARTNERS),
            trusted=True,
            returned_mail_id=draw(st.none() | IDS),
        )
    partner = draw(PARTNERS)
    return replace(
        row,
        kind=Kind.BUYER if what == "buyer" else Kind.REPLY,
        partner=partner,
        alias=partner,
        case_id=draw(FEW),
        thread_token=draw(FEW),
        references=tuple(draw(st.lists(IDS, max_size=2))),
        trusted=what == "reply" and draw(st.booleans()),
    )


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Draw a history of two buyers."""
    keys = [f"k{number}" for number in range(draw(st.integers(1, 9)))]
    steps: list[MessageRow | Entry] = [draw(mails(key)) for key in keys]
    for number in range(draw(st.integers(0, 3))):
        entry = Entry(
            f"e{number}",
            "desk",
            "anna",
            draw(TIMES),
            draw(
                st.sampled_from(
                    [
                        Action.NO_RESPONSE_DECIDED,
                        Action.NO_RESPONSE_CONFIRMED,
                        Action.REPLY_HANDED_OVER,
                        Action.UNDONE,
                    ]
                )
            ),
            None,
            tuple(sorted(draw(st.sets(st.sampled_from(keys))))),
            draw(st.none() | st.sampled_from(["e0", "e1"])),
            {"message_id": draw(IDS)},
        )
        steps.insert(draw(st.integers(0, len(steps))), entry)
    return History(tuple(steps), draw(st.integers(1, 4)))


def live(store: Store, history: History) -> None:
    """Let *history* happen, a few mails at a time."""
    batch: list[MessageRow] = []
    for step in history.steps:
        if isinstance(step, MessageRow):
            batch.append(step)
        if isinstance(step, Entry) or len(batch) == history.size:
            arrive(store, *batch)
            batch = []
        if isinstance(step, Entry):
            note(store, step)
    arrive(store, *batch)


def seen(store: Store) -> dict[str, object]:
    """Return where each message is and stands, and what each thread's row says."""
    found: dict[str, object] = {}
    rows = store._connection.execute("select key from message").fetchall()
    for (key,) in rows:
        found[key] = (thread(store, key), standing(store, key))
    columns = "key, state, waiting, to_confirm, received_at, due_at, sent_back, last_at"
    for row in store._connection.execute(f"select {columns} from thread"):  # noqa: S608
        found[f"thread {row[0]}"] = row[1:]
    return found


def begin_again(store: Store, rows: Sequence[MessageRow]) -> None:
    with store.transaction():
        store.forget_derived()
    arrive(store, *rows)


@hypothesis_settings(max_examples=150)
@given(histories())
def test_what_came_little_by_little_stands_as_if_it_had_come_at_once(
    history: History,
) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "a.db") as store:
        store._connection.execute("pragma synchronous = off")
        live(store, history)
        lived = seen(store)
        begin_again(
            store, [one for one in history.steps if isinstance(one, MessageRow)]
        )
        assert seen(store) == lived


@hypothesis_settings(max_examples=60)
@given(histories())
def test_no_message_of_a_buyer_leaves_the_queue_without_an_answer_or_a_decision(
    history: History,
) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "a.db") as store:
        store._connection.execute("pragma synchronous = off")
        live(store, history)
        named = {
            key
            for one in history.steps
            if isinstance(one, Entry) and one.action is not Action.UNDONE
            for key in one.messages
        }
        answers = [
            one for one in history.steps if isinstance(one, MessageRow) and one.trusted
        ]
        for one in history.steps:
            if not isinstance(one, MessageRow) or one.kind is not Kind.BUYER:
                continue
            is_off = standing(store, one.key).state is not State.WAITING
            later = any(answer.received_at >= one.received_at for answer in answers)
            assert not is_off or one.key in named or later
