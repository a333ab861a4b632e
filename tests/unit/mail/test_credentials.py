"""Secrets go to the system's keyring or stay in memory, and nowhere else."""

import threading
from datetime import timedelta

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError, PasswordDeleteError

from inbox_assistant.domain.errors import MailError
from inbox_assistant.mail.credentials import (
    NO_ANSWER,
    NO_KEYRING,
    NOT_WORKING,
    SAFE_BACKENDS,
    Credentials,
)

SHORT = timedelta(seconds=0.2)


class Wallet(KeyringBackend):
    """A keyring in memory which can be made to fail in the ways that real ones do."""

    priority = 5

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.broken = False
        self.forgetful = False
        self.clinging = False
        self.asked = threading.Event()
        self.asked.set()

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password, or not."""
        self._wait()
        if not self.forgetful:
            self.entries[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        """Return a password that was kept."""
        self._wait()
        return self.entries.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        """Remove a password, or not."""
        self._wait()
        if self.clinging:
            return
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _wait(self) -> None:
        self.asked.wait(10)
        if self.broken:
            raise KeyringError


NAME = f"{Wallet.__module__}.{Wallet.__qualname__}"


@pytest.fixture
def wallet() -> Wallet:
    return Wallet()


BROKEN: KeyringBackend = fail.Keyring()  # type: ignore[no-untyped-call]
USELESS: KeyringBackend = null.Keyring()  # type: ignore[no-untyped-call]


def chain_of(*links: KeyringBackend) -> KeyringBackend:
    """Return a chain of keyrings, as the library makes one of all it finds."""

    class Chain(ChainerBackend):
        """The library's chain with links of our choice."""

        backends = links

    chain: KeyringBackend = Chain()  # type: ignore[no-untyped-call]
    return chain


def opened(wallet: KeyringBackend) -> Credentials:
    return Credentials.open(lambda: wallet, safe=[NAME], limit=SHORT)


def test_a_secret_outlives_the_program_in_a_keyring_that_works(wallet: Wallet) -> None:
    credentials = opened(wallet)
    assert credentials.lasting
    assert credentials.why_not == ""
    assert wallet.entries == {}
    credentials.keep("desk@shop.example", "open sesame")
    assert opened(wallet).get("desk@shop.example") == "open sesame"
    assert opened(wallet).get("other@shop.example") is None


def test_a_forgotten_secret_is_gone_everywhere(wallet: Wallet) -> None:
    credentials = opened(wallet)
    credentials.keep("desk", "open sesame")
    credentials.forget("desk")
    credentials.forget("never known")
    assert credentials.get("desk") is None
    assert wallet.entries == {}


@pytest.mark.parametrize("backend", [BROKEN, USELESS])
def test_a_keyring_that_keeps_nothing_is_not_trusted(backend: KeyringBackend) -> None:
    credentials = Credentials.open(lambda: backend)
    assert not credentials.lasting
    assert credentials.why_not == NO_KEYRING


def test_a_keyring_that_is_not_the_systems_own_is_not_trusted(wallet: Wallet) -> None:
    credentials = Credentials.open(lambda: wallet)
    credentials.keep("desk", "open sesame")
    assert not credentials.lasting
    assert credentials.get("desk") == "open sesame"
    assert wallet.entries == {}
    credentials.forget("desk")
    assert credentials.get("desk") is None


def test_what_the_environment_names_is_what_is_looked_at() -> None:
    assert isinstance(keyring.get_keyring(), fail.Keyring)
    assert not Credentials.open().lasting


def test_of_a_chain_only_the_trusted_link_is_used(wallet: Wallet) -> None:
    credentials = opened(chain_of(USELESS, wallet))
    credentials.keep("desk", "open sesame")
    assert credentials.lasting
    assert list(wallet.entries.values()) == ["open sesame"]


def test_a_chain_without_a_trusted_link_is_not_trusted() -> None:
    assert opened(chain_of(USELESS)).why_not == NO_KEYRING


@pytest.mark.parametrize("fault", ["forgetful", "clinging"])
def test_a_keyring_that_fails_its_test_is_not_relied_on(
    wallet: Wallet, fault: str
) -> None:
    setattr(wallet, fault, True)
    credentials = opened(wallet)
    assert not credentials.lasting
    assert credentials.why_not == NOT_WORKING


def test_a_broken_keyring_is_not_relied_on(wallet: Wallet) -> None:
    wallet.broken = True
    assert opened(wallet).why_not == NOT_WORKING


def test_a_keyring_that_waits_for_a_person_does_not_hold_the_program_up(
    wallet: Wallet,
) -> None:
    wallet.asked.clear()
    credentials = opened(wallet)
    credentials.keep("desk", "open sesame")
    assert credentials.why_not == NO_ANSWER
    assert credentials.get("desk") == "open sesame"
    wallet.asked.set()


@pytest.mark.parametrize("fault", ["broken", "slow"])
def test_a_keyring_that_fails_later_leaves_the_secret_in_memory(
    wallet: Wallet, fault: str
) -> None:
    credentials = opened(wallet)
    if fault == "broken":
        wallet.broken = True
    else:
        wallet.asked.clear()
    assert credentials.get("desk") is None
    assert not credentials.lasting
    assert credentials.why_not == (NOT_WORKING if fault == "broken" else NO_ANSWER)
    credentials.keep("desk", "open sesame")
    assert credentials.get("desk") == "open sesame"
    wallet.asked.set()


def test_a_secret_that_cannot_be_removed_is_told(wallet: Wallet) -> None:
    credentials = opened(wallet)
    credentials.keep("desk", "open sesame")
    wallet.clinging = True
    with pytest.raises(MailError, match="did not remove the password") as caught:
        credentials.forget("desk")
    assert "Inbox Assistant" in caught.value.hint
    assert credentials._memory == {}


def test_no_text_about_credentials_shows_a_secret(
    wallet: Wallet, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    credentials = opened(wallet)
    wallet.broken = True
    credentials.keep("desk@shop.example", "open sesame")
    shown = repr(credentials) + credentials.why_not + caplog.text
    assert "open sesame" not in shown
    assert "desk@" not in shown


def test_every_trusted_keyring_is_one_of_the_library() -> None:
    assert len(SAFE_BACKENDS) == 6
    for name in SAFE_BACKENDS:
        assert name.startswith("keyring.backends.")
