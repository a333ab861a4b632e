"""The mail servers as fixtures: one of each for a run, new users for every test."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import (
    MailboxSettings,
    Security,
    SendingSettings,
)
from tests.servers.certificates import CertificateAuthority
from tests.servers.dovecot import Account, Dovecot
from tests.servers.submission import SubmissionServer

_NUMBERS = count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need Dovecot, so that they can be chosen or left out."""
    for item in items:
        if "dovecot" in getattr(item, "fixturenames", ()):
            item.add_marker("servers")


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> CertificateAuthority:
    """Return the authority that the test servers' certificates come from."""
    return CertificateAuthority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def ca_file(authority: CertificateAuthority) -> Path:
    """Return the file that makes a client believe the test servers."""
    return authority.ca_file


@pytest.fixture(scope="session")
def dovecot(authority: CertificateAuthority) -> Iterator[Dovecot]:
    """Return a running Dovecot."""
    with Dovecot(authority.issue()) as server:
        yield server


@pytest.fixture
def account(dovecot: Dovecot) -> Account:
    """Return the seller's account: new, empty, for this test alone."""
    return dovecot.add_account(f"desk{next(_NUMBERS)}@shop.example")


@pytest.fixture
def buyer(dovecot: Dovecot) -> Account:
    """Return an account on the other side, where mail that is sent can be seen."""
    return dovecot.add_account(f"buyer{next(_NUMBERS)}@marketplace.example")


@pytest.fixture
def password(account: Account) -> Password:
    """Return the password of the seller's account, for reading and for sending."""
    return Password(account.password)


@pytest.fixture
def mailbox_settings(
    dovecot: Dovecot, account: Account, ca_file: Path
) -> MailboxSettings:
    """Return how to reach the seller's mailbox."""
    return MailboxSettings(
        "localhost", dovecot.imaps_port, account.name, ca_file=ca_file
    )


@pytest.fixture
def buyer_settings(dovecot: Dovecot, buyer: Account, ca_file: Path) -> MailboxSettings:
    """Return how to reach the buyer's mailbox."""
    return MailboxSettings("localhost", dovecot.imaps_port, buyer.name, ca_file=ca_file)


@pytest.fixture(scope="session")
def _submission(
    authority: CertificateAuthority, dovecot: Dovecot
) -> Iterator[SubmissionServer]:
    with SubmissionServer(authority.issue(), dovecot.lmtp_port) as server:
        yield server


@pytest.fixture
def submission(_submission: SubmissionServer, account: Account) -> SubmissionServer:
    """Return a sending server that knows the seller, has no faults and no mail."""
    _submission.forget()
    _submission.accounts[account.name] = account.password
    return _submission


@pytest.fixture
def sending_settings(
    submission: SubmissionServer, account: Account, ca_file: Path
) -> SendingSettings:
    """Return how to reach the sending server."""
    return SendingSettings(
        "localhost",
        submission.starttls_port,
        account.name,
        Security.STARTTLS,
        ca_file=ca_file,
    )
