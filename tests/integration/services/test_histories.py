"""Where things stand follows from mails and journal, in whatever order they came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.state import State
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store, open_store
from tests.integration.services.reckoned import arrive, note, said, standing, thread
from tests.integration.storage.samples import BUYER, HOUR, NOON, QUESTION

OTHER = "q9q9q9q9q9@marketplace.amazon.de"


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
                        Action.NO_RESPONSE_SEEN,
                        Action.ANSWERED_SEEN,
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


def live(
    store: Store, history: History, arrive: Callable[..., object] = arrive
) -> None:
    """Let *history* happen, a few mails at a time, which *arrive* takes in."""
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
    columns = """key, state, waiting, to_confirm, received_at, due_at, sent_back,
        last_at, answered_elsewhere_at"""
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
