"""``account``: the mailboxes of a profile."""

import pytest

from inbox_assistant.cli.accounts import _server
from inbox_assistant.domain.errors import InputError
from tests.integration.cli.command_line import CommandLine

ADD = ("account", "add", "shop", "--address", "desk@shop.example")


def test_an_account_is_added_changed_listed_and_removed(command: CommandLine) -> None:
    given = (*ADD, "--imap", "imap.shop.example", "--smtp", "[::1]:587")
    assert command(*given, "--smtp-security", "starttls").code == 0
    (account,) = command("account", "list", "--json").document
    assert account["name"] == "shop"
    assert (account["read_host"], account["read_port"]) == ("imap.shop.example", 993)
    assert (account["send_host"], account["send_port"]) == ("::1", 587)
    assert "password" not in " ".join(account)
    command(*given, "--folder", "Amazon", "--files-sent")
    (account,) = command("account", "list", "--json").document
    assert (account["folder"], account["files_sent"]) == ("Amazon", True)
    assert "shop" in command("account", "list").out
    assert command("account", "remove", "shop").code == 0
    assert command("account", "list", "--json").document == []


def test_a_password_that_cannot_be_kept_is_told(command: CommandLine) -> None:
    given = (*ADD, "--imap", "h", "--smtp", "h", "--password-stdin")
    done = command(*given, stdin=b"open sesame\n")
    assert done.code == 1
    assert "was not kept" in done.err
    assert "open sesame" not in done.err + done.out
    assert len(command("account", "list", "--json").document) == 1


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("mail.shop.example", "mail.shop.example", 993),
        ("mail.shop.example:143", "mail.shop.example", 143),
        ("[::1]:143", "::1", 143),
        ("[::1]", "::1", 993),
        ("::1", "::1", 993),
    ],
)
def test_a_server_is_a_host_and_perhaps_a_port(text: str, host: str, port: int) -> None:
    assert _server(text, 993) == (host, port)


@pytest.mark.parametrize("text", ["", ":143", "h:", "h:x", "h:0", "h:65536", "h:²"])
def test_what_names_no_server_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="names no server"):
        _server(text, 993)
