"""Ways to the servers of an account."""

from dataclasses import replace
from pathlib import Path

import pytest

from inbox_assistant.bootstrap.servers import (
    PASSWORD_VARIABLE,
    PasswordMissingError,
    access_to,
    mailbox_settings,
    secret_of,
    sending_settings,
)
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InputError
from inbox_assistant.mail.secret import Password
from inbox_assistant.mail.server_settings import Security
from inbox_assistant.paths import Profile

SHOP = Account(
    "shop",
    "desk@shop.example",
    user="desk",
    read_host="imap.shop.example",
    send_host="smtp.shop.example",
    send_port=587,
    send_security="starttls",
    ca_file="ca.pem",
)


def test_an_account_says_how_its_servers_are_reached() -> None:
    reading, sending = mailbox_settings(SHOP), sending_settings(SHOP)
    assert (reading.host, reading.port, reading.user) == (
        "imap.shop.example",
        993,
        "desk",
    )
    assert (sending.host, sending.port, sending.security) == (
        "smtp.shop.example",
        587,
        Security.STARTTLS,
    )
    assert reading.ca_file == sending.ca_file == Path("ca.pem")


def test_a_protection_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InputError, match="no way to protect"):
        mailbox_settings(replace(SHOP, read_security="none"))


def test_a_password_may_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)
    with pytest.raises(PasswordMissingError, match=PASSWORD_VARIABLE):
        secret_of(Account("an account without one", "desk@shop.example"))
    monkeypatch.setenv(PASSWORD_VARIABLE, "open sesame")
    secret = secret_of(Account("an account without one", "desk@shop.example"))
    assert "sesame" not in repr(secret)


def test_one_process_at_a_time_delivers_for_an_account(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    other = replace(SHOP, name="../other/ä")
    first, second = (access_to(SHOP, profile, lambda: Password("x")) for _ in range(2))
    beside = access_to(other, profile, lambda: Password("x"))
    with first.may_deliver() as is_ours:
        assert is_ours
        with second.may_deliver() as is_ours_too:
            assert not is_ours_too
        with beside.may_deliver() as is_free:
            assert is_free
    with second.may_deliver() as is_ours_now:
        assert is_ours_now
    assert {path.parent for path in tmp_path.glob("**/*.lock")} == {tmp_path}
