"""Today's work comes before the archive, from every folder."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from inbox_assistant.mail.compose import Letter, compose_reply
from inbox_assistant.mail.failures import ConnectionLostError
from inbox_assistant.services.fetching import FEW, LARGEST_BATCH, Progress
from inbox_assistant.services.intake import Kept
from tests.end2end.amazon_mails import BuyerMail, buyer_mail, other_mail
from tests.integration.services.office import HOUR, SHOP, Office, open_office
from tests.integration.services.played_servers import PlayedMailbox

ARCHIVE = 2 * FEW
TODAY = 12
LOG = "inbox.db-wal"
PLACES = 8
"""At so many places the file's log is cut."""


@pytest.fixture
def today(office: Office) -> list[BuyerMail]:
    """Return the buyers' messages of the last hours."""
    return [buyer_mail(n, office.clock.now - n * HOUR) for n in range(1, TODAY + 1)]


@pytest.fixture
def mailbox(office: Office, today: list[BuyerMail]) -> PlayedMailbox:
    """Return a mailbox in which today's mails have the lowest numbers."""
    mailbox = PlayedMailbox()
    inbox, sent = mailbox.folders["INBOX"], mailbox.folders["Sent"]
    for mail in today:
        inbox.add(mail.raw, mail.received_at)
    for number in range(ARCHIVE):
        at = office.clock.now - timedelta(days=10, minutes=number)
        inbox.add(other_mail(number, at), at)
        sent.add(other_mail(ARCHIVE + number, at), at)
    answered = today[0]
    sent.add(_answer(answered), answered.received_at + timedelta(minutes=5))
    return mailbox


def _answer(mail: BuyerMail) -> bytes:
    return compose_reply(
        Letter(
            from_address=SHOP.address,
            from_name="",
            to_address=mail.alias,
            subject="Re: your question",
            body="It fits.",
            message_id="<by-hand@shop.example>",
            dated_at=mail.received_at + timedelta(minutes=5),
            order_id=mail.order_id,
        )
    )


def fetch(office: Office, mailbox: PlayedMailbox) -> list[tuple[Progress, Kept, int]]:
    """Fetch both folders; return each step and how many threads waited then."""
    told: list[tuple[Progress, Kept, int]] = []
    office.program.syncing.fetch(
        SHOP,
        mailbox,
        {"INBOX": False, "Sent": True},
        lambda step, part: told.append((step, part, len(office.waiting()))),
    )
    return told


@pytest.mark.parametrize("cannot_search", [False, True])
def test_the_queue_is_right_before_the_archive_is_in(
    office: Office, mailbox: PlayedMailbox, *, cannot_search: bool
) -> None:
    mailbox.cannot_search = cannot_search
    told = fetch(office, mailbox)
    assert sum(part.added for _, part, _ in told) == 2 * ARCHIVE + TODAY + 1
    if not cannot_search:
        # Today's messages, then the answer to one of them, then everything else.
        assert [(step.folder, waiting) for step, _, waiting in told[:2]] == [
            ("INBOX", TODAY),
            ("Sent", TODAY - 1),
        ]
    assert told[-1][2] == TODAY - 1
    assert fetch(office, mailbox) == []


def test_a_cut_within_the_archive_leaves_today_in_the_queue(
    office: Office, mailbox: PlayedMailbox
) -> None:
    mailbox.cut_after = TODAY + 1 + FEW // 2
    with pytest.raises(ConnectionLostError):
        fetch(office, mailbox)
    assert len(office.waiting()) == TODAY - 1
    fetched = list(mailbox.fetched)
    mailbox.cut_after = None
    mailbox.fetched.clear()
    fetch(office, mailbox)
    assert len(fetched) + len(mailbox.fetched) == 2 * ARCHIVE + TODAY + 1


def test_large_mails_are_stored_a_few_at_a_time(office: Office) -> None:
    mailbox = PlayedMailbox()
    for number in range(3):
        mail = buyer_mail(number, office.clock.now)
        padding = b"\r\n" + b"x" * (LARGEST_BATCH // 2)
        mailbox.folders["INBOX"].add(mail.raw + padding, mail.received_at)
    assert [step.done for step, _, _ in fetch(office, mailbox)] == [2, 3]


def test_a_folder_that_is_numbered_anew_meanwhile_ends_the_round(
    office: Office, mailbox: PlayedMailbox
) -> None:
    def number_anew(_step: Progress, _part: Kept) -> None:
        mailbox.folders["Sent"].number_anew()

    with pytest.raises(ConnectionLostError, match="anew"):
        office.program.syncing.fetch(
            SHOP, mailbox, {"INBOX": False, "Sent": True}, number_anew
        )
    assert fetch(office, mailbox)[-1][2] == TODAY - 1


def test_what_a_cut_log_of_the_file_costs_is_fetched_again(
    office: Office, mailbox: PlayedMailbox, tmp_path: Path
) -> None:
    fetch(office, mailbox)
    folder = office.program.profile.folder
    length = (folder / LOG).stat().st_size
    assert length > PLACES * 4096
    for place in range(PLACES):
        # Where the log ends within a commit, nobody was told that it is kept.
        cut = tmp_path / f"cut-{place}"
        shutil.copytree(folder, cut, ignore=shutil.ignore_patterns("*-shm", "*.lock"))
        with (cut / LOG).open("rb+") as log:
            log.truncate(place * length // PLACES)
        with open_office(cut, office.clock) as again:
            fetch(again, mailbox)
            assert len(list(again.store.mails.numbers())) == 2 * ARCHIVE + TODAY + 1
            assert len(again.waiting()) == TODAY - 1
