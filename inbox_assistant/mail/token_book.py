"""Tokens of the accounts that sign in in the browser: renewed before they end."""

import json
import threading
from collections.abc import Mapping

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.provider import SignInPage
from inbox_assistant.mail.credentials import Credentials
from inbox_assistant.mail.failures import SignInRefusedError
from inbox_assistant.mail.oauth import Client, Post, Tokens, as_secret, is_fresh, renew
from inbox_assistant.mail.secret import AccessToken


class TokenBook:
    """Gives out tokens; those that last are kept where passwords are.

    Used by many threads; two that need a new token at once get the same one.
    """

    def __init__(
        self,
        credentials: Credentials,
        pages: Mapping[str, SignInPage],
        clock: Clock,
        post: Post | None = None,
    ) -> None:
        self._credentials = credentials
        self._pages = pages
        self._clock = clock
        self._post = post
        self._tokens: dict[str, Tokens] = {}
        self._lock = threading.Lock()

    def page_of(self, account: Account) -> SignInPage:
        """Return where *account* signs in; raises InputError when that is unknown."""
        page = self._pages.get(account.sign_in)
        if page is None:
            raise InputError(
                f"“{account.sign_in}” is no sign-in that the program knows.",
                "Connect the mailbox again.",
            )
        return page

    def keep(self, account: Account, client: Client, tokens: Tokens) -> None:
        """Keep what a sign-in of *account* gave."""
        with self._lock:
            self._tokens[account.name] = tokens
            self._write(account, client, tokens.refresh)

    def token(self, account: Account) -> AccessToken:
        """Return a token that is good for a while.

        Raises SignInRefusedError where the person has to sign in again, and
        UnreachableError when the provider does not answer.
        """
        page = self.page_of(account)
        with self._lock:
            known = self._tokens.get(account.name)
            if known is None or not is_fresh(known, self._clock()):
                client, refresh = self._read(account)
                known = renew(page, client, refresh, self._clock, self._post)
                self._tokens[account.name] = known
                if known.refresh != refresh:
                    # The former one may be good no longer.
                    self._write(account, client, known.refresh)
            return as_secret(known)

    def _write(self, account: Account, client: Client, refresh: str) -> None:
        kept = json.dumps({"refresh": refresh, "secret": client.secret})
        self._credentials.keep(account.name, kept)

    def _read(self, account: Account) -> tuple[Client, str]:
        kept = self._credentials.get(account.name) or ""
        try:
            values = json.loads(kept)
            refresh, secret = str(values["refresh"]), str(values.get("secret", ""))
        except (ValueError, KeyError, TypeError, AttributeError):
            refresh, secret = "", ""
        if not refresh:
            raise SignInRefusedError(
                f"“{account.name}” is not signed in here.",
                "Sign in in the browser: menu Mailbox, Mailboxes, Change.",
            )
        return Client(account.client_id, secret), refresh
