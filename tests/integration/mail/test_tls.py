"""A certificate that is not right ends the conversation before anything is said."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from inbox_assistant.mail.failures import InsecureError, Step, UnreachableError
from inbox_assistant.mail.imap import connect
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import (
    MailboxSettings,
    Security,
    SendingSettings,
)
from inbox_assistant.mail.smtp import check_sending
from inbox_assistant.mail.tls import open_connection, protect, verified_context
from tests.servers.certificates import CertificateAuthority, ServerCertificate
from tests.servers.dovecot import Dovecot, free_ports
from tests.servers.fault_proxy import FaultProxy, Lane
from tests.servers.scripted import ScriptedServer
from tests.servers.submission import SubmissionServer

SECRET = Password("never to be said")
USER = "desk@shop.example"
Issue = Callable[[CertificateAuthority, Path], ServerCertificate]


def issue_expired(authority: CertificateAuthority, _folder: Path) -> ServerCertificate:
    return authority.issue_expired()


def issue_for_another_name(
    authority: CertificateAuthority, _folder: Path
) -> ServerCertificate:
    return authority.issue("mail.other.example", address=None)


def issue_by_a_stranger(
    _authority: CertificateAuthority, folder: Path
) -> ServerCertificate:
    return CertificateAuthority(folder, "A stranger").issue()


WRONG = [
    (issue_expired, "The certificate of localhost has expired."),
    (issue_for_another_name, "a certificate that belongs to another name"),
    (issue_by_a_stranger, "somebody this computer does not trust"),
]


@contextmanager
def wrong_server(certificate: ServerCertificate) -> Iterator[SubmissionServer]:
    """Run a sending server with *certificate*."""
    with SubmissionServer(certificate) as server:
        yield server


@pytest.mark.parametrize(("issue", "sentence"), WRONG)
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_wrong_certificate_keeps_us_from_sending(
    authority: CertificateAuthority,
    tmp_path: Path,
    security: Security,
    issue: Issue,
    sentence: str,
) -> None:
    with wrong_server(issue(authority, tmp_path)) as server:
        with_tls = security is Security.TLS
        port = server.tls_port if with_tls else server.starttls_port
        settings = SendingSettings(
            "localhost", port, USER, security, ca_file=authority.ca_file
        )
        with pytest.raises(InsecureError, match=sentence) as caught:
            check_sending(settings, SECRET)
        assert server.sign_ins == 0
    assert caught.value.step is Step.TLS
    assert caught.value.hint
    assert not caught.value.retryable


@pytest.mark.servers
@pytest.mark.parametrize(("issue", "sentence"), WRONG)
def test_a_wrong_certificate_keeps_us_from_reading(
    authority: CertificateAuthority, tmp_path: Path, issue: Issue, sentence: str
) -> None:
    with Dovecot(issue(authority, tmp_path)) as server:
        settings = MailboxSettings(
            "localhost",
            server.imap_port,
            USER,
            Security.STARTTLS,
            ca_file=authority.ca_file,
        )
        with pytest.raises(InsecureError, match=sentence):
            connect(settings, SECRET)
        assert "Login" not in server.log()
        assert "auth failed" not in server.log()


def test_without_a_file_only_the_authorities_of_the_system_are_believed(
    mailbox_settings: MailboxSettings, password: Password
) -> None:
    with pytest.raises(InsecureError, match="does not trust"):
        connect(replace(mailbox_settings, ca_file=None), password)


def test_the_name_that_was_typed_is_the_name_that_is_checked(
    mailbox_settings: MailboxSettings, password: Password
) -> None:
    with connect(replace(mailbox_settings, host="127.0.0.1"), password) as mailbox:
        assert mailbox.select().exists == 0


def test_starttls_protects_a_mailbox(
    dovecot: Dovecot, mailbox_settings: MailboxSettings, password: Password
) -> None:
    with FaultProxy(dovecot.imap_port) as proxy:
        settings = replace(
            mailbox_settings, port=proxy.port, security=Security.STARTTLS
        )
        with connect(settings, password) as mailbox:
            mailbox.select()
        assert b"STARTTLS" in proxy.seen_from_client
        assert b"AUTHENTICATE" not in proxy.seen_from_client


def test_a_server_without_tls_on_its_port_is_told_from_a_wrong_certificate() -> None:
    with ScriptedServer(b"* OK ready\r\n", lambda _line: b"") as server:
        settings = MailboxSettings("localhost", server.port, USER)
        with pytest.raises(InsecureError, match="does not speak TLS on port"):
            open_connection(settings)


def test_a_server_that_hangs_up_during_tls_may_be_tried_again(
    dovecot: Dovecot, mailbox_settings: MailboxSettings
) -> None:
    with FaultProxy(dovecot.imaps_port, to_client=Lane(cut_after=100)) as proxy:
        settings = replace(mailbox_settings, port=proxy.port)
        with pytest.raises(UnreachableError, match="while it was being prot") as caught:
            open_connection(settings)
    assert caught.value.retryable


@pytest.mark.parametrize("name", ["imap.shop.invalid", "a..b", "x" * 70 + ".invalid"])
def test_a_name_that_does_not_exist_is_told_as_such(name: str) -> None:
    settings = MailboxSettings(name, 993, USER)
    with pytest.raises(UnreachableError, match="No server is called") as no:
        open_connection(settings)
    assert no.value.step is Step.NAME_LOOKUP


def test_a_port_where_nobody_listens_is_told_as_such() -> None:
    settings = MailboxSettings("localhost", free_ports(1)[0], USER)
    with pytest.raises(UnreachableError, match="takes no connections on port"):
        open_connection(settings)


def test_what_is_said_leaves_at_once(
    dovecot: Dovecot, mailbox_settings: MailboxSettings
) -> None:
    with open_connection(replace(mailbox_settings, port=dovecot.imaps_port)) as made:
        assert made.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_connection_that_cannot_be_protected_is_closed(
    dovecot: Dovecot, mailbox_settings: MailboxSettings
) -> None:
    # The server waits for a command here and will not answer with TLS.
    settings = replace(
        mailbox_settings, port=dovecot.imap_port, security=Security.STARTTLS
    )
    plain = open_connection(settings)
    with pytest.raises(ssl.SSLError):
        protect(plain, settings)
    assert plain.fileno() == -1


def test_old_tls_is_not_spoken_and_everything_is_checked() -> None:
    context = verified_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_a_file_without_certificates_is_told_by_its_name(tmp_path: Path) -> None:
    empty = tmp_path / "authority.pem"
    empty.write_text("nothing of that kind")
    for path in (empty, tmp_path / "missing.pem"):
        with pytest.raises(InsecureError, match="holds no certificates"):
            verified_context(path)
