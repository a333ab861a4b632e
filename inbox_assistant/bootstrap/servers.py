"""Ways to the mail servers of an account, opened only when they are needed."""

import hashlib
import os
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import cast

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import Program
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.errors import InputError, MailError
from inbox_assistant.domain.provider import PASSWORD, Provider
from inbox_assistant.domain.reply import OutboxReply
from inbox_assistant.mail import imap, smtp
from inbox_assistant.mail.autoconfig import look_up
from inbox_assistant.mail.credentials import Credentials
from inbox_assistant.mail.oauth import Client, sign_in
from inbox_assistant.mail.providers import Providers, load_providers
from inbox_assistant.mail.secret import Password, Secret
from inbox_assistant.mail.server_settings import (
    MailboxSettings,
    Security,
    SendingSettings,
)
from inbox_assistant.mail.token_book import TokenBook
from inbox_assistant.services import rounds
from inbox_assistant.services.fetching import Folder, Progress
from inbox_assistant.services.rounds import Access, Round
from inbox_assistant.services.sync import Mailbox
from inbox_assistant.storage.lock import sole_holder

PASSWORD_VARIABLE = "INBOX_ASSISTANT_PASSWORD"  # noqa: S105 - the variable's name
"""For scripts where no keyring is: the password of the one account used."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long servers may think: about one step, and about a whole mail."""

    step: timedelta = timedelta(seconds=30)
    taking: timedelta = timedelta(minutes=3)


USUAL = Patience()


class PasswordMissingError(MailError):
    """Nobody has typed the password yet, and no keyring holds it."""


def access_to(
    account: Account,
    profile: paths.Profile,
    secret: Callable[[], Secret],
    patience: Patience = USUAL,
) -> Access:
    """Return the ways to the servers of *account*; *secret* is asked when used."""

    def send(_account: Account, reply: OutboxReply, on_dot: Callable[[], None]) -> str:
        mail = smtp.OutgoingMail(reply.sender, reply.to_address, reply.raw)
        settings = sending_settings(account, patience)
        return smtp.deliver(settings, secret(), mail, on_dot).response_text

    return Access(
        connect=lambda: _open_mailbox(account, secret(), patience),
        send=send,
        sent_folder=lambda mailbox: _sent_folder(account, mailbox),
        may_deliver=lambda: sole_holder(_delivery_lock(profile, account)),
    )


def mailbox_settings(account: Account, patience: Patience = USUAL) -> MailboxSettings:
    """Return how the mailbox of *account* is reached; raises InputError."""
    return MailboxSettings(
        host=account.read_host,
        port=account.read_port,
        user=account.sign_in_name,
        security=_security(account.read_security),
        ca_file=_ca_file(account),
        timeout=patience.step,
        folder=account.folder,
    )


def sending_settings(account: Account, patience: Patience = USUAL) -> SendingSettings:
    """Return how the sending server of *account* is reached; raises InputError."""
    return SendingSettings(
        host=account.send_host,
        port=account.send_port,
        user=account.sign_in_name,
        security=_security(account.send_security),
        ca_file=_ca_file(account),
        timeout=patience.step,
        answer_timeout=patience.taking,
    )


@lru_cache(maxsize=1)
def credentials_of() -> Credentials:
    """Return where this process keeps passwords; may wait for the keyring."""
    return Credentials.open()


@lru_cache(maxsize=1)
def providers_of() -> Providers:
    """Return what is known about providers."""
    return load_providers(paths.resources() / "providers.toml")


@lru_cache(maxsize=1)
def tokens_of() -> TokenBook:
    """Return the tokens of the accounts that sign in in the browser."""
    return TokenBook(credentials_of(), providers_of().pages, system_clock)


def find_provider(address: str) -> Provider | None:
    """Return how the mailbox of *address* is reached, or ``None``.

    Where the program does not know the domain, its own servers are asked; may take
    some seconds.
    """
    found = providers_of().of_address(address) or look_up(address)
    if found is None:
        return None
    # A company's own domain at one of the great providers signs in as there.
    return providers_of().at_host(found.reads.host) or found


def sign_in_in_browser(
    account: Account, client: Client, open_browser: Callable[[str], None]
) -> None:
    """Let the person sign in to *account* in the browser; raises MailError."""
    book = tokens_of()
    page = book.page_of(account)
    tokens = sign_in(page, client, account.address, open_browser, system_clock)
    book.keep(account, client, tokens)


def secret_of(account: Account) -> Secret:
    """Return what *account* signs in with; raises MailError when it is not known."""
    if account.sign_in != PASSWORD:
        return tokens_of().token(account)
    known = credentials_of().get(account.name) or os.environ.get(PASSWORD_VARIABLE)
    if not known:
        raise PasswordMissingError(
            f"The password of “{account.name}” is not known here.",
            f"Type it in the window, or set {PASSWORD_VARIABLE} for this command.",
        )
    return Password(known)


def run_round(
    program: Program,
    account: Account,
    progress: Callable[[Progress, Changes], None] = lambda _one, _changes: None,
    patience: Patience = USUAL,
    *,
    by_hand: bool = True,
) -> Round:
    """Fetch and deliver once with the servers of *account*; see ``rounds``."""
    access = access_to(account, program.profile, lambda: secret_of(account), patience)
    return rounds.run_round(account, program.syncing, access, progress, by_hand=by_hand)


def wait_for_news(
    account: Account,
    limit: timedelta,
    stop: threading.Event,
    is_news: Callable[[Folder], bool] = lambda _folder: False,
) -> bool | None:
    """Wait up to *limit*; return whether the mailbox has news.

    *is_news* is asked of the folder as it is found. ``None`` means that the server
    tells none by itself, or that there is no password. Raises MailError.
    """
    try:
        secret = secret_of(account)
    except PasswordMissingError:
        return None
    with imap.connect(mailbox_settings(account), secret) as mailbox:
        if not mailbox.can_idle:
            return None
        return is_news(mailbox.select()) or mailbox.idle(limit, stop)


def _open_mailbox(
    account: Account, secret: Secret, patience: Patience
) -> AbstractContextManager[Mailbox]:
    return cast(
        "AbstractContextManager[Mailbox]",
        imap.connect(mailbox_settings(account, patience), secret),
    )


def _sent_folder(account: Account, mailbox: Mailbox) -> str | None:
    if account.sent_folder:
        return account.sent_folder
    return cast("imap.Mailbox", mailbox).special_folders().sent


def _delivery_lock(profile: paths.Profile, account: Account) -> Path:
    """Return the lock of one account: others may deliver at the same time."""
    # People call accounts whatever they like; not all of it can name a file.
    name = hashlib.blake2b(account.name.encode(), digest_size=8).hexdigest()
    return profile.folder / f"delivery-{name}.lock"


def _ca_file(account: Account) -> Path | None:
    return Path(account.ca_file) if account.ca_file else None


def _security(name: str) -> Security:
    try:
        return Security(name)
    except ValueError as error:
        raise InputError(
            f"“{name}” is no way to protect a connection.", "Use tls or starttls."
        ) from error
