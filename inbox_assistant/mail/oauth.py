"""Signing in with the provider's own page in the browser (OAuth 2.0 with PKCE).

The page answers to a server of ours on the loopback address that lives as long as the
sign-in: RFC 8252, with the proof key of RFC 7636. A password never comes near us.
"""

import json
import secrets
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from oauthlib.oauth2 import OAuth2Error, WebApplicationClient

from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.provider import SignInPage
from inbox_assistant.mail.failures import SignInRefusedError, UnreachableError
from inbox_assistant.mail.loopback import listen_for_answer
from inbox_assistant.mail.secret import AccessToken
from inbox_assistant.mail.tls import verified_context

PATIENCE = timedelta(minutes=5)
"""How long a person may take on the provider's page."""
_TIME_LIMIT = 30.0
"""Seconds that a provider may take to give a token."""
_EARLY = timedelta(minutes=2)
"""A token is renewed so long before it ends: a round may take a while."""
_USUAL_LIFE = 3600
_LARGEST = 65_536
_VERIFIER_LENGTH = 96

Post = Callable[[str, str], str]
"""Takes an address and a form's content; returns the answer's text."""


@dataclass(frozen=True, slots=True)
class Client:
    """Who we are to a provider: numbers that a seller's own registration has.

    What providers call the secret of a desktop program is none (RFC 8252, 8.5); some
    want it all the same.
    """

    client_id: str
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a sign-in gives: a token for now, and one to get the next ones with."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    ends_at: datetime


def sign_in(  # noqa: PLR0913 - each is a side of one conversation
    page: SignInPage,
    client: Client,
    address: str,
    open_browser: Callable[[str], None],
    clock: Clock,
    *,
    post: Post | None = None,
    patience: timedelta = PATIENCE,
) -> Tokens:
    """Let the person sign in in the browser and return the tokens.

    Raises SignInRefusedError when they decline or nothing comes back in time,
    UnreachableError when the provider does not answer.
    """
    if not client.client_id:
        raise InputError(
            "A sign-in in the browser needs the client id of your registration.",
            "Put it into the settings, or use an app password where the provider has "
            "them.",
        )
    flow = WebApplicationClient(client.client_id)
    verifier = flow.create_code_verifier(_VERIFIER_LENGTH)
    state = secrets.token_urlsafe(24)
    with listen_for_answer() as answer:
        open_browser(
            flow.prepare_request_uri(
                page.authorize,
                redirect_uri=answer.address,
                scope=list(page.scopes),
                state=state,
                code_challenge=flow.create_code_challenge(verifier, "S256"),
                code_challenge_method="S256",
                login_hint=address,
                **page.extra,
            )
        )
        came = answer.wait(patience)
        if came is None:
            raise SignInRefusedError(
                "Nobody signed in in the browser in time.", "Try it again."
            )
        try:
            # The library insists on TLS, which the loopback address has no need of.
            said = flow.parse_request_uri_response(f"https{came[4:]}", state=state)
        except OAuth2Error as error:
            raise _refused(error) from error
        body = flow.prepare_request_body(
            code=said["code"],
            redirect_uri=answer.address,
            code_verifier=verifier,
            **_secret_of(client),
        )
    return _tokens(flow, page, body, clock, post)


def renew(
    page: SignInPage,
    client: Client,
    refresh: str,
    clock: Clock,
    post: Post | None = None,
) -> Tokens:
    """Return new tokens for the lasting one.

    Raises SignInRefusedError when it is no longer good and UnreachableError when the
    provider does not answer.
    """
    flow = WebApplicationClient(client.client_id, refresh_token=refresh)
    body = flow.prepare_refresh_body(
        refresh_token=refresh,
        scope=list(page.scopes),
        client_id=client.client_id,
        **_secret_of(client),
    )
    tokens = _tokens(flow, page, body, clock, post)
    return tokens if tokens.refresh else Tokens(tokens.access, refresh, tokens.ends_at)


def is_fresh(tokens: Tokens, now: datetime) -> bool:
    """Return whether the token will outlast a round that begins at *now*."""
    return now < tokens.ends_at - _EARLY


def as_secret(tokens: Tokens) -> AccessToken:
    """Return what is shown to a mail server."""
    return AccessToken(tokens.access)


def _secret_of(client: Client) -> dict[str, str]:
    return {"client_secret": client.secret} if client.secret else {}


def _tokens(
    flow: WebApplicationClient,
    page: SignInPage,
    body: str,
    clock: Clock,
    post: Post | None,
) -> Tokens:
    asked_at = clock()
    text = (post or post_form)(page.token, body)
    try:
        # Providers may grant another spelling of what was asked for.
        said = flow.parse_request_body_response(text, scope=None)
        return _read_tokens(said, asked_at)
    except OAuth2Error as error:
        raise _refused(error) from error
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        # The library looks into whatever came before it looks at what it is.
        message = "The provider answered something that is no token."
        raise SignInRefusedError(message, "Sign in again.") from error


def _read_tokens(said: Mapping[str, object], asked_at: datetime) -> Tokens:
    life = said.get("expires_in") or _USUAL_LIFE
    return Tokens(
        access=str(said["access_token"]),
        refresh=str(said.get("refresh_token") or ""),
        ends_at=asked_at + timedelta(seconds=float(str(life))),
    )


def post_form(address: str, body: str, context: ssl.SSLContext | None = None) -> str:
    """Send a form and return what is answered; an error's text too, where it is JSON.

    Raises UnreachableError when nothing of use comes back.
    """
    request = Request(  # noqa: S310 - https alone, see the next line
        address,
        data=body.encode("ascii"),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    if request.type != "https":
        raise InputError("Tokens are fetched over TLS alone.")
    try:
        with urlopen(  # noqa: S310 - as above
            request, timeout=_TIME_LIMIT, context=context or verified_context()
        ) as answer:
            return str(answer.read(_LARGEST).decode("utf-8", "replace"))
    except HTTPError as error:
        with error:
            text = error.read(_LARGEST).decode("utf-8", "replace")
        if _is_json(text):
            return text
        raise _no_answer(request.host) from error
    except OSError as error:
        raise _no_answer(request.host) from error


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _refused(error: OAuth2Error) -> SignInRefusedError:
    reason = str(error.error or "")[:60]
    return SignInRefusedError(
        "The provider did not let us in." if reason else "The sign-in was broken off.",
        "Sign in again in the browser. In a company an administrator may have to allow "
        "this program first.",
        said=reason,
    )


def _no_answer(host: str) -> UnreachableError:
    return UnreachableError(
        f"{host} gave no answer to the sign-in.", "Check the network, then try again."
    )
