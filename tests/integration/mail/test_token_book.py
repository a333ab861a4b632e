"""Tokens are given out fresh, and those that last are kept with the passwords."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InputError
from inbox_assistant.mail.credentials import Credentials
from inbox_assistant.mail.failures import SignInRefusedError
from inbox_assistant.mail.oauth import Client, Tokens, post_form
from inbox_assistant.mail.tls import verified_context
from inbox_assistant.mail.token_book import TokenBook
from tests.fakes import FakeClock
from tests.servers.authorisation import CLIENT_ID, AuthorisationServer
from tests.servers.certificates import CertificateAuthority

ACCOUNT = Account("shop", "desk@shop.example", sign_in="google", client_id=CLIENT_ID)
CLIENT = Client(CLIENT_ID, "not really one")


@pytest.fixture
def server(authority: CertificateAuthority) -> Iterator[AuthorisationServer]:
    """Return a running authorisation server."""
    with AuthorisationServer(authority.issue()) as running:
        yield running


@pytest.fixture
def credentials() -> Credentials:
    """Return credentials that last as long as the test."""
    return Credentials(None, "no keyring here", timedelta(seconds=1))


@pytest.fixture
def book(
    server: AuthorisationServer,
    credentials: Credentials,
    clock: FakeClock,
    ca_file: Path,
) -> TokenBook:
    """Return the book of one seller who has signed in."""
    post = partial(post_form, context=verified_context(ca_file))
    made = TokenBook(credentials, {"google": server.page}, clock, post)
    server.lasting.add("first")
    made.keep(ACCOUNT, CLIENT, Tokens("now", "first", clock.now + timedelta(hours=1)))
    return made


def test_a_fresh_token_is_given_without_asking(
    book: TokenBook, server: AuthorisationServer
) -> None:
    assert book.token(ACCOUNT).value == "now"
    assert server.granted == []


def test_an_old_one_is_renewed_once(
    book: TokenBook, server: AuthorisationServer, clock: FakeClock
) -> None:
    clock.advance(timedelta(minutes=59))
    values = {book.token(ACCOUNT).value for _ in range(3)}
    assert values == set(server.granted)
    assert len(values) == 1


def test_a_lasting_token_that_changed_outlives_the_program(
    book: TokenBook,
    server: AuthorisationServer,
    clock: FakeClock,
    credentials: Credentials,
    ca_file: Path,
) -> None:
    clock.advance(timedelta(hours=2))
    book.token(ACCOUNT)
    post = partial(post_form, context=verified_context(ca_file))
    after = TokenBook(credentials, {"google": server.page}, clock, post)
    assert after.token(ACCOUNT).value == server.granted[-1]
    assert len(server.granted) == 2


def test_who_never_signed_in_is_asked_to(book: TokenBook) -> None:
    other = Account("other", "other@shop.example", sign_in="google")
    with pytest.raises(SignInRefusedError, match="is not signed in here"):
        book.token(other)


def test_a_withdrawn_sign_in_is_told(
    book: TokenBook, server: AuthorisationServer, clock: FakeClock
) -> None:
    server.lasting.clear()
    clock.advance(timedelta(hours=2))
    with pytest.raises(SignInRefusedError, match="did not let us in"):
        book.token(ACCOUNT)


def test_a_password_left_from_before_is_no_token(
    book: TokenBook, credentials: Credentials, clock: FakeClock
) -> None:
    credentials.keep("shop", "open sesame")
    clock.advance(timedelta(hours=2))
    with pytest.raises(SignInRefusedError, match="is not signed in here"):
        book.token(ACCOUNT)


def test_an_unknown_way_of_signing_in_is_told(book: TokenBook) -> None:
    with pytest.raises(InputError, match="no sign-in that the program knows"):
        book.token(Account("shop", "desk@shop.example", sign_in="carrier pigeon"))
