"""A promise begins with its reply, stays in sight, and is kept or given up."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.promise import PromiseState
from inbox_assistant.domain.reply import NextStep, OutboxReply
from inbox_assistant.domain.view import View
from inbox_assistant.services.safety import rebuild
from tests.integration.services.office import HOUR, Office


def promise(office: Office, thread: str) -> OutboxReply:
    step = NextStep(("en.holding",), office.clock.now + 48 * HOUR, "You will hear")
    return office.program.replies.send(thread, "I look into it.", step=step)[0]


def leave(office: Office, reply: OutboxReply) -> None:
    office.program.delivering.deliver(reply.reply_id, lambda _one, _dot: "250")


def test_a_promise_stays_in_sight_after_the_reply(office: Office) -> None:
    thread = office.ask()
    leave(office, promise(office, thread))
    assert office.waiting() == []
    assert office.waiting(View.PROMISES) == [thread]
    assert office.row(thread).promised_at == office.clock.now + 48 * HOUR
    [one] = office.program.promising.open()
    assert (one.thread, one.words) == (thread, "You will hear")
    assert office.actions().count("promise-made") == 1


def test_the_next_reply_keeps_it(office: Office) -> None:
    thread = office.ask()
    leave(office, promise(office, thread))
    office.clock.advance(timedelta(hours=5))
    leave(office, office.reply(thread, "Here is the answer."))
    assert office.waiting(View.PROMISES) == []
    assert [one.state for one in office.program.promising.of(thread)] == [
        PromiseState.KEPT
    ]


def test_one_after_its_time_breaks_it(office: Office) -> None:
    thread = office.ask()
    leave(office, promise(office, thread))
    office.clock.advance(timedelta(hours=50))
    assert office.program.promising.open()[0].is_overdue(office.clock.now)
    leave(office, office.reply(thread, "Here is the answer."))
    assert office.program.promising.of(thread)[0].state is PromiseState.BROKEN


def test_a_reply_called_back_promised_nothing_and_can_promise_again(
    office: Office,
) -> None:
    thread = office.ask()
    reply = promise(office, thread)
    draft, _ = office.program.replies.withdraw(reply.reply_id)
    assert office.program.promising.open() == []
    assert draft.step == reply.step
    office.program.replies.send(thread, draft.body, step=draft.step)
    assert len(office.program.promising.open()) == 1


def test_it_can_be_given_up_with_a_reason(office: Office) -> None:
    thread = office.ask()
    leave(office, promise(office, thread))
    with pytest.raises(InputError, match="Say why"):
        office.program.promising.drop([thread], " ")
    office.program.promising.drop([thread], "the buyer solved it")
    assert office.program.promising.open() == []
    with pytest.raises(InputError, match="Nothing is promised"):
        office.program.promising.drop([thread], "again")
    assert office.actions()[-1] == "promise-dropped"


def test_several_are_given_up_together_or_none_and_one_undo_brings_them_back(
    office: Office,
) -> None:
    first, second, plain = office.ask(1), office.ask(2), office.ask(3)
    for thread in (first, second):
        leave(office, promise(office, thread))
    with pytest.raises(InputError, match="Nothing is promised"):
        office.program.promising.drop([first, plain], "solved")
    assert len(office.program.promising.open()) == 2
    given_up = office.program.promising.drop([first, second], "solved")
    assert office.waiting(View.PROMISES) == []
    changes = office.program.settling.undo(given_up.entries)
    assert changes.threads == {first, second}
    assert sorted(office.waiting(View.PROMISES)) == sorted([first, second])


def test_promises_are_made_again_from_the_journal(office: Office) -> None:
    first, second = office.ask(1), office.ask(2)
    leave(office, promise(office, first))
    leave(office, promise(office, second))
    office.program.promising.drop([second], "solved")
    before = [office.program.promising.of(one) for one in (first, second)]
    rebuild(office.store, office.program.intake)
    assert [office.program.promising.of(one) for one in (first, second)] == before


def test_uses_of_a_template_are_counted_when_the_reply_is_sent(office: Office) -> None:
    thread = office.ask()
    reply = promise(office, thread)
    assert office.store.templates.uses()["en.holding"][0] == 1
    office.program.replies.withdraw(reply.reply_id)
    assert office.store.templates.uses()["en.holding"][0] == 0


def test_tags_come_with_the_reply_and_go_with_it(office: Office) -> None:
    thread = office.ask()
    office.program.labelling.tag([thread], "vip")
    step = NextStep(tags=("waiting for warehouse", "vip"))
    assert office.row(thread).tags == ("vip",)
    reply = office.program.replies.send(thread, "It fits.", step=step)[0]
    assert office.row(thread).tags == ("vip", "waiting for warehouse")
    # It is no decision of its own that could be taken back alone.
    (last,) = office.program.settling.last_undoable_of(thread)
    assert "reply" not in last.data
    draft, _ = office.program.replies.withdraw(reply.reply_id)
    assert office.row(thread).tags == ("vip",)
    assert draft.step == step
    again = office.program.replies.send(thread, draft.body, step=draft.step)[0]
    leave(office, again)
    rebuild(office.store, office.program.intake)
    assert office.row(thread).tags == ("vip", "waiting for warehouse")
