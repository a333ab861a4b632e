"""Settings of a server that could never work, or not safely, cannot be made."""

from dataclasses import replace

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.mail.server_settings import (
    MailboxSettings,
    Security,
    SendingSettings,
)

GOOD = MailboxSettings("imap.shop.example", 993, "desk@shop.example")


def test_tls_and_the_inbox_are_what_one_gets_without_asking() -> None:
    assert GOOD.security is Security.TLS
    assert GOOD.folder == "INBOX"
    assert GOOD.ca_file is None


@pytest.mark.parametrize(
    "host", ["", "imap.shop.example\r\n", "imäp.example", "a\0b", "a b\n"]
)
def test_what_is_no_name_of_a_server_is_refused(host: str) -> None:
    with pytest.raises(InputError, match="not a server's name"):
        replace(GOOD, host=host)


@pytest.mark.parametrize("port", [0, -1, 65_536])
def test_what_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(InputError, match="not the number of a port"):
        replace(GOOD, port=port)


@pytest.mark.parametrize("user", ["", "desk\r\nA1 LOGOUT"])
def test_a_name_to_sign_in_with_is_one_line(user: str) -> None:
    with pytest.raises(InputError, match="sign in"):
        replace(GOOD, user=user)


@pytest.mark.parametrize("host", ["imap.shop.example", "127.0.0.1.example", "10.0.0.1"])
def test_without_protection_nothing_but_this_computer_is_reached(host: str) -> None:
    with pytest.raises(InputError, match="would travel unprotected"):
        SendingSettings(host, 25, "desk", Security.NONE_ON_LOOPBACK)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "LOCALHOST"])
def test_this_computer_may_be_reached_without_protection(host: str) -> None:
    settings = SendingSettings(host, 25, "desk", Security.NONE_ON_LOOPBACK)
    assert settings.answer_timeout > settings.timeout
