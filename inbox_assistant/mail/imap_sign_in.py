"""Open a connection to a mailbox and sign in, or say clearly why not."""

import imaplib
from collections.abc import Callable

from inbox_assistant.mail.failures import (
    InsecureError,
    ServerError,
    SignInRefusedError,
    Step,
    UnreachableError,
    no_starttls,
    no_way_to,
    on_one_line,
)
from inbox_assistant.mail.imap_client import GuardedClient, lost, translated
from inbox_assistant.mail.secret import (
    AccessToken,
    Password,
    Secret,
    hide,
    is_one_line,
    plain_answer,
    token_answer,
)
from inbox_assistant.mail.server_settings import MailboxSettings, Security
from inbox_assistant.mail.tls import verified_context


def open_client(settings: MailboxSettings, secret: Secret) -> GuardedClient:
    """Return a connection that is protected and signed in."""
    if not is_one_line(secret.value):
        message = "The password is empty or has a line break in it."
        raise SignInRefusedError(message, "Type it again.")
    client = _greeted(settings)
    try:
        _protect(client, settings)
        with translated(settings.host, Step.SIGN_IN):
            _sign_in(client, settings, secret)
            client.forget_capabilities()
            _let_count_changes(client)
    except BaseException:
        client.drop()
        raise
    return client


def _greeted(settings: MailboxSettings) -> GuardedClient:
    try:
        return GuardedClient(settings)
    except (imaplib.IMAP4.error, OSError, ValueError) as error:
        text = on_one_line(str(error))
        message = f"{settings.host} takes no connections now, or is no IMAP server."
        raise UnreachableError(message, "Check host and port.", said=text) from error


def _protect(client: GuardedClient, settings: MailboxSettings) -> None:
    if client.is_preauthenticated:
        # Whoever sits in between could do this to keep STARTTLS from happening.
        message = f"{settings.host} claims we have signed in already; we have not."
        raise InsecureError(message, "Choose TLS in place of STARTTLS.")
    if settings.security is not Security.STARTTLS:
        return
    try:
        client.starttls(verified_context(settings.ca_file))
    except imaplib.IMAP4.error as error:
        raise no_starttls(settings.host) from error
    except (OSError, ValueError) as error:
        raise no_way_to(settings.host, settings.port, error) from error


def _sign_in(client: GuardedClient, settings: MailboxSettings, secret: Secret) -> None:
    offered = frozenset(client.capabilities())
    try:
        match secret:
            case AccessToken() if b"AUTH=XOAUTH2" in offered:
                answer = _once(token_answer(settings.user, secret))
                client.sasl_login("XOAUTH2", answer)
            case Password() if b"AUTH=PLAIN" in offered:
                client.sasl_login("PLAIN", _once(plain_answer(settings.user, secret)))
            case Password() if b"LOGINDISABLED" not in offered and _can_login(
                settings.user, secret
            ):
                client.login(_quoted(settings.user), secret.value)
            case _:
                raise _no_common_way(settings)
    except imaplib.IMAP4.error as error:
        raise _failed(settings, secret, error) from error


def _let_count_changes(client: GuardedClient) -> None:
    """Make the server tell each folder's count of changes, where it has one."""
    if {b"ENABLE", b"CONDSTORE"} <= set(client.capabilities()):
        try:
            client.enable("CONDSTORE")
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            # A server that offers it and refuses it is one that does not count.
            return


def _once(answer: str) -> Callable[[bytes], str]:
    """Return *answer* to the first question and nothing to those that follow.

    A refused token is explained in a second question, to be answered empty.
    """
    answers = [answer]
    return lambda _question: answers.pop() if answers else ""


def _can_login(user: str, secret: Password) -> bool:
    """Return whether the plain LOGIN command can carry both."""
    return user.isascii() and secret.value.isascii()


def _quoted(user: str) -> str:
    """Return *user* as the command needs it; the library quotes passwords alone."""
    escaped = user.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _no_common_way(settings: MailboxSettings) -> SignInRefusedError:
    return SignInRefusedError(
        f"{settings.host} takes no sign-in of this kind.",
        "Some providers want a sign-in in the browser, others an app password.",
    )


def _failed(
    settings: MailboxSettings, secret: Secret, error: imaplib.IMAP4.error
) -> ServerError:
    abort = imaplib.IMAP4.abort
    if isinstance(error, abort) or isinstance(error.__context__, abort):
        return lost(settings.host, Step.SIGN_IN)
    text = on_one_line(hide(secret, str(error)))
    if "[UNAVAILABLE]" in text.upper():
        message = f"{settings.host} cannot check sign-ins at the moment."
        return UnreachableError(message, step=Step.SIGN_IN, said=text)
    return SignInRefusedError(
        f"{settings.host} refused the sign-in.",
        "Check name and password, then try again.",
        said=text,
    )
