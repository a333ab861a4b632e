"""The real mail server starts in a folder of its own and leaves nothing behind."""

import shutil
from pathlib import Path

import pytest

from tests.servers import dovecot as module
from tests.servers.certificates import CertificateAuthority
from tests.servers.dovecot import Dovecot
from tests.servers.submission import Taken, deliver


def test_where_the_server_is_missing_a_test_says_what_to_install(
    authority: CertificateAuthority, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "PROGRAM", tmp_path / "dovecot")
    server = Dovecot(authority.issue())
    with pytest.raises(FileNotFoundError, match="install the packages dovecot-imapd"):
        server.start()
    server.folder.rmdir()


@pytest.mark.servers
def test_it_stops_and_takes_its_folder_with_it(authority: CertificateAuthority) -> None:
    with Dovecot(authority.issue()) as server:
        assert server.folder.exists()
        assert "starting up" in server.log()
    assert not server.folder.exists()


def test_a_server_whose_port_is_taken_shows_its_log(
    authority: CertificateAuthority, dovecot: Dovecot
) -> None:
    taken = (dovecot.imap_port, dovecot.imaps_port, dovecot.lmtp_port)
    second = Dovecot(authority.issue(), *taken)
    try:
        with pytest.raises(RuntimeError, match="Address already in use"):
            second.start()
    finally:
        shutil.rmtree(second.folder)


def test_mail_for_nobody_is_told(dovecot: Dovecot) -> None:
    mail = Taken("a@shop.example", ("nobody@marketplace.example",), b"Subject: x\r\n")
    assert deliver(dovecot.lmtp_port, mail) == ("nobody@marketplace.example",)
