"""The mailbox shows which mails need no response, and forgets what was taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.services.mirroring import KEYWORD
from inbox_assistant.services.rounds import run_round
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.office import SHOP, Office
from tests.integration.services.played_servers import PlayedServers


@pytest.fixture
def servers(office: Office) -> PlayedServers:
    """Return a mailbox with three messages, read already."""
    servers = PlayedServers()
    for number in range(1, 4):
        mail = buyer_mail(number, office.clock.now - timedelta(minutes=number))
        servers.mailbox.folders["INBOX"].add(mail.raw, mail.received_at)
    go(office, servers)
    return servers


def go(office: Office, servers: PlayedServers) -> None:
    done = run_round(SHOP, office.program.syncing, servers.access)
    assert done.problems == ()


def marked(servers: PlayedServers) -> list[int]:
    flags = servers.mailbox.folders["INBOX"].flags
    return sorted(uid for uid, marks in flags.items() if KEYWORD in marks)


def confirm(office: Office, number: int) -> tuple[str, ...]:
    thread = office.thread_of(buyer_mail(number, office.clock.now))
    office.program.settling.no_response([thread], "thanks only")
    return office.program.settling.confirm([thread]).entries


def test_a_confirmed_message_is_marked_and_its_undo_takes_the_mark_off(
    office: Office, servers: PlayedServers
) -> None:
    entries = confirm(office, 2)
    go(office, servers)
    assert marked(servers) == [2]
    connections = servers.connections
    go(office, servers)
    assert servers.connections == connections + 1
    office.program.settling.undo(entries)
    go(office, servers)
    assert marked(servers) == []


def test_what_is_only_decided_is_not_marked(
    office: Office, servers: PlayedServers
) -> None:
    thread = office.thread_of(buyer_mail(1, office.clock.now))
    office.program.settling.no_response([thread], "thanks only")
    go(office, servers)
    assert marked(servers) == []


def test_a_server_without_keywords_is_not_asked_again(
    office: Office, servers: PlayedServers
) -> None:
    servers.mailbox.folders["INBOX"].can_keep_keywords = False
    confirm(office, 1)
    go(office, servers)
    assert marked(servers) == []
    assert not office.program.syncing.has_after_work(SHOP)


def test_a_folder_numbered_anew_is_not_marked_by_old_numbers(
    office: Office, servers: PlayedServers
) -> None:
    confirm(office, 1)
    inbox = servers.mailbox.folders["INBOX"]
    inbox.number_anew()
    office.program.syncing.mirror(SHOP, servers.mailbox)
    assert marked(servers) == []


def test_each_account_has_its_own_place(office: Office, servers: PlayedServers) -> None:
    confirm(office, 1)
    go(office, servers)
    other = replace(SHOP, name="other")
    assert office.program.syncing.has_after_work(other)
    assert not office.program.syncing.has_after_work(SHOP)
