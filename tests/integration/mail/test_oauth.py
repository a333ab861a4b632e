"""Signing in in the browser, against a real authorisation server."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.mail.failures import SignInRefusedError, UnreachableError
from inbox_assistant.mail.oauth import (
    Client,
    Post,
    Tokens,
    is_fresh,
    post_form,
    renew,
    sign_in,
)
from inbox_assistant.mail.tls import verified_context
from tests.fakes import FakeClock
from tests.servers.authorisation import CLIENT_ID, CLIENT_SECRET, AuthorisationServer
from tests.servers.certificates import CertificateAuthority

CLIENT = Client(CLIENT_ID, CLIENT_SECRET)
Enter = Callable[..., Tokens]


@pytest.fixture
def server(authority: CertificateAuthority) -> Iterator[AuthorisationServer]:
    """Return a running authorisation server."""
    with AuthorisationServer(authority.issue()) as running:
        yield running


@pytest.fixture
def post(ca_file: Path) -> Post:
    """Return the way to the server's tokens."""
    return partial(post_form, context=verified_context(ca_file))


@pytest.fixture
def browser(ca_file: Path) -> Callable[[str], None]:
    """Return a browser whose person agrees to everything at once."""

    def visit(address: str) -> None:
        context = verified_context(ca_file)

        def follow() -> None:
            with urlopen(address, context=context) as page:  # noqa: S310 - the test's own server
                page.read()

        threading.Thread(target=follow, daemon=True).start()

    return visit


@pytest.fixture
def enter(
    server: AuthorisationServer,
    post: Post,
    browser: Callable[[str], None],
    clock: FakeClock,
) -> Enter:
    """Return a function that signs in."""

    def do(client: Client = CLIENT, **options: object) -> Tokens:
        given = {"post": post, **options}
        visit = given.pop("browser", browser)
        return sign_in(
            server.page,
            client,
            "desk@shop.example",
            visit,  # type: ignore[arg-type]
            clock,
            **given,  # type: ignore[arg-type]
        )

    return do


def test_a_sign_in_brings_tokens_and_proves_itself(
    enter: Enter, server: AuthorisationServer, clock: FakeClock
) -> None:
    tokens = enter()
    assert server.granted == [tokens.access]
    assert server.lasting == {tokens.refresh}
    assert tokens.ends_at - clock.now == timedelta(hours=1)
    (asked,) = server.asked
    assert asked["login_hint"] == "desk@shop.example"
    assert asked["prompt"] == "consent"
    assert asked["redirect_uri"].startswith("http://127.0.0.1:")


def test_no_token_shows_in_a_text(enter: Enter) -> None:
    tokens = enter()
    assert tokens.access not in repr(tokens)
    assert tokens.refresh not in repr(tokens)
    assert CLIENT_SECRET not in repr(CLIENT)


def test_a_person_who_declines_is_told_so(
    enter: Enter, server: AuthorisationServer
) -> None:
    server.declines = "access_denied"
    with pytest.raises(SignInRefusedError, match="did not let us in") as told:
        enter()
    assert told.value.server_said == "access_denied"


def test_an_answer_to_another_sign_in_is_not_taken(enter: Enter) -> None:
    def forge(address: str) -> None:
        back = parse_qs(urlsplit(address).query)["redirect_uri"][0]

        def visit() -> None:
            with urlopen(f"{back}?code=stolen&state=guessed") as page:  # noqa: S310 - ours
                page.read()

        threading.Thread(target=visit, daemon=True).start()

    with pytest.raises(SignInRefusedError):
        enter(browser=forge)


def test_nobody_signing_in_ends_after_a_while(enter: Enter) -> None:
    with pytest.raises(SignInRefusedError, match="in time"):
        enter(browser=lambda _address: None, patience=timedelta(seconds=0.05))


def test_without_a_registration_it_says_what_to_do(enter: Enter) -> None:
    with pytest.raises(InputError, match="client id"):
        enter(Client(""))


@pytest.mark.parametrize(
    "said", ["", "no json", "[]", "{}", '{"access_token": 5', "<html>"]
)
def test_an_answer_that_is_no_token_is_told(
    enter: Enter, server: AuthorisationServer, said: str
) -> None:
    server.answers_token = (200, said)
    with pytest.raises(SignInRefusedError):
        enter()


def test_a_provider_that_is_ill_is_told_apart_from_one_that_refuses(
    enter: Enter, server: AuthorisationServer
) -> None:
    server.answers_token = (503, "<html>sorry</html>")
    with pytest.raises(UnreachableError) as told:
        enter()
    assert told.value.retryable


def test_tokens_are_renewed_and_the_lasting_one_may_change(
    enter: Enter, server: AuthorisationServer, post: Post, clock: FakeClock
) -> None:
    first = enter()
    clock.advance(timedelta(minutes=59))
    assert not is_fresh(first, clock.now)
    second = renew(server.page, CLIENT, first.refresh, clock, post)
    assert second.refresh in server.lasting
    assert second.refresh != first.refresh
    assert is_fresh(second, clock.now)


def test_a_lasting_token_that_stays_is_kept(
    enter: Enter, server: AuthorisationServer, post: Post, clock: FakeClock
) -> None:
    server.rotates = False
    first = enter()
    assert renew(server.page, CLIENT, first.refresh, clock, post).refresh == (
        first.refresh
    )


def test_a_lasting_token_that_is_good_no_longer_is_refused(
    server: AuthorisationServer, post: Post, clock: FakeClock
) -> None:
    with pytest.raises(SignInRefusedError) as told:
        renew(server.page, CLIENT, "withdrawn", clock, post)
    assert not told.value.retryable


def test_tokens_are_never_fetched_in_the_open() -> None:
    with pytest.raises(InputError, match="TLS"):
        post_form("http://localhost/token", "a=b")


def test_a_server_that_cannot_prove_who_it_is_gets_nothing(
    server: AuthorisationServer,
) -> None:
    with pytest.raises(UnreachableError):
        post_form(server.page.token, "a=b")
