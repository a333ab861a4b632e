"""``account``: the mailboxes of a profile."""

import argparse

from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.bootstrap.servers import credentials_of
from inbox_assistant.cli import output
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.cli.reading import read_line
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InputError

_HIGHEST_PORT = 65_535
_SECURITIES = ("tls", "starttls", "none-on-loopback")


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    account = commands.add_parser("account", help="add, list or remove a mailbox")
    actions = account.add_subparsers(metavar="ACTION", required=True)
    adding = actions.add_parser("add", help="add a mailbox, or change one")
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--address", required=True, help="the sender Amazon approved")
    adding.add_argument("--sender-name", default="", help="the name beside it")
    adding.add_argument(
        "--user", default="", help="to sign in with, if not the address"
    )
    adding.add_argument("--imap", required=True, metavar="HOST[:PORT]")
    adding.add_argument("--imap-security", choices=_SECURITIES, default="tls")
    adding.add_argument("--folder", default="INBOX")
    adding.add_argument("--smtp", required=True, metavar="HOST[:PORT]")
    adding.add_argument("--smtp-security", choices=_SECURITIES, default="tls")
    adding.add_argument("--sent-folder", default="", help="found by itself if left out")
    adding.add_argument(
        "--files-sent",
        action="store_true",
        help="the server puts a copy into Sent by itself (Gmail, Microsoft 365)",
    )
    adding.add_argument("--ca-file", default="", help="believe these authorities")
    adding.add_argument(
        "--password-stdin", action="store_true", help="read the password from there"
    )
    adding.set_defaults(run=run_add)
    listing = actions.add_parser("list", help="list the mailboxes")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=run_list)
    removing = actions.add_parser("remove", help="remove a mailbox; its mails stay")
    removing.add_argument("name", metavar="NAME")
    removing.set_defaults(run=run_remove)


def run_add(chosen: argparse.Namespace) -> Exit:
    """Add or change an account."""
    read_host, read_port = _server(chosen.imap, 993)
    send_host, send_port = _server(chosen.smtp, 465)
    account = Account(
        name=chosen.name,
        address=chosen.address,
        sender_name=chosen.sender_name,
        user=chosen.user,
        read_host=read_host,
        read_port=read_port,
        read_security=chosen.imap_security,
        folder=chosen.folder,
        send_host=send_host,
        send_port=send_port,
        send_security=chosen.smtp_security,
        sent_folder=chosen.sent_folder,
        files_sent=chosen.files_sent,
        ca_file=chosen.ca_file,
    )
    password = read_line() if chosen.password_stdin else ""
    with open_program(chosen.profile) as program:
        program.accounts.keep(account)
    if password:
        credentials = credentials_of()
        if credentials.lasting:
            credentials.keep(chosen.name, password)
        else:
            aside(f"The password was not kept: {credentials.why_not}")
            return Exit.ATTENTION
    return Exit.DONE


def run_list(chosen: argparse.Namespace) -> Exit:
    """List the accounts."""
    with open_program(chosen.profile) as program:
        accounts = program.accounts.all()
    if chosen.json:
        output.document([account.as_values() for account in accounts])
    else:
        output.table(
            (one.name, one.address, f"{one.read_host}:{one.read_port}")
            for one in accounts
        )
    return Exit.DONE


def run_remove(chosen: argparse.Namespace) -> Exit:
    """Remove an account and its password."""
    with open_program(chosen.profile) as program:
        program.accounts.forget(chosen.name)
    credentials_of().forget(chosen.name)
    return Exit.DONE


def _server(text: str, usual_port: int) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon or port.endswith("]") or (":" in host and not host.endswith("]")):
        host, port = text, str(usual_port)
    host = host.removeprefix("[").removesuffix("]").strip()
    # Python reads no number of thousands of digits.
    is_number = port.isascii() and port.isdigit() and len(port) <= len("065535")
    if not host or not is_number or not 0 < int(port) <= _HIGHEST_PORT:
        raise InputError(f"“{text}” names no server.", "Write it as HOST or HOST:PORT.")
    return host, int(port)
