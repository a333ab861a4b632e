"""What takes a message off the queue, and what never may."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.domain.settlement import How, Mail, Standing, settle
from inbox_assistant.domain.state import State

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
QUESTION = Mail("q", Kind.BUYER, NOON, "<q@relay.example>")
SENT = Mail("s", Kind.REPLY, NOON + HOUR, "<s@shop.example>", trusted=True)
COPY = Mail("c", Kind.COPY_OF_REPLY, NOON + HOUR, "<c@relay.example>", trusted=True)
WAITING = Standing(State.WAITING)


def entry(
    action: Action,
    at: datetime = NOON + HOUR,
    *messages: str,
    **data: object,
) -> Entry:
    return Entry(f"{action}-{at}", "desk", "anna", at, action, "t", messages, data=data)


def whole_standing(*facts: Mail | Entry) -> Standing:
    """Return where the question stands after *facts*, and who says so."""
    mails = [one for one in facts if isinstance(one, Mail)]
    entries = [one for one in facts if isinstance(one, Entry)]
    return settle([QUESTION, *mails], entries)["q"]


def standing(*facts: Mail | Entry) -> Standing:
    """Return where the question stands after *facts*, whoever says so."""
    return replace(whole_standing(*facts), by=None, told_at=None)


@pytest.mark.parametrize("kind", list(Kind))
def test_buyers_and_the_customer_service_wait_and_nothing_else_does(kind: Kind) -> None:
    only = settle([replace(QUESTION, kind=kind)], [])["q"]
    assert only.state is (State.WAITING if kind in WAITING_KINDS else State.NONE)


def test_a_reply_in_the_sent_folder_settles_what_came_before_it() -> None:
    assert standing(SENT) == Standing(State.SETTLED, How.REPLIED, NOON + HOUR)


def test_a_copy_of_a_reply_of_others_settles_what_came_before_it() -> None:
    answered = Standing(State.SETTLED, How.REPLIED_ELSEWHERE, NOON + HOUR)
    assert standing(COPY) == answered


@pytest.mark.parametrize("answer", [SENT, COPY])
def test_no_answer_settles_a_message_that_came_after_it(answer: Mail) -> None:
    early = replace(answer, received_at=NOON - timedelta(microseconds=1))
    assert standing(early) == WAITING


@pytest.mark.parametrize("answer", [SENT, COPY])
def test_a_mail_that_anybody_could_have_written_settles_nothing(answer: Mail) -> None:
    assert standing(replace(answer, trusted=False)) == WAITING


def test_our_own_reply_seen_as_a_mail_answers_only_what_it_was_written_to() -> None:
    # A second question came in while the answer to the first one was on its way.
    queued = entry(Action.REPLY_QUEUED, NOON, "other", message_id="<s@shop.example>")
    assert standing(SENT, queued) == WAITING
    replica = replace(COPY, replica_of="<s@shop.example>")
    assert standing(replica, queued) == WAITING


def test_a_reply_handed_over_settles_the_messages_it_names() -> None:
    over = entry(Action.REPLY_HANDED_OVER, NOON + HOUR, "q", message_id="<r@a.example>")
    assert standing(over) == Standing(State.SETTLED, How.REPLIED, NOON + HOUR)
    assert standing(replace(over, messages=("other",))) == WAITING


@pytest.mark.parametrize(
    "action",
    [
        Action.REPLY_QUEUED,
        Action.REPLY_SENDING,
        Action.REPLY_DELAYED,
        Action.REPLY_REFUSED,
        Action.REPLY_UNSURE,
        Action.REPLY_WITHDRAWN,
        Action.FINDINGS_OVERRIDDEN,
        Action.MAILS_KEPT,
    ],
)
def test_a_reply_that_has_not_left_settles_nothing(action: Action) -> None:
    assert standing(entry(action, NOON + HOUR, "q", message_id="<r@a.example>")) == (
        WAITING
    )


@pytest.mark.parametrize("by_mail", [True, False])
def test_a_reply_that_came_back_reopens_the_message(by_mail: bool) -> None:  # noqa: FBT001
    over = entry(Action.REPLY_HANDED_OVER, NOON + HOUR, "q", message_id="<r@a.example>")
    back: Mail | Entry
    if by_mail:
        back = Mail(
            "b", Kind.BOUNCE, NOON + 2 * HOUR, returned_message_id="<r@a.example>"
        )
    else:
        back = entry(Action.REPLY_SENT_BACK, NOON + HOUR, message_id="<r@a.example>")
    assert standing(over, back) == Standing(State.WAITING, sent_back=True)


def test_a_second_reply_settles_what_the_first_did_not() -> None:
    first = entry(
        Action.REPLY_HANDED_OVER, NOON + HOUR, "q", message_id="<1@a.example>"
    )
    back = entry(Action.REPLY_SENT_BACK, NOON + HOUR, message_id="<1@a.example>")
    second = entry(
        Action.REPLY_HANDED_OVER, NOON + 2 * HOUR, "q", message_id="<2@a.example>"
    )
    assert standing(first, back, second) == Standing(
        State.SETTLED, How.REPLIED, NOON + 2 * HOUR
    )


def test_a_reply_of_others_that_came_back_reopens_the_message_too() -> None:
    back = Mail("b", Kind.BOUNCE, NOON + 2 * HOUR, returned_message_id=COPY.key)
    assert standing(COPY, back) == Standing(State.WAITING, sent_back=True)


def test_to_decide_is_not_yet_to_confirm() -> None:
    decided = entry(Action.NO_RESPONSE_DECIDED, NOON + HOUR, "q")
    confirmed = entry(Action.NO_RESPONSE_CONFIRMED, NOON + 2 * HOUR, "q")
    assert standing(decided) == Standing(State.TO_CONFIRM, None, NOON + HOUR)
    assert standing(decided, confirmed) == Standing(
        State.SETTLED, How.NO_RESPONSE_NECESSARY, NOON + 2 * HOUR
    )


def test_what_another_seat_confirmed_is_settled_by_nobody_here() -> None:
    seen = entry(Action.NO_RESPONSE_SEEN, NOON + HOUR, "q")
    dismissed = Standing(
        State.SETTLED, How.NO_RESPONSE_NECESSARY, NOON + HOUR, told_at=NOON + HOUR
    )
    assert whole_standing(seen) == dismissed
    ours = entry(Action.NO_RESPONSE_CONFIRMED, NOON + 2 * HOUR, "q")
    assert whole_standing(seen, ours) == dismissed
    gone = replace(entry(Action.UNDONE, NOON), undoes=seen.entry_id)
    assert whole_standing(seen, gone) == WAITING
    assert whole_standing(seen, ours, gone).by == "anna"


def test_the_mark_of_an_answer_is_told_and_settles_nothing() -> None:
    seen = entry(Action.ANSWERED_SEEN, NOON + HOUR, "q")
    told = Standing(State.WAITING, answered_elsewhere_at=NOON + HOUR)
    assert standing(seen) == told
    decided = entry(Action.NO_RESPONSE_DECIDED, NOON + 2 * HOUR, "q")
    assert standing(seen, decided) == Standing(
        State.TO_CONFIRM, None, NOON + 2 * HOUR, answered_elsewhere_at=NOON + HOUR
    )
    assert standing(seen, COPY).answered_elsewhere_at is None
    back = Mail("b", Kind.BOUNCE, NOON + 2 * HOUR, returned_message_id=COPY.key)
    assert standing(seen, COPY, back) == Standing(State.WAITING, sent_back=True)


def test_a_decision_that_is_undone_leaves_the_message_waiting() -> None:
    decided = entry(Action.NO_RESPONSE_DECIDED, NOON + HOUR, "q")
    undone = replace(entry(Action.UNDONE, NOON), undoes=decided.entry_id)
    assert standing(decided, undone) == WAITING


def test_the_time_that_the_agent_gives_counts_for_a_reply_elsewhere() -> None:
    told = entry(
        Action.REPLIED_ELSEWHERE,
        NOON + 9 * HOUR,
        "q",
        replied_at="2026-03-02T13:00:00Z",
    )
    assert standing(told) == Standing(State.SETTLED, How.REPLIED_ELSEWHERE, NOON + HOUR)


def test_where_that_time_is_damaged_it_was_answered_when_it_was_told() -> None:
    told = entry(Action.REPLIED_ELSEWHERE, NOON + HOUR, "q", replied_at="2026-0x")
    assert standing(told) == Standing(State.SETTLED, How.REPLIED_ELSEWHERE, NOON + HOUR)


def test_the_older_ones_are_settled_together_and_by_name_alone() -> None:
    older = entry(Action.OLDER_SETTLED, NOON + HOUR, "q")
    assert standing(older) == Standing(State.SETTLED, How.OLDER, NOON + HOUR)
    assert standing(replace(older, messages=("other",))) == WAITING


def test_the_first_of_several_answers_is_the_one_that_counts() -> None:
    over = entry(
        Action.REPLY_HANDED_OVER, NOON + 3 * HOUR, "q", message_id="<r@a.example>"
    )
    assert standing(over, COPY).at == NOON + HOUR


hours = st.integers(-3, 6).map(lambda count: NOON + count * HOUR)
keys = st.sampled_from(["a", "b", "c", "d"])
ids = st.sampled_from(["<1@a.example>", "<2@a.example>", None])


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Mail], list[Entry]]:
    """Draw the mails of a thread and a journal, as mixed up as life can make them."""
    mails = [
        Mail(
            key,
            draw(st.sampled_from([Kind.BUYER, Kind.REPLY, Kind.COPY_OF_REPLY])),
            draw(hours),
            draw(ids),
            draw(st.booleans()),
            draw(ids),
            draw(ids),
        )
        for key in draw(st.sets(keys, min_size=1))
    ]
    entries = [
        Entry(
            str(number),
            "desk",
            "anna",
            draw(hours),
            draw(st.sampled_from(Action)),
            "t",
            tuple(draw(st.sets(keys))),
            draw(st.none() | st.integers(0, 4).map(str)),
            draw(st.fixed_dictionaries({}, optional={"message_id": ids})),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    return mails, entries


@given(histories(), st.randoms(use_true_random=False))
def test_the_same_facts_in_any_order_give_the_same_standing(
    history: tuple[list[Mail], list[Entry]],
    order: Random,
) -> None:
    mails, entries = history
    before = settle(mails, entries)
    order.shuffle(mails)
    order.shuffle(entries)
    assert settle(mails, entries) == before


@given(histories())
def test_every_settled_message_was_answered_by_something_that_names_or_follows_it(
    history: tuple[list[Mail], list[Entry]],
) -> None:
    mails, entries = history
    settled = settle(mails, entries)
    named = {key for one in entries for key in one.messages}
    answers = [one for one in mails if one.trusted and one.kind is not Kind.BUYER]
    for mail in mails:
        if settled[mail.key].state is not State.SETTLED:
            continue
        followed = any(one.received_at >= mail.received_at for one in answers)
        assert mail.key in named or followed


@given(histories(), st.data())
def test_an_undo_brings_back_exactly_what_was_before_and_its_undo_what_was_then(
    history: tuple[list[Mail], list[Entry]], data: st.DataObject
) -> None:
    mails, entries = history
    before = settle(mails, entries)
    at = data.draw(hours)
    messages = tuple(data.draw(st.sets(keys)))
    decided = Entry(
        "new", "desk", "anna", at, Action.NO_RESPONSE_DECIDED, "t", messages
    )
    after = settle(mails, [*entries, decided])
    undone = Entry("undo", "desk", "anna", NOON, Action.UNDONE, undoes="new")
    assert settle(mails, [*entries, decided, undone]) == before
    redone = Entry("redo", "desk", "anna", NOON, Action.UNDONE, undoes="undo")
    assert settle(mails, [*entries, decided, undone, redone]) == after


def test_whoever_wrote_a_reply_answered_not_whoever_delivered_it() -> None:
    queued = entry(Action.REPLY_QUEUED, NOON, "q", message_id="<r@shop.example>")
    over = entry(
        Action.REPLY_HANDED_OVER, NOON + HOUR, "q", message_id="<r@shop.example>"
    )
    settled = whole_standing(queued, replace(over, agent="postman"))
    assert (settled.by, settled.told_at) == ("anna", NOON + HOUR)
    alone = whole_standing(replace(over, agent="postman"))
    assert alone.by == "postman"


def test_what_was_answered_elsewhere_says_when_that_was_told() -> None:
    told = entry(
        Action.REPLIED_ELSEWHERE, NOON + 30 * HOUR, "q", replied_at="2026-03-02T13:00Z"
    )
    settled = whole_standing(told)
    assert (settled.at, settled.told_at) == (NOON + HOUR, NOON + 30 * HOUR)
    assert settled.by == "anna"


@pytest.mark.parametrize("answer", [SENT, COPY])
def test_what_was_answered_outside_the_program_was_answered_by_nobody_here(
    answer: Mail,
) -> None:
    assert whole_standing(answer).by is None


def test_a_confirmation_says_who_confirmed() -> None:
    decided = entry(Action.NO_RESPONSE_DECIDED, NOON, "q")
    confirmed = entry(Action.NO_RESPONSE_CONFIRMED, NOON + HOUR, "q")
    settled = whole_standing(decided, replace(confirmed, agent="ben"))
    assert (settled.by, settled.told_at) == ("ben", NOON + HOUR)
