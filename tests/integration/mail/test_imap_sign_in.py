"""Signing in to a mailbox: in the right way, once, and never in the open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import MailError
from inbox_assistant.mail.failures import (
    ConnectionLostError,
    InsecureError,
    SignInRefusedError,
    UnreachableError,
)
from inbox_assistant.mail.imap_sign_in import open_client
from inbox_assistant.mail.secret import AccessToken, Password, Secret, base64_of
from inbox_assistant.mail.server_settings import MailboxSettings, Security
from tests.servers.dovecot import Dovecot
from tests.servers.fault_proxy import FaultProxy, Lane
from tests.servers.scripted import ImapScript, ScriptedServer

SECRET = Password("pässword with ünicode")
BOTH = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2\r\n"


def settings_for(port: int) -> MailboxSettings:
    return MailboxSettings(
        "localhost",
        port,
        'desk "one"@shop.example',
        Security.NONE_ON_LOOPBACK,
        timeout=timedelta(seconds=2),
    )


def sign_in(
    answers: Mapping[bytes, bytes | None],
    secret: Secret,
    greeting: bytes = b"* OK ready\r\n",
) -> list[bytes]:
    """Sign in at a server with *answers*; return the lines it was sent."""
    with ScriptedServer(greeting, ImapScript(answers)) as server:
        try:
            open_client(settings_for(server.port), secret).leave()
        except MailError as error:
            error.add_note(repr(server.lines))
            raise
        return server.lines


def test_a_wrong_password_is_tried_once_and_never_shown(
    dovecot: Dovecot, mailbox_settings: MailboxSettings
) -> None:
    wrong = Password("not the right one")
    with FaultProxy(dovecot.imap_port) as proxy:
        plain = replace(
            mailbox_settings, port=proxy.port, security=Security.NONE_ON_LOOPBACK
        )
        with pytest.raises(SignInRefusedError) as caught:
            open_client(plain, wrong)
        assert proxy.seen_from_client.count(b"AUTHENTICATE") == 1
    assert str(caught.value) == (
        "localhost refused the sign-in. Check name and password, then try again."
    )
    assert wrong.value not in repr(vars(caught.value))
    assert not caught.value.retryable


def test_letters_beyond_ascii_are_signed_in_with(
    dovecot: Dovecot, mailbox_settings: MailboxSettings
) -> None:
    account = dovecot.add_account("desk-of-letters@shop.example", SECRET.value)
    open_client(replace(mailbox_settings, user=account.name), SECRET).leave()


def test_without_starttls_neither_name_nor_password_is_said(
    dovecot: Dovecot, mailbox_settings: MailboxSettings
) -> None:
    stripping = Lane(rewrite=lambda piece: piece.replace(b"STARTTLS", b"XTARTTLS"))
    with FaultProxy(dovecot.imap_port, to_client=stripping) as proxy:
        settings = replace(
            mailbox_settings, port=proxy.port, security=Security.STARTTLS
        )
        with pytest.raises(InsecureError, match=r"no protection \(STARTTLS\)"):
            open_client(settings, SECRET)
        said = bytes(proxy.seen_from_client)
    assert b"desk" not in said
    assert b"AUTHENTICATE" not in said
    assert b"LOGIN" not in said


@pytest.mark.parametrize(
    ("told", "instead"),
    [(b"* OK", b"* PREAUTH"), (b"OK Begin TLS", b"NO Begin TLS")],
)
def test_a_way_around_starttls_is_not_taken(
    dovecot: Dovecot, mailbox_settings: MailboxSettings, told: bytes, instead: bytes
) -> None:
    lying = Lane(rewrite=lambda piece: piece.replace(told, instead))
    with FaultProxy(dovecot.imap_port, to_client=lying) as proxy:
        settings = replace(
            mailbox_settings, port=proxy.port, security=Security.STARTTLS
        )
        with pytest.raises(InsecureError):
            open_client(settings, SECRET)
        assert b"AUTHENTICATE" not in proxy.seen_from_client


def test_a_token_signs_in_and_its_refusal_is_answered_with_nothing() -> None:
    token = AccessToken("ya29.token")
    lines = sign_in({b"CAPABILITY": BOTH, b"AUTHENTICATE XOAUTH2": b"+ \r\n"}, token)
    said = 'user=desk "one"@shop.example\1auth=Bearer ya29.token\1\1'
    assert base64_of(said).encode() in lines

    refusing = {
        b"CAPABILITY": BOTH,
        b"AUTHENTICATE XOAUTH2": b"+ \r\n",
        b"MORE": b"+ eyJzdGF0dXMiOiI0MDAifQ==\r\n",
    }
    with pytest.raises(SignInRefusedError) as caught:
        sign_in(refusing | {b"LAST": b"TAG NO failed\r\n"}, token)
    assert "b''" in caught.value.__notes__[0]


@pytest.mark.parametrize(
    ("capabilities", "secret"),
    [
        (b"IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED", Password("secret")),
        (b"IMAP4rev1 AUTH=PLAIN", AccessToken("ya29.token")),
        (b"IMAP4rev1", AccessToken("ya29.token")),
        (b"IMAP4rev1", SECRET),
    ],
)
def test_where_no_way_is_common_nothing_is_said(
    capabilities: bytes, secret: Secret
) -> None:
    answers = {b"CAPABILITY": b"* CAPABILITY " + capabilities + b"\r\n"}
    with pytest.raises(SignInRefusedError, match="no sign-in of this kind") as caught:
        sign_in(answers, secret)
    assert "AUTHENTICATE" not in caught.value.__notes__[0]
    assert "LOGIN" not in caught.value.__notes__[0]


def test_the_plain_command_is_used_where_there_is_no_other_and_quotes_the_name() -> (
    None
):
    answers = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n"}
    lines = sign_in(answers, Password('a "b" \\ c'))
    (login,) = [line for line in lines if b" LOGIN " in line]
    assert login.endswith(rb'LOGIN "desk \"one\"@shop.example" "a \"b\" \\ c"')


@pytest.mark.parametrize("value", ["", "two\r\nA1 NOOP", "nul\0"])
def test_a_secret_that_cannot_be_one_is_not_sent(value: str) -> None:
    with pytest.raises(SignInRefusedError, match="Type it again"):
        open_client(settings_for(1), Password(value))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"TAG NO [UNAVAILABLE] database is down\r\n", UnreachableError),
        (b"TAG NO [AUTHENTICATIONFAILED] no\r\n", SignInRefusedError),
        (b"TAG BAD what?\r\n", SignInRefusedError),
        (b"* BYE going down\r\nTAG NO no\r\n", ConnectionLostError),
        (None, ConnectionLostError),
    ],
)
def test_what_the_server_says_to_a_sign_in_decides_what_follows(
    answer: bytes | None, error: type[MailError]
) -> None:
    answers = {b"CAPABILITY": BOTH, b"AUTHENTICATE": b"+ \r\n", b"MORE": answer}
    with pytest.raises(error):
        sign_in(answers, Password("secret"))


def test_a_server_that_repeats_the_password_is_not_quoted() -> None:
    echo = b"TAG NO wrong: secret\r\n"
    answers = {b"CAPABILITY": BOTH, b"AUTHENTICATE": b"+ \r\n", b"MORE": echo}
    with pytest.raises(SignInRefusedError) as caught:
        sign_in(answers, Password("secret"))
    assert caught.value.server_said == "wrong: (hidden)"


@pytest.mark.parametrize(
    "greeting",
    [b"* BYE overloaded\r\n", b"220 mail.example ESMTP\r\n", b"", b"\xff\xfe\r\n"],
)
def test_a_greeting_that_is_none_of_a_mailbox_is_told(greeting: bytes) -> None:
    script = ImapScript({})
    with ScriptedServer(
        greeting, script if greeting else (lambda _line: None)
    ) as server:
        settings = replace(settings_for(server.port), timeout=timedelta(seconds=0.3))
        with pytest.raises(UnreachableError, match="is no IMAP server"):
            open_client(settings, SECRET)


def test_a_server_that_offers_to_count_changes_and_refuses_is_used_all_the_same() -> (
    None
):
    offered = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN ENABLE CONDSTORE\r\n"
    answers = {
        b"CAPABILITY": offered,
        b"AUTHENTICATE": b"+ \r\n",
        b"ENABLE": b"TAG BAD not really\r\n",
    }
    lines = sign_in(answers, Password("secret"))
    assert any(line.endswith(b"ENABLE CONDSTORE") for line in lines)
