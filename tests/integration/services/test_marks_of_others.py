"""What other programs mark in the mailbox is known here after the next round."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.marks import ANOTHER_SEAT, KEYWORD
from inbox_assistant.domain.settlement import How
from inbox_assistant.domain.state import State
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.amazon_answers import copy_of
from tests.integration.services.office import SHOP, Office
from tests.integration.services.played_servers import PlayedServers
from tests.integration.services.shared_mailbox import (
    ANSWERED,
    as_rebuilt,
    go,
    inbox,
    read_already,
    thread,
)

COUNTING = pytest.mark.parametrize("counts", [True, False], ids=["counts", "does not"])


@pytest.fixture
def servers(office: Office) -> PlayedServers:
    """Return a mailbox with three messages, read already."""
    return read_already(office)


@COUNTING
def test_a_colleagues_mark_settles_the_message_here_and_its_end_opens_it(
    office: Office, servers: PlayedServers, *, counts: bool
) -> None:
    servers.mailbox.counts_changes = counts
    inbox(servers).mark(2, KEYWORD)
    marked = thread(office, 2)
    assert go(office, servers) == {marked}
    (row,) = office.rows(marked)
    assert row.standing.how is How.NO_RESPONSE_NECESSARY
    assert (row.standing.by, row.standing.at) == (None, office.clock.now)
    entry = office.store.journal.newest(1)[0]
    assert (entry.action, entry.agent) == (Action.NO_RESPONSE_SEEN, ANOTHER_SEAT)
    assert entry.data["before"] == {row.key: "waiting"}
    assert as_rebuilt(office)
    assert go(office, servers) == frozenset()
    inbox(servers).unmark(2, KEYWORD)
    assert go(office, servers) == {marked}
    assert office.row(marked).state is State.WAITING
    assert office.row(marked).received_at == row.received_at
    assert as_rebuilt(office)
    inbox(servers).mark(2, KEYWORD.upper())
    assert go(office, servers) == {marked}
    assert office.row(marked).state is State.SETTLED


@COUNTING
def test_an_answer_of_another_program_is_told_and_settles_nothing(
    office: Office, servers: PlayedServers, *, counts: bool
) -> None:
    servers.mailbox.counts_changes = counts
    inbox(servers).mark(1, ANSWERED, "\\Seen")
    marked, before = thread(office, 1), office.waiting()
    due_at = office.row(marked).due_at
    assert go(office, servers) == {marked}
    row = office.row(marked)
    assert office.waiting() == before
    assert (row.state, row.due_at) == (State.WAITING, due_at)
    assert row.answered_elsewhere_at == office.clock.now
    (view,) = office.program.reading.messages(marked)
    assert view.answered_elsewhere_at == office.clock.now
    assert as_rebuilt(office)
    inbox(servers).unmark(1, ANSWERED)
    assert go(office, servers) == {marked}
    assert office.row(marked).answered_elsewhere_at is None
    assert as_rebuilt(office)


def test_the_copy_of_that_answer_settles_it(
    office: Office, servers: PlayedServers
) -> None:
    mail = buyer_mail(1, office.clock.now)
    inbox(servers).mark(1, ANSWERED)
    go(office, servers)
    answered_at = office.clock.now + timedelta(minutes=1)
    copy = copy_of("Both of them fit.", mail.order_id, answered_at)
    inbox(servers).add(copy, answered_at)
    assert go(office, servers) == {thread(office, 1)}
    row = office.row(thread(office, 1))
    assert (row.state, row.answered_elsewhere_at) == (State.SETTLED, None)


def test_a_further_message_waits_and_is_not_said_to_be_answered(
    office: Office, servers: PlayedServers
) -> None:
    inbox(servers).mark(1, ANSWERED)
    inbox(servers).mark(2, KEYWORD)
    go(office, servers)
    for number in (1, 2):
        at = office.clock.now + timedelta(minutes=1)
        mail = buyer_mail(number, at)
        again = mail.raw.replace(b"<0102", b"<0999").replace(b"fit", b"suit")
        again = again.replace(b"m=", b"m=9")
        inbox(servers).add(again, at)
    go(office, servers)
    first, second = office.row(thread(office, 1)), office.row(thread(office, 2))
    assert (first.waiting, first.answered_elsewhere_at) == (2, None)
    assert (second.waiting, second.state) == (1, State.WAITING)


def test_our_own_marks_are_no_news_when_they_come_back(
    office: Office, servers: PlayedServers
) -> None:
    office.program.settling.no_response([thread(office, 1)], "other")
    entries = office.program.settling.confirm([thread(office, 1)]).entries
    office.reply(thread(office, 2))
    office.clock.now += timedelta(minutes=1)
    for _ in range(3):
        go(office, servers)
    assert {"no-response-seen", "answered-seen"}.isdisjoint(office.actions())
    assert ANSWERED in inbox(servers).flags[2]
    # Before its end is shown in the mailbox, the mark there is still our own.
    office.program.settling.undo(entries)
    for _ in range(3):
        go(office, servers)
    assert office.row(thread(office, 1)).state is State.TO_CONFIRM
    assert KEYWORD not in inbox(servers).flags[1]
    assert {"no-response-seen", "answered-seen"}.isdisjoint(office.actions())


@COUNTING
def test_what_is_taken_back_here_loses_the_mark_and_may_get_it_again(
    office: Office, servers: PlayedServers, *, counts: bool
) -> None:
    servers.mailbox.counts_changes = counts
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    office.program.settling.take_back([thread(office, 1)])
    assert office.row(thread(office, 1)).state is State.WAITING
    go(office, servers)
    assert KEYWORD not in inbox(servers).flags[1]
    go(office, servers)
    assert office.row(thread(office, 1)).state is State.WAITING
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    assert office.row(thread(office, 1)).state is State.SETTLED
    assert as_rebuilt(office)


@COUNTING
def test_what_is_taken_back_here_waits_though_the_mark_cannot_be_taken_off(
    office: Office, servers: PlayedServers, *, counts: bool
) -> None:
    servers.mailbox.counts_changes = counts
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    inbox(servers).can_keep_keywords = False
    office.program.settling.take_back([thread(office, 1)])
    for _ in range(3):
        inbox(servers).mark(1, "\\Seen")
        go(office, servers)
        assert office.row(thread(office, 1)).state is State.WAITING


def test_what_followed_from_a_mark_is_not_shown_as_a_decision_of_ours(
    office: Office, servers: PlayedServers
) -> None:
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    assert not office.program.syncing.has_after_work(SHOP)
    inbox(servers).unmark(1, KEYWORD)
    go(office, servers)
    assert not office.program.syncing.has_after_work(SHOP)


def test_a_mark_ends_with_the_last_mail_of_the_message_that_bore_it(
    office: Office, servers: PlayedServers
) -> None:
    inbox(servers).add(inbox(servers).mails[1].raw, office.clock.now)
    go(office, servers)
    for uid in (1, 4):
        inbox(servers).mark(uid, KEYWORD, ANSWERED)
    assert go(office, servers) == {thread(office, 1)}
    inbox(servers).unmark(1, KEYWORD, ANSWERED)
    assert go(office, servers) == frozenset()
    assert office.row(thread(office, 1)).state is State.SETTLED
    inbox(servers).unmark(4, KEYWORD)
    assert go(office, servers) == {thread(office, 1)}
    assert office.row(thread(office, 1)).state is State.WAITING


def test_what_was_decided_here_and_is_not_shown_yet_outweighs_the_mark(
    office: Office, servers: PlayedServers
) -> None:
    settling = office.program.settling
    decided = settling.no_response([thread(office, 1)], "other").entries
    office.clock.now += timedelta(seconds=1)
    confirmed = settling.confirm([thread(office, 1)]).entries
    settling.undo([*decided, *confirmed])
    inbox(servers).mark(1, KEYWORD)
    for _ in range(2):
        go(office, servers)
        assert office.row(thread(office, 1)).state is State.WAITING
    assert KEYWORD not in inbox(servers).flags[1]


def test_marks_on_what_was_removed_here_for_good_lead_to_nothing(
    office: Office, servers: PlayedServers
) -> None:
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    with office.store.transaction():
        purged = office.store.purging.remove_before(office.clock.now + timedelta(1))
    assert purged.messages == 1
    before = office.actions()
    inbox(servers).unmark(1, KEYWORD)
    assert go(office, servers) == frozenset()
    inbox(servers).mark(1, KEYWORD)
    assert go(office, servers) == frozenset()
    inbox(servers).unmark(1, KEYWORD)
    inbox(servers).mark(1, ANSWERED)
    assert go(office, servers) == frozenset()
    assert office.actions() == before
