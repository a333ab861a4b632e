"""What is asked of a mailbox about flags, and when nothing is."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

import pytest

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.marks import KEYWORD
from inbox_assistant.domain.state import State
from inbox_assistant.domain.view import View
from inbox_assistant.services import flag_sync
from inbox_assistant.services.fetching import FEW, Progress
from inbox_assistant.services.rounds import run_round
from tests.end2end.amazon_mails import buyer_mail, other_mail
from tests.integration.services.office import SHOP, Office
from tests.integration.services.played_servers import PlayedMailbox, PlayedServers
from tests.integration.services.shared_mailbox import (
    ANSWERED,
    go,
    inbox,
    read_already,
    thread,
)

T = TypeVar("T")


@pytest.fixture
def servers(office: Office) -> PlayedServers:
    """Return a mailbox with three messages, read already."""
    return read_already(office)


def test_an_idle_round_asks_nothing_about_flags(
    office: Office, servers: PlayedServers
) -> None:
    go(office, servers)
    assert servers.mailbox.asked == []
    since = inbox(servers).highest_modseq
    inbox(servers).mark(3, "\\Seen")
    go(office, servers)
    assert servers.mailbox.asked == [f"changes since {since}"]


def test_where_changes_are_not_counted_only_what_waits_is_asked_about(
    office: Office, servers: PlayedServers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flag_sync, "URGENT", 2)
    servers.mailbox.counts_changes = False
    office.program.settling.no_response([thread(office, 3)], "other")
    office.program.settling.confirm([thread(office, 3)])
    go(office, servers)
    go(office, servers)
    go(office, servers)
    assert servers.mailbox.asked[1:] == ["flags of 3", "flags of 3"]
    with office.store.transaction():
        office.store.accounts.forget("shop")
        office.program.accounts.keep(SHOP)
    servers.mailbox.asked.clear()
    go(office, servers)
    assert servers.mailbox.asked == ["flags of 2"]


@pytest.mark.parametrize("count", [None, 1])
def test_a_count_that_is_gone_or_went_back_has_what_waits_read_again(
    office: Office, servers: PlayedServers, count: int | None
) -> None:
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    inbox(servers).mark(2, KEYWORD)
    inbox(servers).unmark(1, KEYWORD)
    inbox(servers).highest_modseq = count
    servers.mailbox.asked.clear()
    assert go(office, servers) == {thread(office, 1), thread(office, 2)}
    assert servers.mailbox.asked == ["flags of 3"]
    assert office.row(thread(office, 1)).state is State.WAITING
    assert office.row(thread(office, 2)).state is State.SETTLED
    inbox(servers).highest_modseq = 50
    inbox(servers).mark(3, KEYWORD)
    go(office, servers)
    assert office.waiting() == [thread(office, 1)]


def test_a_folder_numbered_anew_is_read_anew_and_reopens_nothing(
    office: Office, servers: PlayedServers
) -> None:
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    inbox(servers).unmark(1, KEYWORD)
    inbox(servers).number_anew()
    inbox(servers).mark(2, KEYWORD)
    go(office, servers)
    assert office.row(thread(office, 1)).state is State.SETTLED
    assert office.waiting() == [thread(office, 3)]
    known = office.store._connection.execute("select uid_validity from mailbox_mark")
    assert known.fetchall() == [(2,)]


def test_a_mark_that_goes_after_the_folder_was_numbered_anew_opens_it(
    office: Office, servers: PlayedServers
) -> None:
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    inbox(servers).number_anew()
    go(office, servers)
    assert office.row(thread(office, 1)).state is State.SETTLED
    inbox(servers).unmark(3, KEYWORD)
    assert go(office, servers) == {thread(office, 1)}
    assert office.row(thread(office, 1)).state is State.WAITING


def test_what_is_gone_from_the_mailbox_stays_here(
    office: Office, servers: PlayedServers
) -> None:
    inbox(servers).mark(1, KEYWORD)
    go(office, servers)
    inbox(servers).mails.clear()
    inbox(servers).highest_modseq = 50
    assert go(office, servers) == frozenset()
    assert office.row(thread(office, 1)).state is State.SETTLED
    assert set(office.waiting()) == {thread(office, 2), thread(office, 3)}


def test_a_server_that_tells_no_flags_spoils_no_round(
    office: Office, servers: PlayedServers
) -> None:
    servers.mailbox.refuses_flags = True
    inbox(servers).mark(1, KEYWORD)
    assert go(office, servers) == frozenset()
    servers.mailbox.refuses_flags = False
    assert go(office, servers) == {thread(office, 1)}


def test_much_at_once_leaves_room_for_others_in_between(
    office: Office, servers: PlayedServers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flag_sync, "AT_ONCE", 1)
    went: list[object] = []

    def run(work: Callable[[], T]) -> T:
        went.append(work)
        return work()

    for uid in (1, 2, 3):
        inbox(servers).mark(uid, KEYWORD)
    syncing = office.program.syncing.running_in(run)
    assert len(run_round(SHOP, syncing, servers.access).changes.threads) == 3
    assert len(went) > 3
    assert office.waiting() == []
    assert len(office.waiting(View.SETTLED)) == 3


@pytest.mark.parametrize("steps", range(1, 19))
def test_a_round_that_dies_between_two_steps_leaves_nothing_out_and_nothing_twice(
    office: Office, servers: PlayedServers, steps: int
) -> None:
    inbox(servers).mark(1, KEYWORD)
    inbox(servers).mark(2, ANSWERED)
    left = iter(range(steps))

    def run(work: Callable[[], T]) -> T:
        next(left)
        return work()

    with suppress(StopIteration):
        run_round(SHOP, office.program.syncing.running_in(run), servers.access)
    for _ in range(2):
        go(office, servers)
    assert office.row(thread(office, 1)).state is State.SETTLED
    assert office.row(thread(office, 2)).answered_elsewhere_at is not None
    assert office.actions().count("no-response-seen") == 1
    assert office.actions().count("answered-seen") == 1


def test_a_folder_that_was_not_opened_is_not_asked_about(
    office: Office, servers: PlayedServers
) -> None:
    servers.mailbox = PlayedMailbox()
    assert not office.program.syncing.read_flags(SHOP, servers.mailbox)
    assert servers.mailbox.asked == []


def test_what_a_colleague_settled_is_seen_before_an_archive_is_in(
    office: Office,
) -> None:
    servers = PlayedServers()
    for number in range(FEW + 1):
        at = office.clock.now - timedelta(days=30)
        inbox(servers).add(other_mail(number, at), at)
    mails = [buyer_mail(number, office.clock.now) for number in (1, 2)]
    for mail in mails:
        inbox(servers).mark(inbox(servers).add(mail.raw, mail.received_at), ANSWERED)
    inbox(servers).mark(FEW + 2, KEYWORD)
    waiting: list[tuple[int, int]] = []

    def tell(step: Progress, _changes: Changes) -> None:
        waiting.append((step.done, len(office.waiting())))

    run_round(SHOP, office.program.syncing, servers.access, tell)
    assert waiting[:2] == [(2, 2), (2, 1)]
    assert {count for _, count in waiting[1:]} == {1}
    assert office.row(office.thread_of(mails[1])).answered_elsewhere_at is not None
    # The flags of what comes with the archive are read as well, at its end.
    assert servers.mailbox.asked == ["flags of 2", "flags of 2"]
