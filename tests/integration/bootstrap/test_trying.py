"""A trial on real servers names exactly the step that fails."""

from dataclasses import replace
from pathlib import Path

import pytest

from inbox_assistant.bootstrap.trying import try_account
from inbox_assistant.domain import account as ours
from inbox_assistant.domain.trial import Trial, TrialStep
from inbox_assistant.mail.secret import Password
from tests.servers.certificates import CertificateAuthority
from tests.servers.dovecot import Account, Dovecot
from tests.servers.submission import SubmissionServer


@pytest.fixture
def shop(
    dovecot: Dovecot, account: Account, submission: SubmissionServer, ca_file: Path
) -> ours.Account:
    """Return an account that works."""
    return ours.Account(
        name="shop",
        address=account.name,
        read_host="localhost",
        read_port=dovecot.imaps_port,
        send_host="localhost",
        send_port=submission.starttls_port,
        send_security="starttls",
        ca_file=str(ca_file),
    )


def failing(trials: list[Trial]) -> list[TrialStep]:
    assert [one.step for one in trials] == list(TrialStep)
    return [one.step for one in trials if one.works is False]


def test_everything_works(shop: ours.Account, password: Password) -> None:
    trials = try_account(shop, password)
    assert all(one.works for one in trials)
    assert trials[3].detail.startswith("INBOX: 0")


def test_a_server_that_is_not_there(shop: ours.Account, password: Password) -> None:
    trials = try_account(replace(shop, read_port=1), password)
    assert failing(trials) == [TrialStep.NAME]
    assert trials[0].detail
    assert all(one.works is None for one in trials[1:])


def test_a_server_that_cannot_prove_who_it_is(
    shop: ours.Account, password: Password, tmp_path: Path
) -> None:
    other = CertificateAuthority(tmp_path / "other")
    trials = try_account(replace(shop, ca_file=str(other.ca_file)), password)
    assert failing(trials) == [TrialStep.TLS]


def test_a_wrong_password(shop: ours.Account) -> None:
    trials = try_account(shop, Password("wrong"))
    assert failing(trials) == [TrialStep.SIGN_IN]
    assert trials[0].works
    assert trials[1].works


def test_no_password_at_all(shop: ours.Account) -> None:
    assert failing(try_account(shop)) == [TrialStep.SIGN_IN]


def test_a_folder_that_is_not_there(shop: ours.Account, password: Password) -> None:
    trials = try_account(replace(shop, folder="Elsewhere"), password)
    assert failing(trials) == [TrialStep.FOLDER]


def test_a_sending_server_that_refuses(
    shop: ours.Account, password: Password, submission: SubmissionServer
) -> None:
    submission.accounts.clear()
    trials = try_account(shop, password)
    assert failing(trials) == [TrialStep.SENDING]
    assert "password" in trials[-1].detail


def test_without_a_sending_server_sending_is_not_tried(
    shop: ours.Account, password: Password
) -> None:
    trials = try_account(replace(shop, send_host=""), password)
    assert failing(trials) == []
    assert trials[-1].works is None
