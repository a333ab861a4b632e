"""Hand one mail to a sending server, and know for certain how that ended."""

from collections.abc import Callable
from dataclasses import dataclass

from inbox_assistant.mail.failures import (
    RefusedError,
    TryLaterError,
    UnreachableError,
)
from inbox_assistant.mail.secret import Secret, is_one_line
from inbox_assistant.mail.server_settings import SendingSettings
from inbox_assistant.mail.smtp_session import SmtpSession


@dataclass(frozen=True, slots=True)
class Accepted:
    """The server took the mail; ``response_text`` is what it said to it."""

    response_text: str


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """A mail as it is to travel: envelope and bytes."""

    envelope_from: str
    to: str
    raw: bytes


def deliver(
    settings: SendingSettings,
    secret: Secret | None,
    mail: OutgoingMail,
    on_dot: Callable[[], None],
) -> Accepted:
    """Hand *mail* to the server; call *on_dot* right before the last byte but one.

    Until *on_dot* is called no copy can exist. Whatever *on_dot* raises keeps the
    mail from being sent. Afterwards only a plain answer of the server counts.
    RefusedError, TryLaterError, SignInRefusedError and InsecureError all mean that
    no copy left; UnsureError means that nobody knows.
    """
    _refuse_odd_addresses(mail)
    with _opened(settings) as session:
        session.sign_in(secret)
        session.announce(mail.envelope_from, mail.to, mail.raw)
        session.send_body(mail.raw)
        on_dot()
        text = session.send_dot()
        session.part()
    return Accepted(text)


def check_sending(settings: SendingSettings, secret: Secret) -> None:
    """Sign in and part again; raise what a delivery would raise up to there."""
    with _opened(settings) as session:
        session.sign_in(secret)
        session.part()


def _opened(settings: SendingSettings) -> SmtpSession:
    try:
        return SmtpSession.open(settings)
    except UnreachableError as error:
        raise TryLaterError(error.message, error.hint, step=error.step) from error


def _refuse_odd_addresses(mail: OutgoingMail) -> None:
    for address in (mail.envelope_from, mail.to):
        local, _, domain = address.rpartition("@")
        plain = is_one_line(address) and address.isascii()
        if not (plain and local and domain) or set(address) & set(' <>,;"'):
            raise RefusedError(
                "A reply can only go from one plain mail address to another.",
                "Check the addresses of the account and of the buyer.",
            )
