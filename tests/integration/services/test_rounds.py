"""A whole round: one problem never keeps the rest from happening."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.mail.failures import (
    ConnectionLostError,
    RefusedError,
    SignInRefusedError,
    TryLaterError,
    UnreachableError,
    UnsureError,
)
from inbox_assistant.services.fetching import BATCH
from inbox_assistant.services.rounds import Round, run_round
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.amazon_answers import bounce_of
from tests.integration.services.office import SHOP, Office
from tests.integration.services.played_servers import PlayedServers

OTHER = replace(SHOP, name="other", address="other@shop.example")


@pytest.fixture
def servers() -> PlayedServers:
    return PlayedServers()


def put(servers: PlayedServers, office: Office, count: int = 1) -> None:
    for number in range(count):
        mail = buyer_mail(number, office.clock.now)
        servers.mailbox.folders["INBOX"].add(mail.raw, mail.received_at)


def go(office: Office, servers: PlayedServers) -> Round:
    return run_round(SHOP, office.program.syncing, servers.access)


def answered(office: Office, servers: PlayedServers) -> str:
    """Let a message come and its answer be due; return the thread."""
    put(servers, office)
    go(office, servers)
    (thread,) = office.waiting()
    office.reply(thread)
    office.clock.advance(timedelta(minutes=1))
    return thread


def test_a_round_brings_mails_in_replies_out_and_sent_into_step(
    office: Office, servers: PlayedServers
) -> None:
    thread = answered(office, servers)
    done = go(office, servers)
    assert (done.handed_over, done.problems, done.failed) == (1, (), False)
    assert thread in done.changes.threads
    assert len(servers.sent) == 1
    assert len(servers.mailbox.folders["Sent"].mails) == 1
    assert servers.mailbox.folders["INBOX"].flags == {1: {"\\Answered"}}
    quiet = go(office, servers)
    assert (quiet.kept.added, quiet.handed_over) == (0, 0)
    assert len(servers.mailbox.folders["Sent"].mails) == 1


def test_a_round_with_nothing_to_send_connects_once(
    office: Office, servers: PlayedServers
) -> None:
    go(office, servers)
    assert servers.connections == 1


def test_a_mailbox_that_cannot_be_read_does_not_keep_replies_from_leaving(
    office: Office, servers: PlayedServers
) -> None:
    answered(office, servers)
    servers.unreachable = UnreachableError("No way.")
    done = go(office, servers)
    assert done.failed
    assert [str(one) for one in done.problems] == ["No way."]
    assert done.handed_over == 1
    servers.unreachable = None
    go(office, servers)
    assert len(servers.mailbox.folders["Sent"].mails) == 1


def test_what_was_kept_before_a_cut_is_part_of_the_result(
    office: Office, servers: PlayedServers
) -> None:
    put(servers, office, BATCH + 5)
    servers.mailbox.cut_after = BATCH + 1
    done = go(office, servers)
    assert done.failed
    assert done.kept.added == BATCH + 1 == len(done.changes.threads)
    assert isinstance(done.problems[0], ConnectionLostError)


def test_a_bounce_that_came_before_a_cut_is_heard(
    office: Office, servers: PlayedServers
) -> None:
    thread = answered(office, servers)
    go(office, servers)
    reply = servers.sent[0]
    office.clock.advance(timedelta(minutes=1))
    inbox = servers.mailbox.folders["INBOX"]
    for number in range(100, 110):
        inbox.add(buyer_mail(number, office.clock.now).raw, office.clock.now)
    for number in range(200, 200 + BATCH - 1):
        inbox.add(buyer_mail(number, office.clock.now).raw, office.clock.now)
    inbox.add(bounce_of(reply, office.clock.now), office.clock.now)
    servers.mailbox.cut_after = len(servers.mailbox.fetched) + BATCH
    assert go(office, servers).failed
    assert office.outbox(reply).state is OutboxState.SENT_BACK
    assert thread in office.waiting()
    assert office.reply(thread, "Again.").answers == reply.answers


def test_one_reply_that_is_refused_does_not_stop_the_next(
    office: Office, servers: PlayedServers
) -> None:
    put(servers, office, 2)
    go(office, servers)
    for thread in office.waiting():
        office.reply(thread)
    office.clock.advance(timedelta(minutes=1))
    servers.refusal = RefusedError("No such user.")
    done = go(office, servers)
    assert [str(one) for one in done.problems] == ["No such user."] * 2
    assert done.handed_over == 0
    assert len(office.waiting()) == 2


def test_while_another_process_delivers_this_one_does_not(
    office: Office, servers: PlayedServers
) -> None:
    answered(office, servers)
    servers.is_ours = False
    assert go(office, servers).handed_over == 0
    assert servers.sent == []
    servers.is_ours = True
    assert go(office, servers).handed_over == 1


def test_an_unsure_reply_is_found_in_sent_in_the_same_round(
    office: Office, servers: PlayedServers
) -> None:
    answered(office, servers)
    servers.loses_answers = True
    done = go(office, servers)
    (reply,) = servers.sent
    assert office.outbox(reply).state is OutboxState.HANDED_OVER
    assert office.waiting() == []
    assert [str(one) for one in done.problems] == ["The connection ended."]
    go(office, servers)
    assert len(servers.mailbox.folders["Sent"].mails) == len(servers.sent) == 1


def test_what_could_not_be_filed_is_told_and_filed_later(
    office: Office, servers: PlayedServers
) -> None:
    answered(office, servers)
    servers.mailbox.is_full = True
    done = go(office, servers)
    assert (done.handed_over, done.failed) == (1, False)
    assert [str(one) for one in done.problems] == ["The mailbox is full."]
    servers.mailbox.is_full = False
    assert go(office, servers).problems == ()
    assert len(servers.mailbox.folders["Sent"].mails) == len(servers.sent) == 1


def test_an_unsure_reply_that_is_not_in_sent_stays_for_a_person(
    office: Office, servers: PlayedServers
) -> None:
    thread = answered(office, servers)
    servers.refusal = UnsureError("The connection ended.")
    go(office, servers)
    servers.sent_folder = None
    go(office, servers)
    assert [one.thread for one in office.program.reading.unsure()] == [thread]
    assert servers.mailbox.folders["Sent"].mails == {}


def test_a_sent_folder_that_is_gone_is_told_and_costs_nothing_else(
    office: Office, servers: PlayedServers
) -> None:
    answered(office, servers)
    del servers.mailbox.folders["Sent"]
    done = go(office, servers)
    assert done.handed_over == 1
    assert "Sent" in str(done.problems[0])


def test_two_accounts_stand_side_by_side_when_one_fails(
    office: Office, servers: PlayedServers
) -> None:
    office.program.accounts.keep(OTHER)
    broken = PlayedServers(unreachable=UnreachableError("No way."))
    put(servers, office, 2)
    failed = run_round(OTHER, office.program.syncing, broken.access)
    done = go(office, servers)
    assert failed.failed
    assert done.kept.added == 2
    reply = office.reply(office.waiting()[0])
    assert reply.account == "shop"
    office.clock.advance(timedelta(minutes=1))
    broken.unreachable = None
    assert run_round(OTHER, office.program.syncing, broken.access).handed_over == 0
    assert go(office, servers).handed_over == 1


def test_the_log_of_a_round_names_nobody(
    office: Office, servers: PlayedServers, caplog: pytest.LogCaptureFixture
) -> None:
    answered(office, servers)
    servers.refusal = TryLaterError("desk@shop.example is busy.")
    with caplog.at_level(logging.INFO, "inbox_assistant"):
        go(office, servers)
    assert caplog.messages == [
        "round: 0 mails added, 0 replies handed over, problems: TryLaterError"
    ]


def test_a_refused_password_is_left_alone_until_a_person_wants_a_round(
    office: Office, servers: PlayedServers
) -> None:
    answered(office, servers)
    servers.unreachable = SignInRefusedError("Wrong password.")
    first = go(office, servers)
    # The sending server took it, so the reply does not wait.
    assert (first.failed, first.held, first.handed_over) == (True, False, 1)
    connections = servers.connections
    assert go(office, servers) == Round(held=True)
    assert servers.connections == connections
    servers.unreachable = None
    by_hand = run_round(SHOP, office.program.syncing, servers.access, by_hand=True)
    assert (by_hand.problems, by_hand.held) == ((), False)
    assert not go(office, servers).held
